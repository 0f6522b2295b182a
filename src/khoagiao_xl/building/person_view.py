"""«Việc từng người»: what is on whom in the office, and the work of one who is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from khoagiao_xl.building.sheet_styles import COUNTED, INK, RED
from khoagiao_xl.building.shown_work import CODE, DUE, LEAD, LEADER_SHOWN, PRODUCT, PROGRESS, STATUS, TEXT
from khoagiao_xl.building.view_sheet import (
    BODY,
    CHOICE,
    HEAD,
    LATE,
    MOST,
    SAID,
    SAID_FROM,
    ViewList,
    begin,
    choose,
    draw_list,
    key,
)
from khoagiao_xl.building.work_list import (
    DONE,
    IN_CHARGE,
    KIND,
    LEADER,
    OPEN,
    STATE,
    STEP,
    TASK,
    cell_of,
    in_list,
    places,
)
from khoagiao_xl.building.work_list import DUE as DAYS
from khoagiao_xl.model import schema
from khoagiao_xl.model.schema import PERSON_VIEW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.building.board import Board
    from khoagiao_xl.building.defined_names import Lists

PERSON: Final = "kgNguoiXem"  # the name of the yellow cell
KEYS: Final = "kgViecNguoi"
GROUPS: Final = ("Phụ trách", "Phụ trách, chưa có hạn", "Chỉ đạo", "Đã xong")
DATED, UNDATED, DIRECTED, FINISHED = range(1, 5)
WITHOUT_DAY: Final = 99_999  # a day behind all others
SOON: Final = 7  # days
PEOPLE: Final = 12  # lines of the summary
LONGEST_BAR: Final = 30  # signs
_FIRST: Final = '=IFERROR(INDEX(dsPhuTrach,1)&"","")'
_CHOICE: Final = {
    "validate": "list",
    "source": "=dsPhuTrach",
    "error_title": "Không có trong danh sách",
    "error_message": "Chọn một tên ở trang «Người phụ trách»; để trống thì xem việc chưa giao ai.",
}
_COLUMNS: Final = (CODE, DUE, TEXT, LEAD, LEADER_SHOWN, PROGRESS, STATUS, PRODUCT)
_SUMMARY_AT: Final = 6  # Excel row of its headings
ITEMS: Final = ViewList(_SUMMARY_AT + PEOPLE + 3, KEYS, GROUPS, _COLUMNS, "Nhóm việc", is_printed=False)
_IS_IN: Final = 'NOT(ISERROR(FIND(";"&{person}&";",{names})))'


def keep_persons(lists: Lists) -> None:
    """Write the key of each piece of work that is on the chosen person."""
    count = len(list(places()))
    keys = map(_key, range(1, count + 1))
    lists.keep_column(KEYS, list(keys))


_KEY: Final = (
    '=IF({state}="","",IF({does},IF({state}="{open}",IF({day}="",{undated},{dated}),{finished}),'
    'IF(AND({person}<>"",{directs},{state}="{open}"),{directed},"")))'
)
_LAST: Final = f'IF({{day}}="",{WITHOUT_DAY},{{day}})'


def _key(place: int) -> str:
    day = in_list(DAYS, place)
    last = _LAST.format(day=day)
    does = in_list(IN_CHARGE, place)
    directs = in_list(LEADER, place)
    return _KEY.format(
        state=in_list(STATE, place),
        open=OPEN,
        day=day,
        person=PERSON,
        does=_IS_IN.format(person=PERSON, names=does),
        directs=_IS_IN.format(person=PERSON, names=directs),
        undated=key(UNDATED, "", place),
        dated=key(DATED, day, place),
        finished=key(FINISHED, last, place),
        directed=key(DIRECTED, last, place),
    )


_UNASSIGNED: Final = f'COUNTIFS({IN_CHARGE},";;",{STATE},"{OPEN}")'
_SAID: Final = (
    f'=IF({PERSON}="","Việc chưa giao ai. ","")&{_UNASSIGNED}&" việc chưa xong, chưa ghi người phụ trách '
    f'(để trống ô vàng để xem). Không in cùng cả sổ; cần thì in vùng đã chọn."'
    f'&IF(COUNT({KEYS})>{MOST}," Hiện {MOST} việc đầu trong "&COUNT({KEYS})&".","")'
)


def draw_persons(board: Board) -> None:
    """Draw the sheet."""
    begin(board, "VIỆC CỦA TỪNG NGƯỜI, TỪNG PHÒNG", ITEMS)
    choose(board, "Người, phòng ▼", _FIRST, PERSON, PERSON_VIEW, _CHOICE)
    last = len(_COLUMNS) + 1
    board.write(CHOICE, (SAID_FROM, last), _SAID, SAID)
    _summary(board)
    draw_list(board, ITEMS)


# -- what is on whom -----------------------------------------------------------------------------------------

_OF: Final = f'{IN_CHARGE},"*;"&{{name}}&";*",{STATE},'
_OPEN: Final = f'COUNTIFS({_OF}"{OPEN}")'
# An anniversary is no day that can be missed.
_LATE_OF: Final = f'COUNTIFS({_OF}"{OPEN}",{DAYS},"<"&TODAY(),{KIND},"{{kind}}")'
_LATE: Final = "(" + "+".join(_LATE_OF.replace("{kind}", source.kind) for source in (TASK, STEP)) + ")"
_SOON: Final = f'COUNTIFS({_OF}"{OPEN}",{DAYS},">="&TODAY(),{DAYS},"<="&TODAY()+{SOON})'
_DONE: Final = f'COUNTIFS({_OF}"{DONE}")'
_DIRECTED: Final = f'COUNTIFS({LEADER},"*;"&{{name}}&";*",{STATE},"{OPEN}")'
_BAR: Final = f'REPT("■",MIN({LONGEST_BAR},{_LATE}))&REPT("□",MIN({LONGEST_BAR},{_OPEN}-{_LATE}))'
_LOOKS: Final = {_BAR: {**BODY, "font_color": RED}, '{role}&""': BODY}
_IF_THERE: Final = '=IF({name}="","",{told})'
_NAME_AT: Final = (1, 3)
# Heading -> what stands below it, in the columns behind the name.
_SUMMARY: Final[Mapping[str, str]] = {
    "Việc chưa xong: ■ quá hạn  □ còn hạn": _BAR,
    "Vai trò": '{role}&""',
    "Chưa xong": _OPEN,
    "Quá hạn": _LATE,
    "Hạn trong 7 ngày": _SOON,
    "Đã xong; chỉ đạo": f'{_DONE}&" đã xong; chỉ đạo "&{_DIRECTED}',
}


def _summary(board: Board) -> None:
    """Draw a line for each of the first people of the office."""
    row = _SUMMARY_AT
    _, before = _NAME_AT
    board.write(row, _NAME_AT, "Người, phòng", HEAD)
    for at, heading in enumerate(_SUMMARY, before + 1):
        board.put(row - 1, at, heading, HEAD)
    board.sheet.set_row_pixels(row - 1, 32)
    for number in range(1, PEOPLE + 1):
        _person(board, row + number, number)
    late = before + 1 + list(_SUMMARY).index("Quá hạn")
    cell = xl_rowcol_to_cell(row, late, col_abs=True)
    rows = (row + 1, row + PEOPLE)
    board.colour(rows, (late, late), f"=N({cell})>0", bg_color=LATE, font_color=INK)


def _person(board: Board, row: int, number: int) -> None:
    name = cell_of(schema.ASSIGNEES, "name", number)
    role = cell_of(schema.ASSIGNEES, "role", number)
    _, before = _NAME_AT
    board.write(row, _NAME_AT, f'={name}&""', BODY)
    for at, shown in enumerate(_SUMMARY.values(), before + 1):
        told = shown.format(name=name, role=role)
        formula = _IF_THERE.format(name=name, told=told)
        look = _LOOKS.get(shown, COUNTED)
        board.put(row - 1, at, formula, look)
