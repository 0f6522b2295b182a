"""How the units stand as reporters: on time, late, silent, this period and those before it, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import REPORTED, Duty, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from khoagiao_xl.report.content import ReportContent

    UnitsOf = Callable[[ReportContent, Period], list[str]]  # codes

SILENT: Final = (State.MISSING, State.RETURNED, State.UNUSABLE)  # the gravest first

MOSTLY: Final = 0.9  # of the units; where fewer are in time, that is nothing to be praised
SEVERAL: Final = 2  # periods without anything make a unit one that is to be spoken to

Duties = dict[str, Duty]  # by code of the unit


def duties_of(content: ReportContent, period: Period) -> Duties:
    """Return what became of each unit's duty of a period; nothing before its intake."""
    code = str(period)
    own = content.duties_by_period.get(code, [])
    return {duty.unit: duty for duty in own}


def _units_that(is_so: Callable[[Duty], bool], content: ReportContent, period: Period) -> list[str]:
    duties = duties_of(content, period)
    those = filter(is_so, duties.values())
    return [duty.unit for duty in those]


def silent_units(content: ReportContent, period: Period) -> list[str]:
    """Return the codes of the units of which no report of a period was received; none while it is not due."""
    if not is_due(content, period):
        return []
    return _units_that(_is_silent, content, period)


def _is_silent(duty: Duty) -> bool:
    return duty.state in SILENT


def late_units(content: ReportContent, period: Period) -> list[Duty]:
    """Return the duties of a period whose report counts but came late, the latest first."""
    duties = duties_of(content, period)
    late = filter(_is_late, duties.values())
    return sorted(late, key=_days, reverse=True)


def _is_late(duty: Duty) -> bool:
    if duty.state not in REPORTED:
        return False
    return duty.on_time is False


def _days(duty: Duty) -> int:
    return duty.days_late or 0


def on_time_units(content: ReportContent, period: Period) -> list[str]:
    """Return the codes of the units whose report of a period came in time and counts."""
    return _units_that(_is_in_time, content, period)


def is_mostly_in_time(content: ReportContent) -> bool:
    """Whether so many units reported in time that it is told in their favour, not among the limits."""
    if not content.expected:
        return False
    on_time = on_time_units(content, content.period)
    return len(on_time) / content.expected >= MOSTLY


def _is_in_time(duty: Duty) -> bool:
    if duty.state not in REPORTED:
        return False
    return duty.on_time is True


def without_activity(content: ReportContent, period: Period) -> list[str]:
    """Return the codes of the units that confirmed that there was nothing to report."""
    return _units_that(_is_without, content, period)


def _is_without(duty: Duty) -> bool:
    return duty.state is State.NOTHING


def periods_so_far(content: ReportContent) -> list[Period]:
    """Return the periods of the year that were taken in and end no later than this one."""
    now = content.period
    periods = map(Period.parse, content.duties_by_period)
    found = [period for period in periods if period.is_over_by(now)]
    return sorted(found)


def judged_periods(content: ReportContent) -> list[Period]:
    """Return those of them whose day for the units is past, and this one: before its day nobody is late."""
    periods = periods_so_far(content)
    return [period for period in periods if _is_judged(content, period)]


def _is_judged(content: ReportContent, period: Period) -> bool:
    if period == content.period:
        return True
    return is_due(content, period)


def always_on_time(content: ReportContent, periods: list[Period]) -> list[str]:
    """Return the codes of the units that reported every one of these periods in time."""
    if not periods:
        return []
    first, *others = periods
    units = on_time_units(content, first)
    for period in others:
        also = on_time_units(content, period)
        units = _in_both(units, also)
    return units


def absent_units(content: ReportContent) -> list[str]:
    """Return the codes of the units that have sent nothing in any period of the year, of two at the least."""
    owed: dict[str, list[State]] = {}
    for period in periods_so_far(content):
        if is_due(content, period):
            _add_owed(owed, duties_of(content, period))
    now = duties_of(content, content.period)
    absent = []
    for unit in now:
        states = owed.get(unit, [])
        if _has_sent_nothing(states):
            absent.append(unit)
    return absent


def _add_owed(owed: dict[str, list[State]], duties: Duties) -> None:
    for unit, duty in duties.items():
        if duty.state is State.WAIVED:
            continue
        own = owed.setdefault(unit, [])
        own.append(duty.state)


def _has_sent_nothing(states: list[State]) -> bool:
    if len(states) < SEVERAL:
        return False
    different = set(states)
    return different == {State.MISSING}


def is_due(content: ReportContent, period: Period) -> bool:
    """Whether the day on which the units report a period is past, or nobody knows it."""
    code = str(period)
    due = content.due_days.get(code)
    if due is None:
        return True
    return due < content.today


def others(units: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the units that are not among those that were named before."""
    before = frozenset(known)
    return [unit for unit in units if unit not in before]


def parts_told(period: Period) -> list[Period]:
    """Return the parts of a period whose reports it speaks of; of a half or a year its last month too.

    The quarters have spoken of the months before it.
    """
    month = Period(period.year, Kind.MONTH, period.last_month)
    parts = list(period.parts)
    if parts and month not in parts:
        parts.append(month)
    return parts


def two_running(content: ReportContent, units_of: UnitsOf) -> list[str]:
    """Return the codes of the units that are so in this period and in the one before, if both were taken in.

    units_of: gives those that are so in a period.
    """
    now, before = content.period, content.period.previous
    if not duties_of(content, before):
        return []
    return _in_both(
        units_of(content, now),
        units_of(content, before),
    )


def _in_both(these: list[str], those: list[str]) -> list[str]:
    """Return what stands in both, in the order of the first."""
    also = frozenset(those)
    return [each for each in these if each in also]


def grouped_by_state(content: ReportContent) -> Mapping[State, list[str]]:
    """Return the codes of the silent units by state, the gravest first."""
    now = content.period
    duties = duties_of(content, now)
    silent = silent_units(content, now)
    found = {}
    for state in SILENT:
        units = [unit for unit in silent if duties[unit].state is state]
        if units:
            found[state] = units
    return found


def named(content: ReportContent, units: list[str]) -> Iterator[str]:
    """Yield the names of units."""
    for unit in units:
        yield content.name_of(unit)
