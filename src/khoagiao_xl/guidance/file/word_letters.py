"""The letters of a paragraph as a reader of the page sees them: signs, symbols, equations, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.guidance.file.old_letters import by_fonts, in_unicode, of_font
from khoagiao_xl.guidance.file.run_looks import Look, RunLooks, is_unread
from khoagiao_xl.guidance.file.symbol_letters import symbol_of, symbols_in
from khoagiao_xl.layout.word_xml import W, attribute, find, named, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUN, _TEXT, _SYMBOL, _CONTROL = map(named, ("r", "t", "sym", "sdt"))
TEXT_BOX: Final = named("txbxContent")
# Old copies of what stands elsewhere, and what the author took out with tracked changes.
SKIPPED: Final = {f"{_MC}Fallback", f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}instrText", f"{W}rt"}
# What holds no letters of the paragraph itself.
_NO_LETTERS: Final = {*SKIPPED, TEXT_BOX, f"{W}pPr", f"{W}sdtPr"}
_SIGNS: Final = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}ptab": " ",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",  # in TCVN3 the letter «ư»; else it is no sign to read
}
_NUMERATOR, _DENOMINATOR = f"{_MATH}num", f"{_MATH}den"
Piece = tuple[str, str]


class Letters:
    """The letters of one document. table: of the old font that all of it is typed in, "" for none."""

    def __init__(self, looks: RunLooks, table: str) -> None:
        self._looks = looks
        self._table = table

    def text(self, paragraph: _Element) -> str:
        """Return the text of a paragraph, or of a note that holds several; «\\n» where a line ends."""
        usual = self._looks.paragraph(paragraph)
        pieces = self._pieces(paragraph, usual)
        joined = by_fonts(pieces)
        modern: list[str] = []
        for line in joined.split("\n"):
            letters = in_unicode(line, self._table)
            modern.append(letters)
        return "\n".join(modern)

    def has_struck(self, paragraph: _Element) -> bool:
        """Say whether letters of the paragraph are struck out or hidden."""
        usual = self._looks.paragraph(paragraph)
        for run in paragraph.iter(_RUN):
            look = self._looks.run(run, usual)
            if is_unread(look):
                return True
        return False

    def _pieces(self, element: _Element, look: Look) -> Iterator[Piece]:
        """Yield the letters with their font, as long as both stay the same."""
        for child in element:
            tag = child.tag
            if tag == _RUN:
                yield from self._of_run(child, look)
            elif tag == f"{_MATH}f":
                yield from self._fraction(child, look)
            elif tag in {_TEXT, f"{_MATH}t"}:
                letters = child.text or ""
                yield self._drawn(letters, look)
            elif tag == _SYMBOL:
                yield symbol_of(child), ""
            elif tag in _SIGNS:
                font = look.get("font", "")
                yield _sign(child), font
            elif tag not in _NO_LETTERS and not is_placeholder(child):
                yield from self._pieces(child, look)

    def _drawn(self, text: str, look: Look) -> Piece:
        font = look.get("font", "")
        letters = symbols_in(text, font)
        if not look.get("caps"):
            return letters, font
        read = of_font(letters, font)
        modern = in_unicode(read, self._table)
        return modern.upper(), ""

    def _of_run(self, run: _Element, usual: Look) -> Iterator[Piece]:
        look = self._looks.run(run, usual)
        if is_unread(look):
            return
        yield from self._pieces(run, look)

    def _fraction(self, fraction: _Element, look: Look) -> Iterator[Piece]:
        above = fraction.find(_NUMERATOR)
        below = fraction.find(_DENOMINATOR)
        if above is not None:
            yield from self._pieces(above, look)
        if below is not None:
            yield "/", ""
            yield from self._pieces(below, look)


def _sign(element: _Element) -> str:
    # A page or column break inside a sentence is no new line.
    if attribute(element, "type") in {"page", "column"}:
        return " "
    return _SIGNS[str(element.tag)]


def is_placeholder(element: _Element) -> bool:
    """Say whether a content control only says what to write there, or lists the headings of the text."""
    if element.tag != _CONTROL:
        return False
    if find(element, "sdtPr/showingPlcHdr") is not None:
        return True
    gallery = value(element, "sdtPr/docPartObj/docPartGallery")
    return gallery == "Table of Contents"
