"""Draws the report templates that ship with the tool; the office may open, edit and keep them in Word."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from khoagiao_xl.report.document_shapes import SHAPES, DocumentShape
from khoagiao_xl.report.docx_package import MAIN_PART, packed, read_xml, stamp, to_xml
from khoagiao_xl.report.figure_controls import with_w15
from khoagiao_xl.report.letterhead_drawing import (
    addressees,
    party_head,
    party_title,
    state_head,
    state_title,
)
from khoagiao_xl.report.report_layout import TABLE
from khoagiao_xl.report.review_table import review_table
from khoagiao_xl.report.signature_drawing import closing, party_signature, state_signature
from khoagiao_xl.report.word_drawing import element, page_number, paragraph, plain, section
from khoagiao_xl.report.word_styles import bare_document

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
DRAWN_ON: Final = date(2024, 1, 1)  # any fixed day: the same source gives the same bytes


def draw_template(report: str, *, is_state: bool = False) -> bytes:
    """Return the .docx of a template, one of SHAPES; is_state: with head and end of a body of the state."""
    document = bare_document()
    header, first_header = page_headers(document)
    page = section(header, first_header)
    body = document.element.body
    body.clear()
    pieces = [*_pieces(SHAPES[report], is_state=is_state), page]
    for piece in pieces:
        xml = piece.replace("{section}", page)
        drawn = element(xml)
        body.append(drawn)
    number_drawings(body)
    stamp(
        document,
        title="Mẫu báo cáo công tác khoa giáo",
        author="khoagiao_xl",
        day=DRAWN_ON,
    )
    return packed(document, {MAIN_PART: _knows_w15})


def _pieces(shape: DocumentShape, *, is_state: bool) -> list[str]:
    """Return the paragraphs and tables of the template from top to bottom."""
    pieces = _state_top(shape) if is_state else _party_top(shape)
    if shape.is_letter:
        pieces += addressees()
    for style, text in shape.body:
        pieces += drawn_entry(style, text)
    pieces += [closing(), state_signature() if is_state else party_signature()]
    for appendix in shape.appendices:
        pieces += appendix.pieces()
    return pieces


def drawn_entry(style: str, text: str) -> list[str]:
    """Return the pieces of one entry of BODIES: a paragraph, or a table of the running text."""
    if style == TABLE:
        return review_table()
    return [plain(style, text)]


def number_drawings(body: Any) -> None:
    """Give every drawing a number of its own, as Word wants it."""
    drawings = body.iter(DRAWING)
    for number, drawing in enumerate(drawings, 1):
        drawing.set("id", str(number))


def _party_top(shape: DocumentShape) -> list[str]:
    if shape.is_letter:
        return [party_head(is_letter=True)]
    return [party_head(), *party_title(shape.title)]


def _state_top(shape: DocumentShape) -> list[str]:
    if shape.is_letter:
        return [state_head(is_letter=True)]
    return [state_head(), *state_title(shape.title)]


def _knows_w15(document_xml: bytes) -> bytes:
    """Declare the namespace of content controls once, here: it costs a tenth of a report's time."""
    root = read_xml(document_xml)
    knowing = with_w15(root)
    return to_xml(knowing)


def page_headers(document: Any) -> tuple[str, str]:
    """Make the two page headers and return their ids: the number from page 2 on, nothing on the first."""
    first = document.sections[0]
    first.different_first_page_header_footer = True
    further = first.header
    title = first.first_page_header
    number = page_number()
    _write_header(further, number)
    _write_header(title, "")
    return _id_of(further, document), _id_of(title, document)


def _id_of(header: Any, document: Any) -> str:
    """Return the id under which the document refers to a header."""
    part = header.part
    for name, link in document.part.rels.items():
        if link.target_part is part:
            return str(name)
    raise KeyError(part.partname)


def _write_header(header: Any, runs: str) -> None:
    header.is_linked_to_previous = False
    holder = header.part.element
    drawn = paragraph("Header", runs)
    holder[:] = [element(drawn)]
