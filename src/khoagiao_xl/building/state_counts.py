"""The plan by status with a bar for each, and beside it what is still to be put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from khoagiao_xl.building.board import CELL, FOOT, HEIGHTS, LEFT, MIDDLE
from khoagiao_xl.building.defined_names import OPEN_ISSUES, PERIOD
from khoagiao_xl.building.sheet_styles import BARS, COLOURS, COUNTED, HEADING, PAPER, SMALL, TEXTS
from khoagiao_xl.building.work_list import DUE, KIND, STATE, STEP
from khoagiao_xl.building.work_list import OPEN as OPEN_WORK
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.schema import ACCEPTED, DASHBOARD, DROPPED, WORK_STATUSES

if TYPE_CHECKING:
    from xlsxwriter.chart_bar import ChartBar

    from khoagiao_xl.building.board import Board

STATUSES, COUNTS, BARS_AT = (LEFT, LEFT + 1), LEFT + 2, LEFT + 3  # columns
WORDS, OPEN_COUNTS = (LEFT + 5, MIDDLE - 2), MIDDLE - 1
_STATUS: Final = {"font_size": 9, "indent": 1, "valign": "vcenter", "border": 1, "border_color": PAPER}
_LINK: Final = {**SMALL, "indent": 1, "underline": 1}
_IN_A_WEEK: Final = ('">="&TODAY()', '"<="&TODAY()+7')
_PAST: Final = ('">0"', '"<"&TODAY()')


_TASKS: Final = "COUNTIFS(kgKeHoachHan,{low},kgKeHoachHan,{high}{more})"
_OF_STATUS: Final = ',kgKeHoachTrangThai,"{status}"'
_STEPS: Final = f'COUNTIFS({DUE},{{low}},{DUE},{{high}},{KIND},"{STEP.kind}",{STATE},"{OPEN_WORK}")'
_LEFT_OVER: Final = "={all}-{done}-{dropped}+{steps}"


def _due(bounds: tuple[str, str]) -> str:
    """Return the formula that counts tasks and steps of reviews due between two bounds and not done.

    A task that nobody has taken over counts too; a step only while its review is taken over.
    """
    low, high = bounds
    done = _OF_STATUS.format(status="xong")
    dropped = _OF_STATUS.format(status=DROPPED)
    return _LEFT_OVER.format(
        all=_TASKS.format(low=low, high=high, more=""),
        done=_TASKS.format(low=low, high=high, more=done),
        dropped=_TASKS.format(low=low, high=high, more=dropped),
        steps=_STEPS.format(low=low, high=high),
    )


# What a person can bring to nothing: (words, the sheet with the list, formula).
OPEN: Final = (
    (
        "Lỗi đơn vị phải sửa trong kỳ",
        schema.FINDINGS.sheet,
        # A file that is no form at all has no cell to be mended in.
        f'=COUNTIFS(kgLoiKy,{PERIOD},kgLoiMuc,"{Severity.ERROR}",kgLoiO,"?*",kgLoiTep,"?*")',
    ),
    (
        "Câu hỏi chờ đơn vị giải trình",
        schema.FINDINGS.sheet,
        f'=COUNTIFS(kgLoiKy,{PERIOD},kgLoiMuc,"{Severity.QUESTION}")',
    ),
    ("Ô sai trong sổ này", schema.FINDINGS.sheet, f'=COUNTIFS(kgLoiMuc,"{Severity.ERROR}",kgLoiTep,"")'),
    ("Vấn đề nổi cộm chưa xong", schema.ISSUES.sheet, f"={OPEN_ISSUES}"),
    ("Nhiệm vụ, bước quá hạn", schema.MONTH_VIEW, _due(_PAST)),
    ("Đến hạn trong 7 ngày", schema.MONTH_VIEW, _due(_IN_A_WEEK)),
)
_NOTHING: Final = {"border": {"none": True}, "fill": {"none": True}}
_NO_AXIS: Final = {"visible": False, "major_gridlines": {"visible": False}}
_WHOLE_PLOT: Final = {"x": 0.02, "y": 0.01, "width": 0.96, "height": 0.98}
_CHART: Final = "Biểu đồ số nhiệm vụ theo trạng thái"


def draw_counts(board: Board) -> None:
    """Draw how many tasks are in each status, a bar for each, and how much is open."""
    plan = (LEFT, LEFT + 4)
    still_open = (LEFT + 5, MIDDLE - 1)
    board.link(FOOT, plan, schema.TASKS.sheet, "Kế hoạch năm theo trạng thái ►", HEADING)
    for row, status in enumerate(WORK_STATUSES, FOOT + 1):
        look = {
            **_STATUS,
            "bg_color": COLOURS[status],
            "font_color": TEXTS[status],
        }
        name = status.capitalize()
        counted = f"{status}*" if status == ACCEPTED else status  # with those whose new words are accepted
        formula = f'=COUNTIF(kgKeHoachTrangThai,"{counted}")'
        board.write(row, STATUSES, name, look)
        board.put(row - 1, COUNTS, formula, COUNTED)
    _chart(board)
    indented = {**HEADING, "indent": 1}
    board.write(FOOT, still_open, "Còn phải xử lý", indented)
    for row, (words, sheet, formula) in enumerate(OPEN, FOOT + 1):
        board.link(row, WORDS, sheet, words, _LINK)
        board.put(row - 1, OPEN_COUNTS, formula, COUNTED)


def _chart(board: Board) -> None:
    """Insert a bar beside each count: as high as the rows of the statuses, with nothing but the bars."""
    chart = cast("ChartBar", board.workbook.add_chart({"type": "bar"}))
    chart.add_series(_series())
    chart.set_legend({"none": True})
    chart.set_title({"none": True})
    chart.set_x_axis({**_NO_AXIS, "min": 0})
    chart.set_y_axis({**_NO_AXIS, "reverse": True})
    chart.set_chartarea(_NOTHING)
    chart.set_plotarea({"layout": _WHOLE_PLOT, "fill": {"none": True}})
    width = 2 * CELL
    height = HEIGHTS[FOOT + 1] * len(WORK_STATUSES)
    chart.set_size({"width": width, "height": height})
    options = {"object_position": 1, "description": _CHART}
    board.sheet.insert_chart(FOOT, BARS_AT, chart, options)


def _series() -> dict[str, Any]:
    last = FOOT + len(WORK_STATUSES) - 1
    points = [{"fill": {"color": BARS[status]}} for status in WORK_STATUSES]
    return {
        "name": "Số nhiệm vụ",
        "categories": [DASHBOARD, FOOT, LEFT, last, LEFT],
        "values": [DASHBOARD, FOOT, COUNTS, last, COUNTS],
        "points": points,
        "gap": 45,
    }
