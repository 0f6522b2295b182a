"""The limits of the period from figures: who is silent or late, what lags behind, what has fallen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import name_review
from khoagiao_xl.report.lagging_figures import falls, plan_lags
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import MOST_NAMED, KeyedText, capital, names
from khoagiao_xl.report.told_standing import (
    duties_of,
    grouped_by_state,
    in_both,
    late_units,
    named,
    silent_units,
    without_activity,
)
from khoagiao_xl.report.told_tasks import ends_the_year, late_tasks
from khoagiao_xl.wording.told_sections import SILENT_STATES, TOLD

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

NAMED_REVIEWS: Final = 2  # of more the table of reviews tells
# What units may be two periods running.
TWICE: Final[Mapping[str, Callable[[ReportContent, Period], list[str]]]] = {
    "hai_ky": silent_units,
    "khong_phat_sinh_hai_ky": without_activity,
}


def limits(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    """Yield each limit as a sentence, under a key that is the same whatever its figures come to."""
    for key, text in _limits(content, citations):
        yield key, capital(text) + "."


def _limits(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    yield from _silent(content)
    yield from _silent_parts(content)
    yield from _silent_twice(content)
    yield from _late(content)
    yield from plan_lags(content)
    yield from falls(content)
    yield from _open_issues(content)
    yield from _late_reviews(content, citations)
    yield from _late_tasks(content)


def _silent(content: ReportContent) -> Iterator[KeyedText]:
    for state, units in grouped_by_state(content).items():
        told = SILENT_STATES[state.value].format(
            count=number(len(units)),
            period=content.period.label,
            units=_named(units, content),
        )
        yield f"im_lang:{state.value}", told


def _silent_parts(content: ReportContent) -> Iterator[KeyedText]:
    """Yield for each month of a quarter, each quarter of a year, the units of which nothing was received."""
    for part in content.period.parts:
        units = silent_units(content, part)
        if units:
            told = TOLD["chua_nop_ky"].format(
                count=number(len(units)),
                period=part.label,
                units=_named(units, content),
            )
            yield f"im_lang:{part}", told


def _silent_twice(content: ReportContent) -> Iterator[KeyedText]:
    now, before = content.period, content.period.previous
    if not duties_of(content, before):
        return
    for phrase, units_of in TWICE.items():
        units = in_both(
            units_of(content, now),
            units_of(content, before),
        )
        if units:
            told = TOLD[phrase].format(
                count=number(len(units)),
                before=before.short,
                now=now.short,
                units=_named(units, content),
            )
            yield phrase, told


def _late(content: ReportContent) -> Iterator[KeyedText]:
    late = late_units(content)
    if not late:
        return
    by_days = _by_days(late)
    told = [_late_alike(days, own, content) for days, own in by_days.items()]
    whole = TOLD["cham"].format(
        count=number(len(late)),
        units="; ".join(told),
    )
    yield "cham", whole


def _by_days(late: list[Duty]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for duty in late:
        days = duty.days_late or 0
        own = found.setdefault(days, [])
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
    called = named(content, units)
    return names(called, MOST_NAMED)


def _late_tasks(content: ReportContent) -> Iterator[KeyedText]:
    """Yield how many tasks the year ends without; in its other reports they are tasks of what comes next."""
    late = late_tasks(content)
    if late and ends_the_year(content):
        told = TOLD["nhiem_vu_chua_xong"]
        count = number(len(late))
        yield "nhiem_vu", told.format(count=count)


def _open_issues(content: ReportContent) -> Iterator[KeyedText]:
    left = [note for note in content.issues if note.settled_on is None]
    if left:
        told = TOLD["con_van_de"].format(
            count=number(len(left)),
            units=names(note.unit_name for note in left),
        )
        yield "van_de", told


def _late_reviews(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    late = [state for state in review_states(content) if state.days_over]
    if not late:
        return
    named_late = [name_review(state.review, citations) for state in late]
    phrase = "so_ket_cham" if len(late) <= NAMED_REVIEWS else "so_ket_cham_bang"
    told = TOLD[phrase].format(
        count=number(len(late)),
        names="; ".join(named_late),
    )
    yield "so_ket", told
