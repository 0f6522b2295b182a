"""The columns in which a sheet shows a piece of work of the plan, whatever table it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from khoagiao_xl.building.work_list import (
    IN_CHARGE,
    LEADER,
    REVIEW,
    SOURCES,
    STEP,
    TASK,
    PlanSource,
    cell_of,
    first_place,
    in_list,
)

_DAY: Final = {"num_format": "dd/mm/yyyy", "align": "center"}
_MIDDLE: Final = {"align": "center"}
LONGEST: Final = 180  # letters of a text that a row has room for


@dataclass(frozen=True)
class ShownColumn:
    """One column of the list that a sheet shows.

    shown: table -> the piece of a formula that gives what is shown of its row {at}; blank for a table that
    is not there. names: the column of the list of work that holds the names to show instead.
    """

    heading: str
    width: float
    shown: Mapping[PlanSource, str] = field(default_factory=dict)
    look: Mapping[str, Any] = field(default_factory=dict)
    names: str = ""


def _of(fields: Mapping[PlanSource, str]) -> dict[PlanSource, str]:
    return {source: cell_of(source.table, name, "{at}") for source, name in fields.items()}


def _everywhere(name: str) -> dict[PlanSource, str]:
    return _of(dict.fromkeys(SOURCES, name))


def _review(name: str) -> str:
    return cell_of(REVIEW.table, name, "{at}")


def _step(name: str) -> str:
    return cell_of(STEP.table, name, "{at}")


_TEXT: Final = {
    TASK: cell_of(TASK.table, "text", "{at}"),
    REVIEW: f'{_review("kind")}&" "&{_review("years")}&" năm "&{_review("symbol")}&" (ngày tròn)"',
    STEP: f'{_step("title")}&": "&{_step("text")}',
}
_TASK_PROGRESS: Final = cell_of(TASK.table, "progress", "{at}")
_DAY_TOLD: Final = '", "&DAY({day})&"/"&MONTH({day})&"/"&YEAR({day})'
_WITH_DAY: Final = f'{{number}}&IF(ISNUMBER({{day}}),{_DAY_TOLD},"")'
_PRODUCT: Final = f'IF({{number}}="",{{otherwise}},{_WITH_DAY})'


def _product(source: PlanSource, number: str, day: str, otherwise: str) -> str:
    return _PRODUCT.format(
        number=cell_of(source.table, number, "{at}"),
        day=cell_of(source.table, day, "{at}"),
        otherwise=cell_of(source.table, otherwise, "{at}"),
    )


CODE: Final = ShownColumn("Mã", 8, _everywhere("code"), _MIDDLE)
DUE: Final = ShownColumn(
    "Hạn", 11, _of({TASK: "due", REVIEW: "anniversary", STEP: "due"}), {**_DAY, "bold": True}
)
TEXT: Final = ShownColumn("Nội dung", 58, _TEXT)
LEAD: Final = ShownColumn("Chủ trì", 22, _of({TASK: "lead", REVIEW: "lead"}))
IN_CHARGE_SHOWN: Final = ShownColumn("Phụ trách", 16, names=IN_CHARGE)
LEADER_SHOWN: Final = ShownColumn("Lãnh đạo chỉ đạo", 16, names=LEADER)
STATUS: Final = ShownColumn("Trạng thái", 11, _everywhere("status"), _MIDDLE)
PROGRESS: Final = ShownColumn(
    "Tiến độ",
    9,
    {TASK: f'IF({_TASK_PROGRESS}="","",{_TASK_PROGRESS}&"%")'},
    _MIDDLE,
)
PRODUCT: Final = ShownColumn(
    "Sản phẩm, bằng chứng",
    22,
    {
        TASK: _product(TASK, "product_number", "product_day", "evidence"),
        REVIEW: _product(REVIEW, "report_number", "reported_on", "evidence"),
        STEP: cell_of(STEP.table, "evidence", "{at}"),
    },
)


_NAMES: Final = '=IF({place}=0,"",SUBSTITUTE(MID({names},2,MAX(0,LEN({names})-2)),";","; "))'
_SHOWN: Final = '=IF({place}=0,"",{shown})'
_IF_WITHIN: Final = "IF({place}<={last},{shown},{otherwise})"
_DAY_OR_BLANK: Final = 'IF(ISNUMBER({shown}),{shown},"")'
_CUT: Final = f'LEFT({{shown}},{LONGEST})&IF(LEN({{shown}})>{LONGEST},"…","")'
_AS_TEXT: Final = '{shown}&""'


def of_place(column: ShownColumn, place: str) -> str:
    """Return the formula of what a column shows of the work at a place of the list; 0 stands for none."""
    if column.names:
        at = f"MAX(1,{place})"
        return _NAMES.format(place=place, names=in_list(column.names, at))
    shown = _by_source(column, place)
    told = _as_it_is(column).format(shown=shown)
    return _SHOWN.format(place=place, shown=told)


def _by_source(column: ShownColumn, place: str) -> str:
    """Return the piece that gives what is shown of the table in which a place of the list lies."""
    told = '""'
    for source in reversed(SOURCES):
        first = first_place(source)
        shown = column.shown.get(source, '""').format(at=f"{place}-{first}")
        told = _IF_WITHIN.format(
            place=place,
            last=first + source.lines,
            shown=shown,
            otherwise=told,
        )
    return told


def _as_it_is(column: ShownColumn) -> str:
    """Return how a day stays a number, blank where there is none, and a text fits into its row."""
    if "num_format" in column.look:
        return _DAY_OR_BLANK
    return _CUT if column is TEXT else _AS_TEXT
