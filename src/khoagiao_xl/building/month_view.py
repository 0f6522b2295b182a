"""«Chương trình tháng»: what the plan asks of the office in a chosen month, and the year by months."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.building.board import Board, setting_formula
from khoagiao_xl.building.shown_work import (
    CODE,
    DUE,
    IN_CHARGE_SHOWN,
    LEAD,
    LEADER_SHOWN,
    PRODUCT,
    PROGRESS,
    STATUS,
    TEXT,
)
from khoagiao_xl.building.view_sheet import (
    CHOICE,
    MOST,
    SAID,
    SAID_FROM,
    ViewList,
    begin,
    choose,
    draw_list,
    key,
)
from khoagiao_xl.building.work_list import DONE, OPEN, STARTS, STATE, TASK, cell_of, in_list, places
from khoagiao_xl.building.work_list import DUE as DAYS
from khoagiao_xl.model.schema import MONTH_VIEW

if TYPE_CHECKING:
    from khoagiao_xl.building.defined_names import Lists

MONTH: Final = "kgThangXem"  # the name of the yellow cell
KEYS: Final = "kgViecThang"
_YEAR: Final = f"({setting_formula('nam')}+0)"
_THIS_MONTH: Final = f"=IF(YEAR(TODAY())={_YEAR},MONTH(TODAY()),IF(YEAR(TODAY())<{_YEAR},1,12))"
GROUPS: Final = ("Chưa xong từ trước", "Trong tháng", "Đang làm, hạn sau", "Định kỳ")
BEFORE, WITHIN, BEGUN, RECURRING = range(1, 5)
_CHOICE: Final = {
    "validate": "list",
    "source": [f"{month}" for month in range(1, 13)],
    "error_title": "Không có tháng này",
    "error_message": "Chọn một tháng, từ 1 đến 12.",
}
_COLUMNS: Final = (CODE, DUE, TEXT, LEAD, IN_CHARGE_SHOWN, LEADER_SHOWN, PROGRESS, STATUS, PRODUCT)
LAST_MONTH: Final = 12
_YEAR_AT: Final = 5  # Excel row of the year by months
ITEMS: Final = ViewList(7, KEYS, GROUPS, _COLUMNS, "Nhóm việc")
# A day as the number of its month since year 0: days of other years are before or after.
_MONTHS: Final = "(YEAR({day})*12+MONTH({day}))"
_CHOSEN: Final = "kgThangXemSo"
# What comes back: with every month or week, with the months that end a quarter, a half, the year.
_RECURRENCE: Final = 'SUBSTITUTE(SUBSTITUTE({words},"6 tháng","nửa năm"),"sáu tháng","nửa năm")'
_OPEN: Final = f'COUNTIFS({STATE},"{OPEN}")'
_UNDATED: Final = f'{_OPEN}-COUNTIFS({STATE},"{OPEN}",{DAYS},">0")'
_COMES: Final = (
    'OR(NOT(ISERROR(FIND("háng",{words}))),NOT(ISERROR(FIND("uần",{words}))),'
    f'AND(MOD({MONTH},3)=0,NOT(ISERROR(FIND("uý",{{words}})))),'
    f'AND(MOD({MONTH},6)=0,NOT(ISERROR(FIND("nửa năm",{{words}})))),'
    f'AND({MONTH}=12,NOT(ISERROR(FIND("ăm",{{words}})))))'
)


def keep_months(lists: Lists) -> None:
    """Write the key of each piece of work that belongs to the chosen month."""
    lists.keep_formula(_CHOSEN, f"={_YEAR}*12+N({MONTH}+0)")
    keys = []
    for place, (source, number) in enumerate(places(), 1):
        recurring = _recurring(number, place) if source is TASK else '""'
        keys.append(_key(place, recurring))
    lists.keep_column(KEYS, keys)


_KEY: Final = (
    '=IF({state}="","",IF({day}="",{without_day},IF({month}={chosen},{within},'
    'IF({state}="{open}",IF({month}<{chosen},{before},IF({has_begun},{begun},"")),""))))'
)
_HAS_BEGUN: Final = 'IF({start}="",FALSE,{month}<={chosen})'
_IF_IT_COMES: Final = 'IF({state}="{open}",IF({comes},{recurring},""),"")'


def _key(place: int, without_day: str) -> str:
    day = in_list(DAYS, place)
    start = in_list(STARTS, place)
    has_begun = _HAS_BEGUN.format(
        start=start,
        month=_MONTHS.format(day=start),
        chosen=_CHOSEN,
    )
    return _KEY.format(
        state=in_list(STATE, place),
        open=OPEN,
        day=day,
        month=_MONTHS.format(day=day),
        chosen=_CHOSEN,
        without_day=without_day,
        within=key(WITHIN, day, place),
        before=key(BEFORE, day, place),
        begun=key(BEGUN, day, place),
        has_begun=has_begun,
    )


def _recurring(number: int, place: int) -> str:
    recurrence = cell_of(TASK.table, "recurrence", number)
    words = _RECURRENCE.format(words=recurrence)
    return _IF_IT_COMES.format(
        state=in_list(STATE, place),
        open=OPEN,
        comes=_COMES.format(words=words),
        recurring=key(RECURRING, "", place),
    )


_COUNTED: Final = f'COUNTIFS({KEYS},">={{low}}",{KEYS},"<{{high}}")'
_SAID: Final = (
    f'="năm "&{_YEAR}&"  ·  "&{{}}&" việc có hạn trong tháng, "&{{}}&" việc chưa xong có hạn trước tháng, "'
    f'&{{}}&" việc đang làm, "&{{}}&" việc định kỳ; "&({_UNDATED})&" việc cả năm, không ghi hạn"'
    f'&IF(COUNT({KEYS})>{MOST}," (hiện {MOST} việc đầu)","")'
)


def draw_month(board: Board) -> None:
    """Draw the sheet."""
    begin(board, "CHƯƠNG TRÌNH CÔNG TÁC THÁNG", ITEMS)
    choose(board, "Tháng ▼", _THIS_MONTH, MONTH, MONTH_VIEW, _CHOICE)
    groups = (WITHIN, BEFORE, BEGUN, RECURRING)
    counts = map(_counted, groups)
    said = _SAID.format(*counts)
    board.write(CHOICE, (SAID_FROM, len(_COLUMNS) + 1), said, SAID)
    _year(board)
    draw_list(board, ITEMS)


def _counted(group: int) -> str:
    return _COUNTED.format(
        low=key(group, "", 0),
        high=key(group + 1, "", 0),
    )


# -- the year -----------------------------------------------------------------------------------------------

_DUE_IN: Final = f'COUNTIFS({DAYS},">="&DATE({_YEAR},{{month}},1),{DAYS},"<"&{{end}},{STATE},"{{state}}")'


_END: Final = f"DATE({_YEAR},{{next}},1)"
_END_OF_YEAR: Final = f"DATE({_YEAR}+1,1,1)"
_MONTH_TOLD: Final = '"tháng {month}: "&{done}&"/"&{due}'
_BETWEEN: Final = '&"  ·  "&'
_OF_THE_YEAR: Final = '="Việc đã xong / việc có hạn:  "&'


def _year(board: Board) -> None:
    """Tell of each month how many things are due in it, and how many of them are done."""
    months = map(_month, range(1, LAST_MONTH + 1))
    said = _BETWEEN.join(months)
    last = len(_COLUMNS) + 1
    board.write(_YEAR_AT, (1, last), _OF_THE_YEAR + said, SAID)
    board.sheet.set_row_pixels(_YEAR_AT - 1, 36)


def _month(month: int) -> str:
    end = _END_OF_YEAR if month == LAST_MONTH else _END.format(next=month + 1)
    return _MONTH_TOLD.format(
        month=month,
        done=_DUE_IN.format(month=month, end=end, state=DONE),
        due=_DUE_IN.format(month=month, end=end, state="?*"),
    )
