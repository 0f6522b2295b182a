"""The totals of a period: its figures, and beside each the year to date, the period before, last year's."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Total, is_provisional
from khoagiao_xl.totals import total_words
from khoagiao_xl.totals.adding import add_up, adds_up
from khoagiao_xl.totals.break_words import told
from khoagiao_xl.totals.comparing import LikeWithLike, compare
from khoagiao_xl.totals.identities import PartsIdentity
from khoagiao_xl.totals.merged_units import grown_between
from khoagiao_xl.totals.period_figures import Figure, PeriodFigures
from khoagiao_xl.totals.plan_share import share_of_plan
from khoagiao_xl.totals.waived_figures import with_waivers
from khoagiao_xl.totals.year_answers import YearAnswers
from khoagiao_xl.totals.year_to_date import YearToDate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.totals.period_answers import PeriodAnswers


def make_totals(year: Year, period: Period) -> list[Total]:
    """Return one total per indicator of `period` that adds up, in the order of tblChiTieu."""
    return PeriodTotals(year, period).made


class PeriodTotals:
    """What `period` comes to in the `year`."""

    def __init__(self, year: Year, period: Period) -> None:
        self.period = period
        self._year = year
        self._settings = year.settings
        self._answers = YearAnswers(year)
        self._figures = PeriodFigures(self._answers)

    @cached_property
    def asked(self) -> list[Indicator]:
        """The indicators that the period asks and that add up."""
        obligations = self._here.obligations
        if obligations is None:
            return []
        asked = obligations.asked
        return list(filter(adds_up, asked))

    @cached_property
    def _here(self) -> PeriodAnswers:
        return self._answers.of(self.period)

    @cached_property
    def made(self) -> list[Total]:
        """One total for each of them."""
        asked = self.asked
        made = [self.total(item) for item in asked]
        year = self._year
        return with_waivers(made, year, self.period)

    @cached_property
    def identities(self) -> list[PartsIdentity]:
        """The period against its parts, in every indicator."""
        answers = self._answers
        period = self.period
        return [PartsIdentity(answers, period, item) for item in self.asked]

    @cached_property
    def _identity_of(self) -> Mapping[str, PartsIdentity]:
        identities = self.identities
        return {identity.item.code: identity for identity in identities}

    @cached_property
    def _is_estimated(self) -> bool:
        """Whether the units report the period before it is over."""
        facts = self.period.kind.facts
        obligations = self._here.obligations
        if obligations is None:
            return False
        deadline = obligations.deadline
        is_early = deadline.unit_due < deadline.ends
        return facts.is_estimated and is_early

    def total(self, item: Indicator) -> Total:
        """Return the figure of an indicator with those beside it."""
        period = self.period
        now = self._figures.of(period, item)
        before = self._figures.of(period.previous, item)
        last_year = self._figures.of(period.same_last_year, item)
        to_date = YearToDate(self._answers, period, item)
        with_before = self._compared(before, now)
        with_last_year = self._compared(last_year, now)
        plan = share_of_plan(self._answers, now, to_date)
        counted = now.coverage.counted
        owing = now.coverage.asked
        known = to_date.coverage
        return Total(
            period=str(period),
            code=item.code,
            label=item.label,
            unit_of_measure=item.unit,
            value=now.number,
            to_date=add_up(to_date.contributions, item).number,
            previous=before.number,
            last_year=last_year.number,
            counted=counted,
            owing=owing,
            provisional=is_provisional(counted, owing, self._settings.provisional_below),
            partial=tuple(total_words.remarks(now, before, last_year, to_date)),
            note=total_words.note(now),
            section=item.section,
            field=item.field,
            to_date_lacking=tuple(map(str, to_date.gaps)),
            previous_counted=before.coverage.counted,
            previous_owing=before.coverage.asked,
            last_year_counted=last_year.coverage.counted,
            last_year_owing=last_year.coverage.asked,
            carried=now.carried_number,
            carried_units=now.carried_units,
            carried_from=tuple(total_words.carried_from(now)),
            not_applicable=len(now.coverage.not_applicable),
            previous_both=with_before.both,
            previous_then=with_before.then,
            previous_now=with_before.now,
            last_year_both=with_last_year.both,
            last_year_then=with_last_year.then,
            last_year_now=with_last_year.now,
            plan_units=plan.units,
            plan_value=plan.planned,
            plan_done=plan.done,
            to_date_counted=known.counted,
            to_date_owing=known.asked,
            breaks=tuple(told(self._identity_of[item.code])),
            estimated=self._is_estimated,
        )

    def _compared(self, then: Figure, now: Figure) -> LikeWithLike:
        before = self._answers.of(then.period)
        grown = grown_between(before, self._here)
        threshold = self._settings.compared_from
        return compare(then, now, threshold, grown)
