"""An office of three units that closes periods: tables in memory, files in a folder of its own."""

from __future__ import annotations

import importlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import write
from khoagiao_xl.office.rows import to_rows
from tests.steps.small_year import NOW, deadline, small_year

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.results import Outcome

JANUARY, FEBRUARY, MARCH, QUARTER = "2024-M01", "2024-M02", "2024-M03", "2024-Q1"
FIGURES = {
    "A": {"KG001": 50, "KG107": 40, "KG108": 30, "KG201": 4},
    "B": {"KG001": 60, "KG107": 50, "KG108": 45, "KG201": 5},
}


class ClosingOffice:
    """Units A and B have reported January; C has not. `year` is what the tables say now."""

    def __init__(self, folder: Path, reported: Mapping[str, Any] | None = None) -> None:
        self.year = small_year(reported or {JANUARY: FIGURES}, folder / "KhoaGiao.xlsm")
        self.now = NOW
        self.folder = folder

    def act(self, action: str, period: str = JANUARY, **told: Any) -> Outcome:
        """Run an action; raise what it refuses."""
        job = Job(self.now, Period.parse(period), out=self.folder / "bao-cao", **told)
        name, function = ACTIONS[action].step.split(":")
        step = getattr(importlib.import_module(f"khoagiao_xl.steps.{name}"), function)
        return write(step(self.year, job), self, self.now)  # type: ignore[arg-type]  # no more than `write`

    def write(self, table: str, rows: Sequence[Row]) -> None:
        """Replace a table, as a book would."""
        self.year = self.year.with_tables({table: rows})

    def closed(self, *periods: str) -> ClosingOffice:
        """Consolidate and close periods, January where none is named."""
        for period in periods or (JANUARY,):
            self.act("tong_hop", period)
            self.act("chot_ky", period, by="Phó Trưởng ban")
        return self

    # -- what becomes of the units ----------------------------------------------------------------------

    def correct(self, unit: str, period: str = JANUARY, **figures: Any) -> None:
        """Let a unit's figures be others, as an intake writes them."""
        table = self.year.figures_table
        rows = {(row["period"], row["unit"]): row for row in self.year.rows(table)}
        rows[period, unit] = {"period": period, "unit": unit, **rows.get((period, unit), {}), **figures}
        self.write(table.name, to_rows(rows.values(), table))
        self._state(unit, period, State.ACCEPTED)

    def lose(self, unit: str, period: str = JANUARY) -> None:
        """Let a unit's report be returned after all."""
        table = self.year.figures_table
        rows = [row for row in self.year.rows(table) if (row["period"], row["unit"]) != (period, unit)]
        self.write(table.name, to_rows(rows, table))
        self._state(unit, period, State.RETURNED)

    def _state(self, unit: str, period: str, state: State) -> None:
        duties = [
            replace(duty, state=state) if (duty.period, duty.unit) == (period, unit) else duty
            for duty in self.year.duties
        ]
        self.write(schema.DUTIES.name, to_rows(duties, schema.DUTIES))

    def say(self, unit: str, text: str, period: str = JANUARY) -> None:
        """Let a unit's words be others."""
        rows = [row for row in self.year.rows(schema.NARRATIVES) if row["unit"] != unit]
        rows.append({"period": period, "unit": unit, "code": "KG602", "text": text})
        self.write(schema.NARRATIVES.name, to_rows(rows, schema.NARRATIVES))

    def add_period(self, period: str, reported: Mapping[str, Mapping[str, Any]]) -> None:
        """Let a further period be due and reported."""
        table = schema.DEADLINES
        self.write(table.name, to_rows([*self.year.rows(table), deadline(period)], table))
        missing = [{"period": period, "unit": unit.code, "state": State.MISSING} for unit in self.year.units]
        duties = [*map(vars, self.year.duties), *missing]
        self.write(schema.DUTIES.name, to_rows(duties, schema.DUTIES))
        for unit, figures in reported.items():
            self.correct(unit, period, **figures)

    def change(self, table: schema.Table, code: str, **cells: Any) -> None:
        """Let a person change the row of `code` in a table."""
        rows = [{**row, **cells} if row["Mã"] == code else row for row in self.year.raw(table)]
        self.write(table.name, rows)

    # -- what is seen -----------------------------------------------------------------------------------

    @property
    def report(self) -> Path:
        """The report of January in the office's folder."""
        return self.folder / "bao-cao" / f"Bao-cao-khoa-giao-{JANUARY}.docx"

    def frozen(self, kind: str) -> list[dict[str, Any]]:
        """Return the rows of a kind of tblSoChot."""
        return [row for row in self.year.rows(schema.CLOSINGS) if row["kind"] == kind]

    def ledger(self, period: str = JANUARY) -> dict[tuple[str, str], tuple[str, str]]:
        """Return (unit, indicator) -> (frozen, now) of the changes of a period."""
        changes = [item for item in self.year.later_changes if item.period == period]
        return {(item.unit, item.code): (item.frozen, item.now) for item in changes}

    def total(self, code: str, period: str = JANUARY) -> Any:
        """Return a figure of tblTongHop."""
        (row,) = [
            row for row in self.year.rows(schema.TOTALS) if (row["period"], row["code"]) == (period, code)
        ]
        return row["value"]


def a_year_later(office: ClosingOffice) -> None:
    """Let a year pass."""
    office.now = datetime(2025, 1, 22, 8)  # noqa: DTZ001
