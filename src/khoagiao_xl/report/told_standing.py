"""How the units stand as reporters: on time, late, silent, this period and those before it, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import REPORTED, Duty, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.report.content import ReportContent

SILENT: Final = (State.MISSING, State.RETURNED, State.UNUSABLE)  # the gravest first

Duties = dict[str, Duty]  # by code of the unit


def duties_of(content: ReportContent, period: Period) -> Duties:
    """Return what became of each unit's duty of a period; nothing before its intake."""
    code = str(period)
    return {duty.unit: duty for duty in content.duties if duty.period == code}


def silent_units(content: ReportContent, period: Period) -> list[str]:
    """Return the codes of the units of which no report of a period was received; none while it is not due."""
    due = content.due_days.get(str(period))
    if due and due >= content.today:
        return []
    duties = duties_of(content, period)
    return [unit for unit, duty in duties.items() if duty.state in SILENT]


def late_units(content: ReportContent) -> list[Duty]:
    """Return the duties of the period whose report counts but came late, the latest first."""
    duties = duties_of(content, content.period)
    late = [duty for duty in duties.values() if _is_late(duty)]
    return sorted(late, key=_days, reverse=True)


def _is_late(duty: Duty) -> bool:
    return duty.state in REPORTED and duty.on_time is False


def _days(duty: Duty) -> int:
    return duty.days_late or 0


def on_time_units(content: ReportContent, period: Period) -> list[str]:
    """Return the codes of the units whose report of a period came in time and counts."""
    duties = duties_of(content, period)
    return [unit for unit, duty in duties.items() if duty.state in REPORTED and duty.on_time]


def without_activity(content: ReportContent, period: Period) -> list[str]:
    """Return the codes of the units that confirmed that there was nothing to report."""
    duties = duties_of(content, period)
    return [unit for unit, duty in duties.items() if duty.state is State.NOTHING]


def periods_so_far(content: ReportContent) -> list[Period]:
    """Return the periods of the year that were taken in and end no later than this one."""
    codes = {duty.period for duty in content.duties}
    found = [Period.parse(code) for code in codes]
    return sorted(period for period in found if _is_so_far(period, content.period))


def _is_so_far(period: Period, now: Period) -> bool:
    return period.year == now.year and period.last_month <= now.last_month


def always_on_time(content: ReportContent, periods: list[Period]) -> list[str]:
    """Return the codes of the units that reported every one of these periods in time."""
    if not periods:
        return []
    first, *others = periods
    units = on_time_units(content, first)
    for period in others:
        also = set(on_time_units(content, period))
        units = [unit for unit in units if unit in also]
    return units


def in_both(these: list[str], those: list[str]) -> list[str]:
    """Return what stands in both, in the order of the first."""
    also = set(those)
    return [each for each in these if each in also]


def grouped_by_state(content: ReportContent) -> Mapping[State, list[str]]:
    """Return the codes of the silent units by state, the gravest first."""
    duties = duties_of(content, content.period)
    silent = silent_units(content, content.period)
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
