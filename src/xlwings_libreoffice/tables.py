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
        sheet = self.parent.api.RangeAddress.Sheet
        return bool(thing.DataArea.Sheet == sheet)

    def find(self, name: str) -> Table | None:
        """Return the table of a name when it is on this sheet, or None."""
        found = super().find(name)
        if found is None or not self._is_here(found.api):
            return None
        return found

    def is_taken(self, name: str) -> bool:
        """Whether any sheet of the workbook has a table of this name."""
        return bool(self.api.hasByName(name))

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
        name = name or self.free_name("Table")
        if self.is_taken(name):
            raise ValueError(f"the workbook has a table «{name}» already")
        cells = getattr(source, "impl", source)
        if len(cells) == 1:
            cells = cells.current_region
        self.api.addNewByName(name, cells.api.RangeAddress)
        made = self(name)
        made.show_headers = has_headers is not False
        made.show_autofilter = True
        return made

    def at(self, block: Block) -> Table | None:
        """Return the table that the first cell of `block` lies in, or None."""
        for table in self:
            if table.block.holds(block):
                return table
        return None
