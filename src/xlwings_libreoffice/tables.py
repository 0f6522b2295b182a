"""The tables of one sheet, out of the workbook's database ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xlwings_libreoffice.collection import NamedCollection
from xlwings_libreoffice.gaps import naming_gaps
from xlwings_libreoffice.table import Table

if TYPE_CHECKING:
    from xlwings_libreoffice.block import Block


@naming_gaps
class Tables(NamedCollection[Table], base_classes.Tables):  # type: ignore[misc]  # xlwings is untyped
    """The tables of one sheet."""

    kind = Table

    def _things(self) -> list[Any]:
        return [thing for thing in super()._things() if self._is_here(thing)]

    def _is_here(self, thing: Any) -> bool:
        return bool(thing.DataArea.Sheet == self.parent.api.RangeAddress.Sheet)

    def find(self, name: str) -> Table | None:
        """Return the table of a name when it is on this sheet, or None."""
        found = super().find(name)
        return found if found and self._is_here(found.api) else None

    def add(
        self,
        source_type: Any = None,
        source: Any = None,
        link_source: Any = None,
        has_headers: bool | None = None,
        destination: Any = None,
        table_style_name: str | None = None,
        name: str | None = None,
    ) -> Table:
        """Make the cells of `source` a table; its style is not LibreOffice's to have."""
        _ = source_type, link_source, destination, table_style_name
        name = name or self._unused()
        if self.api.hasByName(name):
            raise ValueError(f"the workbook has a table «{name}» already")
        cells = getattr(source, "impl", source)
        if len(cells) == 1:
            cells = cells.current_region
        self.api.addNewByName(name, cells.api.RangeAddress)
        made = self(name)
        made.show_headers, made.show_autofilter = has_headers is not False, True
        return made

    def _unused(self) -> str:
        number = 1
        while self.api.hasByName(f"Table{number}"):
            number += 1
        return f"Table{number}"

    def at(self, block: Block) -> Table | None:
        """Return the table that the first cell of `block` lies in, or None."""
        return next((one for one in self if one.block.holds(block)), None)
