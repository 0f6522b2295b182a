"""Our own scan of a sheet's XML: what the reader of values drops, turns into blanks, or cannot bear."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.intake.safety.plain_rows import PlainSheet
from khoagiao_xl.intake.safety.remembered import remembered
from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell, SheetScan, address
from khoagiao_xl.intake.safety.sheet_frame import read_frame
from khoagiao_xl.intake.safety.sheet_rows import OutOfPlace, Row
from khoagiao_xl.intake.safety.tree_rows import TreeRows
from khoagiao_xl.intake.safety.xml_guard import Refused
from khoagiao_xl.intake.safety.xml_pattern import NotPlain
from khoagiao_xl.intake.safety.xml_tree import tree_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.intake.safety.sheet_bounds import SheetBounds


@remembered
def scan_sheet(data: bytes, part: str, sheet: str, bounds: SheetBounds) -> SheetScan:
    """Return what the XML of a sheet says; raise Refused for what no reader can bear.

    What is returned is shared by all files with the same sheet: it is not to be changed.
    """
    try:
        return _scan_plain(data, part, sheet, bounds)
    except (NotPlain, OutOfPlace):
        return _scan_tree(data, part, sheet, bounds)


def _scan_plain(data: bytes, part: str, sheet: str, bounds: SheetBounds) -> SheetScan:
    plain = PlainSheet.of(data)
    frame = _plain_frame(plain.frame, part, sheet, bounds)
    cells = _Cells(sheet, bounds)
    for row in plain.rows():
        cells.take(row)
    return cells.in_frame(frame)


@remembered
def _plain_frame(data: bytes, part: str, sheet: str, bounds: SheetBounds) -> SheetScan:
    """Return what stands around the rows; raise NotPlain where they did not stand in their place."""
    root = tree_of(data, part, bounds.depth)
    if root.find("{*}sheetData") is None:
        raise NotPlain
    return read_frame(root, sheet, bounds)


def _scan_tree(data: bytes, part: str, sheet: str, bounds: SheetBounds) -> SheetScan:
    cells = _Cells(sheet, bounds)
    rows = TreeRows(part, cells.take)
    try:
        root = rows.read(data, bounds.depth)
    except OutOfPlace as error:
        raise Refused("TN-19", sheet=sheet, cell=error.where) from error
    frame = read_frame(root, sheet, bounds)
    return cells.in_frame(frame)


class _Cells:
    """The cells of a sheet while its rows come in."""

    def __init__(self, sheet: str, bounds: SheetBounds) -> None:
        self.sheet = sheet
        self.bounds = bounds
        self.cells: dict[tuple[int, int], ScannedCell] = {}
        self.row = self.rows = self.values = 0
        self.last_row = self.last_column = 0
        self.hidden_rows: set[int] = set()
        self.rows_without_height: set[int] = set()

    def take(self, row: Row) -> None:
        """Take in the next row; raise OutOfPlace for one that does not come after the one before.

        Raise Refused beyond what a reader can bear.
        """
        if row.number <= self.row:
            raise OutOfPlace(f"dòng {row.number}")  # read differently by different readers
        self.row = row.number
        if row.is_hidden:
            self.hidden_rows.add(row.number)
        if not row.tells_height:
            self.rows_without_height.add(row.number)
        if row.cells:
            self._keep(row.cells)

    def _keep(self, cells: Mapping[tuple[int, int], ScannedCell]) -> None:
        self.rows += 1
        self.values += len(cells)
        self.last_row, last_column = max(cells)
        self.last_column = max(self.last_column, last_column)
        if self.values <= self.bounds.form_cells:
            self.cells.update(cells)
        self._refuse_beyond("dòng có số liệu", self.rows, self.bounds.rows)
        self._refuse_beyond("ô có số liệu", self.values, self.bounds.cells)

    def _refuse_beyond(self, what: str, found: int, most: int) -> None:
        if found > most:
            raise Refused("TN-20", what=what, found=found, most=most)

    def in_frame(self, frame: SheetScan) -> SheetScan:
        """Return the sheet with these cells; refuse one that is too large to be laid out in memory."""
        if self.last_row * self.last_column > self.bounds.box:
            last = address(self.last_row, self.last_column)
            raise Refused("TN-19", sheet=self.sheet, cell=last)
        low = self.rows_without_height if frame.hides_other_rows else set()
        return replace(
            frame,
            cells=self.cells,
            values=self.values,
            last_row=self.last_row,
            last_column=self.last_column,
            hidden_rows=self.hidden_rows | low,
        )
