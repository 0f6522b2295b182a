"""Any .docx is read as it lies on paper, wherever its format is set."""

from __future__ import annotations

import pytest

from khoagiao_xl.errors import MissingFile, WrongRequest
from khoagiao_xl.layout.laid_document import LaidParagraph
from khoagiao_xl.layout.reading import read_document
from tests.conftest import TOP
from tests.layout.word_pieces import (
    NAMESPACES,
    PAGE,
    PLAIN_STYLES,
    docx,
    field,
    header,
    packed,
    paragraph,
    run,
    strict_docx,
    table,
)

STYLE = '<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{id}"/><w:basedOn w:val="{base}"/>{inner}</w:style>'


def style(name: str, inner: str, base: str = "Normal", kind: str = "paragraph") -> str:
    return STYLE.format(kind=kind, id=name, base=base, inner=inner)


def styled(name: str, text: str = "Lời văn") -> str:
    return paragraph(text, f'<w:pStyle w:val="{name}"/>')


def first(body: str, **parts: str) -> LaidParagraph:
    return read_document(docx(body, **parts)).paragraphs[0]


def test_letters_nobody_sets_are_words_own() -> None:
    read = first(paragraph("Lời văn"), styles="").runs[0]
    assert (read.font, read.size, read.bold) == ("Times New Roman", 10, False)


def test_the_defaults_give_way_to_a_style_and_a_style_to_the_letters() -> None:
    sized = style("Mục", '<w:rPr><w:sz w:val="26"/></w:rPr>')
    assert first(paragraph("Lời văn")).runs[0].size == 14
    assert first(styled("Mục"), styles=PLAIN_STYLES + sized).runs[0].size == 13
    own = paragraph(run("Lời văn", size=15), '<w:pStyle w:val="Mục"/>')
    assert first(own, styles=PLAIN_STYLES + sized).runs[0].size == 15


