"""What a sheet says about what is typed into it: drop-downs, prompts, refusals, colours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from xlsxwriter.utility import xl_col_to_name

from khoagiao_xl.building import defined_names
from khoagiao_xl.building.sheet_styles import COLOURS, MUTED, ONE_DECIMAL, TEXTS, WRONG
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.schema import Cell, Column

if TYPE_CHECKING:
    from khoagiao_xl.building.table_sheets import Drawing

LONGEST_TITLE, LONGEST_MESSAGE = 32, 255  # letters that Excel takes of a prompt
LEAST: Final = -999
EARLIEST, LATEST = date(1930, 1, 1), date(2100, 12, 31)
# How a cell looks that tblLoi names; the worst first.
MARKED: Final[dict[Severity, dict[str, Any]]] = {
    Severity.ERROR: {"bg_color": WRONG, "bold": True},
    Severity.QUESTION: {"bg_color": COLOURS[Severity.QUESTION]},
}
# Whether tblLoi names the cell: a line names one cell, «E7», or many, «21 ô: E5; E6; E7; ...;».
_LINES: Final = 'kgLoiTrang,"{sheet}",kgLoiTep,"",kgLoiMuc,"{severity}",kgLoiO'
_ONE: Final = "ADDRESS(ROW(),COLUMN(),4)"
_MANY: Final = f'"* "&{_ONE}&";*"'
NAMED: Final = f"=COUNTIFS({_LINES},{_ONE})+COUNTIFS({_LINES},{_MANY})>0"
# How the keys of settings begin that are the machine's.
MACHINE_SETTINGS: Final = ("gioi_han_", "ho_so", "ma_so", "python")
# Values of these columns are coloured by what they say.
TELLING: Final = {"state", "severity", "verdict", "status", "kind", "confidence"}


def guard(drawing: Drawing) -> None:
    """Give the table's columns their checks and colours, far below its last row of today."""
    if drawing.table is schema.SETTINGS:
        _pale_machine_settings(drawing)
    if drawing.table.typed:
        # First, so that no other colour hides a wrong cell.
        _mark_wrong_cells(drawing)
    for position, column in enumerate(drawing.table.columns):
        _validate(drawing, position, column)
        _colour(drawing, position, column)


# -- what may be typed ------------------------------------------------------------------------------------


def _validate(drawing: Drawing, position: int, column: Column) -> None:
    options = _check(drawing, column)
    if column.advice:
        options["input_title"] = column.name[:LONGEST_TITLE]
        options["input_message"] = column.advice[:LONGEST_MESSAGE]
    if options and drawing.table.typed:
        area = drawing.body_of(position, position)
        drawing.sheet.data_validation(*area, {"validate": "any", **options})


def _check(drawing: Drawing, column: Column) -> dict[str, Any]:
    if column.source or column.choices:
        return _one_of(drawing, column)
    if column.cell is Cell.DATE:
        return _a_day(column)
    if column.cell is Cell.NUMBER:
        return _a_number(column)
    return {}


def _one_of(drawing: Drawing, column: Column) -> dict[str, Any]:
    source = defined_names.SOURCES.get(column.source)
    name = source or drawing.lists.name_of(tuple(column.choices))
    return {
        "validate": "list",
        "source": f"={name}",
        "error_type": "warning" if column.is_open else "stop",
        "error_title": "Không có trong danh sách",
        "error_message": f"Chọn một giá trị trong danh sách của cột «{column.name}».",
    }


def _a_day(column: Column) -> dict[str, Any]:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": EARLIEST,
        "maximum": LATEST,
        "error_title": "Không phải là ngày",
        "error_message": f"Cột «{column.name}» cần một ngày, nhập theo dạng ngày/tháng/năm.",
    }


def _a_number(column: Column) -> dict[str, Any]:
    kind = "một số" if column.signed else "một số không âm"
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": LEAST if column.signed else 0,
        "error_title": "Không phải là số",
        "error_message": f"Cột «{column.name}» cần {kind}.",
    }


# -- colours ----------------------------------------------------------------------------------------------


def _colour(drawing: Drawing, position: int, column: Column) -> None:
    if column.cell is Cell.NUMBER and column.field not in drawing.formats:
        _show_decimals(drawing, position)
    if column.cell is Cell.FLAG and drawing.table is schema.TOTALS:
        _say_only_yes(drawing, position)
    if column.field in TELLING:
        for value in column.choices or COLOURS:
            _colour_value(drawing, position, value)


def _say_only_yes(drawing: Drawing, position: int) -> None:
    """Show nothing where a flag says no: of a column of noes nobody sees the yes."""
    rule = {
        "type": "cell",
        "criteria": "==",
        "value": '"không"',
        "format": drawing.styles.change(num_format=";;;"),
    }
    drawing.sheet.conditional_format(*drawing.body_of(position, position), rule)


def _show_decimals(drawing: Drawing, position: int) -> None:
    """Whole numbers without decimals, others and every rate with one: no plain number format does both."""
    cell = f"${xl_col_to_name(position)}{defined_names.FIRST + 1}"
    is_uneven = f"=IF(ISNUMBER({cell}),{_with_decimal(drawing, cell)},FALSE)"
    look = drawing.styles.change(num_format=ONE_DECIMAL)
    rule = {
        "type": "formula",
        "criteria": is_uneven,
        "format": look,
    }
    drawing.sheet.conditional_format(*drawing.body_of(position, position), rule)


def _with_decimal(drawing: Drawing, cell: str) -> str:
    """Return the piece of a formula that says whether a number is shown with a decimal."""
    is_uneven = f"{cell}<>INT({cell})"
    table = drawing.table
    if table is not schema.TOTALS:
        return is_uneven
    unit = xl_col_to_name(table.columns.index(table.column_of("unit_of_measure")))
    return f'OR(${unit}{defined_names.FIRST + 1}="%",{is_uneven})'


def _colour_value(drawing: Drawing, position: int, value: str) -> None:
    if value not in COLOURS:
        return
    look = drawing.styles.change(bg_color=COLOURS[value], font_color=TEXTS[value])
    rule = {
        "type": "cell",
        "criteria": "==",
        "value": f'"{value}"',
        "format": look,
    }
    drawing.sheet.conditional_format(*drawing.body_of(position, position), rule)


def _pale_machine_settings(drawing: Drawing) -> None:
    """Show the settings of the machine, which stand last and an officer need not know, in grey."""
    kinds = [f'LEFT($A{defined_names.FIRST + 1},{len(start)})="{start}"' for start in MACHINE_SETTINGS]
    rule = {
        "type": "formula",
        "criteria": f"=OR({','.join(kinds)})",
        "format": drawing.styles.change(font_color=MUTED, italic=True),
    }
    drawing.sheet.conditional_format(*drawing.body_of(0, len(drawing.table.columns) - 1), rule)


def _mark_wrong_cells(drawing: Drawing) -> None:
    """Colour what tblLoi names on this sheet; taking the line out of tblLoi clears it, no cell is touched."""
    area = drawing.body_of(0, len(drawing.table.columns) - 1)
    for severity, look in MARKED.items():
        rule = {
            "type": "formula",
            "criteria": NAMED.format(sheet=drawing.table.sheet, severity=severity),
            "format": drawing.styles.change(**look),
            "stop_if_true": True,
        }
        drawing.sheet.conditional_format(*area, rule)
