"""How it is told who is behind with a task of the plan: by name where they are few, else in which list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.name_lists import named_behind
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.task_progress import TaskProgress
from khoagiao_xl.report.told_lines import NAMED, names
from khoagiao_xl.report.units_of_field import called_after_number
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SEVERAL: Final = 2


def alike_unknown(known: Iterable[TaskProgress]) -> int:
    """Return of how many units nothing is known of any of several tasks, 0 where that differs."""
    unknown = [progress.unknown for progress in known]
    if len(unknown) < SEVERAL or len(set(unknown)) > 1:
        return 0
    return max(unknown[0], 0)


def late_words(progress: TaskProgress) -> str:
    """Return by which report it was late: «; có đơn vị thực hiện sau hạn, ở báo cáo quý II còn 5/89 ...».

    Where the day is of some units alone it says how many were left, and calls those late that are of them.
    """
    shown_late = progress.shown_late
    if shown_late is None or progress.left:
        return ""
    late = progress.group_late
    phrase = "chua_du_o_bao_cao" if progress.due_group else "hoan_thanh_sau_han"
    told = TOLD[phrase].format(
        period=Period.parse(shown_late.period).short,
        left=progress.late_left,
        units=_among_them(progress.late_units, progress),
    )
    if not late:
        return told
    return told + TOLD["trong_do_sau_han"].format(
        count=number(len(late)),
        bound=called_after_number(progress.due_group),
        units=_among_them(late, progress),
    )


def _among_them(units: Sequence[str], progress: TaskProgress) -> str:
    """Return «, gồm Sở Y tế, Sở Tư pháp», of many where they are named; blank where nobody knows them."""
    is_many = len(units) > NAMED
    if not units or (is_many and not progress.listed_in):
        return ""
    if is_many:
        return TOLD["neu_ten_tai"].format(appendix=progress.listed_in)
    return TOLD["gom_don_vi"].format(units=names(units))


def units_behind(progress: TaskProgress) -> str:
    """Return « (Sở Y tế, Sở Tư pháp)» of who is left, of many where they are listed; blank where unknown."""
    units = progress.left_units
    return named_behind(units, progress.listed_in) if units else ""
