"""One table of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.excel_stand_in.block import Block
from tests.excel_stand_in.cell_range import CellRange
from tests.excel_stand_in.com_object import ComObject, bare, refused

if TYPE_CHECKING:
    from tests.excel_stand_in.worksheet import Worksheet


class ListObject(ComObject):
    """ListObject."""

    def __init__(self, sheet: Worksheet, name: str, block: Block, *, has_filter: bool) -> None:
        super().__init__(sheet.calls)
        self.sheet = sheet
        self.name = name
        self.block = block
        self.has_filter = has_filter

    def get_Name(self) -> str:
        return self.name

    def get_Parent(self) -> Worksheet:
        return self.sheet

    def get_Range(self) -> CellRange:
        return CellRange(self.sheet, self.block)

    def get_ShowAutoFilter(self) -> bool:
        return self.has_filter

    def do_Resize(self, cells: Any) -> None:
        self.called("Resize")
        block = bare(cells).block
        if (block.top, block.left) != (self.block.top, self.block.left) or block.height == 1:
            raise refused("Resize method of ListObject class failed")
        self.block = block
        self.sheet.is_touched = True
        self.sheet.book.is_saved = False
