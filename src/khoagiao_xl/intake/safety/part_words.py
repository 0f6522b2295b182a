"""The words of one part outside the sheets: comments, drawings, charts, properties, what nobody foresaw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.drawings import anchors, vml_anchors
from khoagiao_xl.intake.safety.scanned_sheet import address
from khoagiao_xl.intake.safety.xml_guard import Refused, walk
from khoagiao_xl.intake.safety.xml_tree import attributes_of, descendants, name_of, text_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    Words = Iterator[BookWords]

PRINTED: Final = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_MOST_TEXT: Final = 5_000_000  # letters outside the cells
# Attributes that a person reads, in whatever part.
_TOLD: Final = frozenset({"caption", "comment", "description", "prompt", "title", "tooltip"})


def words_of(root: Element, sheet: str) -> list[BookWords]:
    """Return the words of a part that hangs on `sheet` (empty for one that hangs on none)."""
    read = _READERS.get(name_of(root), _other)
    words = read(root, sheet)
    return [word for word in words if word.text.strip()]


def words_of_large(data: bytes, part: str, sheet: str, depth: int) -> list[BookWords]:
    """Return the words of a part too large for a tree, without what they belong to."""
    pieces: list[str] = []
    walk([data], part, depth, text=pieces.append)
    words = [piece for piece in pieces if piece.strip()]
    size = sum(map(len, words))
    if size > _MOST_TEXT:
        raise Refused("TN-20", what="chữ", found=size, most=_MOST_TEXT)
    return [BookWords(Outside.OTHER, sheet, "", text) for text in words]


def _comments(root: Element, sheet: str) -> Words:
    for comment in descendants(root, "comment"):
        texts = descendants(comment, "t")
        letters = [text_in(text) for text in texts if not _is_phonetic(text)]
        cell = comment.get("ref", "")
        yield BookWords(Outside.COMMENT, sheet, cell, "".join(letters))


def _is_phonetic(text: Element) -> bool:
    parent = text.getparent()
    return parent is not None and name_of(parent) == "rPh"


def _threaded(root: Element, sheet: str) -> Words:
    for comment in descendants(root, "threadedComment"):
        texts = map(text_in, descendants(comment, "text"))
        cell = comment.get("ref", "")
        yield BookWords(Outside.THREADED, sheet, cell, "".join(texts))


def _persons(root: Element, sheet: str) -> Words:
    for person in descendants(root, "person"):
        name = person.get("displayName", "")
        yield BookWords(Outside.PERSON, sheet, "", name)


def _drawing(root: Element, sheet: str) -> Words:
    for anchor, covered in anchors(root):
        cell = address(covered.top, covered.left)
        yield from _of_shapes(anchor, Outside.DRAWING, sheet, cell)


def _diagram(root: Element, sheet: str) -> Words:
    return _of_shapes(root, Outside.DRAWING, sheet)


def _chart(root: Element, sheet: str) -> Words:
    yield from _of_shapes(root, Outside.CHART, sheet)
    for value in descendants(root, "v"):
        if not _is_number(value):
            yield BookWords(Outside.CHART, sheet, "", text_in(value))
    yield from printed(root, sheet)


def _is_number(value: Element) -> bool:
    numbers = value.iterancestors("{*}numCache", "{*}numLit")
    return next(numbers, None) is not None


def printed(root: Element, sheet: str) -> Words:
    """Yield the headers and footers that an element tells of."""
    for text in descendants(root, *PRINTED):
        yield BookWords(Outside.PRINT, sheet, "", text_in(text))


def _of_shapes(root: Element, kind: Outside, sheet: str, cell: str = "") -> Words:
    """Yield the text of each shape, and what is said of shapes and pictures for those who do not see them."""
    for body in _bodies(root):
        lines = map(_line, descendants(body, "p"))
        name = _shape_name(body)
        yield BookWords(kind, sheet, cell, "\n".join(lines), name)
    for shape in descendants(root, "cNvPr"):
        name = shape.get("name", "")
        for key in ("title", "descr"):
            said = shape.get(key, "")
            yield BookWords(Outside.ALT, sheet, cell, said, name)


def _bodies(root: Element) -> list[Element]:
    """Return the elements that hold paragraphs, each once."""
    found: dict[Element, None] = {}
    for paragraph in descendants(root, "p"):
        body = paragraph.getparent()
        if body is not None:
            found[body] = None
    return list(found)


def _line(paragraph: Element) -> str:
    """Return the letters of a paragraph; a line may be broken within."""
    pieces = descendants(paragraph, "t", "br")
    return "".join(text_in(piece) or "\n" for piece in pieces)


def _shape_name(body: Element) -> str:
    shape = body.getparent()
    told = None if shape is None else shape.find("{*}nvSpPr/{*}cNvPr")
    return "" if told is None else str(told.get("name", ""))


def _properties(root: Element, sheet: str) -> Words:
    """The properties of a document; those that programs count («TotalTime») are told too."""
    for element in root:
        name = element.get("name") or name_of(element)
        leaves = [leaf for leaf in element.iter() if len(leaf) == 0]
        pieces = [text_in(leaf).strip() for leaf in leaves]
        text = "\n".join(filter(None, pieces))
        yield BookWords(Outside.PROPERTY, sheet, "", text, name)


def _vml(root: Element, sheet: str) -> Words:
    """Shapes as Excel wrote them before 2007, and still writes form controls, notes and watermarks."""
    for shape, covered in vml_anchors(root):
        cell = ""
        if covered:
            cell = address(covered.top, covered.left)
        name = shape.get("id", "")
        for text in _vml_texts(shape):
            yield BookWords(Outside.DRAWING, sheet, cell, text, name)
        said = shape.get("alt", "")
        yield BookWords(Outside.ALT, sheet, cell, said, name)


def _vml_texts(shape: Element) -> Iterator[str]:
    yield from map(text_in, descendants(shape, "textbox"))
    for path in descendants(shape, "textpath"):
        yield path.get("string", "")


def _other(root: Element, sheet: str) -> Words:
    for element in root.iter("*"):
        text = str(element.text or "")
        if text.strip():
            yield BookWords(Outside.OTHER, sheet, "", text, name_of(element))
        for key, value in attributes_of(element).items():
            if key in _TOLD:
                yield BookWords(Outside.OTHER, sheet, "", value, key)


_READERS: Final[dict[str, Callable[[Element, str], Words]]] = {
    "comments": _comments,
    "ThreadedComments": _threaded,
    "personList": _persons,
    "wsDr": _drawing,
    "userShapes": _chart,  # drawn upon a chart
    "chartSpace": _chart,
    "chartsheet": _chart,
    "dataModel": _diagram,
    "drawing": _diagram,
    "Properties": _properties,
    "coreProperties": _properties,
    "xml": _vml,
}
