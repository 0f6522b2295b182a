"""What was written or drawn on a form outside its cells: comments, text boxes, headers, anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.own_notes import OWN_LIST, UNIT_NOTE
from khoagiao_xl.intake.reading.comparing.cell_words import LONGEST, text_key
from khoagiao_xl.intake.reading.comparing.printed_words import printed_words, without_codes
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.scanned_sheet import Drawn, address
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.intake.reading.comparing.issued_template import IssuedTemplate
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import SheetScan

_KINDS: Final[Mapping[Outside, DifferenceKind]] = {
    Outside.COMMENT: DifferenceKind.COMMENT,
    Outside.THREADED: DifferenceKind.COMMENT,
    Outside.DRAWING: DifferenceKind.DRAWING,
    Outside.ALT: DifferenceKind.DRAWING,
    Outside.CHART: DifferenceKind.DRAWING,
    Outside.PRINT: DifferenceKind.PRINT,
    Outside.VALIDATION: DifferenceKind.OUTSIDE,
    Outside.NAME: DifferenceKind.OUTSIDE,
    Outside.LINK: DifferenceKind.OUTSIDE,
    Outside.SCENARIO: DifferenceKind.OUTSIDE,
    Outside.PROPERTY: DifferenceKind.OUTSIDE,
    Outside.OTHER: DifferenceKind.OUTSIDE,
}
# Of a document's properties those that a person fills in; programs write the others by themselves.
_TYPED_PROPERTIES: Final = frozenset(
    {"title", "subject", "description", "keywords", "category", "contentStatus"},
)
_SAID_ONCE_MORE: Final = "[threaded comment]"  # how Excel repeats a threaded comment for older versions
_DRAWN: Final = frozenset({Outside.DRAWING, Outside.CHART})
_CROSSING: Final = dict.fromkeys(
    (Drawn.LINE, Drawn.INK), DifferenceKind.LINE
)  # what lies below is crossed out


def outside_words(book: BookScan, template: IssuedTemplate) -> Iterator[Difference]:
    """Yield the words outside the cells that the template does not have, each once."""
    told: dict[Difference, None] = {}
    for word in book.words:
        if word.text not in template.as_drawn and _is_of_the_unit(word, template):
            difference = _difference(word)
            told[difference] = None
    yield from told


def _is_of_the_unit(word: BookWords, template: IssuedTemplate) -> bool:
    """Say whether a unit wrote these words, and neither a program nor we."""
    if word.kind not in _KINDS or word.sheet == OWN_LIST or _is_of_a_program(word):
        return False
    key = text_key(_compared(word))
    return bool(key) and key not in template.words


def _is_of_a_program(word: BookWords) -> bool:
    match word.kind:
        case Outside.PROPERTY:
            return word.name not in _TYPED_PROPERTIES
        case Outside.OTHER:
            return not word.sheet
        case Outside.COMMENT:
            return word.text.strip().casefold().startswith(_SAID_ONCE_MORE)
    return False


def _compared(word: BookWords) -> str:
    if word.kind is Outside.PRINT:
        return printed_words(word.text)
    return _words(word)


def _words(word: BookWords) -> str:
    """Return what is to be read; of our own note what the unit had noted before."""
    if word.is_ours:
        _, _, noted = word.text.partition(UNIT_NOTE)
        return noted.strip()
    if word.kind is Outside.PRINT:
        return without_codes(word.text)
    return word.text.strip()


def _difference(word: BookWords) -> Difference:
    words = _words(word)
    return Difference(
        _KINDS[word.kind],
        word.sheet,
        word.cell,
        words[:LONGEST],
    )


# -- what has no words ------------------------------------------------------------------------------------


def drawings(book: BookScan) -> Iterator[Difference]:
    """Yield what was drawn upon the sheets without words: lines, ink, pictures, shapes."""
    drawn = [word for word in book.words if word.kind in _DRAWN]
    worded = {(word.sheet, word.cell) for word in drawn}
    found: list[Difference] = []
    for scan in book.sheets:
        if scan.name != OWN_LIST:
            found += _wordless(scan, worded)
    yield from found
    if book.has_pictures and not found and not worded:
        yield Difference(DifferenceKind.DRAWING, found=texts.PICTURE)


def _wordless(scan: SheetScan, worded: set[tuple[str, str]]) -> Iterator[Difference]:
    for drawn in scan.drawings:
        cell = address(drawn.area.top, drawn.area.left)
        place = (scan.name, cell)
        is_by_hand = drawn.kind is not Drawn.NOTE and not drawn.is_hidden
        if is_by_hand and place not in worded:
            kind = _CROSSING.get(drawn.kind, DifferenceKind.DRAWING)
            what = texts.DRAWN_KINDS[drawn.kind]
            found = texts.DRAWN.format(what=what, area=drawn.area)
            yield Difference(kind, *place, found)
