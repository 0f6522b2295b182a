"""What a workbook stores beside its formulas, cell by cell."""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path

import openpyxl

from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.cell_xml import day_number
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.stored_results import FormulaSheet
from khoagiao_xl.formulas.formula_scalars import Element
from khoagiao_xl.model.cell_addresses import cell_name

Stored = dict[str, Element]  # «Bìa!C13» -> what is stored, None for an empty text or for nothing
CLOSE = 1e-6


def formula_cells(path: Path) -> list[tuple[str, str]]:
    """Return sheet and address of every cell with a formula."""
    package = Package.parse(path.read_bytes())
    found = []
    for sheet, part in parts.sheets(package).items():
        found += [(sheet, cell_name(*cell)) for cell in FormulaSheet(package.read_text(part)).formulas]
    return found


def without_result(path: Path) -> list[str]:
    """Return the cells with a formula that store nothing, not even an empty text."""
    package = Package.parse(path.read_bytes())
    found = []
    for sheet, part in parts.sheets(package).items():
        xml = package.read_text(part)
        empty = [each.cell for each in FormulaSheet(xml).cells if "<v" not in xml[each.start : each.end]]
        found += [f"{sheet}!{cell_name(*cell)}" for cell in empty]
    return found


def shown(path: Path, cells: list[tuple[str, str]]) -> Stored:
    """Return what is stored in these cells."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
    return {f"{sheet}!{address}": _plain(book[sheet][address].value) for sheet, address in cells}


def _plain(value: object) -> Element:
    if isinstance(value, date):
        return day_number(value)
    return value or None  # type: ignore[return-value]


def differences(one: Stored, other: Stored) -> dict[str, tuple[Element, Element]]:
    """Return cell -> both values, where they differ by more than the last digits."""
    return {cell: (value, other[cell]) for cell, value in one.items() if not _is_same(value, other[cell])}


def _is_same(one: Element, other: Element) -> bool:
    if isinstance(one, float | int) and isinstance(other, float | int):
        return abs(one - other) < CLOSE
    return one == other
