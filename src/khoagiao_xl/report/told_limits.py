"""The limits of the period from figures: who is silent or late, what lags behind, what has fallen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import name_review
from khoagiao_xl.report.lagging_figures import falls, plan_lags
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import MOST_NAMED, listed, names
from khoagiao_xl.report.told_reviews import review_states
from khoagiao_xl.report.told_standing import (
    duties_of,
    grouped_by_state,
    in_both,
    late_units,
    named,
    silent_units,
    without_activity,
)
from khoagiao_xl.wording.told_sections import SILENT_STATES, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent


def limit_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return the limits that the figures show, as lines below an opening; nothing where they show none."""
    told = [
        *_silent(content),
        *_silent_parts(content),
        *_silent_twice(content),
        *_late(content),
        *plan_lags(content),
        *falls(content),
        *_open_issues(content),
        *_late_reviews(content, citations),
    ]
    return listed(TOLD["han_che"], told)


def _silent(content: ReportContent) -> Iterator[str]:
    for state, units in grouped_by_state(content).items():
        yield SILENT_STATES[state.value].format(
            count=number(len(units)),
            period=content.period.label,
            units=names(named(content, units), MOST_NAMED),
        )


def _silent_parts(content: ReportContent) -> Iterator[str]:
    """Yield for each month of a quarter, each quarter of a year, the units of which nothing was received."""
    for part in content.period.parts:
        units = silent_units(content, part)
        if units:
            yield TOLD["chua_nop_ky"].format(
                period=part.label,
                units=names(named(content, units), MOST_NAMED),
            )


def _silent_twice(content: ReportContent) -> Iterator[str]:
    now, before = content.period, content.period.previous
    if not duties_of(content, before):
        return
    twice = {
        "hai_ky": in_both(silent_units(content, now), silent_units(content, before)),
        "khong_phat_sinh_hai_ky": in_both(without_activity(content, now), without_activity(content, before)),
    }
    for phrase, units in twice.items():
        if units:
            yield TOLD[phrase].format(
                before=before.short,
                now=now.short,
                units=names(named(content, units), MOST_NAMED),
            )


def _late(content: ReportContent) -> Iterator[str]:
    late = late_units(content)
    if not late:
        return
    told = [_late_alike(days, own, content) for days, own in _by_days(late).items()]
    yield TOLD["cham"].format(
        count=number(len(late)),
        units="; ".join(told),
    )


def _by_days(late: list[Duty]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for duty in late:
        own = found.setdefault(duty.days_late or 0, [])
        own.append(duty.unit)
    return found


def _late_alike(days: int, units: list[str], content: ReportContent) -> str:
    shown = names(named(content, units), MOST_NAMED)
    if not days:
        return shown
    return TOLD["cham_may_ngay"].format(days=number(days), units=shown)


def _open_issues(content: ReportContent) -> Iterator[str]:
    left = [note for note in content.issues if note.settled_on is None]
    if left:
        yield TOLD["con_van_de"].format(
            count=number(len(left)),
            units=names(note.unit_name for note in left),
        )


def _late_reviews(content: ReportContent, citations: Citations) -> Iterator[str]:
    late = [state for state in review_states(content) if state.days_over]
    if late:
        told = [name_review(state.review, citations) for state in late]
        yield TOLD["so_ket_cham"].format(
            count=number(len(late)),
            names="; ".join(told),
        )
