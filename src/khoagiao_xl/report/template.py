"""Draws the report templates that ship with the tool; the office may open, edit and keep them in Word.

python -m khoagiao_xl.report.template    writes the committed ones anew
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from khoagiao_xl.report import word_drawing
from khoagiao_xl.report.docx_package import packed, stamp
from khoagiao_xl.report.figure_controls import with_w15
from khoagiao_xl.report.report_layout import APPENDIX_FIGURES, APPENDIX_MISSING, APPENDIX_OPINIONS, BODIES
from khoagiao_xl.report.template_places import TEMPLATE_NAMES, template_folder
from khoagiao_xl.report.word_drawing import cell, paragraph, plain, row, run, table
from khoagiao_xl.report.word_styles import bare_document

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.periods import Kind

LEFT, RIGHT = 71, 94  # mm; the title and a long place with its date each fit on one line at the right
TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
TITLE_WIDTH = 73  # mm of the title at 15 points bold: the line under it is as long
SIGNATURE_GAP = '<w:spacing w:before="1600" w:after="0" w:line="240" w:lineRule="auto"/>'  # about 28 mm
DRAWN_ON = date(2024, 1, 1)  # any fixed day: the same source gives the same bytes


def draw_template(kind: Kind) -> bytes:
    """Return the .docx of the template for one kind of period."""
    document = bare_document()
    header, first = _headers(document)
    pieces = [_letterhead(), *_title(), *(plain(style, text) for style, text in BODIES[kind])]
    pieces += [_closing(), _signature()]
    for appendix in (APPENDIX_FIGURES, APPENDIX_MISSING, APPENDIX_OPINIONS):
        pieces += [part.replace("{section}", word_drawing.section(header, first)) for part in appendix]
    body = document.element.body
    body[:] = [word_drawing.element(piece) for piece in pieces]
    body.append(word_drawing.element(word_drawing.section(header, first)))
    stamp(document, title="Mẫu báo cáo công tác khoa giáo", author="khoagiao_xl", day=DRAWN_ON)
    return packed(document, {"word/document.xml": _knows_w15})


def _knows_w15(document_xml: bytes) -> bytes:
    """Declare the namespace of content controls once, here: it costs a tenth of a report's time."""
    from lxml import etree

    return etree.tostring(
        with_w15(etree.fromstring(document_xml)), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def _headers(document: Any) -> tuple[str, str]:
    """Make the two page headers and return their ids: the number from page 2 on, nothing on the first."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for header, runs in ((section.header, word_drawing.page_number()), (section.first_page_header, "")):
        header.is_linked_to_previous = False
        holder = header.part.element
        holder[:] = [word_drawing.element(paragraph("Header", runs))]
    ids = {name: link.target_part for name, link in document.part.rels.items()}
    found = [
        name for name, part in ids.items() if part in (section.header.part, section.first_page_header.part)
    ]
    is_default = ids[found[0]] is section.header.part
    return (found[0], found[1]) if is_default else (found[1], found[0])


def _letterhead() -> str:
    title = paragraph(
        "KGGiua", run(TITLE, size=15, bold=True), word_drawing.line_under(TITLE_WIDTH, below=6.6)
    )
    issuer = "".join([
        paragraph("KGGiua", run("{{ co_quan_cap_tren }}", size=14)),
        paragraph("KGGiua", run("{{ co_quan_ban_hanh }}", size=14, bold=True)),
        paragraph("KGGiua", run("*", size=14)),
    ])  # fmt: skip
    number = "".join([
        paragraph("KGGiua", run("{{ so_ky_hieu }}", size=14)),
        plain("KGGiua", "{%p if du_thao %}"),
        paragraph("KGGiua", run("{{ du_thao }}", size=14, italic=True)),
        plain("KGGiua", "{%p endif %}"),
    ])  # fmt: skip
    place = paragraph("KGGiua", run("{{ dia_danh_ngay }}", size=14, italic=True))
    rows = [
        row([cell(LEFT, left), cell(RIGHT, right)], align="top")
        for left, right in ((issuer, title), (number, place))
    ]
    return table((LEFT, RIGHT), rows, bordered=False, name="Đầu văn bản")


def _title() -> list[str]:
    before = '<w:spacing w:before="360" w:after="0" w:line="240" w:lineRule="auto"/>'
    after = '<w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/>'
    return [
        paragraph("KGGiua", run("BÁO CÁO", size=16, bold=True), properties=before),
        paragraph("KGGiua", run("{{ trich_yeu }}", size=14, bold=True)),
        paragraph("KGGiua", run("-----", size=14), properties=after),
    ]


def _closing() -> str:
    # Kept with the signature: a page that holds a signature and no text can be put under any text.
    return paragraph("KGLoiVan", run("{{ ket_thuc }}"), properties="<w:keepNext/><w:keepLines/>")


def _signature() -> str:
    left = paragraph("KGNoiNhan", run("Nơi nhận:", size=14, underline=True), properties="<w:keepNext/>")
    left += plain("KGNoiNhan", "{{ noi_nhan }}")
    right = "".join([
        paragraph("KGGiua", run("{{ quyen_han }}", size=14, bold=True), properties="<w:keepNext/>"),
        paragraph("KGGiua", run("{{ chuc_vu }}", size=14), properties="<w:keepNext/>"),
        paragraph("KGGiua", run("{{ nguoi_ky }}", size=14, bold=True), properties=SIGNATURE_GAP),
    ])  # fmt: skip
    gap = '<w:spacing w:before="240" w:after="0" w:line="240" w:lineRule="auto"/>'
    left, right = (
        left.replace("<w:keepNext/>", f"<w:keepNext/>{gap}", 1),
        right.replace("<w:keepNext/>", f"<w:keepNext/>{gap}", 1),
    )
    return table(
        (LEFT, RIGHT), [row([cell(LEFT, left), cell(RIGHT, right)], align="top")], bordered=False, name="Ký"
    )


def main(folder: Path | None = None) -> None:
    """Write every template into `folder`, by default the one that is committed."""
    target = folder or template_folder()
    target.mkdir(parents=True, exist_ok=True)
    for kind, name in TEMPLATE_NAMES.items():
        (target / name).write_bytes(draw_template(kind))


if __name__ == "__main__":
    main()
