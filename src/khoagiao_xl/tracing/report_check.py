"""A Word report held against the files: every figure that bears a key recomputed, and what differs.

Recomputed from what was kept of each file when it was judged, beside its original; that the original is
still the one that was read is known by its hash. No workbook is opened. Of a closed period the figures are
those that were frozen; what has come since stands in tblThayDoi.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Total
from khoagiao_xl.office.rows import fields_of, records_of
from khoagiao_xl.office.snapshots import read_snapshot
from khoagiao_xl.report.figure_tracing import Figures
from khoagiao_xl.report.keyed_figures import PERCENT, PLAN_SHARE, keyed_figure
from khoagiao_xl.report.sentences import number
from khoagiao_xl.totals.adding import terms_of
from khoagiao_xl.totals.period_totals import make_totals
from khoagiao_xl.tracing.corrected_units import CorrectedAnswer, corrected_answers

if TYPE_CHECKING:
    from khoagiao_xl.model.closing_records import Closing
    from khoagiao_xl.tracing.figure_trace import Tracer

    Totals = Mapping[str, Total]
    Found = float | None

UNKNOWN: Final = "?"


@dataclass(frozen=True)
class ReportDifference:
    """A figure of a report that is another one. found: what the report shows. expected: what the files give.

    consolidated: what tblTongHop has. corrected: the units that have sent it anew. is_known: whether the
    master has the period and the indicator at all.
    """

    key: str
    label: str
    found: str
    expected: str
    consolidated: str
    corrected: tuple[CorrectedAnswer, ...] = ()
    is_known: bool = True


@dataclass(frozen=True)
class ReportCheck:
    """The figures of one report (key, what is shown), held against the year's files."""

    tracer: Tracer
    figures: Figures

    @cached_property
    def period(self) -> Period:
        """The period that the report is of: that of most of its figures."""
        periods = Counter(_period_of(key) for key, _ in self.figures)
        ((code, _),) = periods.most_common(1)
        return Period.parse(code)

    @cached_property
    def differences(self) -> list[ReportDifference]:
        """The figures that differ, in the order of the report."""
        return list(self._differences())

    def _differences(self) -> Iterator[ReportDifference]:
        for key, shown in self.figures:
            total = self._total(key)
            if total is None:
                yield ReportDifference(key, "", shown, UNKNOWN, UNKNOWN, is_known=False)
            elif not self._is_shown_so(key, shown, total):
                yield self._difference(key, shown, total)

    def _is_shown_so(self, key: str, shown: str, total: Total) -> bool:
        value = self._number(total, key)
        measure = _measure(total, key)
        return shown.strip() in _ways(value, measure)

    def _difference(self, key: str, shown: str, total: Total) -> ReportDifference:
        consolidated = self._consolidated(self._period_behind(key)).get(total.code)
        in_sheet = self._number(consolidated, key) if consolidated else None
        expected = self._number(total, key)
        measure = _measure(total, key)
        corrected = self._corrected(key)
        return ReportDifference(
            key,
            total.label,
            found=shown.strip(),
            expected=_told(expected, measure),
            consolidated=_told(in_sheet, measure),
            corrected=tuple(corrected),
        )

    def _corrected(self, key: str) -> Iterator[CorrectedAnswer]:
        code = _code_of(key)
        item = self.tracer.indicator(code)
        terms = terms_of(item)
        codes = sorted({code, *terms})
        period = _period_of(key)
        yield from corrected_answers(self.tracer.sources, period, codes)

    # -- the figures --------------------------------------------------------------------------------------

    def _total(self, key: str) -> Total | None:
        """Return the total behind a key: as it was frozen, or of every figure as its file says it."""
        period = self._period_behind(key)
        if str(period) not in self.tracer.year.deadlines:
            return None
        totals = self._recomputed(period)
        return totals.get(_code_of(key))

    def _period_behind(self, key: str) -> Period:
        """Return the period whose total holds a figure; what the report compares with is in its own."""
        period = Period.parse(_period_of(key))
        own = self.period
        return own if period in (own.previous, own.same_last_year) else period

    @cached_property
    def _recomputed(self) -> Callable[[Period], Totals]:
        """What gives code -> its total of a period, each period worked out once."""
        return cache(self._recompute)

    def _recompute(self, period: Period) -> Totals:
        totals = self._frozen(period) or make_totals(self.tracer.counting_year, period)
        return {total.code: total for total in totals}

    @cached_property
    def closing(self) -> Closing | None:
        """The closing of the report's period that stands, None while it is open."""
        return self.tracer.year.closing_of(self.period)

    def _frozen(self, period: Period) -> list[Total]:
        closing = self.tracer.year.closing_of(period)
        if closing is None:
            return []
        snapshot = read_snapshot(self.tracer.year.storage, closing)
        table = schema.TOTALS
        rows = snapshot.rows(table.name)
        fields = fields_of(table, rows)
        return records_of(table, fields, Total)

    def _consolidated(self, period: Period) -> Totals:
        totals = self.tracer.year.totals_of(period)
        return {total.code: total for total in totals}

    def _number(self, total: Total, key: str) -> Found:
        """Return what stands behind a key; what the report compares with is in the total of its own."""
        period = Period.parse(_period_of(key))
        own = self.period
        if period == own.previous:
            return total.previous
        if period == own.same_last_year:
            return total.last_year
        return keyed_figure(total, _what_of(key))


def refuse_without_figures(figures: Figures, name: str) -> None:
    """Raise WrongRequest (TV-07) for a document in which no figure bears a key."""
    if not figures:
        raise WrongRequest("TV-07", name=name)


def _measure(total: Total, key: str) -> str:
    """Return what a number is counted in; the share of a plan is in per cent whatever is planned."""
    return PERCENT if _what_of(key) == PLAN_SHARE else total.unit_of_measure


def _ways(value: Found, measure: str) -> set[str]:
    """Return the ways in which a report may show a number: padded in a text, with or without its sign."""
    if value is None:
        return set()
    found = set()
    for shown_measure in (measure, ""):
        for in_text in (True, False):
            found.add(number(value, shown_measure, in_text=in_text))
    return found


def _told(value: Found, measure: str) -> str:
    if value is None:
        return UNKNOWN
    return number(value, measure, in_text=False)


def _code_of(key: str) -> str:
    code, _, _ = key.partition("@")
    return code


def _period_of(key: str) -> str:
    _, _, rest = key.partition("@")
    period, _, _ = rest.partition("#")
    return period


def _what_of(key: str) -> str:
    _, _, what = key.partition("#")
    return what
