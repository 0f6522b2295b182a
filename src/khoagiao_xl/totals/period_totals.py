"""The totals of a period: its figures, and beside each the year to date, the period before, last year's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from khoagiao_xl.model.indicators import Indicator, OverTime
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Total, is_provisional
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.adding import WAYS, Report, add_up
from khoagiao_xl.totals.period_figures import PeriodFigures, add_period, owing_units, reports_by_period
from khoagiao_xl.totals.waived_figures import with_waivers
from khoagiao_xl.wording import sentence

AS_OF_THE_END: Final = frozenset({OverTime.LAST, OverTime.CUMULATIVE})  # never added over time


def make_totals(year: Year, period: Period) -> list[Total]:
    """Return one total per indicator of `period` that adds up, in the order of tblChiTieu."""
    totals = PeriodTotals(year, period)
    made = []
    for item in totals.asked:
        total = totals.total(item)
        made.append(total)
    return with_waivers(made, year, period)


@dataclass(frozen=True)
class PeriodTotals:
    """What `period` comes to in the `year`."""

    year: Year
    period: Period

    def total(self, item: Indicator) -> Total:
        """Return the figure of an indicator with those beside it."""
        code = item.code
        now = self._now
        previous = self._previous
        last_year = self._last_year
        earlier = list(self._lacking_earlier(item))
        lacking = [str(figures.period) for figures in earlier]
        remarks = self._remarks(code, earlier)
        return Total(
            period=str(self.period),
            code=code,
            label=item.label,
            unit_of_measure=item.unit,
            value=now.number(code),
            to_date=self._to_date(item),
            previous=previous.number(code),
            last_year=last_year.number(code),
            counted=now.counted(code),
            owing=now.owing[code],
            provisional=self._is_provisional(code),
            partial=tuple(remarks),
            note=now.note(code),
            section=item.section,
            field=item.field,
            to_date_lacking=tuple(lacking),
            previous_counted=previous.counted(code),
            previous_owing=previous.owing[code],
            last_year_counted=last_year.counted(code),
            last_year_owing=last_year.owing[code],
        )

    def _is_provisional(self, code: str) -> bool:
        now = self._now
        counted = now.counted(code)
        owing = now.owing[code]
        settings = self.year.settings
        return is_provisional(counted, owing, settings.provisional_below)

    # -- what is added up ---------------------------------------------------------------------------------

    @cached_property
    def asked(self) -> list[Indicator]:
        """The indicators that the period asks and that add up."""
        obligations = self.year.obligations(self.period)
        asked = obligations.asked
        return [item for item in asked if item.over_units in WAYS]

    @cached_property
    def _reports(self) -> Mapping[str, list[Report]]:
        return reports_by_period(self.year)

    @cached_property
    def _now(self) -> PeriodFigures:
        return self._figures(self.period)

    @cached_property
    def _previous(self) -> PeriodFigures:
        return self._figures(self.period.previous)

    @cached_property
    def _last_year(self) -> PeriodFigures:
        return self._figures(self.period.same_last_year)

    @cached_property
    def _earlier(self) -> list[PeriodFigures]:
        *before_this, _ = self.period.to_date
        earlier = []
        for period in before_this:
            figures = self._figures(period)
            earlier.append(figures)
        return earlier

    def _figures(self, period: Period) -> PeriodFigures:
        code = str(period)
        year = self.year
        known = period
        if code not in year.deadlines:
            known = self.period  # its units are the nearest that is known
        owing = owing_units(year, known)
        reports = self._reports[code]
        return add_period(period, self.asked, reports, owing)

    # -- the year to date ---------------------------------------------------------------------------------

    def _to_date(self, item: Indicator) -> float | int | None:
        if not self._has_every_period:
            return None
        if item.over_time in AS_OF_THE_END:
            return self._now.number(item.code)  # its latest value is also its value to date
        through = add_up(self._reports_to_date, item)
        return through.number

    @cached_property
    def _has_every_period(self) -> bool:
        """Whether no period of the year up to this one is without any report."""
        for period in self.period.to_date:
            code = str(period)
            if not self._reports[code]:
                return False
        return True

    @cached_property
    def _reports_to_date(self) -> Sequence[Report]:
        reports: list[Report] = []
        for period in self.period.to_date:
            code = str(period)
            reports += self._reports[code]
        return reports

    def _lacking_earlier(self, item: Indicator) -> Iterator[PeriodFigures]:
        """Yield the earlier periods of the year whose part in the year to date lacks units."""
        if item.over_time in AS_OF_THE_END:
            return
        if self._to_date(item) is None:
            return
        for figures in self._earlier:
            if figures.lacks_units(item.code):
                yield figures

    # -- what a person reads in «Chưa đủ» -----------------------------------------------------------------

    def _remarks(self, code: str, earlier: Sequence[PeriodFigures]) -> Iterator[str]:
        """Yield «lũy kế: tháng 1 85/92, tháng 2 80/92», «kỳ trước: 80/92»."""
        periods = []
        for figures in earlier:
            period = figures.period.short
            coverage = figures.coverage(code)
            periods.append(f"{period} {coverage}")
        if periods:
            listed = ", ".join(periods)
            yield sentence("TH-02", {"periods": listed})
        yield from _remark("TH-03", self._previous, code)
        yield from _remark("TH-04", self._last_year, code)


def _remark(told: str, figures: PeriodFigures, code: str) -> Iterator[str]:
    if not figures.counted(code):
        return
    if figures.lacks_units(code):
        facts = {"coverage": figures.coverage(code)}
        yield sentence(told, facts)