def test_a_style_has_what_the_style_it_is_based_on_says() -> None:
    base = style("Gốc", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:i/></w:rPr>')
    heir = style("Mục", '<w:rPr><w:sz w:val="26"/></w:rPr>', base="Gốc")
    read = first(styled("Mục"), styles=PLAIN_STYLES + base + heir)
    assert (read.alignment, read.runs[0].italic, read.runs[0].size) == ("center", True, 13)


def test_a_circle_of_styles_ends() -> None:
    circle = style("A", "", base="B") + style("B", "<w:rPr><w:b/></w:rPr>", base="A")
    assert first(styled("A"), styles=PLAIN_STYLES + circle).runs[0].bold


def test_bold_in_a_style_upon_bold_in_another_is_not_bold() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    styles = PLAIN_STYLES + style("Mục", bold) + style("Đậm", bold, kind="character")
    both = paragraph(run("Lời văn", style="Đậm"), '<w:pStyle w:val="Mục"/>')
    assert not first(both, styles=styles).runs[0].bold
    assert first(styled("Mục"), styles=styles).runs[0].bold


def test_a_font_of_the_theme_is_named() -> None:
    theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:theme>'
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    read = first(f"<w:p><w:r><w:rPr>{fonts}</w:rPr><w:t>Lời văn</w:t></w:r></w:p>", theme=theme)
    assert read.runs[0].font == "Calibri"


def test_plain_and_marked_letters_of_two_fonts_are_told_apart() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman"/></w:rPr>'
    mixed, plain = (first(f"<w:p><w:r>{fonts}<w:t>{text}</w:t></w:r></w:p>") for text in ("Lời", "Ban"))
    assert (mixed.runs[0].font, plain.runs[0].font) == ("Arial / Times New Roman", "Arial")


def test_a_table_style_says_how_its_first_row_looks() -> None:
    bold_head = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = PLAIN_STYLES + style("Bảng", f'<w:rPr><w:sz w:val="24"/></w:rPr>{bold_head}', kind="table")
    look = '<w:tblStyle w:val="Bảng"/><w:tblLook w:firstRow="1" w:noHBand="1"/>'
    document = read_document(
        docx(table((paragraph("Đơn vị"),), (paragraph("Sở Y tế"),), properties=look), styles=styles)
    )
    assert [(read.runs[0].bold, read.runs[0].size) for read in document.paragraphs] == [
        (True, 12),
        (False, 12),
    ]


def test_neighbours_of_a_style_with_contextual_spacing_leave_no_room() -> None:
    close = style("Mục", '<w:pPr><w:spacing w:before="120" w:after="120"/><w:contextualSpacing/></w:pPr>')
    document = read_document(docx(styled("Mục") * 2 + paragraph("Khác"), styles=PLAIN_STYLES + close))
    assert [(read.before, read.after) for read in document.paragraphs[:2]] == [(120, 0), (0, 120)]


LISTS = (
    f"<w:numbering {NAMESPACES}>"
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
    '<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="927" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
NUMBERED = paragraph("Nội dung", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


@pytest.mark.parametrize(
    ("kind", "pattern", "labels"),
    [
        ("decimal", "%1.", ["1.", "2."]),
        ("upperRoman", "%1-", ["I-", "II-"]),
        ("lowerLetter", "%1)", ["a)", "b)"]),
        ("bullet", "-", ["-", "-"]),
        ("bullet", "\uf0b7", ["•", "•"]),
    ],
)
def test_word_numbers_paragraphs_and_sets_them_in(kind: str, pattern: str, labels: list[str]) -> None:
    lists = LISTS.format(format=kind, text=pattern)
    document = read_document(docx(NUMBERED * 2, numbering=lists))
    assert [read.label for read in document.paragraphs] == labels
    assert {(read.left, read.first_line) for read in document.paragraphs} == {(927, -360)}


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:ins>{0}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>", "Ban Thường vụ"),
        ("<w:hyperlink>{0}</w:hyperlink>", "Ban Thường vụ"),
        ("<w:sdt><w:sdtContent>{0}</w:sdtContent></w:sdt>", "Ban Thường vụ"),
        ("<w:smartTag>{0}</w:smartTag>", "Ban Thường vụ"),
        ('<w:fldSimple w:instr=" REF ">{0}</w:fldSimple>', "Ban Thường vụ"),
        ("{0}<w:r><w:tab/><w:t>họp</w:t><w:br/><w:t>ngày</w:t></w:r>", "Ban Thường vụ\thọp\nngày"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>{0}", "Ban Thường vụ"),
    ],
)
def test_what_people_read_is_the_text(inner: str, text: str) -> None:
    words = run("Ban Thường vụ")
    assert first(f"<w:p>{inner.format(words)}</w:p>").text == text


def test_a_field_is_read_by_its_result() -> None:
    assert first(f"<w:p>{field(' REF x ', '2024')}</w:p>").text == "2024"


def test_what_is_said_for_newer_and_older_programs_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Khung chữ</w:t></w:r></w:p></w:txbxContent>"
    either = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    document = read_document(docx(f"<w:p><w:r>{either}</w:r>{run('Lời văn')}</w:p>"))
    assert [read.text for read in document.paragraphs] == ["Khung chữ", "Lời văn"]


def test_a_table_in_a_cell_is_read_with_the_cell() -> None:
    inner = table((paragraph("trong"),))
    document = read_document(docx(table((paragraph("ngoài") + inner + paragraph("cuối"),))))
    assert [read.text for read in document.paragraphs] == ["ngoài", "trong", "cuối"]


def test_a_section_without_headers_has_those_of_the_section_before() -> None:
    refers = f'<w:sectPr><w:headerReference w:type="default" r:id="header1"/>{PAGE}</w:sectPr>'
    body = f"<w:p><w:pPr>{refers}</w:pPr></w:p>{paragraph('Phụ lục')}"
    document = read_document(docx(body, header1=header(paragraph("2"))))
    assert [section.header[0].text for section in document.sections] == ["2", "2"]
    assert [read.section for read in document.paragraphs] == [0, 1]


def test_the_gutter_belongs_to_the_left_margin_and_missing_margins_are_words_own() -> None:
    gutter = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1418" w:gutter="283"/>'
    section = read_document(docx(paragraph("Lời văn"), section=gutter)).sections[0]
    assert (section.left, section.top) == (1701, 1440)


def test_strict_documents_are_read_with_their_units() -> None:
    strict = strict_docx(paragraph("Lời văn", size=13), section='<w:pgSz w:w="210mm" w:h="297mm"/>')
    document = read_document(strict)
    assert document.package.is_strict
    assert (document.sections[0].width, document.paragraphs[0].runs[0].size) == (11906, 13)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "TTV-01"),
        (b"\xd0\xcf\x11\xe0 Word.Document.8", "TTV-02"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "TTV-03"),
        (b"PK\x03\x04 not a whole archive", "TTV-04"),
        (docx("<w:p>")[:-40], "TTV-04"),
        (docx("<w:p><w:r>"), "TTV-04"),
        (packed({"xl/workbook.xml": "<workbook/>"}), "TTV-01"),
        (packed({"word/document.xml": "<html/>"}), "TTV-01"),
    ],
)
def test_what_is_no_readable_document_is_refused_with_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(WrongRequest) as refused:
        read_document(data, "thu.docx")
    assert refused.value.code == code
    assert "thu.docx" in str(refused.value)


def test_a_document_too_large_when_unpacked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khoagiao_xl.layout.word_package.MOST_BYTES", 1_000)
    with pytest.raises(WrongRequest) as refused:
        read_document(docx(paragraph("Lời văn") * 50), "lon.docx")
    assert refused.value.code == "TTV-05"


def test_a_file_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(MissingFile):
        read_document(TOP / "khong-co.docx")


def test_a_document_is_written_back_with_what_was_changed() -> None:
    document = read_document(docx(paragraph("Lời văn")))
    element = document.paragraphs[0].runs[0].element
    element[-1].text = "Lời mới"
    assert read_document(document.package.packed()).paragraphs[0].text == "Lời mới"
