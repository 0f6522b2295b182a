"""What a sheet's XML stores of its formulas: beside each its result, for whoever computes nothing."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_xml import as_read, storable
from khoagiao_xl.books.package.sheet_formulas import formula_cells, formulas_by_cell
from khoagiao_xl.books.package.xml_text import escape, unescape
from khoagiao_xl.formulas.formula_scalars import ExcelError, is_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.books.package.sheet_formulas import FormulaCell
    from khoagiao_xl.formulas.formula_scalars import Element, Scalar
    from khoagiao_xl.formulas.formula_shapes import Cell

_KIND: Final = re.compile(r'<c [^>]*\bt="(\w+)"')
_RESULT: Final = re.compile(r"<v\b[^>]*?(?:/>|>([^<]*)</v>)")
_WHOLE: Final = re.compile(r"-?\d+")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


class FormulaSheet:
    """The formulas of one sheet's XML."""

    def __init__(self, xml: str, cells: Iterable[FormulaCell] | None = None) -> None:
        """Look for the cells that hold formulas where they are not known."""
        self.xml = xml
        self.cells = list(formula_cells(xml) if cells is None else cells)

    @classmethod
    def of(cls, xml: bytes) -> FormulaSheet:
        """Return the formulas of a sheet's part."""
        text = xml.decode("utf-8")
        return cls(text)

    @cached_property
    def formulas(self) -> Mapping[Cell, str]:
        """Cell -> its formula without «=», blank for one that fills an area."""
        return formulas_by_cell(self.cells)

    @cached_property
    def stored(self) -> Mapping[Cell, Element]:
        """Cell -> the result that stands beside its formula, None for none."""
        found = {}
        for each in self.cells:
            cell = self.xml[each.start : each.end]
            found[each.cell] = _stored(cell)
        return found

    def holds(self, results: Mapping[Cell, Element]) -> bool:
        """Whether these results stand beside the formulas already, and none beside its other ones."""
        for cell, stored in self.stored.items():
            result = results.get(cell)
            if not is_same(stored, result):
                return False
        return True

    def with_results(self, results: Mapping[Cell, Element]) -> FormulaSheet:
        """Return the sheet with these results, and none beside its other formulas."""
        pieces = []
        cells = []
        at = length = 0
        for each in self.cells:
            before = self.xml[at : each.start]
            result = results.get(each.cell)
            filled = _with_result(each, result)
            pieces += [before, filled]
            start = length + len(before)
            length = start + len(filled)
            cells.append(each._replace(start=start, end=length))
            at = each.end
        rest = self.xml[at:]
        xml = "".join([*pieces, rest])
        return FormulaSheet(xml, cells)


def _stored(cell: str) -> Element:
    """Return the result in the XML of a cell, None for none."""
    result = _RESULT.search(cell)
    if result is None:
        return None
    text = unescape(result[1] or "")
    kind = _KIND.search(cell)
    match kind[1] if kind else "n":
        case "e":
            return ExcelError(text)
        case "b":
            return text == "1"
        case "n" if _WHOLE.fullmatch(text):
            return int(text)
        case "n" if _NUMBER.fullmatch(text):
            return float(text)
    return as_read(text)


def _with_result(each: FormulaCell, result: Element) -> str:
    """Return the XML of a cell as far as its result; None for none."""
    if result is None:
        return f"<c{each.attributes}>{each.element}"
    kind, text = stored_as(result)
    value = escape(text)
    start = f'<c{each.attributes} t="{kind}">'
    end = f"<v>{value}</v>"
    return start + each.element + end


def stored_as(result: Scalar | ExcelError) -> tuple[str, str]:
    """Return the kind of a result and the result as a sheet's XML holds them, not yet escaped."""
    match result:
        case ExcelError():
            return "e", result.code
        case bool():
            return "b", str(int(result))
        case str():
            return "str", storable(result)
        case float() if result.is_integer():
            return "n", str(int(result))
    return "n", repr(result)
