"""What the figures say in favour of units, by name: in time in every period, the most that was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.name_lists import behind_count
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import NAMED, KeyedText
from khoagiao_xl.report.told_standing import (
    always_on_time,
    is_mostly_in_time,
    judged_periods,
    named,
    on_time_units,
)
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.content import ReportContent

LEADERS: Final = 3  # units named that did most
SEVERAL: Final = 2


def strengths(content: ReportContent) -> Iterator[KeyedText]:
    """Yield how many units reported in time, those in time all year, those that did most, under keys."""
    yield from _in_time(content)
    yield from _leaders(content)


def _in_time(content: ReportContent) -> Iterator[KeyedText]:
    if not is_mostly_in_time(content):
        return
    now = on_time_units(content, content.period)
    told = TOLD["dung_han"].format(
        count=number(len(now), in_text=False),
        owing=number(content.expected, in_text=False),
        period=content.period.label,
    )
    yield "dung_han", " ".join([told, *_always(content)])


def _always(content: ReportContent) -> Iterator[str]:
    periods = judged_periods(content)
    if len(periods) < SEVERAL:
        return
    units = always_on_time(content, periods)
    shown = ""
    if len(units) <= NAMED:
        shown = behind_count(named(content, units), content.appendices.units)
    elif len(units) * SEVERAL < content.expected:
        return  # too few to speak for the units, too many to be praised by name
    if not units:
        return
    yield TOLD["dung_han_deu"].format(
        count=number(len(units)),
        periods=number(len(periods)),
        units=shown,
    )


def _first_of(leaders: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """Return the few that did most; nobody is left out who did as much as one that is named."""
    if len(leaders) <= LEADERS:
        return leaders
    _, next_figure = leaders[LEADERS]
    _, last_figure = leaders[LEADERS - 1]
    if next_figure < last_figure:
        return leaders[:LEADERS]
    return tuple(leader for leader in leaders[:LEADERS] if leader[1] > last_figure)


def _leaders(content: ReportContent) -> Iterator[KeyedText]:
    told = []
    for unit, figure in _first_of(content.leaders):
        shown = TOLD["nhieu_nhat_mot"].format(
            unit=content.name_of(unit),
            figure=number(figure),
        )
        told.append(shown)
    if told:
        yield "nhieu_nhat", TOLD["nhieu_nhat"].format(units=", ".join(told))
