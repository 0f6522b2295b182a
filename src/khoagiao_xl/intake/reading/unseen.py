"""Figures that nobody sees in a form: hidden rows and columns, zeros, conditional formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.reading.comparing.cell_words import told
from khoagiao_xl.model.findings import Finding, asked
from khoagiao_xl.vietnamese.number_formats import shows_itself

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.reading.locating import CodedBlock
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.cell_styles import Overlay
    from khoagiao_xl.intake.safety.scanned_sheet import Condition, ScannedCell, SheetScan

QUOTED: Final = 60  # characters of a cell in a sentence


def find_unseen(book: BookScan, block: CodedBlock, inputs: Sequence[str]) -> Iterator[Finding]:
    """Yield what is to be asked about input cells of `block` that a person does not see as they are."""
    scan = book.sheet(block.sheet)
    conditions = [rule for rule in scan.conditions if _may_hide(rule, book)]
    yield from _hidden_columns(block, scan, inputs)
    yield from _hidden_rows(block, scan, inputs)
    for code, row, column, cell in _filled(block, scan, inputs):
        place = block.place(row, column)
        if not scan.shows_zeros and _number(cell) == 0:
            yield asked("TN-68", place, about=code)
        rules = [rule for rule in conditions if rule.covers(row, column)]
        if any(_changes(rule, cell, book) for rule in rules):
            found = told(book, cell)[:QUOTED]
            yield asked("TN-67", place, about=code, found=found)


def _hidden_columns(block: CodedBlock, scan: SheetScan, inputs: Sequence[str]) -> Iterator[Finding]:
    for heading in inputs:
        column = block.columns.get(heading, 0)
        if column and scan.hides_column(column):
            place = block.place(block.header_row, column)
            yield asked("TN-53", place, heading=heading)


def _hidden_rows(block: CodedBlock, scan: SheetScan, inputs: Sequence[str]) -> Iterator[Finding]:
    columns = block.inputs(inputs)
    for code, row in block.rows.items():
        if row not in scan.hidden_rows:
            continue
        if any((row, column) in scan.cells for column in columns):
            place = block.place(row, columns[0])
            yield asked("TN-52", place, about=code)


def _filled(
    block: CodedBlock, scan: SheetScan, inputs: Sequence[str]
) -> Iterator[tuple[str, int, int, ScannedCell]]:
    columns = block.inputs(inputs)
    for code, row in block.rows.items():
        for column in columns:
            cell = scan.cells.get((row, column))
            if cell is not None and cell.raw:
                yield code, row, column, cell


def _number(cell: ScannedCell) -> float | None:
    if cell.kind != "n":
        return None
    try:
        return float(cell.raw)
    except ValueError:
        return None


def _may_hide(rule: Condition, book: BookScan) -> bool:
    """Say whether there may be a cell that a conditional format shows otherwise than it is."""
    if rule.hides_value or rule.number_format:
        return True
    overlay = book.styles.overlay(rule.overlay)
    if overlay is None:
        return False
    is_seen = bool(overlay.paper) and overlay.look.counts_on(overlay.paper)
    return bool(overlay.number_format) or not is_seen


def _changes(rule: Condition, cell: ScannedCell, book: BookScan) -> bool:
    """Say whether a conditional format, if it applies, shows this cell otherwise than it is.

    Whether it applies is not worked out: its condition may be any formula.
    """
    if rule.hides_value or not _shows(cell, rule.number_format):
        return True
    overlay = book.styles.overlay(rule.overlay)
    return overlay is not None and _hides(overlay, cell, book)


def _hides(overlay: Overlay, cell: ScannedCell, book: BookScan) -> bool:
    if not _shows(cell, overlay.number_format):
        return True
    paper = overlay.paper or book.styles.paper(cell.style)
    return not overlay.look.counts_on(paper)


def _shows(cell: ScannedCell, number_format: str) -> bool:
    number = _number(cell)
    return shows_itself(number_format, "x" if number is None else number)
