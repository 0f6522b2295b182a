"""Draws the report templates that ship with the tool; the office may open, edit and keep them in Word."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from khoagiao_xl.report.appendix_layout import APPENDICES
from khoagiao_xl.report.docx_package import MAIN_PART, packed, read_xml, stamp, to_xml
from khoagiao_xl.report.figure_controls import with_w15
from khoagiao_xl.report.report_layout import BODIES
from khoagiao_xl.report.word_drawing import (
    cell,
    element,
    line_under,
    page_number,
    paragraph,
    plain,
    row,
    run,
    section,
    spacing,
    table,
)
from khoagiao_xl.report.word_styles import bare_document

WIDTHS: Final = (71, 94)  # mm; the title and a long place with its date each fit on one line at the right
TITLE: Final = "ĐẢNG CỘNG SẢN VIỆT NAM"
TITLE_WIDTH: Final = 73  # mm of the title at 15 points bold: the line under it is as long
KEEP: Final = "<w:keepNext/>"
DRAWN_ON: Final = date(2024, 1, 1)  # any fixed day: the same source gives the same bytes


def draw_template(report: str) -> bytes:
    """Return the .docx of the template of a report, one of BODIES."""
    document = bare_document()
    header, first_header = _headers(document)
    page = section(header, first_header)
    body = document.element.body
    body.clear()
    pieces = [*_pieces(report), page]
    for piece in pieces:
        xml = piece.replace("{section}", page)
        drawn = element(xml)
        body.append(drawn)
    stamp(
        document,
        title="Mẫu báo cáo công tác khoa giáo",
        author="khoagiao_xl",
        day=DRAWN_ON,
    )
    return packed(document, {MAIN_PART: _knows_w15})


def _pieces(report: str) -> list[str]:
    """Return the paragraphs and tables of the template from top to bottom."""
    pieces = [_letterhead(), *_title()]
    for style, text in BODIES[report]:
        pieces.append(plain(style, text))
    pieces += [_closing(), _signature()]
    for appendix in APPENDICES:
        pieces += appendix.pieces()
    return pieces


def _knows_w15(document_xml: bytes) -> bytes:
    """Declare the namespace of content controls once, here: it costs a tenth of a report's time."""
    root = read_xml(document_xml)
    knowing = with_w15(root)
    return to_xml(knowing)


def _headers(document: Any) -> tuple[str, str]:
    """Make the two page headers and return their ids: the number from page 2 on, nothing on the first."""
    first = document.sections[0]
    first.different_first_page_header_footer = True
    further, title = first.header, first.first_page_header
    _write_header(further, page_number())
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


# -- the head ---------------------------------------------------------------------------------------------


def _letterhead() -> str:
    line = line_under(TITLE_WIDTH, below=6.6)
    words = run(TITLE, size=15, bold=True)
    title = paragraph("KGGiua", words, line)
    place = _centred("{{ dia_danh_ngay }}", italic=True)
    rows = [
        _two_cells(_issuer(), title),
        _two_cells(_number(), place),
    ]
    return table(WIDTHS, rows, bordered=False, name="Đầu văn bản")


def _issuer() -> str:
    lines = [
        _centred("{{ co_quan_cap_tren }}"),
        _centred("{{ co_quan_ban_hanh }}", bold=True),
        _centred("*"),
    ]
    return "".join(lines)


def _number() -> str:
    lines = [
        _centred("{{ so_ky_hieu }}"),
        plain("KGGiua", "{%p if du_thao %}"),
        _centred("{{ du_thao }}", italic=True),
        plain("KGGiua", "{%p endif %}"),
    ]
    return "".join(lines)


def _title() -> list[str]:
    room_above = spacing(before=360)
    room_below = spacing(after=120)
    kind = run("BÁO CÁO", size=16, bold=True)
    return [
        paragraph("KGGiua", kind, properties=room_above),
        _centred("{{ trich_yeu }}", bold=True),
        _centred("-----", properties=room_below),
    ]


# -- the end ----------------------------------------------------------------------------------------------


def _closing() -> str:
    # Kept with the signature: a page that holds a signature and no text can be put under any text.
    kept = f"{KEEP}<w:keepLines/>"
    closing = run("{{ ket_thuc }}")
    return paragraph("KGLoiVan", closing, properties=kept)


def _signature() -> str:
    below_text = KEEP + spacing(before=240)
    room_to_sign = spacing(before=1600)  # about 28 mm
    heading = run("Nơi nhận:", size=14, underline=True)
    recipients = [
        paragraph("KGNoiNhan", heading, properties=below_text),
        plain("KGNoiNhan", "{{ noi_nhan }}"),
    ]
    signer = [
        _centred("{{ quyen_han }}", bold=True, properties=below_text),
        _centred("{{ chuc_vu }}", properties=KEEP),
        _centred("{{ nguoi_ky }}", bold=True, properties=room_to_sign),
    ]
    both = _two_cells("".join(recipients), "".join(signer))
    return table(WIDTHS, [both], bordered=False, name="Ký")


def _centred(text: str, *, bold: bool = False, italic: bool = False, properties: str = "") -> str:
    content = run(text, size=14, bold=bold, italic=italic)
    return paragraph("KGGiua", content, properties=properties)


def _two_cells(left: str, right: str) -> str:
    left_width, right_width = WIDTHS
    cells = [
        cell(left_width, left),
        cell(right_width, right),
    ]
    return row(cells, align="top")
