"""Values typed into cells of a sheet that are there already, each with its style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_xml import cell_xml
from khoagiao_xl.books.package.parts import MAIN, parse_xml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from khoagiao_xl.books.base import Value

_NAMESPACE: Final = MAIN.strip("{}")
_CELL, _FORMULA, _RESULT = f"{MAIN}c", f"{MAIN}f", f"{MAIN}v"


def fill_cells(sheet: _Element, values: Mapping[str, Value]) -> None:
    """Give cells their values: address -> value; a formula stays, its stored result is forgotten."""
    for cell in list(sheet.iter(_CELL)):
        address = cell.get("r", "")
        if cell.find(_FORMULA) is not None:
            _forget_result(cell)
        elif address in values:
            _fill(cell, values[address])


def _forget_result(cell: _Element) -> None:
    for result in cell.findall(_RESULT):
        cell.remove(result)


def _fill(cell: _Element, value: Value) -> None:
    parent = cell.getparent()
    if parent is None:
        return
    style = cell.get("s")
    told = f' s="{style}"' if style else ""
    address = cell.get("r", "")
    xml = cell_xml(address, told, value)
    row = f'<row xmlns="{_NAMESPACE}">{xml}</row>'
    (filled,) = parse_xml(row.encode())
    parent.replace(cell, filled)
