"""The runs of a paragraph and what each puts on the paper; what was struck out is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.word_xml import W, attribute, named

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EITHER, _CHOICE, _FALLBACK = (f"{_MC}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
_RUN, _TEXT, _BREAK, _FIELD, _SYMBOL = (f"{W}{name}" for name in ("r", "t", "br", "fldChar", "sym"))
_ASKED: Final = f"{W}instrText"
_OF_PAGES: Final = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_SOME_PAGE: Final = "1"
_TEXT_BOX: Final = named("txbxContent")
# What only holds other runs: links, content controls, what was put in with tracked changes, simple fields.
_HOLDERS: Final = frozenset(
    f"{W}{name}"
    for name in (
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "sdt",
        "sdtContent",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
    )
)
STRUCK_OUT: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_BREAKS: Final = {"page": "\f", "column": "\f"}
# What a font of symbols draws for the code that Word stores.
_SYMBOLS: Final = {"B7": "•", "A7": "▪", "2D": "-", "2A": "*", "D8": "➢", "FC": "✓", "AB": "★"}


class FieldMarks:
    """How deep in fields the reading is: only their results are text. One for a whole document."""

    def __init__(self) -> None:
        self._phases: list[str] = []
        self._instruction = ""

    def note(self, mark: _Element) -> str:
        """Note a w:fldChar; return what a field of pages shows that keeps no result."""
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._phases.append("asked")
            self._instruction = ""
        elif kind == "separate" and self._phases:
            self._phases[-1] = "result"
        elif kind == "end" and self._phases:
            return self._end()
        return ""

    def ask(self, instruction: str) -> None:
        """Note what a field asks for."""
        self._instruction += instruction

    def _end(self) -> str:
        has_no_result = self._phases.pop() == "asked"
        if has_no_result and _OF_PAGES.match(self._instruction):
            return _SOME_PAGE
        return ""

    @property
    def is_text(self) -> bool:
        """Whether what stands here is read."""
        return "asked" not in self._phases


def runs_in(element: _Element) -> Iterator[_Element]:
    """Yield the runs of a paragraph, from what holds them too."""
    for child in element:
        if child.tag == _RUN:
            yield child
        elif child.tag in _HOLDERS:
            yield from runs_in(child)
        elif child.tag == _EITHER:
            yield from runs_in(_chosen(child))


def text_of(run: _Element, fields: FieldMarks) -> str:
    """Return what a run puts on the paper: tabs as tabs, breaks of lines as «\\n», of pages as «\\f»."""
    pieces = _pieces(run, fields)
    return "".join(pieces)


def _pieces(element: _Element, fields: FieldMarks) -> Iterator[str]:
    for child in element:
        if child.tag == _FIELD:
            yield fields.note(child)
        elif child.tag == _ASKED:
            fields.ask(child.text or "")
        elif child.tag == _EITHER:
            yield from _pieces(_chosen(child), fields)
        elif fields.is_text:
            yield _piece(child)


def _piece(element: _Element) -> str:
    tag = element.tag
    if tag == _TEXT:
        return element.text or ""
    if tag == _BREAK:
        kind = attribute(element, "type")
        return _BREAKS.get(kind, "\n")
    if tag == _SYMBOL:
        return _symbol(element)
    return _SIGNS.get(str(tag), "")


def _symbol(element: _Element) -> str:
    code = attribute(element, "char").upper()
    if len(code) == 4 and code.startswith("F0"):  # symbols of a font of symbols
        return _SYMBOLS.get(code[2:], "•")
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""


def _chosen(either: _Element) -> _Element:
    """Return the one of two ways to say a thing that is read: a newer program's, else what others do."""
    for tag in (_CHOICE, _FALLBACK):
        found = either.find(tag)
        if found is not None:
            return found
    return either.makeelement(_FALLBACK)


def boxes_in(element: _Element) -> Iterator[_Element]:
    """Yield the texts of the boxes anchored in a paragraph, each once."""
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag == _EITHER:
            yield from boxes_in(_chosen(child))
        elif child.tag not in STRUCK_OUT:
            yield from boxes_in(child)
