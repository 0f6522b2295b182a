"""What is odd about a form's structure: moved, doubled, hidden, merged, added; noted or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.locating import ANSWER, FIGURE, CodedBlock
from khoagiao_xl.intake.reading.unseen import find_unseen
from khoagiao_xl.intake.safety.scanned_sheet import Rectangle, SheetScan, address
from khoagiao_xl.model.findings import Finding, Place, Severity, asked, noted, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.reading.form_parts import FormParts

ERROR = Severity.ERROR
CODES: Final = form_layout.FIGURES_HEADER[form_layout.CODE]
EXPLANATION: Final = form_layout.FIGURES_HEADER[form_layout.EXPLANATION]
_DRAWN_AT: Final = {
    CODES: form_layout.CODE + 1,
    FIGURE: form_layout.VALUE + 1,
    EXPLANATION: form_layout.EXPLANATION + 1,
    ANSWER: form_layout.ANSWER + 1,
    **{heading: form_layout.DETAILS_HEADER.index(heading) + 1 for heading in form_layout.DETAIL_INPUTS},
}


def find_oddities(parts: FormParts) -> list[Finding]:
    """Return what is to be said about the workbook and its coded blocks."""
    found = [*_of_book(parts), *_of_sheets(parts)]
    if parts.figures:
        found += _of_block(parts, parts.figures, (FIGURE, EXPLANATION))
    if parts.narrative:
        found += _of_block(parts, parts.narrative, (ANSWER,))
    if parts.details:
        found += _of_block(parts, parts.details, form_layout.DETAIL_INPUTS)
    return found


def _of_book(parts: FormParts) -> Iterator[Finding]:
    book, whole = parts.book, Place(parts.file)
    if book.has_external_links:
        yield asked("TN-55", whole)
    if book.has_macros:
        yield asked("TN-56", whole)
    if book.is_1904:
        yield noted("TN-63", whole)


def _of_sheets(parts: FormParts) -> Iterator[Finding]:
    for scan in parts.book.sheets:
        place = Place(parts.file, scan.name)
        if scan.is_hidden and scan.name in parts.used:
            yield asked("TN-51", place)


def _of_block(parts: FormParts, block: CodedBlock, inputs: Sequence[str]) -> Iterator[Finding]:
    yield from _of_headings(block, inputs)
    yield from _of_codes(block)
    yield from find_unseen(parts.book, block, inputs)
    yield from _of_merges(block, parts.scan(block), inputs)


def _of_headings(block: CodedBlock, inputs: Sequence[str]) -> Iterator[Finding]:
    lost = _lost_headings(block, inputs)
    if lost:
        place = Place(block.file, block.sheet)
        yield wrong("TN-44", place, heading="», «".join(lost))
    for heading in inputs:
        column = block.columns.get(heading, 0)
        if column and column != _DRAWN_AT[heading]:
            place = block.place(block.header_row, column)
            yield noted("TN-46", place, heading=heading)


def _lost_headings(block: CodedBlock, inputs: Sequence[str]) -> list[str]:
    lost = [heading for heading in inputs if heading not in block.columns]
    of_codes = block.columns.get(CODES, block.code_column)
    if of_codes != block.code_column:
        lost.append(CODES)
    return lost


def _of_codes(block: CodedBlock) -> Iterator[Finding]:
    for code, rows in block.doubled.items():
        *_, last = rows
        doubled = [address(row, block.code_column) for row in rows]
        cells = ", ".join(doubled)
        place = block.place(last, block.code_column)
        yield wrong("TN-48", place, about=code, cells=cells)
    for code, typed in block.repaired.items():
        row = block.rows[code]
        place = block.place(row, block.code_column)
        yield noted("TN-64", place, found=typed, after=code)


def _of_merges(block: CodedBlock, scan: SheetScan, inputs: Sequence[str]) -> Iterator[Finding]:
    """A merge over input cells hides values from the eye that readers still return."""
    for merged in scan.merges:
        covered = _covered(block, merged, inputs)
        if covered:
            place = block.place(merged.top, merged.left)
            facts = {"area": str(merged), "indicators": ", ".join(covered)}
            yield Finding(
                "TN-54",
                ERROR,
                place,
                facts,
                about=tuple(covered),
            )


def _covered(block: CodedBlock, merged: Rectangle, inputs: Sequence[str]) -> list[str]:
    """Return the codes of the lines with an input cell under a merge."""
    columns = [column for column in block.inputs(inputs) if merged.has_column(column)]
    if not columns:
        return []
    return sorted(code for code, row in block.rows.items() if merged.has_row(row))
