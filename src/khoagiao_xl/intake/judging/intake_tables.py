"""What was judged, as tables of the master: the rows of this period are replaced, all others stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.intake.judging import intake_rows
from khoagiao_xl.model import schema
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.periods import periods_of
from khoagiao_xl.office.rows import with_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.intake.judging.verdicts import Receipt
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.model.schema import Table


def intake_tables(
    intake: Intake, receipts: Sequence[Receipt], duties: Sequence[Duty]
) -> dict[str, list[Row]]:
    """Return table name -> its new rows; totals that are no longer true are taken out."""
    new = _NewTables(intake)
    code = intake.code
    counting = counting_receipts(intake, receipts)
    in_sheets = [] if intake.is_apart else counting
    owed = intake_rows.duties(duties, intake.obligations.unit_names)
    arrivals = intake_rows.arrivals(code, receipts)
    findings = intake_rows.findings(code, receipts)
    narratives = _narratives(intake, in_sheets)
    new.put(schema.DUTIES, owed)
    new.put(schema.ARRIVALS, arrivals)
    new.put(schema.FINDINGS, findings)
    new.put(schema.NARRATIVES, narratives)
    new.put(schema.DETAILS, _details(code, counting))
    figures = [intake_rows.figures(code, receipt) for receipt in in_sheets]
    new.put_figures(figures)
    if intake.is_apart:
        new.drop_stale_totals()
    return new.tables


def counting_receipts(intake: Intake, receipts: Sequence[Receipt]) -> list[Receipt]:
    """Return the versions that count, as the office lists its units: sheets and report name them so."""
    valid = {receipt.unit: receipt for receipt in receipts if receipt.is_valid}
    counting = []
    for unit in intake.year.units:
        receipt = valid.get(unit.code)
        if receipt:
            counting.append(receipt)
    return counting


def _narratives(intake: Intake, counting: Sequence[Receipt]) -> list[dict[str, Any]]:
    texts = {item.code for item in intake.year.indicators if item.type is Type.TEXT}
    rows: list[dict[str, Any]] = []
    for receipt in counting:
        rows += intake_rows.narratives(intake.code, receipt, texts)
    return rows


def _details(code: str, counting: Sequence[Receipt]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for receipt in counting:
        rows += intake_rows.details(code, receipt)
    return rows


class _NewTables:
    """Tables of one master with the rows of one period replaced."""

    def __init__(self, intake: Intake) -> None:
        self._year = intake.year
        self._period = intake.period
        self.tables: dict[str, list[Row]] = {}

    def put(self, table: Table, records: Iterable[object]) -> None:
        """Replace the rows of the period."""
        before = self._year.raw(table)
        period = str(self._period)
        after = with_period(before, table, period, records)
        self.tables[table.name] = after

    def put_figures(self, records: Iterable[object]) -> None:
        """Replace the figures of the period, and with them the totals that they were part of."""
        table = self._year.figures_table
        self.put(table, records)
        if self.tables[table.name] != self._year.raw(table):
            self.drop_stale_totals()

    def drop_stale_totals(self) -> None:
        """Take out the totals that these figures were part of: a total that is no longer true is none."""
        totals = self._year.raw(schema.TOTALS)
        stale = self._fed_periods()
        kept = [row for row in totals if row["Kỳ"] not in stale]
        if kept != totals:
            self.tables[schema.TOTALS.name] = kept

    def _fed_periods(self) -> set[object]:
        """Return the open periods whose totals the figures of this one are part of.

        Those that end no earlier, of every kind: a quarter is the year to date of its last month, and what
        silent units last reported stands in it.
        """
        own = self._period
        fed: set[object] = set()
        for other in periods_of(own.year):
            is_fed = other.last_month >= own.last_month
            if is_fed and not self._year.closing_of(other):
                fed.add(str(other))
        return fed
