"""A template made ready to hold forms against: its cells, where a unit fills in, what is said beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.quick_layout import QUICK_SHEET, QUICK_TICK_CELL
from khoagiao_xl.intake.reading.comparing.cell_words import formula_key, text_key, told
from khoagiao_xl.intake.reading.comparing.printed_words import printed_words
from khoagiao_xl.intake.reading.locating import ANSWER, FIGURE, CodedBlock, find_blocks
from khoagiao_xl.intake.reading.two_readers import read_rows
from khoagiao_xl.intake.safety.book_scan import BookScan
from khoagiao_xl.intake.safety.book_words import Outside
from khoagiao_xl.intake.safety.preflight import preflight
from khoagiao_xl.intake.safety.scanned_sheet import SheetScan, area

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Spot = tuple[int, int]  # row and column, from 1

EXPLANATION: Final = form_layout.FIGURES_HEADER[form_layout.EXPLANATION]
_INPUTS: Final = (FIGURE, EXPLANATION, ANSWER, *form_layout.DETAIL_INPUTS)
# Sheet -> the cells beside the rows that a unit fills in.
TICKS: Final = {
    form_layout.COVER: (*form_layout.COVER_CELLS.values(), *form_layout.CONTACT_CELLS.values()),
    QUICK_SHEET: (QUICK_TICK_CELL,),
}


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
            if sheet.block and sheet.block.usual == block.usual:
                return sheet
        return None


@lru_cache(maxsize=32)
def issued_template(data: bytes) -> IssuedTemplate:
    """Return the template that lies in `data`, made ready once."""
    book = preflight(data).book or BookScan()
    grids, _ = read_rows(data, book.sheets)
    found = find_blocks("", grids)
    blocks = {block.sheet: block for block in found}
    sheets = {scan.name: _sheet(book, scan, blocks.get(scan.name)) for scan in book.sheets}
    words = frozenset(_words(book))
    as_drawn = frozenset(word.text for word in book.words)
    return IssuedTemplate(sheets, words, as_drawn)


def _sheet(book: BookScan, scan: SheetScan, block: CodedBlock | None) -> IssuedSheet:
    sheet = IssuedSheet(scan.name, block, spots=set(scan.cells))
    for spot, cell in scan.cells.items():
        if cell.formula is None:
            text = told(book, cell)
            sheet.texts[spot] = text
            sheet.keys[spot] = text_key(text)
        else:
            sheet.formulas[spot] = formula_key(cell.formula)
            sheet.as_drawn[spot] = cell.formula
    if block:
        _add_the_block(sheet, block)
    beside = _ticks(scan.name)
    sheet.inputs.update(spot for spot in beside if _is_blank(sheet, spot))
    return sheet


def _is_blank(sheet: IssuedSheet, spot: Spot) -> bool:
    """Say whether something is asked there in this version, and nothing stands there."""
    row, column = spot
    is_asked = bool(sheet.texts.get((row, column - 1)))
    return is_asked and spot not in sheet.formulas


def _add_the_block(sheet: IssuedSheet, block: CodedBlock) -> None:
    for code, row in block.rows.items():
        sheet.lines[row] = code
        for column in block.inputs(_INPUTS):
            sheet.inputs.add((row, column))
    sheet.inputs.difference_update(sheet.formulas)  # what is worked out is not filled in
    for spot, text in sheet.texts.items():
        row, column = spot
        if row == block.header_row:
            sheet.headings[column] = text


def _ticks(sheet: str) -> Iterator[Spot]:
    for cell in TICKS.get(sheet, ()):
        place = area(cell)
        if place:
            yield place.top, place.left


def _words(book: BookScan) -> Iterator[str]:
    for word in book.words:
        text = printed_words(word.text) if word.kind is Outside.PRINT else word.text
        yield text_key(text)
