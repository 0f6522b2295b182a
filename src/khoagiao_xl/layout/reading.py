"""Any .docx as it lies on paper: its paragraphs, tables and sections with the format they end with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.format_layers import Layer, paragraph_layer, run_layer, theme_fonts
from khoagiao_xl.layout.laid_document import (
    LaidCell,
    LaidDocument,
    LaidParagraph,
    LaidRow,
    LaidRun,
    LaidSection,
    LaidTable,
)
from khoagiao_xl.layout.note_texts import notes_of
from khoagiao_xl.layout.page_sections import SectionReader
from khoagiao_xl.layout.paragraph_room import without_room_between
from khoagiao_xl.layout.read_numbering import read_numbering
from khoagiao_xl.layout.run_text import FieldMarks, boxes_in, runs_in, text_of
from khoagiao_xl.layout.style_sheet import StyleSheet, letters_of
from khoagiao_xl.layout.table_styles import NO_TABLE, CellFormat, CellPlace, TableStyle
from khoagiao_xl.layout.word_lengths import is_on
from khoagiao_xl.layout.word_package import WordPackage, open_package
from khoagiao_xl.layout.word_xml import WRAPPERS, attribute, find, named, value
from khoagiao_xl.wording.layout_rules import PAGE_PLACES

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH, _TABLE, _ROW, _CELL = map(named, ("p", "tbl", "tr", "tc"))
_HOLDERS: Final = WRAPPERS | {named("smartTag")}
_DRAWN: Final = tuple(map(named, ("drawing", "pict", "object")))
_WIDEST: Final = 100  # columns
_TWIPS_PER_POINT, _HUNDRED = 20, 100


def read_document(source: Path | bytes, name: str = "") -> LaidDocument:
    """Return the document at a path, or in bytes (`name` says what it is called).

    Raises MissingFile, and WrongRequest TTV-01 to TTV-05 for what is no readable .docx.
    """
    package = open_package(source, name)
    return lay_out(package)


def lay_out(package: WordPackage) -> LaidDocument:
    """Return a document in hand as it lies on paper; its elements are those of the package."""
    reader = _Reader(package)
    return reader.read()


@dataclass
class _Reader:
    """What is known while one document is read from top to bottom."""

    package: WordPackage
    fields: FieldMarks = field(default_factory=FieldMarks)
    section: int = 0
    tables: int = 0
    boxes: int = 0

    def __post_init__(self) -> None:
        package = self.package
        styles = package.root_of("styles")
        theme = package.root_of("theme")
        lists = package.root_of("numbering")
        fonts = theme_fonts(theme)
        headers = package.related("header")
        footers = package.related("footer")
        self.styles = StyleSheet(styles, fonts)
        self.numbering = read_numbering(lists, styles)
        self.page_parts = headers | footers
        self.sections: list[LaidSection] = []
        self.section_reader = SectionReader(self.page_part)

    def read(self) -> LaidDocument:
        body = find(self.package.document, "body")
        blocks: list[LaidParagraph | LaidTable] = []
        if body is not None:
            blocks += self.blocks(body)
            self.end_section(find(body, "sectPr"))
        settings = self.package.root_of("settings")
        return LaidDocument(
            name=self.package.name,
            blocks=tuple(without_room_between(blocks)),
            sections=tuple(self.sections),
            mirror_margins=_is_set(settings, "mirrorMargins"),
            even_headers=_is_set(settings, "evenAndOddHeaders"),
            notes=tuple(self.notes()),
            package=self.package,
        )

    def end_section(self, properties: _Element | None) -> None:
        section = self.section_reader.read(properties)
        self.sections.append(section)
        self.section += 1

    def notes(self) -> Iterator[LaidParagraph]:
        """Yield the paragraphs of footnotes and endnotes."""
        for place, note in notes_of(self.package):
            yield from self.paragraphs_in(note, place, NO_TABLE)

    def page_part(self, kind: str, relation: str) -> tuple[LaidParagraph, ...]:
        """Return the paragraphs of a header or footer."""
        root = self.package.parts.get(self.page_parts.get(relation, ""))
        if root is None:
            return ()
        return tuple(self.paragraphs_in(root, PAGE_PLACES[kind], NO_TABLE))

    # -- blocks -------------------------------------------------------------------------------------------

    def blocks(self, body: _Element) -> Iterator[LaidParagraph | LaidTable]:
        """Yield the paragraphs and tables of the body."""
        number = 0
        for element in _blocks_in(body):
            if element.tag == _TABLE:
                self.tables += 1
                yield self.table(element, f"bảng {self.tables}")
                continue
            number += 1
            yield from self.paragraph_and_boxes(element, f"đoạn {number}", NO_TABLE)
            ended = find(element, "pPr/sectPr")
            if ended is not None:
                self.end_section(ended)

    def paragraph_and_boxes(self, element: _Element, place: str, cell: CellFormat) -> Iterator[LaidParagraph]:
        """Yield the texts of the boxes anchored in a paragraph, then itself."""
        for box in boxes_in(element):
            self.boxes += 1
            yield from self.paragraphs_in(box, f"khung chữ {self.boxes}", cell)
        yield self.paragraph(element, place, cell)

    def paragraphs_in(self, holder: _Element, place: str, cell: CellFormat) -> Iterator[LaidParagraph]:
        """Yield every paragraph in a cell, a box or a header, those of tables in it too."""
        number = 0
        for element in _blocks_in(holder):
            if element.tag == _TABLE:
                inner = self.table(element, f"{place}, bảng trong")
                yield from inner.paragraphs
                continue
            number += 1
            yield from self.paragraph_and_boxes(element, f"{place}, đoạn {number}", cell)

    # -- tables -------------------------------------------------------------------------------------------

    def table(self, element: _Element, place: str) -> LaidTable:
        style = TableStyle(element, self.styles)
        elements = _rows_of(element)
        rows: list[LaidRow] = []
        for number, row in enumerate(elements):
            laid = self.row(row, f"{place}, dòng {number + 1}", style, (number, len(elements)))
            rows.append(laid)
        return LaidTable(
            place=place,
            rows=tuple(rows),
            is_bordered=style.is_bordered,
            section=self.section,
            element=element,
        )

    def row(self, element: _Element, place: str, style: TableStyle, at: tuple[int, int]) -> LaidRow:
        """Return a row; at: its number from 0 and how many the table has."""
        elements = list(_found_in(element, {_CELL}))
        cells: list[LaidCell] = []
        for column, cell in enumerate(elements):
            spot = CellPlace(*at, column, len(elements))
            look = style.format_of(spot)
            inside = self.paragraphs_in(cell, f"{place}, cột {column + 1}", look)
            laid = without_room_between(inside)
            cells.append(LaidCell(tuple(laid), span=_span(cell)))
        return LaidRow(
            cells=tuple(cells),
            is_header=_is_set(element, "trPr/tblHeader"),
            cant_split=_is_set(element, "trPr/cantSplit"),
            element=element,
        )

    # -- paragraphs ---------------------------------------------------------------------------------------

    def paragraph(self, element: _Element, place: str, cell: CellFormat) -> LaidParagraph:
        asked = value(element, "pPr/pStyle")
        style = self.styles.named_or_default(asked, "paragraph")
        layer = self.paragraph_format(element, style, cell)
        fitting = {name: layer[name] for name in layer.keys() & _FIELDS}
        runs = tuple(self.runs(element, style, cell))
        letters = layer.get("first_letters", 0)
        if letters and runs:
            first, *_ = runs
            fitting["first_line"] = _width_of(letters, first)
        return LaidParagraph(
            place=place,
            runs=runs,
            style=self.styles.shown_name(style),
            label=self.label(element),
            has_picture=_has_picture(element),
            section=self.section,
            element=element,
            contextual=layer.get("contextual", False),
            **fitting,
        )

    def label(self, element: _Element) -> str:
        counted = self.numbering.label(element)
        return self.numbering.bullet(element) or counted

    def paragraph_format(self, element: _Element, style: str, cell: CellFormat) -> Layer:
        """Return the format a paragraph ends with, the nearest word last."""
        of_list, is_own = self.numbering.properties(element)
        of_style = self.styles.paragraphs(style)
        listed = paragraph_layer(of_list)
        layer = dict(self.styles.default_paragraphs)
        layer |= cell.paragraphs
        # A list that the style asks for gives way to the style's own indents; one of the paragraph does not.
        if is_own:
            layer |= of_style | listed
        else:
            layer |= listed | of_style
        direct = find(element, "pPr")
        layer |= paragraph_layer(direct)
        return layer

    def runs(self, element: _Element, style: str, cell: CellFormat) -> Iterator[LaidRun]:
        of_style = self.styles.letters(style)
        for run in runs_in(element):
            text = text_of(run, self.fields)
            if text:
                yield self.run(run, text, [cell.letters, of_style])

    def run(self, element: _Element, text: str, styles: list[Layer]) -> LaidRun:
        character = value(element, "rPr/rStyle")
        of_character = self.styles.letters(character)
        direct = run_layer(find(element, "rPr"), self.styles.theme)
        layer = letters_of(self.styles.default_letters, [*styles, of_character], direct)
        return LaidRun(
            text=text,
            font=_font(text, layer),
            east_font=layer.get("font_east", ""),
            size=layer["size"],
            bold=layer["bold"],
            italic=layer["italic"],
            underline=layer.get("underline", "none"),
            color=layer.get("color", "auto"),
            caps=layer["caps"],
            hidden=layer["hidden"],
            highlight=layer.get("highlight") or layer.get("shading", ""),
            struck=layer["struck"] or layer["struck_twice"],
            element=element,
        )


_FIELDS: Final = {
    "alignment",
    "first_line",
    "left",
    "right",
    "before",
    "after",
    "line",
    "line_rule",
    "keep_next",
    "keep_lines",
    "page_break_before",
}


def _width_of(letters: int, run: LaidRun) -> int:
    """Return how wide (twips) so many hundredths of a letter are, as Word for East Asia measures indents."""
    twips = run.size * _TWIPS_PER_POINT
    width = letters * twips / _HUNDRED
    return round(width)


def _font(text: str, layer: Layer) -> str:
    """Return what the letters are drawn with; both names where plain and marked letters have two fonts."""
    plain: str = layer["font_ascii"]
    other: str = layer["font_other"]
    if text.isascii() or plain == other:
        return plain
    letters = "".join(text.split())
    if any(map(str.isascii, letters)):
        return f"{plain} / {other}"
    return other


def _blocks_in(holder: _Element) -> Iterator[_Element]:
    return _found_in(holder, {_PARAGRAPH, _TABLE})


def _found_in(holder: _Element, wanted: set[str]) -> Iterator[_Element]:
    """Yield what is wanted in document order, out of content controls and tracked insertions too."""
    for child in holder:
        if child.tag in wanted:
            yield child
        elif child.tag in _HOLDERS:
            yield from _found_in(child, wanted)


def _rows_of(table: _Element) -> list[_Element]:
    rows: list[_Element] = []
    for row in _found_in(table, {_ROW}):
        if find(row, "trPr/del") is None:
            rows.append(row)  # noqa: PERF401
    return rows


def _span(cell: _Element) -> int:
    written = value(cell, "tcPr/gridSpan")
    if not written.isdecimal():
        return 1
    width = max(int(written), 1)
    return min(width, _WIDEST)


def _is_set(element: _Element | None, path: str) -> bool:
    if element is None:
        return False
    found = find(element, path)
    if found is None:
        return False
    written = attribute(found, "val")
    return is_on(written or None)


def _has_picture(element: _Element) -> bool:
    drawn = element.iter(*_DRAWN)
    return next(drawn, None) is not None
