"""Cells that a person sees otherwise than they are: crossed out, covered, repeated, with words added."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.safety.scanned_sheet import Drawn, address
from khoagiao_xl.vietnamese.format_sections import sections_of
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.reading.comparing.compared_sheet import ComparedSheet
    from khoagiao_xl.intake.safety.appearance import Look
    from khoagiao_xl.intake.safety.cell_styles import CellStyles
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell

    Spot = tuple[int, int]

LABEL: Final = form_layout.FIGURES_HEADER[form_layout.LABEL]
_WORDS: Final = frozenset({"quoted", "escaped"})


def looks_of(sheet: ComparedSheet) -> Iterator[Difference]:
    """Yield one difference for each way in which cells are shown, with all its cells."""
    if sheet.scan.is_hidden:
        yield from _hidden_sheet(sheet)
        return
    shown: dict[str, list[Spot]] = {}
    for spot, cell in _suspected(sheet):
        for look in _looks(sheet, spot, cell):
            shown.setdefault(look, []).append(spot)
    for look, spots in shown.items():
        yield _difference(sheet, look, spots)
    yield from _hidden_labels(sheet)


def _suspected(sheet: ComparedSheet) -> Iterator[tuple[Spot, ScannedCell]]:
    """Yield the cells that may be shown otherwise than they are: nearly none of a form."""
    odd = sheet.odd_styles
    has_runs = bool(sheet.book.strings.runs)
    for spot, cell in sheet.scan.cells.items():
        if cell.raw and (has_runs or cell.runs or cell.style in odd or sheet.scan.drawings):
            yield spot, cell


@lru_cache(maxsize=32)  # most forms have the same
def odd_styles(styles: CellStyles) -> frozenset[int]:
    """Return the cell styles that may show a cell otherwise than it is."""
    odd = [style for style in range(len(styles.formats)) if _is_odd(styles, style)]
    return frozenset(odd)


def _is_odd(styles: CellStyles, style: int) -> bool:
    if styles.setting(style).repeats or styles.is_crossed(style):
        return True
    if _words_of_format(styles.number_format(style)):
        return True
    return not _counts(styles.font(style).look, styles.paper(style))


@lru_cache(maxsize=1024)  # the same few in every form
def _counts(look: Look, paper: str) -> bool:
    return look.counts_on(paper)


def _difference(sheet: ComparedSheet, look: str, spots: list[Spot]) -> Difference:
    cells = tuple(address(*spot) for spot in spots)
    return Difference(
        DifferenceKind.LOOK,
        sheet.scan.name,
        cells[0],
        look,
        cells=cells,
    )


def _hidden_sheet(sheet: ComparedSheet) -> Iterator[Difference]:
    if sheet.issued.name == form_layout.COVER:
        yield Difference(DifferenceKind.LOOK, sheet.scan.name, found=texts.HIDDEN_SHEET)


def _hidden_labels(sheet: ComparedSheet) -> Iterator[Difference]:
    block = sheet.block
    if block is None or LABEL not in block.columns or not sheet.scan.hides_column(block.columns[LABEL]):
        return
    cell = address(block.header_row, block.columns[LABEL])
    yield Difference(DifferenceKind.LOOK, sheet.scan.name, cell, texts.HIDDEN_LABELS)


def _looks(sheet: ComparedSheet, spot: Spot, cell: ScannedCell) -> Iterator[str]:
    """Yield how the cell is shown otherwise than it is."""
    styles = sheet.book.styles
    if styles.setting(cell.style).repeats:
        yield texts.REPEATED
    if styles.is_crossed(cell.style):
        yield texts.CROSSED
    if _is_covered(sheet, spot):
        yield texts.COVERED
    if sheet.is_input(spot):
        return  # its letters and its number format are looked at with its value
    if not _is_read(sheet, cell):
        yield texts.UNREAD
    words = _words_of_format(styles.number_format(cell.style))
    if words:
        yield texts.WORDS_OF_FORMAT.format(words=words)


def _is_covered(sheet: ComparedSheet, spot: Spot) -> bool:
    """Say whether nobody sees the cell for what was drawn upon it; the box of a comment can be moved away."""
    over = [drawn for drawn in sheet.scan.drawings_over(*spot) if drawn.kind is not Drawn.NOTE]
    return any(drawn.is_filled for drawn in over)


def _is_read(sheet: ComparedSheet, cell: ScannedCell) -> bool:
    """Say whether a person reads all letters of a cell: none is struck through, none invisible."""
    if cell.formula is not None:
        return True
    styles = sheet.book.styles
    paper = styles.paper(cell.style)
    runs = cell.runs or sheet.book.strings.runs.get(cell.string_number, ())
    looks = [run.look for run in runs]
    if not looks:
        looks = [styles.font(cell.style).look]
    return all(look.counts_on(paper) for look in looks)


def _words_of_format(code: str) -> str:
    """Return the words that a number format adds to what stands in a cell."""
    if '"' not in code and "\\" not in code:
        return ""
    words = ""
    for section in sections_of(code):
        words += "".join(sign for kind, sign in section if kind in _WORDS)
    if any(letter.isalpha() for letter in words):
        return words.strip()
    return ""
