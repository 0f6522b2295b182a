"""How much of the year's plan is done, told of all figures of a paragraph in one sentence behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.sentences import (
    answered,
    done_of_plan,
    has_plan_share,
    measure_of,
    planning_units,
    reached_of_plan,
    whole_plan,
)
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.sentence_table import SentencePart


def plan_sentence(parts: Sequence[SentencePart], totals: Mapping[str, Total]) -> str:
    """Return «Từ đầu năm, 89 đơn vị có kế hoạch năm đã thực hiện 120/356 cuộc, đạt 33,7%; ...», or «».

    What was told before as done is not done once more: «So với kế hoạch năm, ... đạt 33,7% (120/356 cuộc)».
    """
    planned = [part for part in parts if has_plan_share(totals[part.code])]
    if not planned:
        return ""
    is_named = len(planned) > 1
    phrase = _opening([totals[part.code] for part in planned])
    if phrase == "ke_hoach_so_voi" and not is_named:
        (part,) = planned
        total = totals[part.code]
        if total.plan_units == answered(total):
            return _of_the_same_units(total)
    ending = "_dat" if phrase == "ke_hoach_so_voi" else ""
    told = []
    before = ""
    for part in planned:
        code = part.code
        total = totals[code]
        words = PHRASES[f"ke_hoach_phan{ending}"].format(
            done=_done(part, total, is_named=is_named),
            reached=reached_of_plan(total),
        )
        units = planning_units(total)
        if unmarked(units) != before:
            words = PHRASES[f"ke_hoach_don_vi{ending}"].format(units=units, told=words)
        before = unmarked(units)
        told.append(words)
    measures = dict.fromkeys(measure_of(totals[part.code]) for part in planned)
    return PHRASES[phrase].format(
        told="; ".join(told),
        measures=", ".join(measures),
    )


def _of_the_same_units(total: Total) -> str:
    """Return the share alone: what was done, and by which units, stands before it."""
    return PHRASES["ke_hoach_cung_don_vi"].format(
        planned=whole_plan(total),
        reached=reached_of_plan(total),
    )


def _opening(planned: Sequence[Total]) -> str:
    """Return how the share is begun, so that it is not a second figure for what was told of all units.

    What the units with a plan have done is all that was told, or a part of it: of the figure itself, or of
    the year to date that stands beside it.
    """
    told_before = [(total.plan_done or 0) - (_told_of_the_year(total) or 0) for total in planned]
    if any(difference > 0 for difference in told_before):
        return "ke_hoach"
    is_part = any(told_before)
    if any(map(_tells_to_date, planned)):
        return "ke_hoach_trong_luy_ke" if is_part else "ke_hoach"
    return "ke_hoach_mot_phan" if is_part else "ke_hoach_so_voi"


def _told_of_the_year(total: Total) -> float | None:
    """Return what the report tells of all units since the year began."""
    if _tells_to_date(total):
        return total.to_date
    return total.value


def _tells_to_date(total: Total) -> bool:
    """Whether a year to date stands beside the figure: not where it is the figure itself."""
    if total.to_date is None:
        return False
    return not Period.parse(total.period).begins_year


def _done(part: SentencePart, total: Total, *, is_named: bool) -> str:
    """Return «120/356 cuộc», of several figures with what it is of."""
    done = done_of_plan(total)
    if not is_named:
        return done
    return part.frame.replace("{}", done)
