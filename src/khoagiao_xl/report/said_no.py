"""Which units said «Không» to what a figure counts, and which nothing: a count hides whose day it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.report.keyed_figures import YES_NO
from khoagiao_xl.report.shortfalls import shortfalls
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.yes_no import NO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.office.year import Year

SaidNo = dict[str, dict[str, tuple[str, ...]]]  # code of a period -> of an indicator -> of the units
SaidIn = dict[str, dict[str, dict[str, Period]]]  # the same -> of a unit -> in which report


def units_saying_no(year: Year, periods: Iterable[Period]) -> SaidNo:
    """Return who says «Không» in each period, now or with its last answer, where that leaves work undone."""
    found: SaidNo = {}
    for period, by_code in nos_said_in(year, periods).items():
        own = found.setdefault(period, {})
        for code, said_in in by_code.items():
            own[code] = tuple(said_in)
    return found


def nos_said_in(year: Year, periods: Iterable[Period]) -> SaidIn:
    """Return the same with the report that each unit said it in: of a silent one an earlier report."""
    found: SaidIn = {}
    for period in periods:
        known = latest_first(year, period)
        units = [duty.unit for duty in year.duties_of(period)]
        own = found.setdefault(str(period), {})
        for code in _asked(year):
            own[code] = {}
            for unit in units:
                said_in = last_no(year, unit, code, known)
                if said_in:
                    own[code][unit] = said_in
    return found


def units_without_answer(year: Year, period: Period) -> dict[str, tuple[str, ...]]:
    """Return for each of those indicators the owing units that have answered it in no report so far."""
    known = latest_first(year, period)
    owing = [duty.unit for duty in year.duties_of(period) if duty.state is not State.WAIVED]
    silent = {}
    for code in _asked(year):
        silent[code] = tuple(unit for unit in owing if not _answers(year, unit, code, known))
    return silent


def _answers(year: Year, unit: str, code: str, periods: Iterable[Period]) -> bool:
    return next(_answered(year, unit, code, periods), None) is not None


def _asked(year: Year) -> Iterator[str]:
    codes = {row.code for row in shortfalls()}
    for item in year.indicators:
        if item.code in codes and item.unit.startswith(YES_NO):
            yield item.code


def last_no(year: Year, unit: str, code: str, periods: Iterable[Period]) -> Period | None:
    """Return the period in which a unit answered last, where it said «Không»."""
    for period, answer in _answered(year, unit, code, periods):
        return period if answer == NO else None
    return None


def _answered(year: Year, unit: str, code: str, periods: Iterable[Period]) -> Iterator[tuple[Period, Any]]:
    """Yield the periods in which a unit has answered, and what; a form that does not ask it is blank too."""
    for period in periods:
        answers = year.reported.get((str(period), unit), {})
        answer = answers.get(code)
        if not is_blank(answer):
            yield period, answer


def latest_first(year: Year, now: Period) -> list[Period]:
    """Return the period and those of the year that end no later, the longer of two first."""
    codes = {code for code, _ in year.reported}
    periods = set(map(Period.parse, codes))
    periods.discard(now)
    before = [period for period in periods if period.is_over_by(now)]
    before.sort(key=_how_late, reverse=True)
    return [now, *before]


def _how_late(period: Period) -> tuple[int, int]:
    return period.last_month, period.kind.facts.months
