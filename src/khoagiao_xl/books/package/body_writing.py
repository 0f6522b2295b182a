"""New bodies for tables of a package: the sheet's cells, the table's own part, and what hangs on both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.recalculation import drop_calculation_chain
from khoagiao_xl.books.package.splice import rewrite_body

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.books.package.opc import Package
    from khoagiao_xl.books.package.parts import TablePlace
    from khoagiao_xl.model.cell_addresses import Area

_DAYS_FROM_1904: Final = b'date1904="1"'
_FILTER: Final = re.compile(
    r"<filterColumn\b.*?</filterColumn>|<filterColumn\b[^>]*/>|<sortState\b.*?(?:</sortState>|/>)", re.DOTALL
)
_REF: Final = re.compile(r'(<(?:table|autoFilter)\b[^>]*?\bref=")[^"]*(")')


class BodyWriter:
    """Gives tables of one package new bodies."""

    def __init__(self, package: Package) -> None:
        main = parts.workbook_part(package)
        self._package = package
        self._date1904 = _DAYS_FROM_1904 in package.read(main)
        self._styles = _styles(package, main)

    def write(self, place: TablePlace, lines: Sequence[Sequence[Value]], formulas: Mapping[str, str]) -> None:
        """Replace the body of a table by `lines`, one value a column; formulas: heading -> its formula."""
        xml = self._package.read_text(place.sheet_part)
        spliced = rewrite_body(
            xml,
            place,
            lines,
            styles_part=self._styles,
            date1904=self._date1904,
            formulas=formulas,
        )
        self._package.replace_text(place.sheet_part, spliced.xml)
        self._resize(place.table_part, spliced.area)
        if spliced.moved_formulas:
            drop_calculation_chain(self._package)

    def _resize(self, table_part: str, area: Area) -> None:
        xml = self._package.read_text(table_part)
        # A filter left on would hide rows that are no longer the same ones.
        unfiltered = _FILTER.sub("", xml)
        resized = _REF.sub(rf"\g<1>{area}\g<2>", unfiltered)
        self._package.replace_text(table_part, resized)


def _styles(package: Package, main: str) -> bytes:
    """Return the part that holds the cell styles, or nothing for a workbook without any."""
    for relation in parts.relations(package, main):
        if relation.kind == "styles":
            return package.read(relation.target)
    return b""
