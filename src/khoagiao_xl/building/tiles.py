"""Where every unit stands in the chosen period: a coloured tile for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from khoagiao_xl.building import defined_names
from khoagiao_xl.building.board import LEFT, STATUS, TILE_HEIGHT, TILES_ACROSS, TILES_DOWN
from khoagiao_xl.building.defined_names import OWING, PERIOD, PERIOD_ENDS
from khoagiao_xl.building.sheet_styles import COLOURS, HEADING, INK, MUTED, TILE
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import State

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board

SHOWN: Final = TILES_ACROSS * TILES_DOWN
HIDDEN: Final = 24  # columns between a tile and its state, which stands in a hidden column of the same row
_RIGHT: Final = LEFT + TILES_ACROSS - 1
_ROWS: Final = (STATUS + 1, STATUS + TILES_DOWN)  # Excel rows

_LISTED: Final = f"COUNTA({defined_names.column_range(schema.UNITS, 'code')})"
_PARTLY: Final = f'IF({_LISTED}>{SHOWN}," (hiện {SHOWN} đơn vị đầu)","")'
_TITLE: Final = f'="Tình trạng báo cáo kỳ "&{PERIOD}&" của "&{OWING}&" đơn vị"&{_PARTLY}'
_CODE: Final = f'=IF({_LISTED}<{{number}},"",INDEX(dsDonVi,{{number}})&"")'
# The state of a unit: blank where it does not owe the period, as it does not stand on its last day.
_UNTIL: Final = "INDEX(kgDonViDen,{number})"
_STANDS: Final = f'AND(INDEX(kgDonViTu,{{number}})<={PERIOD_ENDS},OR({_UNTIL}="",{_UNTIL}>={PERIOD_ENDS}))'
_FOUND: Final = f"SUMPRODUCT(MAX((kgNhanKy={PERIOD})*(kgNhanDonVi={{cell}})*ROW(kgNhanKy)))"
_STATES: Final = defined_names.column_range(schema.DUTIES, "state")
_TOLD: Final = f'IFERROR(INDEX({_STATES},1/(1/{_FOUND})-{schema.HEADER_ROW})&"","{State.MISSING}")'
_STATE: Final = f'=IF({{cell}}="","",IF({_STANDS},{_TOLD},""))'
# How many units owe the period.
OWING_UNITS: Final = (
    f'SUMPRODUCT((dsDonVi<>"")*(kgDonViTu<={PERIOD_ENDS})*(((kgDonViDen="")+(kgDonViDen>={PERIOD_ENDS}))>0))'
)


def draw_tiles(board: Board) -> None:
    """Draw a heading and under it one tile per unit, in the order of tblDonVi."""
    board.write(STATUS, (LEFT, _RIGHT), _TITLE, HEADING)
    for row in range(STATUS, STATUS + TILES_DOWN):
        board.sheet.set_row_pixels(row, TILE_HEIGHT)
    for number in range(1, SHOWN + 1):
        _tile(board, number)
    first, last = LEFT + HIDDEN, _RIGHT + HIDDEN
    board.sheet.set_column(first, last, None, None, {"hidden": True})
    _colour(board)


def _tile(board: Board, number: int) -> None:
    """Draw the tile of the unit that stands at `number` of the list, and its state beyond."""
    down, across = divmod(number - 1, TILES_ACROSS)
    row = STATUS + down
    column = LEFT + across
    code = _CODE.format(number=number)
    board.put(row, column, code, TILE)
    cell = xl_rowcol_to_cell(row, column)
    state = _STATE.format(cell=cell, number=number)
    board.put(row, column + HIDDEN, state, {})


def _colour(board: Board) -> None:
    columns = (LEFT, _RIGHT)
    cell = xl_rowcol_to_cell(STATUS, LEFT + HIDDEN)
    for state in State:
        colour = COLOURS[state]
        when = f'={cell}="{state}"'
        board.colour(_ROWS, columns, when, bg_color=colour, font_color=INK)
    when = f'={cell}=""'
    board.colour(_ROWS, columns, when, font_color=MUTED, italic=True)
