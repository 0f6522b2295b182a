"""Tables: LibreOffice keeps Excel's tables as database ranges of the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from khoagiao_xl.books.libreoffice.block import Block
from khoagiao_xl.books.libreoffice.gaps import naming_gaps
from khoagiao_xl.books.libreoffice.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.books.libreoffice.sheets import Sheet


@naming_gaps
class Table(base_classes.Table):  # type: ignore[misc]  # xlwings is untyped
    """A database range."""

    parent: Sheet
    api: Any

    def __init__(self, sheet: Sheet, api: Any) -> None:
        self.parent, self.api = sheet, api

    @property
    def name(self) -> str:
        """The name, unique in the workbook."""
        return str(self.api.Name)

    @name.setter
    def name(self, name: str) -> None:
        self.api.setName(name)

    display_name = name

    @property
    def range(self) -> Range:
        """All of its cells, the header with them."""
        return Range(self.parent, Block.of(self.api.DataArea))

    @property
    def show_headers(self) -> bool:
        """Whether the first row is a header."""
        return bool(self.api.ContainsHeader)

    @property
    def header_row_range(self) -> Range | None:
        """The header."""
        area = Block.of(self.api.DataArea)
        header = Block(area.top, area.left, area.top, area.right)
        return Range(self.parent, header) if self.show_headers else None

    @property
    def data_body_range(self) -> Range | None:
        """The rows under the header, None when there are none."""
        area = Block.of(self.api.DataArea)
        top = area.top + self.show_headers
        return (
            Range(self.parent, Block(top, area.left, area.bottom, area.right)) if top <= area.bottom else None
        )

    def resize(self, range: Any) -> None:  # noqa: A002  # the name that xlwings calls it by
        """Let the table be the cells of `range`."""
        self.api.setDataArea(range.impl.api.RangeAddress)

    @property
    def show_autofilter(self) -> bool:
        """Whether the header has arrows to filter by."""
        return bool(self.api.AutoFilter)

    @show_autofilter.setter
    def show_autofilter(self, shows: bool) -> None:
        self.api.AutoFilter = shows

    @property
    def autofilter(self) -> Filter:
        """The filter, which can be taken off."""
        return Filter(self.api)


@naming_gaps
class Filter(base_classes.AutoFilter):  # type: ignore[misc]  # xlwings is untyped
    """The filter of a table."""

    api: Any

    def __init__(self, api: Any) -> None:
        self.api = api

    def clear(self, field: int | None) -> None:
        """Show every row again."""
        if field is not None:
            raise NotImplementedError("the engine for LibreOffice has no AutoFilter.clear of a single field")
        cells = self.api.ReferredCells
        cells.filter(cells.createFilterDescriptor(True))


@naming_gaps
class Tables(base_classes.Tables):  # type: ignore[misc]  # xlwings is untyped
    """The tables of one sheet."""

    parent: Sheet
    api: Any

    def __init__(self, sheet: Sheet) -> None:
        self.parent, self.api = sheet, sheet.model.DatabaseRanges

    def _own(self) -> dict[str, Any]:
        index = self.parent.api.RangeAddress.Sheet
        found = {name: self.api.getByName(name) for name in self.api.ElementNames}
        return {name: one for name, one in found.items() if one.DataArea.Sheet == index}

    def __call__(self, key: str | int) -> Table:
        """Return a table by its name or by its number, counted from 1."""
        if isinstance(key, int):
            return Table(self.parent, list(self._own().values())[key - 1])
        if key not in self:
            raise KeyError(key)
        return Table(self.parent, self.api.getByName(key))

    def __len__(self) -> int:
        return len(self._own())

    def __iter__(self) -> Iterator[Table]:
        return (Table(self.parent, one) for one in self._own().values())

    def __contains__(self, name: str) -> bool:
        if not self.api.hasByName(name):
            return False
        return bool(self.api.getByName(name).DataArea.Sheet == self.parent.api.RangeAddress.Sheet)

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
        name = name or self._free_name()
        cells = getattr(source, "impl", source)
        if len(cells) == 1:
            cells = cells.current_region
        self.api.addNewByName(name, cells.api.RangeAddress)
        made = self.api.getByName(name)
        made.ContainsHeader, made.AutoFilter = has_headers is not False, True
        return Table(self.parent, made)

    def _free_name(self) -> str:
        taken, number = set(self.api.ElementNames), 1
        while f"Table{number}" in taken:
            number += 1
        return f"Table{number}"

    def at(self, block: Block) -> Table | None:
        """Return the table that the first cell of `block` lies in, or None."""
        for one in self:
            area = one.range.block
            if area.top <= block.top <= area.bottom and area.left <= block.left <= area.right:
                return one
        return None
