"""The cells of a sheet's XML that work out their values, whoever wrote it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.formulas.shared_formulas import moved
from khoagiao_xl.model.cell_addresses import column_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.formulas.formula_shapes import Cell

_FORMULA: Final = re.compile(r"<f\b")
_CELL_BEGINS: Final = "<c "
# Up to the end of the result; what may follow in the cell stays as it is.
_CELL: Final = re.compile(
    r"<c\b([^>]*)>(<f\b([^>]*)/>|<f\b([^>]*)>([^<]*)</f>)(?:<v\b[^>]*/>|<v\b[^>]*>[^<]*</v>)?"
)
_ADDRESS: Final = re.compile(r'\br="([A-Z]+)(\d+)"')
_TYPE: Final = re.compile(r'\s*\bt="\w+"')
_KIND: Final = re.compile(r'\bt="(\w+)"')
_SHARED: Final = re.compile(r'\bsi="(\d+)"')


class FormulaCell(NamedTuple):
    """A cell with a formula, in the XML of its sheet from `start` to `end`, its result included.

    attributes: those of the cell but for its kind. element: the XML of the formula, with attributes of its
    own. text: the formula itself.
    """

    cell: Cell
    attributes: str
    element: str
    element_attributes: str
    text: str
    start: int
    end: int

    @property
    def kind(self) -> str:
        """What is special about the formula: shared, array, dataTable; blank for nothing."""
        found = _KIND.search(self.element_attributes)
        return found[1] if found else ""

    @property
    def group(self) -> str:
        """The number of the shared formula."""
        found = _SHARED.search(self.element_attributes)
        return found[1] if found else ""


def formula_cells(xml: str) -> Iterator[FormulaCell]:
    """Yield the cells with formulas. They are few: each is looked for from its formula back."""
    for formula in _FORMULA.finditer(xml):
        begin = xml.rfind(_CELL_BEGINS, 0, formula.start())
        found = _CELL.match(xml, max(begin, 0))
        if found is None:
            continue
        address = _ADDRESS.search(found[1])
        if address:
            yield _formula_cell(found, address)


def _formula_cell(found: re.Match[str], address: re.Match[str]) -> FormulaCell:
    attributes, element, of_empty, of_full, text = found.groups()
    letters, row = address.groups()
    return FormulaCell(
        cell=(int(row), column_index(letters)),
        attributes=_TYPE.sub("", attributes),
        element=element,
        element_attributes=of_empty or of_full or "",
        text=text or "",
        start=found.start(),
        end=found.end(),
    )


def formulas_by_cell(cells: Iterable[FormulaCell]) -> Mapping[Cell, str]:
    """Return cell -> its formula without «=», each its own where it is shared; blank for one of an area."""
    found: dict[Cell, str] = {}
    firsts: dict[str, FormulaCell] = {}
    for each in cells:
        text = unescape(each.text)
        if each.kind == "shared":
            first = firsts.setdefault(each.group, each)
            text = moved(unescape(first.text), first.cell, each.cell)
        elif each.kind:
            text = ""
        found[each.cell] = text
    return found
