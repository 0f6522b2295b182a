"""Offices of one tool on top of each other, without workbooks: each issues forms, takes in, adds up, sends up."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from khoagiao_xl.books.base import Row
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Total, Unit
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import write
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps import consolidate, issue_forms, send_upward, take_in

MARCH, APRIL = "2024-M03", "2024-M04"
CODES = ("KG001", "KG107", "KG108", "KG109", "KG201", "KG602")
ASKED = [item for item in load_profile("2024").indicators if item.code in CODES]
DEADLINES = (
    Deadline(MARCH, date(2024, 2, 15), date(2024, 3, 14), date(2024, 3, 18), date(2024, 3, 25), date(2024, 4, 2)),
    Deadline(APRIL, date(2024, 3, 15), date(2024, 4, 14), date(2024, 4, 18), date(2024, 4, 25), date(2024, 5, 2)),
)  # fmt: skip
ARRIVED = {MARCH: datetime(2024, 3, 16, 10), APRIL: datetime(2024, 4, 16, 10)}  # noqa: DTZ001
NOW = {MARCH: datetime(2024, 3, 20, 8), APRIL: datetime(2024, 4, 20, 8)}  # noqa: DTZ001
WORDS = {"KG602": "Đã quán triệt văn bản mới."}


@dataclass
class Level:
    """One office: its units are grassroots organisations, or offices of the level below."""

    folder: Path
    code: str
    units: Sequence[str]
    settings: Mapping[str, str] = field(default_factory=dict)
    year: Year = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        known = {"nam": "2024", "ma_so": f"m-{self.code}", "co_quan": f"Cơ quan {self.code}", **self.settings}
        tables: dict[str, Sequence[object]] = {
            schema.SETTINGS.name: [{"key": key, "value": value} for key, value in known.items()],
            schema.UNITS.name: [Unit(code, f"Đơn vị {code}") for code in self.units],
            schema.INDICATORS.name: [asdict(item) | dict.fromkeys(item.kinds, True) for item in ASKED],
            schema.DEADLINES.name: [asdict(line) for line in DEADLINES],
        }
        self.year = Year.of(tables, self.folder / "KhoaGiao.xlsm")

    def write(self, table: str, rows: Sequence[Row]) -> None:
        """Replace a table, as a book would."""
        self.year = self.year.with_tables({table: rows})

    def issue(self, period: str) -> None:
        """Issue the forms of a period, as the button does."""
        self._act(issue_forms.work, period, out=self.folder / "bieu-mau")

    def form(self, unit: str, period: str) -> Path:
        """Return where the issued form of a unit lies."""
        return self.folder / "bieu-mau" / f"{unit}_{period}.xlsx"

    def receive(self, unit: str, period: str, content: bytes) -> None:
        """Put what a unit sends into the inbox, in time."""
        path = self.inbox(period) / f"{unit}_{period}.xlsx"
        path.write_bytes(content)
        seconds = (ARRIVED[period] - datetime(1970, 1, 1)).total_seconds() - 7 * 3600  # noqa: DTZ001
        os.utime(path, (seconds, seconds))

    def inbox(self, period: str) -> Path:
        path = self.folder / "hop-thu-den" / period
        path.mkdir(parents=True, exist_ok=True)
        return path

    def answer(self, unit: str, period: str, **figures: Any) -> None:
        """Let a grassroots unit fill in its form and send it."""
        blank = self.form(unit, period).read_bytes()
        answers = Answers(figures, {"KG201": "Có kế hoạch kèm theo."}, WORDS)
        self.receive(unit, period, Filler(blank).fill_in(blank, answers))

    def close(self, period: str) -> None:
        """Take in what came of a period and add it up."""
        self._act(take_in.work, period, source=self.inbox(period), out=self.folder / "tra-lai")
        self._act(consolidate.work, period)

    def upward(self, period: str, form: Path | None, out: Path | None = None) -> Outcome:
        """Fill in the form of the level above."""
        target = out or self.folder / "gui-cap-tren"
        return self._act(send_upward.work, period, source=form or self.folder / "nothing", out=target)

    def sent(self, code: str, period: str) -> bytes:
        """Return what goes upward after a person has added words and ticked that it holds no secret."""
        filled = (self.folder / "gui-cap-tren" / f"{code}_{period}.xlsx").read_bytes()
        return Filler(filled).fill_in(filled, Answers({}, {}, WORDS, nothing=None, no_secret=True))

    def total(self, period: str, code: str) -> Total:
        """Return a consolidated figure."""
        (found,) = [total for total in self.year.totals_of(Period.parse(period)) if total.code == code]
        return found

    def states(self, period: str) -> dict[str, str]:
        return {duty.unit: str(duty.state) for duty in self.year.duties_of(Period.parse(period))}

    def _act(self, step: Any, period: str, source: Path | None = None, out: Path | None = None) -> Outcome:
        job = Job(NOW[period], Period.parse(period), source=source, out=out)
        changes = step(self.year, job)
        return write(changes, self, job.now)  # type: ignore[arg-type]  # of a book no more than `write` is used
