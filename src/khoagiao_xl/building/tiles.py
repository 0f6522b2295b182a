"""Every unit of the chosen period by its name and in its colour, those that owe something first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from khoagiao_xl.building import unit_standings
from khoagiao_xl.building.board import CHIPS, HIDDEN, LEFT, RIGHT, STATUS, TILES, TILES_DOWN
from khoagiao_xl.building.defined_names import OWING
from khoagiao_xl.building.named_periods import CHOSEN
from khoagiao_xl.building.sheet_styles import COLOURS, HEADING, PAPER, TEXTS, TILE
from khoagiao_xl.building.unit_standings import WORST_FIRST
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.building.board import Board

TILE_CELLS: Final = 2  # columns of a tile
TILES_ACROSS: Final = (RIGHT - LEFT + 1) // TILE_CELLS
SHOWN: Final = TILES_ACROSS * TILES_DOWN
# The columns that the count of a state takes, longer where its words are.
_CHIP_CELLS: Final = {State.UNUSABLE: 3, State.QUESTIONED: 3}
_CHIP: Final = {**TILE, "align": "center"}

_PLACED: Final = f"COUNT({unit_standings.PLACES})"
_PARTLY: Final = f'IF({_PLACED}>{SHOWN}," (hiện {SHOWN} trong "&{_PLACED}&")","")'
_TITLE: Final = f'={CHOSEN}&": "&{OWING}&" đơn vị phải nộp, đơn vị còn nợ đứng trước"&{_PARTLY}'
# The number of the unit in tblDonVi, 0 where there is none; kept beside the tile, as is its state.
_UNIT: Final = f"=IF({_PLACED}<{{place}},0,{{unit}})"
_STATE: Final = f'=IF({{unit}}=0,"",INDEX({unit_standings.STANDINGS},{{unit}}))'
_NAME, _ALIAS = "INDEX(kgDonViTen,{unit})", "INDEX(kgDonViTenKhac,{unit})"
_LONGEST: Final = 18  # letters that a tile has room for
# The whole name where it fits, else the first of the other names, else the code.
_FIRST_ALIAS: Final = f'LEFT({_ALIAS},FIND(";",{_ALIAS}&";")-1)'
_NO_ALIAS: Final = f'OR({_ALIAS}="",LEN({_FIRST_ALIAS})>{_LONGEST})'
_SHORT: Final = f"IF({_NO_ALIAS},INDEX(dsDonVi,{{unit}}),{_FIRST_ALIAS})"
_SHOWN: Final = f"IF(LEN({_NAME})<={_LONGEST},{_NAME},{_SHORT})"
# A click leads to what came of the unit, or to the unit itself while nothing has come of it.
_ROW: Final = f"INDEX({unit_standings.ROWS},{{unit}})"
_DUTY: Final = f"\"#'{schema.DUTIES.sheet}'!A\"&{_ROW}"
_OWN: Final = f"\"#'{schema.UNITS.sheet}'!A\"&({{unit}}+{schema.HEADER_ROW})"
_TEXT: Final = f'=IF({{unit}}=0,"",HYPERLINK(IF({_ROW}=0,{_OWN},{_DUTY}),{_SHOWN}))'


def draw_tiles(board: Board) -> None:
    """Draw a heading, the count of each state in its colour, and one tile per unit."""
    board.write(STATUS, (LEFT, RIGHT), _TITLE, HEADING)
    _chips(board)
    for place in range(1, SHOWN + 1):
        _tile(board, place)
    _colour(board)


def _chip_columns() -> Iterator[int]:
    """Yield the first column of the count of each state."""
    column = LEFT
    for state in WORST_FIRST:
        yield column
        column += _CHIP_CELLS.get(state, TILE_CELLS)


def _cell_of(place: int) -> tuple[int, int]:
    """Return the Excel row and the first column, from 0, of a tile; places are counted from 0."""
    down, across = divmod(place, TILES_ACROSS)
    return TILES + down, LEFT + across * TILE_CELLS


def _chips(board: Board) -> None:
    for state, first in zip(WORST_FIRST, _chip_columns(), strict=True):
        last = first + _CHIP_CELLS.get(state, TILE_CELLS) - 1
        look = {
            **_CHIP,
            "bg_color": COLOURS[state],
            "font_color": TEXTS[state],
            "num_format": f'"{state.capitalize()}: "0',
        }
        board.write(CHIPS, (first, last), f"={_count(state)}", look)


def _count(state: State) -> str:
    if state is not State.MISSING:
        return unit_standings.count_of(state)
    # Who stands in no row of tblTiepNhan has not reported either.
    others = [other for other in State if other not in {State.MISSING, State.WAIVED}]
    counts = map(unit_standings.count_of, others)
    added = "+".join(counts)
    return f"MAX(0,{OWING}-({added}))"


def _tile(board: Board, place: int) -> None:
    """Draw the tile at a place, and beyond it, hidden, the number of its unit and its state."""
    row, column = _cell_of(place - 1)
    behind = column + HIDDEN
    last = column + TILE_CELLS - 1
    unit = xl_rowcol_to_cell(row - 1, behind, col_abs=True)
    at = unit_standings.unit_at(place)
    number = _UNIT.format(place=place, unit=at)
    state = _STATE.format(unit=unit)
    text = _TEXT.format(unit=unit)
    board.put(row - 1, behind, number, {})
    board.put(row - 1, behind + 1, state, {})
    board.write(row, (column, last), text, TILE)


def _colour(board: Board) -> None:
    bottom = TILES + TILES_DOWN - 1
    rows = (TILES, bottom)
    for column in range(LEFT, RIGHT, TILE_CELLS):
        last = column + TILE_CELLS - 1
        columns = (column, last)
        behind = column + HIDDEN + 1
        cell = xl_rowcol_to_cell(TILES - 1, behind, col_abs=True)
        for state in State:
            board.colour(
                rows,
                columns,
                f'={cell}="{state}"',
                bg_color=COLOURS[state],
                font_color=TEXTS[state],
            )
        board.colour(rows, columns, f'={cell}=""', bg_color=PAPER)
