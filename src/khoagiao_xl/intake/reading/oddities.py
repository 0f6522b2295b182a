"""What is odd about a form's structure: moved, doubled, hidden, merged, added; noted or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.scale_words import scale_beside
from khoagiao_xl.intake.reading.unseen import find_unseen
from khoagiao_xl.intake.safety.sheet_scan import address
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.intake.reading.locating import Block
    from khoagiao_xl.intake.safety.package_scan import BookScan
    from khoagiao_xl.intake.safety.sheet_scan import SheetScan

    Grids = Mapping[str, Sequence[Sequence[Any]]]

ERROR, QUESTION, NOTE = Severity.ERROR, Severity.QUESTION, Severity.NOTE
_DRAWN_AT = {
    "Mã": form_layout.CODE + 1,
    "Kỳ này": form_layout.VALUE + 1,
    "Giải trình": form_layout.EXPLANATION + 1,
    "Trả lời": form_layout.ANSWER + 1,
}
_STRAYS_NAMED = 8
_OWN_SHEETS = frozenset(
    {form_layout.COVER, form_layout.FIGURES, form_layout.NARRATIVE, form_layout.META, "LỖI CẦN SỬA"}
)


def find_oddities(
    file: str,
    book: BookScan,
    grids: Grids,
    figures: Block | None,
    narrative: Block | None,
    used: set[str],
) -> list[Finding]:
    """Return what is to be said about the workbook and its coded blocks."""
    found = list(_of_book(file, book, used))
    scans = {scan.name: scan for scan in book.sheets}
    for block, inputs in ((figures, ("Kỳ này", "Giải trình")), (narrative, ("Trả lời",))):
        if block:
            found += _of_headings(file, block, inputs)
            found += _of_codes(file, block)
            found += find_unseen(file, book, block, inputs)
            found += _of_merges(file, block, scans[block.sheet], inputs)
    if figures and "Kỳ này" in figures.columns:
        found += _of_strays(file, figures, grids[figures.sheet], scans[figures.sheet])
    if figures:
        found += scale_beside(file, figures, grids[figures.sheet])
    return found


def _of_book(file: str, book: BookScan, used: set[str]) -> Iterator[Finding]:
    if book.has_external_links:
        yield Finding("TN-55", QUESTION, Place(file))
    if book.has_macros:
        yield Finding("TN-56", QUESTION, Place(file))
    if book.comments:
        yield Finding("TN-57", NOTE, Place(file), {"count": book.comments})
    if book.has_pictures:
        yield Finding("TN-65", NOTE, Place(file))
    if book.is_1904:
        yield Finding("TN-63", NOTE, Place(file))
    for scan in book.sheets:
        if scan.is_hidden and scan.name in used:
            yield Finding("TN-51", QUESTION, Place(file, scan.name))
        is_extra = scan.name not in used | _OWN_SHEETS and not (scan.is_hidden and scan.name.startswith("_"))
        if is_extra and scan.values:
            yield Finding("TN-58", NOTE, Place(file, scan.name))


def _of_headings(file: str, block: Block, inputs: Sequence[str]) -> Iterator[Finding]:
    lost = [heading for heading in inputs if heading not in block.columns]
    if block.columns.get("Mã", block.code_column) != block.code_column:
        lost.append("Mã")
    if lost:
        yield Finding("TN-44", ERROR, Place(file, block.sheet), {"heading": "», «".join(lost)})
    for heading in inputs:
        column = block.columns.get(heading, _DRAWN_AT[heading])
        if column != _DRAWN_AT[heading]:
            where = address(block.header_row, column)
            yield Finding("TN-46", NOTE, Place(file, block.sheet, where), {"heading": heading})


def _of_codes(file: str, block: Block) -> Iterator[Finding]:
    for code, rows in block.doubled.items():
        cells = ", ".join(address(row, block.code_column) for row in rows)
        place = Place(file, block.sheet, address(rows[-1], block.code_column))
        yield Finding("TN-48", ERROR, place, {"indicator": code, "cells": cells})
    for code, typed in block.repaired.items():
        place = Place(file, block.sheet, address(block.rows[code], block.code_column))
        yield Finding("TN-64", NOTE, place, {"before": typed, "after": code})


def _of_merges(file: str, block: Block, scan: SheetScan, inputs: Sequence[str]) -> Iterator[Finding]:
    """A merge over input cells hides values from the eye that readers still return."""
    cells = {(row, block.columns[heading]): code for code, row in block.rows.items()
             for heading in inputs if heading in block.columns}  # fmt: skip
    for top, left, bottom, right in scan.merges:
        covered = [
            code for (row, column), code in cells.items() if top <= row <= bottom and left <= column <= right
        ]
        if covered:
            place = Place(file, block.sheet, address(top, left))
            area = f"{address(top, left)}:{address(bottom, right)}"
            yield Finding(
                "TN-54", ERROR, place, {"area": area, "indicators": ", ".join(sorted(set(covered)))}
            )


def _of_strays(file: str, block: Block, rows: Sequence[Sequence[Any]], scan: SheetScan) -> Iterator[Finding]:
    """What stands beside the lines: a value in the wrong column, or in a line without a code."""
    before = _before_column(block, rows)
    strays = [
        (address(number, column), value)
        for number, values in enumerate(rows[block.header_row :], block.header_row + 1)
        for column, value in enumerate(values, 1)
        if column != before and _is_stray(block, number, column, value, scan)
    ]
    if strays:
        cells = ", ".join(cell for cell, _ in strays[:_STRAYS_NAMED]) + (
            " …" if strays[_STRAYS_NAMED:] else ""
        )
        facts = {"found": str(strays[0][1])[:60], "cells": cells}
        yield Finding("TN-66", QUESTION, Place(file, block.sheet, strays[0][0]), facts)


def _before_column(block: Block, rows: Sequence[Sequence[Any]]) -> int:
    """Return the column of what the unit reported last, 0 where there is none."""
    heading = rows[block.header_row - 1]
    wanted = fold(form_layout.BEFORE_HEADER)
    found = [at for at, value in enumerate(heading, 1) if isinstance(value, str) and fold(value) == wanted]
    return found[0] if found else 0


def _is_stray(block: Block, row: int, column: int, value: object, scan: SheetScan) -> bool:
    is_figure = isinstance(value, int | float) and not isinstance(value, bool)
    is_text = isinstance(value, str) and bool(value.strip())
    if row in block.rows.values():
        checks = block.columns.get("Kiểm tra", 0)
        if column == checks:
            cell = scan.cells.get((row, column))
            return (is_figure or is_text) and cell is not None and cell.formula is None
        is_beside = column not in {*block.columns.values(), block.code_column}
        return is_beside and (is_figure or (is_text and column > max(block.columns.values())))
    return column == block.columns["Kỳ này"] and (is_figure or is_text)
