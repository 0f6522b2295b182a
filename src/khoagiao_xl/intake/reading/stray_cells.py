"""What stands beside the lines of a form: a value in the wrong column, or in a line without a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.locating import FIGURE, CodedBlock
from khoagiao_xl.intake.safety.scanned_sheet import address
from khoagiao_xl.model.findings import Finding, asked
from khoagiao_xl.vietnamese.figures import is_number
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.safety.scanned_sheet import SheetScan

    Rows = Sequence[Sequence[Any]]

NAMED: Final = 8  # cells that a sentence names
QUOTED: Final = 60  # characters of the first of them
CHECKS: Final = form_layout.FIGURES_HEADER[form_layout.CHECK]


def stray_cells(block: CodedBlock, rows: Rows, scan: SheetScan) -> Iterator[Finding]:
    """Yield one finding about everything that was typed where nothing is asked, if anything was."""
    if FIGURE not in block.columns:
        return
    strays = list(_Strays(block, rows, scan).find())
    if strays:
        (row, column), value = strays[0]
        facts = {"cells": _named([place for place, _ in strays])}
        found = str(value)[:QUOTED]
        yield asked("TN-66", block.place(row, column), found=found, **facts)


def _named(places: Sequence[tuple[int, int]]) -> str:
    cells = [address(row, column) for row, column in places[:NAMED]]
    more = " …" if len(places) > NAMED else ""
    return ", ".join(cells) + more


class _Strays:
    """The cells below the heading, each held against what may stand in its line and column."""

    def __init__(self, block: CodedBlock, rows: Rows, scan: SheetScan) -> None:
        self.block = block
        self.rows = rows
        self.scan = scan
        columns = set(block.columns.values())
        self.last_column = max(columns)
        self.own_columns = columns | {block.code_column}
        self.lines = set(block.rows.values())

    def find(self) -> Iterator[tuple[tuple[int, int], object]]:
        """Yield what is stray, with its row and column."""
        before = self._column_of_the_last_report()
        for row, values in enumerate(self.rows, 1):
            if row <= self.block.header_row:
                continue
            for column, value in enumerate(values, 1):
                if column != before and self._is_stray(row, column, value):
                    yield (row, column), value

    def _column_of_the_last_report(self) -> int:
        """Return the column of what the unit reported last, 0 where there is none."""
        wanted = fold(form_layout.BEFORE_HEADER)
        for column, value in enumerate(self.rows[self.block.header_row - 1], 1):
            if isinstance(value, str) and fold(value) == wanted:
                return column
        return 0

    def _is_stray(self, row: int, column: int, value: object) -> bool:
        if not is_number(value) and not _is_text(value):
            return False
        if row not in self.lines:
            return column == self.block.columns[FIGURE]
        if column == self.block.columns.get(CHECKS, 0):
            return self._is_typed_over(row, column)
        if column in self.own_columns:
            return False
        return is_number(value) or column > self.last_column

    def _is_typed_over(self, row: int, column: int) -> bool:
        """Say whether something else stands where the form checks itself."""
        cell = self.scan.cells.get((row, column))
        return cell is not None and cell.formula is None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
