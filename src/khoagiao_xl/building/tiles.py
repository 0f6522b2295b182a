"""Where every unit stands in the chosen period: coloured tiles, a count of each state, a chart of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from xlsxwriter.utility import xl_rowcol_to_cell

from khoagiao_xl.building import defined_names
from khoagiao_xl.building.defined_names import OWING, PERIOD, PERIOD_ENDS
from khoagiao_xl.building.sheet_styles import BARS, COLOURS, INK, LINE, MUTED, PAPER, RED
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import REPORTED as REPORTED_STATES
from khoagiao_xl.model.records import State

if TYPE_CHECKING:
    from xlsxwriter.chart_bar import ChartBar
    from xlsxwriter.format import Format

    from khoagiao_xl.building.board import Board

COLUMNS, ROWS, WIDTH, HEIGHT, BAR = 12, 9, 60, 20, 120
SHOWN: Final = COLUMNS * ROWS
TOP: Final = 10  # Excel row of the heading
LEFT: Final = 1
HIDDEN: Final = 24  # columns between a tile and its state, which stands in a hidden column of the same row
COUNTS: Final = LEFT + COLUMNS + 1  # column of the states' names; then their counts, then the chart

LISTED: Final = f"COUNTA({defined_names.column_range(schema.UNITS, 'code')})"
# A unit owes the periods on whose last day it stands; a blank day leaves its side open.
OWING_UNITS: Final = (
    f'SUMPRODUCT((dsDonVi<>"")*(kgDonViTu<={PERIOD_ENDS})*(((kgDonViDen="")+(kgDonViDen>={PERIOD_ENDS}))>0))'
)
STATES: Final = tuple(State)


def _count(state: State) -> str:
    return f'COUNTIFS(kgNhanKy,{PERIOD},kgNhanTrangThai,"{state}")'


REPORTED: Final = "(" + "+".join(_count(state) for state in STATES if state in REPORTED_STATES) + ")"


# -- tiles ------------------------------------------------------------------------------------------------


def draw_tiles(board: Board) -> None:
    """Draw a heading and under it one tile per unit, in the order of tblDonVi."""
    _heading(board)
    look = board.styles.get(
        font_size=8, align="center", valign="vcenter", shrink=True, border=1, border_color=PAPER
    )
    for row in range(ROWS):
        board.sheet.set_row_pixels(TOP + row, HEIGHT)
        for column in range(COLUMNS):
            _tile(board, row * COLUMNS + column, look)
    first = LEFT + HIDDEN
    board.sheet.set_column(first, first + COLUMNS - 1, None, None, {"hidden": True})
    _colour(board)


def _heading(board: Board) -> None:
    look = board.styles.get(bold=True, font_color=RED, bottom=2, bottom_color=RED)
    board.sheet.merge_range(TOP - 1, LEFT, TOP - 1, LEFT + COLUMNS - 1, "", look)
    partly = f'IF({LISTED}>{SHOWN}," (hiện {SHOWN} đơn vị đầu)","")'
    formula = f'="Tình trạng báo cáo kỳ "&{PERIOD}&" của "&{OWING}&" đơn vị"&{partly}'
    words = f"Tình trạng báo cáo kỳ {board.deadline.period} của {len(board.owing)} đơn vị"
    board.sheet.write_formula(TOP - 1, LEFT, formula, look, words)


def _tile(board: Board, index: int, look: Format) -> None:
    """Draw the tile of the unit at `index` of the list, and beyond the hidden columns its state."""
    units = board.profile.units
    unit = units[index] if index < len(units) else None
    row, column = TOP + index // COLUMNS, LEFT + index % COLUMNS
    formula = f'=IF({LISTED}>{index},INDEX(dsDonVi,{index + 1})&"","")'
    board.sheet.write_formula(row, column, formula, look, unit.code if unit else "")
    state = State.MISSING.value if unit in board.owing else ""
    formula = _state_formula(xl_rowcol_to_cell(row, column), index + 1)
    board.sheet.write_formula(row, column + HIDDEN, formula, board.styles.get(), state)


def _state_formula(cell: str, number: int) -> str:
    """Return the formula of a unit's state: blank where the unit does not owe the period."""
    found = f"SUMPRODUCT(MAX((kgNhanKy={PERIOD})*(kgNhanDonVi={cell})*ROW(kgNhanKy)))"
    states = defined_names.column_range(schema.DUTIES, "state")
    state = f'IFERROR(INDEX({states},1/(1/{found})-{schema.HEADER_ROW})&"","{State.MISSING}")'
    until = f"INDEX(kgDonViDen,{number})"
    has_begun = f"INDEX(kgDonViTu,{number})<={PERIOD_ENDS}"
    stands = f'AND({has_begun},OR({until}="",{until}>={PERIOD_ENDS}))'
    return f'=IF({cell}="","",IF({stands},{state},""))'


