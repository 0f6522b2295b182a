"""An office without a workbook: a few tables, a folder of files, and what a step decided written down."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Unit
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import write
from khoagiao_xl.office.issued_forms import IssuedForms
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps.take_in import work
from tests.intake.sample_forms import all_indicators, filled, issued_as, issued_form, template_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.model.results import Outcome

MONTH = "2024-M03"
CODES = ("KG001", "KG110", "KG205", "KG602")
ASKED = [item for item in all_indicators() if item.code in CODES]
DEADLINE = Deadline(
    MONTH, date(2024, 2, 15), date(2024, 3, 14), date(2024, 3, 18), date(2024, 3, 25), date(2024, 4, 2)
)
IN_TIME = datetime(2024, 3, 16, 10)  # noqa: DTZ001
NOW = datetime(2024, 3, 20, 8)  # noqa: DTZ001


@cache
def _form(unit: str, values: tuple[tuple[str, Any], ...], codes: tuple[str, ...]) -> bytes:
    asked = asked_as(*codes)
    return filled(dict(values), indicators=asked, blank=issued_form(unit, MONTH, asked))


def asked_as(*codes: str) -> list[Indicator]:
    return [item for item in all_indicators() if item.code in codes]


def _row_of(item: Indicator) -> dict[str, Any]:
    return asdict(item) | dict.fromkeys(item.kinds, True)


@dataclass
class PaperOffice:
    """Three units that answer a few indicators; `year` is what the tables say now."""

    folder: Path
    asked: tuple[str, ...] = CODES
    year: Year = field(init=False)

    def __post_init__(self) -> None:
        self.inbox.mkdir()
        settings = [{"key": "nam", "value": "2024"}, {"key": "ma_so", "value": "m-1"}]
        units = [Unit(code, f"Đơn vị {code}") for code in ("SGDDT", "SYT", "STP")]
        tables: dict[str, Sequence[object]] = {
            schema.SETTINGS.name: settings,
            schema.UNITS.name: units,
            schema.INDICATORS.name: [_row_of(item) for item in asked_as(*self.asked)],
            schema.DEADLINES.name: [asdict(DEADLINE)],
        }
        self.year = Year.of(tables, self.folder / "KhoaGiao.xlsm")
        self.keep_what_was_issued([unit.code for unit in units])

    def keep_what_was_issued(self, units: Sequence[str]) -> None:
        """Keep what the forms were printed with, as issuing does."""
        asked = asked_as(*self.asked)
        forms = [issued_as(unit, MONTH, asked) for unit in units]
        kept = IssuedForms(tuple(forms), {forms[0].template: template_of(asked)})
        for new in kept.files(self.year.storage, MONTH):
            new.path.parent.mkdir(parents=True, exist_ok=True)
            new.path.write_bytes(new.bytes())

    @property
    def inbox(self) -> Path:
        return self.folder / "hop-thu-den"

    def receive(self, unit: str, name: str = "", at: datetime = IN_TIME, **values: Any) -> Path:
        """Put a filled form of a unit into the inbox; the same answers are the same bytes."""
        path = self.inbox / (name or f"{unit}.xlsx")
        path.write_bytes(_form(unit, tuple(values.items()), self.asked))
        return self.arrive(path, at)

    def arrive(self, path: Path, at: datetime = IN_TIME) -> Path:
        """Give a file of the inbox its time of arrival."""
        seconds = (at - datetime(1970, 1, 1)).total_seconds() - 7 * 3600  # noqa: DTZ001
        os.utime(path, (seconds, seconds))
        return path

    def empty_the_inbox(self) -> None:
        for path in self.inbox.iterdir():
            path.unlink()

    def collect(self, now: datetime = NOW) -> Outcome:
        """Take in the inbox, write the files and keep the tables."""
        job = Job(now, Period.parse(MONTH), source=self.inbox, out=self.folder / "tra-lai")
        changes = work(self.year, job)
        return write(changes, self, now)  # type: ignore[arg-type]  # of a book no more than `write` is used

    def write(self, table: str, rows: Sequence[Row]) -> None:
        """Replace a table, as a book would."""
        self.year = self.year.with_tables({table: rows})

    def rows(self, table: schema.Table) -> list[dict[str, Any]]:
        return self.year.rows(table)

    def states(self) -> dict[str, str]:
        return {row["unit"]: row["state"] for row in self.rows(schema.DUTIES)}

    def figure(self, unit: str, code: str) -> object:
        """Return a figure of tblSoLieu, None where the unit has no row."""
        found = [row[code] for row in self.rows(self.year.figures_table) if row["unit"] == unit]
        return found[0] if found else None

    def relabel(self, code: str, label: str) -> None:
        """Let the office change the words of an indicator after the forms went out."""
        rows = [
            {**row, "Chỉ tiêu": label} if row["Mã"] == code else row
            for row in self.year.raw(schema.INDICATORS)
        ]
        self.write(schema.INDICATORS.name, rows)

    def everything(self) -> dict[Path, bytes]:
        """Return every file of the office with its content."""
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def kept(self, pattern: str) -> list[Path]:
        """Return the files beside the master whose names are like `pattern`."""
        return sorted((self.folder / "KhoaGiao-luu-tru" / "ban-goc").rglob(pattern))
