"""A template as a plan that a drawing library can follow: cells with their looks, widths, checks, colours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet


def drawing_of(template: Path) -> dict[str, Any]:
    """Return the plan of a template."""
    looks: list[dict[str, Any]] = []
    book = load_workbook(template)
    return {"sheets": [_sheet(sheet, looks) for sheet in book.worksheets], "looks": looks}


def _sheet(sheet: Worksheet, looks: list[dict[str, Any]]) -> dict[str, Any]:
    cells = [cell for row in sheet.iter_rows() for cell in row]
    drawn = [cell for cell in cells if cell.has_style or cell.value is not None]
    return {
        "name": sheet.title,
        "widths": {column: size.width for column, size in sheet.column_dimensions.items()},
        "merged": [],
        "cells": [_cell(cell, looks) for cell in drawn],
        "checks": [(str(check.sqref).split(" ")[0], _options(check)) for check in _checks(sheet)],
        "colours": [
            (str(area.sqref).split(" ")[0], rule.formula[0])
            for area in sheet.conditional_formatting
            for rule in area.rules
            if rule.formula
        ],
    }


def _cell(cell: Any, looks: list[dict[str, Any]]) -> tuple[int, int, object, int]:
    return cell.row - 1, cell.column - 1, _plain(cell.value), _look(cell, looks)


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _look(cell: Any, looks: list[dict[str, Any]]) -> int:
    """Return the number of a cell's look, which is added to `looks` where it is new."""
    look = {
        "bold": bool(cell.font.b),
        "font_size": cell.font.sz or 11,
        "text_wrap": bool(cell.alignment.wrap_text),
        "locked": bool(cell.protection.locked),
        "num_format": cell.number_format,
        "border": 1 if cell.border.left and cell.border.left.style else 0,
    }
    if look not in looks:
        looks.append(look)
    return looks.index(look)


def _checks(sheet: Worksheet) -> list[Any]:
    return [check for check in sheet.data_validations.dataValidation if check.formula1]


def _options(check: Any) -> dict[str, Any]:
    if check.type == "list":
        source = check.formula1
        return {"validate": "list", "source": [source[:200]] if source.startswith('"') else f"={source}"}
    return {"validate": "custom", "value": f"={check.formula1}"}
