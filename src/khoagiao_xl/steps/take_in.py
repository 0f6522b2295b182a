"""Take in a period's inbox: every file judged, every duty accounted for, originals kept, faults returned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.errors import NotAFolder
from khoagiao_xl.intake.inbox.submissions import list_submissions
from khoagiao_xl.intake.judging import intake_rows
from khoagiao_xl.intake.judging.intake_outcome import intake_outcome
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.judging.receipts import judge_all
from khoagiao_xl.intake.judging.verdicts import Receipt, settle
from khoagiao_xl.intake.judging.versions import number_versions, shut_out_late
from khoagiao_xl.intake.reading.files_to_keep import files_to_keep
from khoagiao_xl.intake.reading.read_all import read_all
from khoagiao_xl.intake.returning.write_copies import returned_copies
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.model import schema
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.periods import Period, periods_of
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.office.rows import with_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.year import Year

PROGRESS = "Ghi kết quả tiếp nhận"


def work(year: Year, job: Job) -> Changes:
    """Judge every file of the inbox `job.source` and return what became of it.

    Running it again gives the same tables: what came earlier is judged anew from what was read of it.
    Returned copies go into the folder `job.out`. Raise NotAFolder when there is no inbox.
    """
    period, inbox = job.asked_period, _inbox(job)
    measures = Measures.of(year, period)
    limits = Limits.of(year.settings)
    files = list_submissions(year, period, inbox, limits)
    readings = read_all(files, limits, job.progress)
    judged = judge_all(files, readings, measures, limits)
    receipts = number_versions(shut_out_late(measures.obligations, judged))
    duties = settle(measures.obligations, receipts, job.now.date())
    kept = files_to_keep(files, readings, year.storage, limits)
    returned = _returned(receipts, job, limits)
    outcome = intake_outcome(period, receipts, duties, [copy.path for copy in returned])
    tables = _Tables(year, period).after(receipts, duties)
    return Changes(outcome, tables, (*kept, *returned), progress=PROGRESS)


def _inbox(job: Job) -> Path:
    if job.source is None or not job.source.is_dir():
        raise NotAFolder(path=job.source)
    return job.source


def _returned(receipts: Sequence[Receipt], job: Job, limits: Limits) -> list[NewFile]:
    if job.out is None:
        return []
    return returned_copies(receipts, str(job.period), job.out, limits)


@dataclass(frozen=True)
class _Tables:
    """The tables of the master in which what was judged now replaces what was known of the period."""

    year: Year
    period: Period

    def after(self, receipts: Sequence[Receipt], duties: Sequence[Duty]) -> Mapping[str, list[Row]]:
        """Return table name -> its new rows."""
        code, counting = str(self.period), self._counting(receipts)
        figures = [intake_rows.figures(code, item) for item in counting]
        tables = {
            schema.DUTIES.name: self._replaced(schema.DUTIES, duties),
            schema.ARRIVALS.name: self._replaced(schema.ARRIVALS, intake_rows.arrivals(code, receipts)),
            schema.FINDINGS.name: self._replaced(schema.FINDINGS, intake_rows.findings(code, receipts)),
            schema.FIGURES.name: self._replaced(self.year.figures_table, figures),
            schema.NARRATIVES.name: self._replaced(schema.NARRATIVES, self._words(counting)),
        }
        if tables[schema.FIGURES.name] != self.year.raw(self.year.figures_table):
            tables |= self._without_stale_totals()
        return tables

    def _replaced(self, table: Table, records: Iterable[object]) -> list[Row]:
        return with_period(self.year.raw(table), table, str(self.period), records)

    def _counting(self, receipts: Sequence[Receipt]) -> list[Receipt]:
        """Return the versions that count, as the office lists its units: sheets and report name them so."""
        valid = {receipt.unit: receipt for receipt in receipts if receipt.is_valid}
        return [valid[unit.code] for unit in self.year.units if unit.code in valid]

    def _words(self, counting: Sequence[Receipt]) -> list[dict[str, object]]:
        texts = {item.code for item in self.year.indicators if item.type is Type.TEXT}
        rows: list[dict[str, object]] = []
        for receipt in counting:
            rows += intake_rows.narratives(str(self.period), receipt, texts)
        return rows

    def _without_stale_totals(self) -> dict[str, list[Row]]:
        """Take out the totals that these figures were part of: a total that is no longer true is none."""
        stale = {str(later) for later in periods_of(self.period.year) if self._is_fed_by(later)}
        totals = self.year.raw(schema.TOTALS)
        kept = [row for row in totals if row["Kỳ"] not in stale]
        return {} if kept == totals else {schema.TOTALS.name: kept}

    def _is_fed_by(self, later: Period) -> bool:
        return later.kind is self.period.kind and later >= self.period
