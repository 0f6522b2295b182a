"""Cells that a person sees otherwise than they are: crossed out, covered, repeated, with words added."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.comparing.format_words import words_of_format
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.safety.scanned_sheet import Drawn, address
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.reading.comparing.compared_sheet import ComparedSheet
    from khoagiao_xl.intake.safety.appearance import Look
    from khoagiao_xl.intake.safety.cell_styles import CellStyles
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell, SheetDrawing

    Spot = tuple[int, int]

LABEL: Final = form_layout.FIGURES_HEADER[form_layout.LABEL]


def looks_of(sheet: ComparedSheet) -> Iterator[Difference]:
    """Yield one difference for each way in which cells are shown, with all its cells."""
    if sheet.scan.is_hidden:
        yield from _hidden_sheet(sheet)
        return
    shown: dict[str, list[str]] = defaultdict(list)
    for spot, cell in _suspected(sheet):
        for look in _looks(sheet, spot, cell):
            shown[look].append(address(*spot))
    for look, cells in shown.items():
        yield _difference(sheet, look, cells)
    yield from _hidden_labels(sheet)


def _difference(sheet: ComparedSheet, look: str, cells: Sequence[str]) -> Difference:
    return Difference(
        DifferenceKind.LOOK,
        sheet.scan.name,
        cells[0],
        look,
        cells=tuple(cells),
    )


def _hidden_sheet(sheet: ComparedSheet) -> Iterator[Difference]:
    if sheet.issued.name == form_layout.COVER:
        yield Difference(
            DifferenceKind.LOOK,
            sheet.scan.name,
            found=texts.HIDDEN_SHEET,
        )


def _hidden_labels(sheet: ComparedSheet) -> Iterator[Difference]:
    block = sheet.block
    if block is None or LABEL not in block.columns:
        return
    column = block.columns[LABEL]
    if sheet.scan.hides_column(column):
        cell = address(block.header_row, column)
        yield _difference(sheet, texts.HIDDEN_LABELS, [cell])


# -- which cells are looked at ----------------------------------------------------------------------------


@lru_cache(maxsize=32)  # most forms have the same
def odd_styles(styles: CellStyles) -> frozenset[int]:
    """Return the cell styles that may show a cell otherwise than it is."""
    count = len(styles.formats)
    odd = [style for style in range(count) if _is_odd(styles, style)]
    return frozenset(odd)


def _is_odd(styles: CellStyles, style: int) -> bool:
    if styles.setting(style).repeats or styles.is_crossed(style):
        return True
    if words_of_format(styles.number_format(style)):
        return True
    look = styles.font(style).look
    paper = styles.paper(style)
    return not _counts(look, paper)


@lru_cache(maxsize=1024)  # the same few in every form
def _counts(look: Look, paper: str) -> bool:
    return look.counts_on(paper)


def _suspected(sheet: ComparedSheet) -> Iterator[tuple[Spot, ScannedCell]]:
    """Yield the cells that may be shown otherwise than they are: nearly none of a form."""
    is_drawn_upon = bool(sheet.scan.drawings or sheet.odd_conditions)
    odd = sheet.odd_styles
    runs = sheet.book.strings.runs
    for spot, cell in sheet.scan.cells.items():
        is_odd = is_drawn_upon or cell.style in odd or cell.runs
        if is_odd or (runs and cell.string_number in runs):
            yield spot, cell


# -- how a cell is shown ----------------------------------------------------------------------------------


def _looks(sheet: ComparedSheet, spot: Spot, cell: ScannedCell) -> Iterator[str]:
    """Yield how the cell is shown otherwise than it is."""
    if not cell.raw:
        return
    styles = sheet.book.styles
    if styles.setting(cell.style).repeats:
        yield texts.REPEATED
    if styles.is_crossed(cell.style):
        yield texts.CROSSED
    if _is_covered(sheet, spot):
        yield texts.COVERED
    if not sheet.is_input(spot):  # of one that is filled in letters and formats are looked at with its value
        yield from _looks_of_words(sheet, spot, cell)


def _is_covered(sheet: ComparedSheet, spot: Spot) -> bool:
    return any(map(_covers, sheet.scan.drawings_over(*spot)))


def _covers(drawn: SheetDrawing) -> bool:
    """Say whether nobody sees what is below; the box of a comment is moved away."""
    return drawn.is_filled and drawn.kind is not Drawn.NOTE


def _looks_of_words(sheet: ComparedSheet, spot: Spot, cell: ScannedCell) -> Iterator[str]:
    if not _is_read(sheet, cell):
        yield texts.UNREAD
    code = sheet.book.styles.number_format(cell.style)
    words = words_of_format(code)
    if words:
        yield texts.WORDS_OF_FORMAT.format(words=words)
    for condition, shown in sheet.odd_conditions:
        if condition.covers(*spot):
            yield shown


def _is_read(sheet: ComparedSheet, cell: ScannedCell) -> bool:
    """Say whether a person reads all letters of a cell: none is struck through, none invisible."""
    if cell.formula is not None:
        return True
    styles = sheet.book.styles
    paper = styles.paper(cell.style)
    runs = cell.runs or sheet.book.strings.runs.get(cell.string_number, ())
    looks = {run.look for run in runs}
    if not looks:
        font = styles.font(cell.style)
        looks.add(font.look)
    return all(_counts(look, paper) for look in looks)
