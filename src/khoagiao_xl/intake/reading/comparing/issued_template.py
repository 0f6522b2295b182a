"""A template made ready to hold forms against: its cells, where a unit fills in, what is said beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.comparing.cell_words import formula_key, text_key, told
from khoagiao_xl.intake.reading.comparing.printed_words import printed_words
from khoagiao_xl.intake.reading.locating import ANSWER, FIGURE, CodedBlock, find_blocks
from khoagiao_xl.intake.reading.two_readers import read_rows
from khoagiao_xl.intake.safety.book_scan import BookScan
from khoagiao_xl.intake.safety.book_words import Outside
from khoagiao_xl.intake.safety.preflight import preflight
from khoagiao_xl.intake.safety.scanned_sheet import SheetScan, area

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Spot = tuple[int, int]  # row and column, from 1

EXPLANATION: Final = form_layout.FIGURES_HEADER[form_layout.EXPLANATION]
_INPUTS: Final = (FIGURE, EXPLANATION, ANSWER)


@dataclass
class IssuedSheet:
    """One sheet of a template. texts: with their tokens. keys: of the texts, as they are compared."""

    name: str
    block: CodedBlock | None
    texts: dict[Spot, str] = field(default_factory=dict)
    keys: dict[Spot, str] = field(default_factory=dict)
    formulas: dict[Spot, str] = field(default_factory=dict)  # as they are compared
    as_drawn: dict[Spot, str] = field(default_factory=dict)  # the same, letter by letter
    spots: set[Spot] = field(default_factory=set)  # of all that stands there
    inputs: set[Spot] = field(default_factory=set)
    headings: dict[int, str] = field(default_factory=dict)  # column -> what it is called
    lines: dict[int, str] = field(default_factory=dict)  # row -> the indicator it asks


@dataclass(frozen=True)
class IssuedTemplate:
    """A template. words: what is written outside its cells, as it is compared; as_drawn: letter by letter."""

    sheets: Mapping[str, IssuedSheet]
    words: frozenset[str]
    as_drawn: frozenset[str]

    @property
    def lines(self) -> tuple[str, ...]:
        """The codes of all its lines."""
        codes: list[str] = []
        for sheet in self.sheets.values():
            codes += sheet.lines.values()
        return tuple(codes)

    def sheet_of(self, block: CodedBlock) -> IssuedSheet | None:
        """Return the sheet that asks what `block` answers, whatever the unit called it."""
        for sheet in self.sheets.values():
            if sheet.block and sheet.block.is_figures == block.is_figures:
                return sheet
        return None


@lru_cache(maxsize=32)
def issued_template(data: bytes) -> IssuedTemplate:
    """Return the template that lies in `data`, made ready once."""
    book = preflight(data).book or BookScan()
    grids, _ = read_rows(data, book.sheets)
    blocks = {block.sheet: block for block in find_blocks("", grids)}
    sheets = {scan.name: _sheet(book, scan, blocks.get(scan.name)) for scan in book.sheets}
    as_drawn = frozenset(word.text for word in book.words)
    return IssuedTemplate(sheets, frozenset(_words(book)), as_drawn)


def _sheet(book: BookScan, scan: SheetScan, block: CodedBlock | None) -> IssuedSheet:
    sheet = IssuedSheet(scan.name, block)
    for spot, cell in scan.cells.items():
        if cell.formula is not None:
            sheet.formulas[spot] = formula_key(cell.formula)
            sheet.as_drawn[spot] = cell.formula
            continue
        text = told(book, cell)
        sheet.texts[spot] = text
        sheet.keys[spot] = text_key(text)
    sheet.spots = set(scan.cells)
    if block:
        sheet.lines = {row: code for code, row in block.rows.items()}
        sheet.headings = dict(_headings(sheet, block))
        sheet.inputs = set(_inputs(sheet, block))
    if scan.name == form_layout.COVER:
        sheet.inputs = set(_ticks(form_layout.COVER_CELLS.values()))
    return sheet


def _headings(sheet: IssuedSheet, block: CodedBlock) -> Iterator[tuple[int, str]]:
    for (row, column), text in sheet.texts.items():
        if row == block.header_row:
            yield column, text


def _inputs(sheet: IssuedSheet, block: CodedBlock) -> Iterator[Spot]:
    """Yield the cells that a unit fills in: those of its columns that work nothing out."""
    for column in block.inputs(_INPUTS):
        for row in block.rows.values():
            if (row, column) not in sheet.formulas:
                yield row, column


def _ticks(cells: Iterable[str]) -> Iterator[Spot]:
    for cell in cells:
        place = area(cell)
        if place:
            yield place.top, place.left


def _words(book: BookScan) -> Iterator[str]:
    for word in book.words:
        text = printed_words(word.text) if word.kind is Outside.PRINT else word.text
        yield text_key(text)
