"""What a period is closed with, as one snapshot: figures, the office as it stood, the report."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import Closing
from khoagiao_xl.office.changes import NewFile, WhenThere
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.snapshots import Answers, Snapshot
from khoagiao_xl.totals.period_totals import make_totals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.closing.frozen_report import FrozenReport
    from khoagiao_xl.model.history import Answer
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report import ReportContent

# What the totals of a period are worked out by, and what they are, each as it stood at the closing.
OF_THE_OFFICE: Final = (schema.UNITS, schema.INDICATORS, schema.RULES, schema.DEADLINES, schema.SETTINGS)
BLANK: Final = (None, "")
OF_THE_PERIOD: Final = (schema.TOTALS, schema.DUTIES, schema.WAIVERS)


@dataclass(frozen=True)
class Freezing:
    """A period about to be closed: `round` says for which time; `content` is what its report is made of."""

    year: Year
    period: Period
    round: int
    now: datetime
    by: str
    content: ReportContent
    report: FrozenReport

    def snapshot(self) -> Snapshot:
        """Return all of it as data."""
        return Snapshot(
            period=str(self.period),
            round=self.round,
            closed_at=self.now,
            closed_by=self.by,
            answers=answers_now(self.year, str(self.period)),
            tables=self._tables(),
            content=asdict(self.content),
            report_name=self.report.path.name,
            report_sha256=self.report.sha256,
            text=self.report.text,
        )

    def _tables(self) -> dict[str, list[Row]]:
        year = self.year
        code = str(self.period)
        tables = {}
        for table in OF_THE_OFFICE:
            rows = year.raw(table)
            tables[table.name] = [row for row in rows if not _is_of_the_machine(row)]
        for table in OF_THE_PERIOD:
            tables[table.name] = rows_of_period(year, table, code)
        return tables


def _is_of_the_machine(row: Row) -> bool:
    """Whether a row of the settings tells of one computer alone: the program that its buttons start."""
    return row.get("Khóa") == "python"


def rows_of_period(year: Year, table: Table, period: str) -> list[Row]:
    """Return the rows of one period as they stand (heading -> value)."""
    return [row for row in year.raw(table) if row["Kỳ"] == period]


def are_stale(year: Year, period: Period) -> bool:
    """Whether the totals of a period that stand are not what the units' answers come to now.

    Somebody has typed over them, or the units, their answers or what is asked have changed since.
    """
    code = str(period)
    table = schema.TOTALS
    totals = make_totals(year, period)
    fresh = to_rows(totals, table)
    standing = rows_of_period(year, table, code)
    return standing != fresh


def answers_now(year: Year, period: str) -> Answers:
    """Return what the units have reported for a period, as it counts now; blanks are left out."""
    found = {}
    for (other, unit), answers in year.reported.items():
        if other == period:
            found[unit] = _without_blanks(answers)
    return found


def _without_blanks(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    found = dict(answers)
    for code, value in answers.items():
        if value in BLANK:
            del found[code]
    return found


def closing_of(snapshot: Snapshot, data: bytes) -> Closing:
    """Return what the master is to say of a snapshot; data: its bytes."""
    return Closing(
        period=snapshot.period,
        round=snapshot.round,
        closed_at=snapshot.closed_at,
        closed_by=snapshot.closed_by,
        sha256=files.sha256_of(data),
    )


def files_beside(year: Year, closing: Closing, data: bytes, report: FrozenReport) -> Iterator[NewFile]:
    """Yield what is written beside the master, and the report where the office had none."""
    storage = year.storage
    snapshot = storage.closing(closing, ".json.gz")
    kept_report = storage.closing(closing, ".docx")
    yield NewFile(snapshot, data, WhenThere.REPLACE)
    yield NewFile(kept_report, report.data, WhenThere.REPLACE)
    if report.is_new:
        yield NewFile(report.path, report.data)
