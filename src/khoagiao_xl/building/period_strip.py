"""The strip of the year: of every period the share of units that reported on time, or when it falls due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from khoagiao_xl.building.board import (
    ACROSS,
    LEFT,
    RIGHT,
    STRIP,
    STRIP_COUNTS,
    STRIP_LABELS,
    STRIP_SHARES,
)
from khoagiao_xl.building.defined_names import PERIOD
from khoagiao_xl.building.head_tiles import FAIR, GOOD, POOR
from khoagiao_xl.building.named_periods import short_name
from khoagiao_xl.building.sheet_styles import GOLD, HEADING, INK, MUTED, NUMBER, PAPER, RED
from khoagiao_xl.building.unit_standings import on_time_in, owing_at

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board

_TITLE: Final = "Các kỳ trong năm: tỷ lệ đơn vị nộp đúng hạn"
_CELL: Final = {"align": "center", "valign": "vcenter", "border": 1, "border_color": PAPER}
_LABEL: Final = {**_CELL, "font_size": 8, "font_color": MUTED}
_SHARE: Final = {**NUMBER, **_CELL, "num_format": "0%", "bg_color": "#F2F2F2"}
_COUNT: Final = {**_CELL, "font_size": 8, "font_color": MUTED, "shrink": True}
_CHOSEN: Final = {"bg_color": GOLD, "font_color": RED, "bold": True}
WELL, ENOUGH = 0.95, 0.8  # from which share on a period is green, and from which no worse than yellow

_CODE: Final = 'IF(ROWS(dsKy)<{place},"",INDEX(dsKy,{place}))'
_ENDS, _DUE = "INDEX(kgHanDenNgay,{place})", "INDEX(kgHanDonVi,{place})"
# Nothing is said of a period that nothing was taken in of.
_IS_TAKEN: Final = 'IF({code}="",FALSE,COUNTIF(kgNhanKy,{code})>0)'


def draw_strip(board: Board) -> None:
    """Draw three cells for each period of tblThoiHan, in its order."""
    board.write(STRIP, (LEFT, RIGHT), _TITLE, HEADING)
    for place in range(1, ACROSS + 1):
        _period(board, place)
    _colour(board)


def _period(board: Board, place: int) -> None:
    column = LEFT + place - 1
    code = _CODE.format(place=place)
    taken = _IS_TAKEN.format(code=code)
    owing = owing_at(code, _ENDS.format(place=place))
    on_time = on_time_in(code)
    due = _DUE.format(place=place)
    until = f'IF({code}="","","hạn "&DAY({due})&"/"&MONTH({due}))'
    share = f'=IF({taken},({on_time})/MAX(1,{owing}),"")'
    count = f'=IF({taken},({on_time})&"/"&({owing}),{until})'
    board.put(STRIP_LABELS - 1, column, f"={short_name(code)}", _LABEL)
    board.put(STRIP_SHARES - 1, column, share, _SHARE)
    board.put(STRIP_COUNTS - 1, column, count, _COUNT)


def _colour(board: Board) -> None:
    columns = (LEFT, RIGHT)
    code = _CODE.format(place=f"COLUMN()-{LEFT}")
    board.colour((STRIP_LABELS, STRIP_LABELS), columns, f"={code}={PERIOD}", **_CHOSEN)
    cell = xl_rowcol_to_cell(STRIP_SHARES - 1, LEFT)
    shares = (STRIP_SHARES, STRIP_SHARES)
    for colour, least in ((GOOD, WELL), (FAIR, ENOUGH), (POOR, 0)):
        when = f"=AND(ISNUMBER({cell}),N({cell})>={least})"
        board.colour(shares, columns, when, bg_color=colour, font_color=INK)