def _colour(board: Board) -> None:
    helper = xl_rowcol_to_cell(TOP, LEFT + HIDDEN)
    for state in STATES:
        _colour_where(board, f'={helper}="{state}"', bg_color=COLOURS[state], font_color=INK)
    _colour_where(board, f'={helper}=""', font_color=MUTED, italic=True)


def _colour_where(board: Board, criteria: str, **look: Any) -> None:
    rule = {"type": "formula", "criteria": criteria, "format": board.styles.change(**look)}
    board.sheet.conditional_format(TOP, LEFT, TOP + ROWS - 1, LEFT + COLUMNS - 1, rule)


# -- counts -----------------------------------------------------------------------------------------------


def draw_counts(board: Board) -> None:
    """Draw how many units are in each state, a bar for each, and how many findings are open."""
    _count_headings(board)
    for row, state in enumerate(STATES, TOP):
        label = board.styles.get(
            bg_color=COLOURS[state], indent=1, valign="vcenter", border=1, border_color=PAPER
        )
        number = board.styles.get(bold=True, align="center", valign="vcenter", bottom=4, bottom_color=LINE)
        at_first = len(board.owing) if state is State.MISSING else 0
        board.sheet.write_string(row, COUNTS, state[0].upper() + state[1:], label)
        board.sheet.write_formula(row, COUNTS + 1, _count_formula(state), number, at_first)
    _chart(board)
    _open_findings(board, TOP + len(STATES))


def _count_headings(board: Board) -> None:
    look = {"bold": True, "font_color": RED, "bottom": 2, "bottom_color": RED}
    heading = board.styles.get(**look)
    board.sheet.write_string(TOP - 1, COUNTS, "Trạng thái", heading)
    board.sheet.write_string(TOP - 1, COUNTS + 1, "Số đ.vị", board.styles.get(**look, align="center"))
    board.sheet.write_blank(TOP - 1, COUNTS + 2, None, heading)


def _count_formula(state: State) -> str:
    if state is not State.MISSING:
        return f"={_count(state)}"
    others = "-".join(_count(other) for other in STATES if other is not State.MISSING)
    return f"=MAX(0,{OWING}-{others})"


def _chart(board: Board) -> None:
    """Insert a bar beside each count: as high as the seven rows, with nothing but the bars."""
    chart = cast("ChartBar", board.workbook.add_chart({"type": "bar"}))
    title, last = board.sheet.name, TOP + len(STATES) - 1
    series = {
        "name": "Số đơn vị",
        "categories": [title, TOP, COUNTS, last, COUNTS],
        "values": [title, TOP, COUNTS + 1, last, COUNTS + 1],
        "points": [{"fill": {"color": BARS[state]}} for state in STATES],
        "gap": 45,
    }
    chart.add_series(series)
    _strip(chart)
    chart.set_size({"width": BAR, "height": HEIGHT * len(STATES)})
    words = "Biểu đồ số đơn vị theo trạng thái báo cáo của kỳ đang chọn"
    board.sheet.insert_chart(TOP, COUNTS + 2, chart, {"object_position": 1, "description": words})


def _strip(chart: ChartBar) -> None:
    """Take legend, title, axes and frame off a chart."""
    nothing = {"visible": False, "major_gridlines": {"visible": False}}
    chart.set_legend({"none": True})
    chart.set_title({"none": True})
    chart.set_x_axis({**nothing, "min": 0})
    chart.set_y_axis({**nothing, "reverse": True})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    layout = {"x": 0.02, "y": 0.01, "width": 0.96, "height": 0.98}
    chart.set_plotarea({"layout": layout, "fill": {"none": True}})


def _open_findings(board: Board, top: int) -> None:
    link = board.styles.get(font_color=MUTED, underline=1, indent=1, valign="vcenter")
    number = board.styles.get(bold=True, align="center", valign="vcenter")
    target = f"internal:'{schema.FINDINGS.sheet}'!A1"
    lines = {
        "Lỗi phải sửa trong kỳ": f'=COUNTIFS(kgLoiKy,{PERIOD},kgLoiMuc,"lỗi")',
        "Câu hỏi chờ giải trình": f'=COUNTIFS(kgLoiKy,{PERIOD},kgLoiMuc,"cần giải trình")',
        "Ô sai trong sổ này": '=COUNTIFS(kgLoiMuc,"lỗi",kgLoiTep,"")',
    }
    for row, (label, formula) in enumerate(lines.items(), top):
        board.sheet.write_url(row, COUNTS, target, link, label, "Mở trang Lỗi")
        board.sheet.write_formula(row, COUNTS + 1, formula, number, 0)
