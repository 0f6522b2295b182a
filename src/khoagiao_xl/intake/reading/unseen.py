"""Figures that nobody sees in a form: hidden rows and columns, zeros, conditional formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.intake.safety.sheet_scan import address
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.vietnamese.number_formats import shows_itself

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.reading.locating import Block
    from khoagiao_xl.intake.safety.package_scan import BookScan
    from khoagiao_xl.intake.safety.sheet_scan import Condition, ScannedCell, SheetScan

QUESTION = Severity.QUESTION


def find_unseen(file: str, book: BookScan, block: Block, inputs: Sequence[str]) -> Iterator[Finding]:
    """Return what is to be asked about input cells of `block` that a person does not see as they are."""
    scan = next(scan for scan in book.sheets if scan.name == block.sheet)
    yield from _hidden(file, block, scan, inputs)
    for code, row, column, cell in _filled(block, scan, inputs):
        place = Place(file, block.sheet, address(row, column))
        if not scan.shows_zeros and _value(cell) == 0:
            yield Finding("TN-68", QUESTION, place, {"indicator": code})
        rules = (rule for rule in scan.conditions if _covers(rule, row, column))
        if any(_changes(rule, cell, book) for rule in rules):
            found = book.text_of(cell)[:60]
            yield Finding("TN-67", QUESTION, place, {"indicator": code, "found": found})


def _hidden(file: str, block: Block, scan: SheetScan, inputs: Sequence[str]) -> Iterator[Finding]:
    for heading in inputs:
        column = block.columns.get(heading, 0)
        if column and scan.hides_column(column):
            place = Place(file, block.sheet, address(block.header_row, column))
            yield Finding("TN-53", QUESTION, place, {"heading": heading})
    columns = [block.columns[heading] for heading in inputs if heading in block.columns]
    for code, row in block.rows.items():
        is_filled = any((row, column) in scan.cells for column in columns)
        if row in scan.hidden_rows and is_filled:
            place = Place(file, block.sheet, address(row, columns[0]))
            yield Finding("TN-52", QUESTION, place, {"indicator": code})


def _filled(
    block: Block, scan: SheetScan, inputs: Sequence[str]
) -> Iterator[tuple[str, int, int, ScannedCell]]:
    columns = [block.columns[heading] for heading in inputs if heading in block.columns]
    for code, row in block.rows.items():
        for column in columns:
            cell = scan.cells.get((row, column))
            if cell is not None and cell.raw:
                yield code, row, column, cell


def _value(cell: ScannedCell) -> float | None:
    try:
        return float(cell.raw) if cell.kind == "n" else None
    except ValueError:
        return None


def _covers(rule: Condition, row: int, column: int) -> bool:
    return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in rule.areas)


def _changes(rule: Condition, cell: ScannedCell, book: BookScan) -> bool:
    """Say whether a conditional format, if it applies, shows this cell otherwise than it is.

    Whether it applies is not worked out: its condition may be any formula.
    """
    if rule.hides_value:
        return True
    styles = book.styles
    known = 0 <= rule.overlay < len(styles.overlays)
    overlay = styles.overlays[rule.overlay] if known else None
    value = _value(cell)
    shown = "x" if value is None else value
    codes = [rule.number_format, overlay.number_format if overlay else ""]
    if not all(shows_itself(code, shown) for code in codes):
        return True
    return overlay is not None and not overlay.look.counts_on(overlay.paper or styles.paper(cell.style))
