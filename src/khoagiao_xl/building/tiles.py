"""Where every unit stands in the chosen period: coloured tiles, a count of each state, a chart of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from xlsxwriter.utility import xl_rowcol_to_cell

from khoagiao_xl.building import defined_names
from khoagiao_xl.building.sheet_styles import BARS, COLOURS, INK, LINE, MUTED, PAPER, RED
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import REPORTED as REPORTED_STATES
from khoagiao_xl.model.records import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.chart_bar import ChartBar
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from khoagiao_xl.building.sheet_styles import Styles
    from khoagiao_xl.model.records import Unit

COLUMNS, ROWS, WIDTH, HEIGHT, BAR = 12, 9, 60, 20, 120
SHOWN: Final = COLUMNS * ROWS
LEFT: Final = 1
HIDDEN: Final = 24  # columns between a tile and its state, which stands in a hidden column of the same row
COUNTS: Final = LEFT + COLUMNS + 1  # column of the states' names; then their counts, then the chart

OWING: Final = f"COUNTA({defined_names.column_range(schema.UNITS, 'code')})"
STATES: Final = tuple(State)


def _count(state: State) -> str:
    return f'COUNTIFS(kgNhanKy,{defined_names.PERIOD},kgNhanTrangThai,"{state}")'


REPORTED: Final = "(" + "+".join(_count(state) for state in STATES if state in REPORTED_STATES) + ")"


def draw_tiles(styles: Styles, sheet: Worksheet, units: Sequence[Unit], period: str, top: int) -> None:
    """Draw a heading in Excel row `top` and under it one tile per unit, in the order of tblDonVi."""
    heading = styles.get(bold=True, font_color=RED, bottom=2, bottom_color=RED)
    sheet.merge_range(top - 1, LEFT, top - 1, LEFT + COLUMNS - 1, "", heading)
    partly = f'IF({OWING}>{SHOWN}," (hiện {SHOWN} đơn vị đầu)","")'
    formula = f'="Tình trạng báo cáo kỳ "&{defined_names.PERIOD}&" của "&{OWING}&" đơn vị"&{partly}'
    words = f"Tình trạng báo cáo kỳ {period} của {len(units)} đơn vị"
    sheet.write_formula(top - 1, LEFT, formula, heading, words)
    tile = styles.get(
        font_size=8, align="center", valign="vcenter", shrink=True, border=1, border_color=PAPER
    )
    for row in range(ROWS):
        sheet.set_row_pixels(top + row, HEIGHT)
        for column in range(COLUMNS):
            _tile(sheet, styles, tile, units, (row * COLUMNS + column, top + row, LEFT + column))
    sheet.set_column(LEFT + HIDDEN, LEFT + HIDDEN + COLUMNS - 1, None, None, {"hidden": True})
    _colour(styles, sheet, top)


def _tile(
    sheet: Worksheet, styles: Styles, look: Format, units: Sequence[Unit], at: tuple[int, int, int]
) -> None:
    index, row, column = at
    code = units[index].code if index < len(units) else ""
    sheet.write_formula(row, column, f'=IF({OWING}>{index},INDEX(dsDonVi,{index + 1})&"","")', look, code)
    cell = xl_rowcol_to_cell(row, column)
    found = f"SUMPRODUCT(MAX((kgNhanKy={defined_names.PERIOD})*(kgNhanDonVi={cell})*ROW(kgNhanKy)))"
    states = defined_names.column_range(schema.DUTIES, "state")
    place = f"INDEX({states},1/(1/{found})-{schema.HEADER_ROW})"
    formula = f'=IF({cell}="","",IFERROR({place}&"","{State.MISSING}"))'
    sheet.write_formula(row, column + HIDDEN, formula, styles.get(), State.MISSING.value if code else "")


def _colour(styles: Styles, sheet: Worksheet, top: int) -> None:
    area = (top, LEFT, top + ROWS - 1, LEFT + COLUMNS - 1)
    helper = xl_rowcol_to_cell(top, LEFT + HIDDEN)
    for state in STATES:
        look = styles.change(bg_color=COLOURS[state], font_color=INK)
        sheet.conditional_format(
            *area, {"type": "formula", "criteria": f'={helper}="{state}"', "format": look}
        )


def draw_counts(workbook: Workbook, styles: Styles, sheet: Worksheet, owing: int, top: int) -> None:
    """Draw how many units are in each state, a bar for each, and how many findings are open."""
    heading = styles.get(bold=True, font_color=RED, bottom=2, bottom_color=RED)
    sheet.write_string(top - 1, COUNTS, "Trạng thái", heading)
    sheet.write_string(
        top - 1,
        COUNTS + 1,
        "Số đ.vị",
        styles.get(bold=True, font_color=RED, bottom=2, bottom_color=RED, align="center"),
    )
    sheet.write_blank(top - 1, COUNTS + 2, None, heading)
    for offset, state in enumerate(STATES):
        label = styles.get(bg_color=COLOURS[state], indent=1, valign="vcenter", border=1, border_color=PAPER)
        number = styles.get(bold=True, align="center", valign="vcenter", bottom=4, bottom_color=LINE)
        sheet.write_string(top + offset, COUNTS, state[0].upper() + state[1:], label)
        others = "-".join(_count(other) for other in STATES if other is not State.MISSING)
        formula = f"=MAX(0,{OWING}-{others})" if state is State.MISSING else f"={_count(state)}"
        sheet.write_formula(top + offset, COUNTS + 1, formula, number, owing if state is State.MISSING else 0)
    _chart(workbook, sheet, top)
    _open_findings(styles, sheet, top + len(STATES))


def _chart(workbook: Workbook, sheet: Worksheet, top: int) -> None:
    """Insert a bar beside each count: as high as the seven rows, with nothing but the bars."""
    chart = cast("ChartBar", workbook.add_chart({"type": "bar"}))
    title, last = sheet.name, top + len(STATES) - 1
    chart.add_series({
        "name": "Số đơn vị",
        "categories": [title, top, COUNTS, last, COUNTS],
        "values": [title, top, COUNTS + 1, last, COUNTS + 1],
        "points": [{"fill": {"color": BARS[state]}} for state in STATES],
        "gap": 45,
    })  # fmt: skip
    chart.set_legend({"none": True})
    chart.set_title({"none": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_y_axis({"visible": False, "reverse": True, "major_gridlines": {"visible": False}})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.set_plotarea(
        {"layout": {"x": 0.02, "y": 0.01, "width": 0.96, "height": 0.98}, "fill": {"none": True}}
    )
    chart.set_size({"width": BAR, "height": HEIGHT * len(STATES)})
    words = "Biểu đồ số đơn vị theo trạng thái báo cáo của kỳ đang chọn"
    sheet.insert_chart(top, COUNTS + 2, chart, {"object_position": 1, "description": words})


def _open_findings(styles: Styles, sheet: Worksheet, row: int) -> None:
    link = styles.get(font_color=MUTED, underline=1, indent=1, valign="vcenter")
    number = styles.get(bold=True, align="center", valign="vcenter")
    lines = {
        "Lỗi phải sửa trong kỳ": f'=COUNTIFS(kgLoiKy,{defined_names.PERIOD},kgLoiMuc,"lỗi")',
        "Câu hỏi chờ giải trình": f'=COUNTIFS(kgLoiKy,{defined_names.PERIOD},kgLoiMuc,"cần giải trình")',
        "Ô sai trong sổ này": '=COUNTIFS(kgLoiMuc,"lỗi",kgLoiTep,"")',
    }
    for offset, (label, formula) in enumerate(lines.items()):
        sheet.write_url(
            row + offset, COUNTS, f"internal:'{schema.FINDINGS.sheet}'!A1", link, label, "Mở trang Lỗi"
        )
        sheet.write_formula(row + offset, COUNTS + 1, formula, number, 0)
