"""Key figures of the chosen period, each with its change over the units that gave it in both periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from khoagiao_xl.building.board import HIDDEN, LEFT, LIST_LINES, LISTS_AT, MIDDLE, setting_formula
from khoagiao_xl.building.defined_names import PERIOD, column_range
from khoagiao_xl.building.sheet_styles import HEADING, INK, LINE, MUTED, ONE_DECIMAL, SMALL, WHOLE
from khoagiao_xl.model.schema import HEADER_ROW, TOTALS

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board

SETTING: Final = "so_lieu_chinh"  # their codes, «KG201; KG205»
_TITLE: Final = "Số liệu chính của kỳ, so với kỳ trước ►"
_NAMES, _VALUES, _UNITS, _CHANGES = (LEFT, LEFT + 3), (LEFT + 4, LEFT + 5), LEFT + 6, (LEFT + 7, MIDDLE - 1)
COLUMNS: Final = (_VALUES[0], _UNITS, _CHANGES[0])  # of the value, its unit and its change
_LINE: Final = {**SMALL, "bottom": 4, "bottom_color": LINE}
_VALUE: Final = {**_LINE, "font_size": 12, "bold": True, "align": "right", "num_format": WHOLE}
_UNIT: Final = {**_LINE, "font_color": MUTED, "indent": 1}
_WIDE: Final = 99  # more letters than a code and what stands around it

_CODE: Final = f'TRIM(MID(SUBSTITUTE({setting_formula(SETTING)},";",REPT(" ",{_WIDE})),{{start}},{_WIDE}))'
# Row of the figure in tblTongHop, 0 where the period has none of it; kept in a hidden cell beyond.
_ROW: Final = f"=IFERROR(SUMPRODUCT(MAX((kgTongKy={PERIOD})*(kgTongMa={_CODE})*ROW(kgTongKy))),0)"
_LABEL: Final = (
    'IFERROR(IF(INDEX(kgChiTieuNgan,{at})="",INDEX(kgChiTieuTen,{at}),INDEX(kgChiTieuNgan,{at})),{code})'
)
_AT: Final = "MATCH({code},kgChiTieuMa,0)"
_NONE_YET: Final = f'IF(COUNTIF(kgTongKy,{PERIOD})=0,"Kỳ này chưa tổng hợp.","")'
_PER_CENT: Final = "ROUND(ABS({now}-{then})/{then}*100,1)"
LEAST: Final = "dưới 0,1%"  # what would be rounded to nothing
_SHARE: Final = f'IF({_PER_CENT}=0,"{LEAST}",SUBSTITUTE({_PER_CENT}&"",".",",")&"%")'
_POINTS: Final = 'SUBSTITUTE(ROUND(ABS({now}-{then}),1)&"",".",",")&" điểm %"'
_MOVE: Final = 'IF({now}={then},"không đổi",IF({now}>{then},"▲ ","▼ ")&IF({unit}="%",{points},{share}))'
# Nothing on a base of zero, nothing where too few of the units that owe the figure gave it in both periods.
_THRESHOLD: Final = f"N({setting_formula('nguong_so_sanh')}+0)"
_TELLS: Final = 'AND(N({then})>0,{now}<>"",{both}*100>={threshold}*{owing})'
_CHANGE: Final = '=IF({row}=0,"",IF({tells},{move}&CHAR(10)&{both}&" đơn vị cùng báo",""))'
_IS_UNEVEN: Final = "=IF(ISNUMBER({cell}),{cell}<>INT({cell}),FALSE)"


def draw_figures(board: Board) -> None:
    """Draw a line for each of the first figures that the setting names."""
    board.link(LISTS_AT, (LEFT, MIDDLE - 1), TOTALS.sheet, _TITLE, HEADING)
    first = LISTS_AT + 1
    for number in range(LIST_LINES):
        _line(board, first + number, number)


def _line(board: Board, row: int, number: int) -> None:
    start = number * _WIDE + 1
    behind = LEFT + HIDDEN
    above = row - 1
    code = _CODE.format(start=start)
    found = xl_rowcol_to_cell(above, behind, col_abs=True)
    row_of_it = _ROW.format(start=start)
    board.put(above, behind, row_of_it, {})
    at = _AT.format(code=code)
    label = _LABEL.format(at=at, code=code)
    otherwise = '""' if number else _NONE_YET
    board.write(row, _NAMES, f'=IF({found}=0,{otherwise},{label}&" ("&{code}&")")', _LINE)
    value = _cell("value", found)
    # A blank is no zero.
    board.write(row, _VALUES, f'=IF({found}=0,"",IF({value}="","",{value}))', _VALUE)
    unit = _cell("unit_of_measure", found)
    board.put(above, _UNITS, f'=IF({found}=0,"",{unit}&"")', _UNIT)
    change = _change(found)
    look = {**_LINE, "font_color": INK}
    board.write(row, _CHANGES, change, look)
    _show_decimals(board, row)


def _cell(field: str, row: str) -> str:
    """Return the piece of a formula that gives a cell of a row of tblTongHop."""
    return f"INDEX({column_range(TOTALS, field)},MAX(1,{row}-{HEADER_ROW}))"


def _change(row: str) -> str:
    facts: dict[str, Any] = {
        "row": row,
        "now": _cell("previous_now", row),
        "then": _cell("previous_then", row),
        "both": _cell("previous_both", row),
        "owing": _cell("owing", row),
        "unit": _cell("unit_of_measure", row),
        "threshold": _THRESHOLD,
    }
    facts["share"] = _SHARE.format(**facts)
    facts["points"] = _POINTS.format(**facts)
    facts["move"] = _MOVE.format(**facts)
    facts["tells"] = _TELLS.format(**facts)
    return _CHANGE.format(**facts)


def _show_decimals(board: Board, row: int) -> None:
    cell = xl_rowcol_to_cell(row - 1, _VALUES[0], row_abs=True, col_abs=True)
    is_uneven = _IS_UNEVEN.format(cell=cell)
    board.colour((row, row), _VALUES, is_uneven, num_format=ONE_DECIMAL)
