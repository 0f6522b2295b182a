"""A chart as Word keeps it: DrawingML, and the small workbook behind it that «Edit data» opens.

XlsxWriter draws both. All is black, grey and white, with the figures written beside what stands for them: a
report is printed and copied.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from khoagiao_xl.model.cell_addresses import column_name
from khoagiao_xl.report.chart_series import Chart, Series, Shape
from khoagiao_xl.report.page_values import VALUES

SHEET: Final = "Số liệu"
KEYS: Final = "Khóa"  # of the figures, hidden
BESIDE_FIGURES: Final = "F2"
CHART_PART: Final = "xl/charts/chart1.xml"
CREATED: Final = datetime(2024, 1, 1)  # noqa: DTZ001  # any fixed day: the same figures give the same bytes
SIZE: Final = (VALUES.text_width - 5, 64)  # mm
ABOVE_COLUMNS: Final = (
    2  # how high the axis of columns is beside a line: it leaves the upper half to the line
)
LETTERS: Final = {"name": VALUES.font, "size": 9}
BLACK, WHITE = "#000000", "#FFFFFF"
IN_BLACK, IN_WHITE = {"color": BLACK}, {"color": WHITE}
NOTHING: Final = {"none": True}
DASHED: Final = {"color": BLACK, "width": 1.5, "dash_type": "dash"}
DIAMOND: Final = {
    "type": "diamond",
    "size": 6,
    "fill": IN_WHITE,
    "border": IN_BLACK,
}
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
        _write_keys(workbook, chart)
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
    link = DATA_LINK % data_link.encode()
    return b"".join([shown, link, END])


def _write_figures(sheet: Any, chart: Chart) -> None:
    heads = [None, *chart.categories]
    _write_column(sheet, 0, heads)
    for column, series in enumerate(chart.series, 1):
        figures = [series.name, *series.values]
        _write_column(sheet, column, figures)


def _write_keys(workbook: Any, chart: Chart) -> None:
    """Write which cell of the figures bears which key, on a sheet that nobody sees."""
    keys = list(chart_keys(chart))
    if not keys:
        return
    sheet = workbook.add_worksheet(KEYS)
    sheet.very_hidden()
    for row, (cell, key) in enumerate(keys):
        sheet.write_row(row, 0, (cell, key))


def chart_keys(chart: Chart) -> Iterator[tuple[str, str]]:
    """Yield the cell of each figure that can be traced, and its key."""
    for at, series in enumerate(chart.series, 1):
        column = column_name(at)
        keyed = zip(series.keys, series.values, strict=False)
        for row, (key, value) in enumerate(keyed, 2):
            if value is not None:
                yield f"{column}{row}", key


def _write_column(sheet: Any, column: int, cells: Sequence[str | float | None]) -> None:
    """Write a heading and what stands below it, words as words whatever they begin with."""
    for row, value in enumerate(cells):
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        elif value is not None:
            sheet.write_number(row, column, value)


# -- the drawing ------------------------------------------------------------------------------------------


def _draw(workbook: Any, chart: Chart) -> Any:
    """Return the chart as XlsxWriter's: columns, and lines over them on an axis of their own."""
    first, *_ = chart.series
    subtype = SUBTYPES[first.shape]
    columns = workbook.add_chart({"type": "column", "subtype": subtype})
    lines = workbook.add_chart({"type": "line"})
    _set_out(columns)
    for index, series in enumerate(chart.series):
        cells = _cells(chart, index)
        if series.shape is Shape.LINE:
            lines.add_series(cells | _line())
        else:
            look = _columns(series, index)
            columns.add_series(cells | look)
    if lines.series:
        _lay_over(columns, lines, first)
    return columns


def _lay_over(columns: Any, lines: Any, first: Series) -> None:
    """Lay lines over columns, which leave the upper half to them."""
    known = [value for value in first.values if value]
    highest = max(known, default=1)
    axis = _hidden_axis()
    columns.combine(lines)
    lines.set_y2_axis(axis)
    columns.set_y_axis({**axis, "max": highest * ABOVE_COLUMNS})


def _cells(chart: Chart, index: int) -> dict[str, Any]:
    last = len(chart.categories)
    column = index + 1
    return {
        "name": [SHEET, 0, column],
        "categories": [SHEET, 1, 0, last, 0],
        "values": [SHEET, 1, column, last, column],
    }


def _columns(series: Series, index: int) -> dict[str, Any]:
    labels = _labels("outside_end")
    if series.shape is Shape.STACKED:
        labels = _labels("center")
        labels["fill"] = IN_WHITE  # readable on any pattern
    at = index % len(FILLS)
    return {
        **FILLS[at],
        "border": IN_BLACK,
        "gap": 60,
        "data_labels": labels,
    }


def _line() -> dict[str, Any]:
    return {
        "y2_axis": True,
        "line": DASHED,
        "marker": DIAMOND,
        "data_labels": _labels("above"),
    }


def _labels(position: str) -> dict[str, Any]:
    return {
        "value": True,
        "position": position,
        "num_format": NUMBERS,
        "font": LETTERS,
    }


def _hidden_axis() -> dict[str, Any]:
    """Return an axis that shows nothing: the figures stand at the points."""
    return {
        "label_position": "none",
        "line": NOTHING,
        "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
        "min": 0,
    }


def _set_out(columns: Any) -> None:
    columns.set_legend({"position": "bottom", "font": LETTERS})
    columns.set_x_axis({"num_font": LETTERS})
    columns.set_y_axis(_hidden_axis())
    columns.set_chartarea({"border": NOTHING, "fill": IN_WHITE})
    columns.show_blanks_as("gap")
