"""One sheet: cells, tables, hidden rows, and rules of conditional formats, which are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.excel_stand_in.block import Block
from tests.excel_stand_in.cell import Cell
from tests.excel_stand_in.cell_range import CellRange
from tests.excel_stand_in.com_object import ComObject, bare, refused
from tests.excel_stand_in.listing import Listing

if TYPE_CHECKING:
    from tests.excel_stand_in.table import ListObject
    from tests.excel_stand_in.workbook import Workbook


class Worksheet(ComObject):
    """Worksheet.

    filtered: the rows that a filter of the sheet hides, an advanced one say; in_table: those that the filter of a
    table hides. rules: where each rule of conditional formats holds.
    """

    def __init__(self, book: Workbook, name: str) -> None:
        super().__init__(book.calls)
        self.book = book
        self.name = name
        self.cells: dict[tuple[int, int], Cell] = {}
        self.tables: list[ListObject] = []
        self.rules: list[list[Block]] = []
        self.is_protected = False
        self.filtered: set[int] = set()
        self.in_table: set[int] = set()
        self.by_hand: set[int] = set()
        self.can_show_all = True
        self.is_touched = False

    @property
    def hidden(self) -> set[int]:
        """The rows that a filter hides."""
        return self.filtered | self.in_table

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, without any call."""
        return self.cells.setdefault((row, column), Cell())

    def get_Name(self) -> str:
        return self.name

    def get_Parent(self) -> Workbook:
        return self.book

    def get_ListObjects(self) -> Listing:
        return Listing(self.calls, self.tables)

    def get_ProtectContents(self) -> bool:
        return self.is_protected

    def get_FilterMode(self) -> bool:
        return bool(self.filtered)

    def do_ShowAllData(self) -> None:
        self.called("ShowAllData")
        if not self.filtered or not self.can_show_all:
            raise refused("ShowAllData method of Worksheet class failed")
        self.filtered.clear()

    def do_Activate(self) -> None:
        self.called("Activate")

    def do_Cells(self, row: int, column: int) -> CellRange:
        self.called("Cells")
        return CellRange(self, Block(row, column, 1, 1))

    def do_Range(self, first: Any, last: Any) -> CellRange:
        self.called("Range")
        one, other = bare(first), bare(last)
        return CellRange(self, Block.around(one.block, other.block))

    def get_UsedRange(self) -> CellRange:
        rows = [row for row, _ in self.cells]
        columns = [column for _, column in self.cells]
        return CellRange(self, Block(1, 1, max(rows, default=1), max(columns, default=1)))

    def fill_rules(self, source: Block, new: Block) -> None:
        """Give the rules that hold in `source` a copy for `new` where they hold there already."""
        for places in list(self.rules):
            covers_source = any(place.meets(source) for place in places)
            covers_new = any(place.meets(new) for place in places)
            if covers_source and covers_new:
                self.rules.append([new])
            elif covers_source:
                places.append(new)
