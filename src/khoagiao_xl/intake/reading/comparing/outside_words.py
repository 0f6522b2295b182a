"""What was written or drawn on a form outside its cells: comments, text boxes, headers, anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.own_notes import OWN_LIST, UNIT_NOTE
from khoagiao_xl.intake.reading.comparing.cell_words import LONGEST, text_key
from khoagiao_xl.intake.reading.comparing.printed_words import printed_words, without_codes
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind
from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.scanned_sheet import Drawing, Drawn, address
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.intake.reading.comparing.issued_template import IssuedTemplate
    from khoagiao_xl.intake.safety.book_scan import BookScan

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
_NOT_DRAWN_BY_HAND: Final = frozenset({Drawn.NOTE})


def outside_words(book: BookScan, template: IssuedTemplate) -> Iterator[Difference]:
    """Yield the words outside the cells that the template does not have, each once."""
    told: dict[tuple[DifferenceKind, str, str, str], None] = {}
    others = [word for word in book.words if word.text not in template.as_drawn]
    for word in others:
        text = _of_the_unit(word)
        kind = _KINDS.get(word.kind)
        if kind and text and text_key(text) not in template.words:
            told[kind, word.sheet, word.cell, _shown(word, text)] = None
    for kind, sheet, cell, text in told:
        yield Difference(kind, sheet, cell, text[:LONGEST])


def _of_the_unit(word: BookWords) -> str:
    """Return what of these words a unit may have written, blank for what programs or we write."""
    if word.sheet == OWN_LIST:
        return ""
    if word.is_ours:
        _, _, note = word.text.partition(UNIT_NOTE)
        return note.strip()
    if word.kind is Outside.PRINT:
        return printed_words(word.text)
    if word.kind is Outside.PROPERTY and word.name not in _TYPED_PROPERTIES:
        return ""
    if word.kind is Outside.OTHER and not word.sheet:
        return ""
    text = word.text.strip()
    if word.kind is Outside.COMMENT and text.casefold().startswith(_SAID_ONCE_MORE):
        return ""
    return text


def _shown(word: BookWords, text: str) -> str:
    if word.kind is Outside.PRINT:
        return without_codes(word.text)
    return text


def drawings(book: BookScan) -> Iterator[Difference]:
    """Yield what was drawn upon the sheets without words: lines, ink, pictures, shapes."""
    worded = {(word.sheet, word.cell) for word in book.words if word.kind in (Outside.DRAWING, Outside.CHART)}
    is_told = bool(worded)
    for scan in book.sheets:
        for drawn in scan.drawings:
            cell = address(drawn.area.top, drawn.area.left)
            if scan.name != OWN_LIST and _is_by_hand(drawn) and (scan.name, cell) not in worded:
                is_told = True
                found = texts.DRAWN.format(what=texts.DRAWN_KINDS[drawn.kind], area=drawn.area)
                yield Difference(DifferenceKind.DRAWING, scan.name, cell, found)
    if book.has_pictures and not is_told:
        yield Difference(DifferenceKind.DRAWING, found=texts.PICTURE)


def _is_by_hand(drawn: Drawing) -> bool:
    return drawn.kind not in _NOT_DRAWN_BY_HAND and not drawn.is_hidden
