"""One sheet of the master: a table of the schema with everything that helps to fill it in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building import cell_checks, tabs
from khoagiao_xl.building.defined_names import FIRST, last_row
from khoagiao_xl.building.printing import set_page
from khoagiao_xl.building.sheet_buttons import draw_sheet_buttons
from khoagiao_xl.building.sheet_styles import FILLED, MUTED, PAPER, TYPED
from khoagiao_xl.model import schema
from khoagiao_xl.model.schema import DASHBOARD, HEADER_ROW, Cell, Column, Table
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from khoagiao_xl.building.defined_names import Lists
    from khoagiao_xl.building.sheet_styles import Styles

WRAPPED: Final = {Cell.LONG, Cell.WORDS}
_FOLDED: Final = {"level": 1, "hidden": True}
LINE_POINTS: Final = 12.75
# Table -> when more is said under its title, and the code of what is said then.
_UNANNOUNCED: Final = 'COUNTIF(kgNghiNguon,"*chưa có thông báo*")>0'
NOTICES: Final = {schema.HOLIDAYS.name: (_UNANNOUNCED, "NN-02")}
# What is said of printing, where not the whole sheet is.
_ON_PAPER: Final = {
    tabs.Paper.WHOLE: "",
    tabs.Paper.NEWEST: " In: chỉ kỳ vừa làm, xếp trên cùng.",
    tabs.Paper.NOTHING: " Không in cùng cả sổ; cần thì in vùng đã chọn.",
}
LETTER: Final = 0.92  # of a digit, on the average of Vietnamese text, with room for the ragged edge


@dataclass(frozen=True)
class Drawing:
    """One table about to be drawn: the workbook's shared parts, the sheet, what stands in the table.

    units, indicators: how many the office has.
    """

    workbook: Workbook
    styles: Styles
    lists: Lists
    table: Table
    sheet: Worksheet
    formats: Mapping[str, str]  # field -> number format, where the schema's kind is not enough
    units: int = 0
    indicators: int = 0

    def body_of(self, first: int, last: int) -> tuple[int, int, int, int]:
        """Return the reserved body of some columns far below the last row of today."""
        return FIRST, first, last_row(self.table) - 1, last


def draw_table(drawing: Drawing, rows: Sequence[Mapping[str, Any]]) -> None:
    """Draw the table with `rows` (heading -> value), at least one body row, and all that surrounds it."""
    _head(drawing)
    _columns(drawing)
    _body(drawing, rows)
    cell_checks.guard(drawing)
    set_page(drawing)


def _head(drawing: Drawing) -> None:
    sheet, table = drawing.sheet, drawing.table
    tone = TYPED if table.typed else FILLED
    sheet.set_tab_color(tabs.group_of(table).colour)
    if table.name in tabs.HIDDEN:
        sheet.hide()
    sheet.hide_gridlines(2)
    sheet.set_default_row(LINE_POINTS + 0.75)
    sheet.set_row_pixels(0, 28)
    title = drawing.styles.get(
        bold=True,
        font_size=15,
        font_color=tone,
        valign="vcenter",
    )
    sheet.write_string(0, 0, table.sheet, title)
    _advise(drawing)
    link = drawing.styles.get(font_color=tone, underline=1)
    sheet.write_url(
        2,
        0,
        f"internal:'{DASHBOARD}'!A1",
        link,
        f"◄ {DASHBOARD}",
        f"Về {DASHBOARD}",
    )
    draw_sheet_buttons(sheet, table)
    sheet.freeze_panes(HEADER_ROW, len(schema.FIGURES.columns) if table.name == schema.FIGURES.name else 1)


def _advise(drawing: Drawing) -> None:
    table = drawing.table
    who = "Người dùng nhập." if table.typed else "Chương trình tự ghi; không sửa tay."
    look = drawing.styles.get(italic=True, font_color=MUTED)
    advice = f"{who} {table.advice}{_ON_PAPER[tabs.paper_of(table)]}"
    if table.name not in NOTICES:
        drawing.sheet.write_string(1, 0, advice, look)
        return
    when, code = NOTICES[table.name]
    more = sentence(code, {})
    formula = f'="{advice}"&IF({when}," {more}","")'
    drawing.sheet.write_formula(1, 0, formula, look)


def _columns(drawing: Drawing) -> None:
    sheet, table = drawing.sheet, drawing.table
    folded = _folded(table)
    for position, column in enumerate(table.columns):
        options = _FOLDED if position in folded else {}
        sheet.set_column(position, position, column.width, None, options)
    if folded:
        beyond = folded.stop  # where the sign stands that unfolds them
        sheet.set_column(beyond, beyond, None, None, {"collapsed": True})
    # The filter arrow hides the end of a heading, so a heading may wrap into a second line.
    sheet.set_row_pixels(HEADER_ROW - 1, 36)


def _folded(table: Table) -> range:
    """Return which columns are folded away, counted from 0: those that only the machine needs."""
    end = len(table.columns)
    if not table.grouped_from:
        return range(end, end)
    first = table.column_of(table.grouped_from)
    return range(table.columns.index(first), end)


def _body(drawing: Drawing, rows: Sequence[Mapping[str, Any]]) -> None:
    table = drawing.table
    last = FIRST + max(len(rows), 1) - 1
    columns = [_table_column(drawing, column) for column in table.columns]
    options = {
        "name": table.name,
        "style": None,
        "columns": columns,
    }
    drawing.sheet.add_table(FIRST - 1, 0, last, len(columns) - 1, options)
    for number, row in enumerate(rows or [{}], FIRST):
        _set_height(drawing.sheet, number, table, row)
        _body_row(drawing, number, row)


def _table_column(drawing: Drawing, column: Column) -> dict[str, Any]:
    tone = TYPED if drawing.table.typed else FILLED
    frame = {
        "text_wrap": True,
        "valign": "top",  # above the filter's arrow, which stands in the lower right corner
        "border": 1,
        "border_color": PAPER,
    }
    header = drawing.styles.get(
        bold=True,
        font_color=PAPER,
        bg_color=tone,
        **frame,
    )
    found = {"header": column.name, "header_format": header}
    if column.formula:
        found["formula"] = drawing.table.formulas[column.name]
    return found


def _body_row(drawing: Drawing, number: int, row: Mapping[str, Any]) -> None:
    for position, column in enumerate(drawing.table.columns):
        look = _look(drawing, column)
        if column.formula:
            formula = drawing.table.formulas[column.name]
            drawing.sheet.write_formula(number, position, formula, look, "")
        else:
            _write(drawing.sheet, number, position, row.get(column.name), look)


def _set_height(sheet: Worksheet, position: int, table: Table, row: Mapping[str, Any]) -> None:
    """Make the row as high as its wrapped texts need: LibreOffice does not when it opens a file."""
    lines = 1
    for column in table.columns:
        if wraps(table, column):
            text = str(row.get(column.name) or "")
            lines = max(lines, _lines(text, column.width))
    if lines > 1:
        sheet.set_row(position, LINE_POINTS * lines + 2)


def wraps(table: Table, column: Column) -> bool:
    """Whether texts of the column run over several lines; what is not printed must not make its row high."""
    return column.cell in WRAPPED and (column in table.printed or column is schema.CHANGE)


def _lines(text: str, width: int) -> int:
    """Estimate how many lines `text` takes in a column as wide as `width` digits."""
    lines = 0
    for paragraph in text.split("\n"):
        needed = math.ceil(len(paragraph) * LETTER / width)
        lines += max(1, needed)
    return lines


def _look(drawing: Drawing, column: Column) -> Any:
    more: dict[str, Any] = {}
    if column.field in drawing.formats:
        more["num_format"] = drawing.formats[column.field]
    if column.cell in WRAPPED and not wraps(drawing.table, column):
        more["text_wrap"] = False
    return drawing.styles.body(column.cell, **more)


def _write(sheet: Worksheet, row: int, column: int, value: object, look: Any) -> None:
    """Write a value as what it is; text is never taken for a formula, a link or a number."""
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), look)  # noqa: DTZ001
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_string(row, column, str(value), look)
