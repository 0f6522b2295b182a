"""Notes on the cells of one sheet: their texts, and the drawing without which Excel shows none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_xml import storable
from khoagiao_xl.books.package.child_order import insert_in_order, local_name, require_root
from khoagiao_xl.books.package.parts import MAIN, RELATION_ID
from khoagiao_xl.model.cell_addresses import row_and_column

if TYPE_CHECKING:
    from lxml.etree import _Element

    from khoagiao_xl.books.package.xml_parts import XmlParts

_NAMESPACE: Final = MAIN.strip("{}")
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NEW_COMMENTS: Final = f'<comments xmlns="{_NAMESPACE}"><authors/><commentList/></comments>'
_SPACES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE: Final = (
    f'<v:shapetype {_SPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NEW_DRAWING: Final = (
    f'<xml {_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{{block}}"/></o:shapelayout>'
    f"{_SHAPE_TYPE}</xml>"
)
_SHAPE: Final = (
    f'<v:shape {_SPACES} id="_x0000_s{{number}}" type="#_x0000_t202" style="position:absolute;'
    'margin-left:60pt;margin-top:2pt;width:{width}pt;height:{height}pt;z-index:{at};visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>'
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_SHAPES: Final = re.compile(r"<v:shape\b.*?</v:shape>", re.DOTALL)
_NUMBER: Final = re.compile(r"_s(\d+)[\"']")
_BLOCK: Final = re.compile(r"<o:idmap\b[^>]*\bdata=[\"'](\d+)")
_END: Final = "</xml>"
_SHAPES_IN_BLOCK: Final = 1024
WIDTH: Final = 255  # points of a note
_LETTERS_IN_LINE, _LINE_HEIGHT, _MARGIN = 42, 13.5, 30


class CellNotes:
    """The notes of one sheet; `author` writes the new ones."""

    def __init__(self, parts: XmlParts, sheet_part: str, author: str) -> None:
        self._parts = parts
        self._sheet_part = sheet_part
        self._author = author
        self.comments_part = parts.related(sheet_part, "comments")
        self._drawing_part = parts.related(sheet_part, "vmlDrawing")
        self._threaded = self._cells_with_threads()

    def _cells_with_threads(self) -> set[str]:
        part = self._parts.related(self._sheet_part, "threadedComment")
        if not part:
            return set()
        threads = self._parts.look(part)
        return {thread.get("ref", "") for thread in threads}

    def texts(self) -> dict[str, str]:
        """Return what stands on the cells: address -> text."""
        found: dict[str, str] = {}
        if not self.comments_part:
            return found
        for item in self._comments():
            address = item.get("ref", "")
            found[address] = _text(item)
        return found

    def _comments(self) -> list[_Element]:
        part = self._parts.look(self.comments_part)
        root = require_root(part, "comments")
        return list(root.iter(f"{MAIN}comment"))

    # -- adding -------------------------------------------------------------------------------------------

    def put(self, address: str, text: str, between: str) -> None:
        """Write a note on a cell; one that is there stays beneath it, after the words `between`.

        A cell with a conversation of Excel 365 has no room for a note.
        """
        if address in self._threaded:
            return
        self._require_parts()
        self._parts.open(self.comments_part)
        old = self._comment(address)
        if old is None:
            self._add_comment(address, text)
        else:
            _put_before(old, text + between)
        texts = self.texts()
        self._drop_shape(address)
        self._add_shape(address, texts[address])

    def _comment(self, address: str) -> _Element | None:
        for item in self._comments():
            if item.get("ref") == address:
                return item
        return None

    def _add_comment(self, address: str, text: str) -> None:
        root = self._parts.open(self.comments_part)
        author = self._author_number(root)
        comments = _child(root, "commentList")
        item = _add(comments, "comment")
        item.set("ref", address)
        item.set("authorId", str(author))
        holder = _add(item, "text")
        holder.append(_run(text))

    def _author_number(self, root: _Element) -> int:
        authors = _child(root, "authors")
        root.insert(0, authors)
        names = [author.text for author in authors]
        if self._author not in names:
            names.append(self._author)
            author = _add(authors, "author")
            author.text = self._author
        return names.index(self._author)

    def _require_parts(self) -> None:
        if not self.comments_part:
            part = self._parts.free_name("xl/comments{number}.xml")
            self._parts.create(part, _NEW_COMMENTS, _COMMENTS)
            self._parts.relate(self._sheet_part, "comments", part)
            self.comments_part = part
        if not self._drawing_part:
            self._drawing_part = self._new_drawing()

    def _new_drawing(self) -> str:
        part = self._parts.free_name("xl/drawings/vmlDrawing{number}.vml")
        block = self._free_block()
        drawing = _NEW_DRAWING.format(block=block)
        self._parts.package.replace_text(part, drawing)
        self._parts.set_default_type("vml", _VML)
        key = self._parts.relate(self._sheet_part, "vmlDrawing", part)
        sheet = self._parts.open(self._sheet_part)
        _point_to_drawing(sheet, key)
        return part

    def _free_block(self) -> int:
        """Return a block of numbers for shapes that no other sheet uses."""
        used = [0]
        for name in self._parts.package.names:
            if name.endswith(".vml"):
                drawing = self._drawing(name)
                used += map(int, _BLOCK.findall(drawing))
        return max(used) + 1

    def _drawing(self, part: str = "") -> str:
        data = self._parts.package.read(part or self._drawing_part)
        return data.decode("utf-8", "replace")

    def _add_shape(self, address: str, text: str) -> None:
        drawing = self._drawing()
        row, column = row_and_column(address)
        first = _first_number(drawing)
        used = map(int, _NUMBER.findall(drawing))
        number = max(used, default=first) + 1
        shape = _SHAPE.format(
            number=number,
            width=WIDTH,
            height=_height(text),
            at=number - first,
            row=row - 1,
            column=column,
        )
        if "_x0000_t202" not in drawing:
            shape = _SHAPE_TYPE + shape
        before, end, after = drawing.rpartition(_END)
        drawing = f"{before}{shape}{end}{after}"
        self._parts.package.replace_text(self._drawing_part, drawing)

    # -- taking away --------------------------------------------------------------------------------------

    def cut(self, address: str, letters: int) -> None:
        """Take the first letters of a note away; nothing but blanks left: the whole note."""
        item = self._comment(address)
        if item is None:
            return
        self._parts.open(self.comments_part)
        left = _text(item)[letters:]
        if left.strip():
            _cut(item, letters)
            return
        parent = item.getparent()
        if parent is not None:
            parent.remove(item)
        self._drop_shape(address)

    def _drop_shape(self, address: str) -> None:
        """Take out the shape of a note on that cell, if there is one."""
        if not self._drawing_part:
            return
        row, column = row_and_column(address)
        at = row - 1
        place = re.compile(rf"<x:Row>\s*{at}\s*</x:Row>\s*<x:Column>\s*{column}\s*</x:Column>")
        drawing = self._drawing()
        for shape in _SHAPES.findall(drawing):
            if place.search(shape):
                drawing = drawing.replace(shape, "")
                self._parts.package.replace_text(self._drawing_part, drawing)


def _first_number(drawing: str) -> int:
    """Return from which number on a drawing counts its shapes."""
    block = _BLOCK.search(drawing)
    if block is None:
        return _SHAPES_IN_BLOCK
    return int(block[1]) * _SHAPES_IN_BLOCK


def _child(root: _Element, name: str) -> _Element:
    """Return the child of that name, a new one where there is none."""
    found = root.find(f"{MAIN}{name}")
    if found is None:
        return _add(root, name)
    return found


def _add(parent: _Element, name: str) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, f"{MAIN}{name}")


def _point_to_drawing(sheet: _Element, key: str) -> None:
    from lxml import etree

    element = sheet.find(f"{MAIN}legacyDrawing")
    if element is None:
        element = etree.Element(f"{MAIN}legacyDrawing")
        insert_in_order(sheet, element)
    element.set(RELATION_ID, key)


def _height(text: str) -> float:
    lines = 0
    for line in text.split("\n"):
        lines += 1 + len(line) // _LETTERS_IN_LINE
    return _MARGIN + _LINE_HEIGHT * lines


# -- the letters of a note --------------------------------------------------------------------------------


def _letters(item: _Element) -> list[_Element]:
    """Return the pieces of its text, without what tells how letters are spoken."""
    return [piece for piece in item.iter(f"{MAIN}t") if not _is_spoken(piece)]


def _is_spoken(piece: _Element) -> bool:
    parent = piece.getparent()
    if parent is None:
        return False
    return local_name(parent) == "rPh"


def _text(item: _Element) -> str:
    pieces = _letters(item)
    return "".join(piece.text or "" for piece in pieces)


def _run(text: str) -> _Element:
    from khoagiao_xl.books.package.parts import parse_xml

    written = storable(text)
    xml = (
        f'<r xmlns="{_NAMESPACE}"><rPr><sz val="9"/><color indexed="81"/>'
        '<rFont val="Tahoma"/><family val="2"/></rPr><t xml:space="preserve"/></r>'
    )
    run = parse_xml(xml.encode(), "note")
    run[-1].text = written
    return run


def _put_before(item: _Element, text: str) -> None:
    """Put a text in front of what a note says."""
    holder = item.find(f"{MAIN}text")
    if holder is None:
        return
    bare = holder.find(f"{MAIN}t")
    if bare is not None:  # beside runs Excel allows no bare text
        as_run = _run(bare.text or "")
        holder.replace(bare, as_run)
    run = _run(text)
    holder.insert(0, run)


def _cut(item: _Element, letters: int) -> None:
    for piece in _letters(item):
        text = piece.text or ""
        piece.text = text[letters:]
        letters = max(0, letters - len(text))
