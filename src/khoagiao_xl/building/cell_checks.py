"""What a sheet says about what is typed into it: drop-downs, prompts, refusals, colours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from xlsxwriter.utility import xl_col_to_name

from khoagiao_xl.building import defined_names
from khoagiao_xl.building.sheet_styles import COLOURS, INK, ONE_DECIMAL, WRONG
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.schema import Cell, Column

if TYPE_CHECKING:
    from khoagiao_xl.building.table_sheets import Drawing

EARLIEST, LATEST = date(1930, 1, 1), date(2100, 12, 31)
# How a cell looks that tblLoi names; the worst first.
MARKED: Final[dict[Severity, dict[str, Any]]] = {
    Severity.ERROR: {"bg_color": WRONG, "bold": True},
    Severity.QUESTION: {"bg_color": COLOURS[Severity.QUESTION]},
}
# Values of these columns are coloured by what they say.
TELLING: Final = {"state", "severity", "verdict", "status", "kind", "confidence"}


def guard(drawing: Drawing) -> None:
    """Give the table's columns their checks and colours, far below its last row of today."""
    if drawing.table.typed:
        # First, so that no other colour hides a wrong cell.
        _mark_wrong_cells(drawing)
    for position, column in enumerate(drawing.table.columns):
        _validate(drawing, position, column)
        _colour(drawing, position, column)


def _validate(drawing: Drawing, position: int, column: Column) -> None:
    options = _check(drawing, column)
    if column.advice:
        options |= {"input_title": column.name[:32], "input_message": column.advice[:255]}
    if not options or not drawing.table.typed:
        return
    last = defined_names.last_row(drawing.table) - 1
    drawing.sheet.data_validation(
        defined_names.FIRST, position, last, position, {"validate": "any", **options}
    )


def _check(drawing: Drawing, column: Column) -> dict[str, Any]:
    if column.source or column.choices:
        name = (
            defined_names.SOURCES[column.source]
            if column.source
            else drawing.lists.name_of(tuple(column.choices))
        )
        wrong = f"Chọn một giá trị trong danh sách của cột «{column.name}»."
        return {
            "validate": "list",
            "source": f"={name}",
            "error_title": "Không có trong danh sách",
            "error_message": wrong,
        }
    if column.cell is Cell.DATE:
        wrong = f"Cột «{column.name}» cần một ngày, nhập theo dạng ngày/tháng/năm."
        return {"validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST,
                "error_title": "Không phải là ngày", "error_message": wrong}  # fmt: skip
    if column.cell is Cell.NUMBER:
        wrong = f"Cột «{column.name}» cần một số{'' if column.signed else ' không âm'}."
        return {
            "validate": "decimal",
            "criteria": ">=",
            "value": -999 if column.signed else 0,
            "error_title": "Không phải là số",
            "error_message": wrong,
        }
    return {}


def _colour(drawing: Drawing, position: int, column: Column) -> None:
    last = defined_names.last_row(drawing.table) - 1
    if column.cell is Cell.NUMBER and column.field not in drawing.formats:
        # Whole numbers without decimals, others with one: no plain number format does both.
        cell = f"${xl_col_to_name(position)}{defined_names.FIRST + 1}"
        uneven = f"=IF(ISNUMBER({cell}),{cell}<>INT({cell}),FALSE)"
        decimal = drawing.styles.change(num_format=ONE_DECIMAL)
        rule = {"type": "formula", "criteria": uneven, "format": decimal}
        drawing.sheet.conditional_format(defined_names.FIRST, position, last, position, rule)
    if column.field not in TELLING:
        return
    offered = column.choices or tuple(COLOURS)
    for value in offered:
        if value in COLOURS:
            look = drawing.styles.change(bg_color=COLOURS[value], font_color=INK)
            rule = {"type": "cell", "criteria": "==", "value": f'"{value}"', "format": look}
            drawing.sheet.conditional_format(defined_names.FIRST, position, last, position, rule)


def _mark_wrong_cells(drawing: Drawing) -> None:
    """Colour what tblLoi names on this sheet; taking the line out of tblLoi clears it, no cell is touched.

    A line names one cell, «E7», or many, «21 ô: E5; E6; E7; ...;».
    """
    last_column = len(drawing.table.columns) - 1
    for severity, look in MARKED.items():
        lines = f'kgLoiTrang,"{drawing.table.sheet}",kgLoiTep,"",kgLoiMuc,"{severity}",kgLoiO'
        one, many = "ADDRESS(ROW(),COLUMN(),4)", '"* "&ADDRESS(ROW(),COLUMN(),4)&";*"'
        rule = {
            "type": "formula",
            "criteria": f"=COUNTIFS({lines},{one})+COUNTIFS({lines},{many})>0",
            "format": drawing.styles.change(**look),
            "stop_if_true": True,
        }
        drawing.sheet.conditional_format(
            defined_names.FIRST, 0, defined_names.last_row(drawing.table) - 1, last_column, rule
        )
