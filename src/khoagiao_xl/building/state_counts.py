"""How many units are in each state in the chosen period, a bar for each, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from khoagiao_xl.building.board import BAR, RIGHT, STATUS, TILE_HEIGHT
from khoagiao_xl.building.defined_names import OWING, PERIOD
from khoagiao_xl.building.sheet_styles import BARS, COLOURS, COUNTED, HEADING, LINKED, NUMBER, PAPER
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.records import REPORTED as REPORTED_STATES
from khoagiao_xl.model.records import State
from khoagiao_xl.model.schema import DASHBOARD

if TYPE_CHECKING:
    from xlsxwriter.chart_bar import ChartBar

    from khoagiao_xl.building.board import Board

NAMES, COUNTS, BARS_AT = RIGHT - 2, RIGHT - 1, RIGHT  # columns
STATES: Final = tuple(State)
_TITLES: Final = {NAMES: "Trạng thái", COUNTS: "Số đ.vị", BARS_AT: ""}
_STATE: Final = {"indent": 1, "valign": "vcenter", "border": 1, "border_color": PAPER}
_FINDINGS: Final = f"internal:'{schema.FINDINGS.sheet}'!A1"
_OPEN: Final = {
    "Lỗi phải sửa trong kỳ": f'=COUNTIFS(kgLoiKy,{PERIOD},kgLoiMuc,"{Severity.ERROR}")',
    "Câu hỏi chờ giải trình": f'=COUNTIFS(kgLoiKy,{PERIOD},kgLoiMuc,"{Severity.QUESTION}")',
    "Ô sai trong sổ này": f'=COUNTIFS(kgLoiMuc,"{Severity.ERROR}",kgLoiTep,"")',
}
_NOTHING: Final = {"border": {"none": True}, "fill": {"none": True}}
_NO_AXIS: Final = {"visible": False, "major_gridlines": {"visible": False}}
_WHOLE_PLOT: Final = {"x": 0.02, "y": 0.01, "width": 0.96, "height": 0.98}
_WORDS: Final = "Biểu đồ số đơn vị theo trạng thái báo cáo của kỳ đang chọn"


def _count(state: State) -> str:
    return f'COUNTIFS(kgNhanKy,{PERIOD},kgNhanTrangThai,"{state}")'


def _sum_of(states: list[State]) -> str:
    return "+".join(map(_count, states))


REPORTED: Final = f"({_sum_of([state for state in STATES if state in REPORTED_STATES])})"
_OTHERS: Final = _sum_of([state for state in STATES if state is not State.MISSING])


def draw_counts(board: Board) -> None:
    """Draw how many units are in each state, a bar for each, and how many findings are open."""
    for column, title in _TITLES.items():
        board.put(STATUS - 1, column, title, HEADING)
    for row, state in enumerate(STATES, STATUS):
        _line(board, row, state)
    _chart(board)
    for row, label in enumerate(_OPEN, STATUS + len(STATES)):
        board.sheet.write_url(
            row,
            NAMES,
            _FINDINGS,
            board.styles.get(**LINKED),
            label,
            "Mở trang Lỗi",
        )
        board.put(row, COUNTS, _OPEN[label], NUMBER)


def _line(board: Board, row: int, state: State) -> None:
    look = {**_STATE, "bg_color": COLOURS[state]}
    board.put(row, NAMES, state.capitalize(), look)
    formula = f"={_count(state)}"
    if state is State.MISSING:
        # Who stands in no row of tblTiepNhan has not reported either.
        formula = f"=MAX(0,{OWING}-({_OTHERS}))"
    board.put(row, COUNTS, formula, COUNTED)


def _chart(board: Board) -> None:
    """Insert a bar beside each count: as high as the states' rows, with nothing but the bars."""
    chart = cast("ChartBar", board.workbook.add_chart({"type": "bar"}))
    chart.add_series(_series())
    chart.set_legend({"none": True})
    chart.set_title({"none": True})
    chart.set_x_axis({**_NO_AXIS, "min": 0})
    chart.set_y_axis({**_NO_AXIS, "reverse": True})
    chart.set_chartarea(_NOTHING)
    chart.set_plotarea({"layout": _WHOLE_PLOT, "fill": {"none": True}})
    chart.set_size({"width": BAR, "height": TILE_HEIGHT * len(STATES)})
    board.sheet.insert_chart(STATUS, BARS_AT, chart, {"object_position": 1, "description": _WORDS})


def _series() -> dict[str, Any]:
    last = STATUS + len(STATES) - 1
    points = [{"fill": {"color": BARS[state]}} for state in STATES]
    return {
        "name": "Số đơn vị",
        "categories": [DASHBOARD, STATUS, NAMES, last, NAMES],
        "values": [DASHBOARD, STATUS, COUNTS, last, COUNTS],
        "points": points,
        "gap": 45,
    }
