"""One table of a sheet: LibreOffice calls it a database range."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xlwings_libreoffice.attributes import Same
from xlwings_libreoffice.block import Block
from xlwings_libreoffice.collection import Member
from xlwings_libreoffice.gaps import missing, naming_gaps

if TYPE_CHECKING:
    from xlwings_libreoffice.ranges import Range
    from xlwings_libreoffice.sheet import Sheet


@naming_gaps
class Table(Member, base_classes.Table):  # type: ignore[misc]  # xlwings is untyped
    """A database range."""

    owner: Sheet
    display_name = Member.name
    show_headers = Same("ContainsHeader", bool)
    show_autofilter = Same("AutoFilter", bool)

    @property
    def block(self) -> Block:
        """Where it is."""
        return Block.of(self.api.DataArea)

    @property
    def range(self) -> Range:
        """All of its cells, the header with them."""
        return self.owner.at(self.block)

    @property
    def header_row_range(self) -> Range | None:
        """The header."""
        if not self.show_headers:
            return None
        area = self.block
        return self.owner.at(replace(area, bottom=area.top))

    @property
    def data_body_range(self) -> Range | None:
        """The rows under the header, None when there are none."""
        body = self.block
        if self.show_headers:
            body = replace(body, top=body.top + 1)
        return self.owner.at(body) if body.height else None

    def resize(self, range: Any) -> None:  # noqa: A002  # the name that xlwings calls it by
        """Let the table be the cells of `range`."""
        cells = range.impl.api
        self.api.setDataArea(cells.RangeAddress)

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
            raise missing("AutoFilter.clear of a single field")
        cells = self.api.ReferredCells
        nothing = cells.createFilterDescriptor(True)
        cells.filter(nothing)
