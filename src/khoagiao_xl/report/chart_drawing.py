"""A chart as Word keeps it: DrawingML, and the small workbook behind it that «Edit data» opens.

XlsxWriter draws both. All is black, grey and white, with the figures written beside what stands for them: a
report is printed and copied.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any, Final

from khoagiao_xl.report.charts import Chart, Series, Shape
from khoagiao_xl.report.page_values import VALUES

SHEET: Final = "Số liệu"
BESIDE_FIGURES: Final = "F2"
CHART_PART: Final = "xl/charts/chart1.xml"
CREATED: Final = datetime(2024, 1, 1)  # noqa: DTZ001  # any fixed day: the same figures give the same bytes
SIZE: Final = (VALUES.text_width - 5, 64)  # mm
ABOVE_COLUMNS: Final = (
    2  # how high the axis of columns is beside a line: it leaves the upper half to the line
)
LETTERS: Final = {"name": VALUES.font, "size": 9}
BLACK, WHITE = "#000000", "#FFFFFF"
# «1.250» on every machine: with the codes of Word itself it would be «1,250» where Windows is not Vietnamese.
NUMBERS: Final = '[>=1000000]0"."000"."000;[>=1000]0"."000;General'
# What the first, second, third series of a chart are filled with; they differ without any colour.
FILLS: Final[tuple[dict[str, Any], ...]] = (
    {"fill": {"color": "#BFBFBF"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": BLACK, "bg_color": WHITE}},
    {"fill": {"color": WHITE}},
)
SUBTYPES: Final = {Shape.COLUMNS: None, Shape.STACKED: "stacked"}
_ONLY_VALUES: Final = (
    b'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    b'<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
# What a label does not show must be said too: where nothing is said, some programs show all there is.
CORRECTIONS: Final = (
    (b'<c:lang val="en-US"/>', b'<c:lang val="vi-VN"/>'),
    (b'<c:showVal val="1"/>', _ONLY_VALUES),
)
PRINT_SETTINGS: Final = b"<c:printSettings>"
END: Final = b"</c:chartSpace>"
DATA_LINK: Final = b'<c:externalData r:id="%s"><c:autoUpdate val="0"/></c:externalData>'


def chart_workbook(chart: Chart) -> bytes:
    """Return the workbook with the figures of a chart, and the chart beside them as Excel would keep it."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": CREATED})
        sheet = workbook.add_worksheet(SHEET)
        _write_figures(sheet, chart)
        drawn = _draw(workbook, chart)
        sheet.insert_chart(BESIDE_FIGURES, drawn)
    return data.getvalue()


def chart_part(workbook: bytes, data_link: str) -> bytes:
    """Return a chart as a part of a Word file, out of its workbook; `data_link`: the id of its link there."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        drawn = package.read(CHART_PART)
    shown, _, _ = drawn.partition(PRINT_SETTINGS)
    for before, after in CORRECTIONS:
        shown = shown.replace(before, after)
    return shown + DATA_LINK % data_link.encode() + END


def _write_figures(sheet: Any, chart: Chart) -> None:
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value)


# -- the drawing ------------------------------------------------------------------------------------------


def _draw(workbook: Any, chart: Chart) -> Any:
    """Return the chart as XlsxWriter's: columns, and lines over them on an axis of their own."""
    first, *_ = chart.series
    columns = workbook.add_chart({"type": "column", "subtype": SUBTYPES[first.shape]})
    lines = workbook.add_chart({"type": "line"})
    _set_out(columns)
    has_lines = False
    for index, series in enumerate(chart.series):
        cells = _cells(chart, index)
        if series.shape is Shape.LINE:
            lines.add_series(cells | _line())
            has_lines = True
        else:
            columns.add_series(cells | _columns(series, index))
    if has_lines:
        columns.combine(lines)
        lines.set_y2_axis(_hidden_axis())
        columns.set_y_axis({**_hidden_axis(), "max": _highest(first) * ABOVE_COLUMNS})
    return columns


def _highest(series: Series) -> float:
    known = [value for value in series.values if value]
    return max(known, default=1)


def _cells(chart: Chart, index: int) -> dict[str, Any]:
    last = len(chart.categories)
    column = index + 1
    return {
        "name": [SHEET, 0, column],
        "categories": [SHEET, 1, 0, last, 0],
        "values": [SHEET, 1, column, last, column],
    }


def _columns(series: Series, index: int) -> dict[str, Any]:
    is_stacked = series.shape is Shape.STACKED
    labels = _labels("center" if is_stacked else "outside_end")
    if is_stacked:
        labels["fill"] = {"color": WHITE}  # readable on any pattern
    look = FILLS[index % len(FILLS)]
    return {**look, "border": {"color": BLACK}, "gap": 60, "data_labels": labels}


def _line() -> dict[str, Any]:
    return {
        "y2_axis": True,
        "line": {"color": BLACK, "width": 1.5, "dash_type": "dash"},
        "marker": {"type": "diamond", "size": 6, "fill": {"color": WHITE}, "border": {"color": BLACK}},
        "data_labels": _labels("above"),
    }


def _labels(position: str) -> dict[str, Any]:
    return {"value": True, "position": position, "num_format": NUMBERS, "font": LETTERS}


def _hidden_axis() -> dict[str, Any]:
    """Return an axis that shows nothing: the figures stand at the points."""
    return {
        "label_position": "none",
        "line": {"none": True},
        "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
        "min": 0,
    }


def _set_out(columns: Any) -> None:
    columns.set_legend({"position": "bottom", "font": LETTERS})
    columns.set_x_axis({"num_font": LETTERS})
    columns.set_y_axis(_hidden_axis())
    columns.set_chartarea({"border": {"none": True}, "fill": {"color": WHITE}})
    columns.show_blanks_as("gap")
