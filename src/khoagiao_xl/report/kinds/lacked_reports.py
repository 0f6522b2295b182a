"""Which units owe a report of a period within the one that a notice is about: a quarter has its months."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.kinds.unit_conduct import Conducts, UnitConduct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from khoagiao_xl.office.year import Year

Lacked = dict[str, list[UnitConduct]]  # code of a unit -> what became of each report that it owes


def lacked_reports(year: Year, period: Period, today: date) -> Lacked:
    """Return what units owe of the periods within a period; one without any intake tells nothing."""
    found: Lacked = {}
    for part in _within(year, period):
        for unit in Conducts.of(year, part, today).owing_still:
            found.setdefault(unit.duty.unit, []).append(unit)
    return found


def _within(year: Year, period: Period) -> Iterator[Period]:
    known = [Period.parse(code) for code in year.deadlines]
    for part in sorted(known, key=_last_month_and_length):
        if part != period and part.is_within(period) and year.duties_of(part):
            yield part


def _last_month_and_length(period: Period) -> tuple[int, int]:
    return period.last_month, period.kind.facts.months


def counts_by_period(lacked: Mapping[str, list[UnitConduct]]) -> dict[Period, int]:
    """Return how many units owe a report of each period, in the order of the periods."""
    counts: Counter[Period] = Counter()
    for reports in lacked.values():
        counts.update(Period.parse(each.duty.period) for each in reports)
    return {period: counts[period] for period in sorted(counts, key=_last_month_and_length)}
