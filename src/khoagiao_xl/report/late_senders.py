"""The limits of units as reporters: who was late, and by how many days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khoagiao_xl.report.name_lists import are_listed
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import KeyedText, listed_in
from khoagiao_xl.report.told_standing import (
    late_units,
    named,
)
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.report.content import ReportContent


def late_limits(content: ReportContent) -> Iterator[KeyedText]:
    """Yield who was late with the report of the period, and how often those within it came late."""
    now = _late_now(content)
    within = _late_parts(content)
    told = "; ".join(filter(None, [now, within]))
    if told:
        yield "cham", told


def _late_now(content: ReportContent) -> str:
    late = late_units(content, content.period)
    if not late:
        return ""
    if are_listed(duty.unit for duty in late):
        return _late_listed(late, content)
    by_days = _by_days(late)
    told = [_late_alike(days, own, content) for days, own in by_days.items()]
    return TOLD["cham"].format(
        count=number(len(late)),
        period=content.period.short,
        units="; ".join(told),
    )


def _late_parts(content: ReportContent) -> str:
    """Return how often units were late with the reports within the period; blank for never."""
    periods = []
    times = 0
    for part in content.period.parts:
        late = late_units(content, part)
        if late:
            periods.append(part.short)
            times += len(late)
    if not periods:
        return ""
    return TOLD["cham_phan"].format(
        periods=", ".join(periods),
        count=number(times),
    )


def _late_listed(late: Sequence[Duty], content: ReportContent) -> str:
    return TOLD["cham_danh_sach"].format(
        count=number(len(late)),
        period=content.period.short,
        latest=_latest(late),
        listed=listed_in(content.appendices.missing),
    )


def _latest(late: Sequence[Duty]) -> str:
    """Return by how many days they were late, at the most where that differs; blank where nobody knows."""
    days = {duty.days_late or 0 for duty in late}
    phrase = "cham_deu" if len(days) == 1 else "cham_nhat"
    latest = max(days)
    return TOLD[phrase].format(days=number(latest)) if latest else ""


def _by_days(late: list[Duty]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for duty in late:
        days = duty.days_late or 0
        own = found.setdefault(
            days,
            [],
        )
        own.append(duty.unit)
    return found


def _late_alike(days: int, units: list[str], content: ReportContent) -> str:
    shown = _named(units, content)
    if not days:
        return shown
    return TOLD["cham_may_ngay"].format(
        days=number(days),
        units=shown,
    )


def _named(units: list[str], content: ReportContent) -> str:
    return ", ".join(named(content, units))
