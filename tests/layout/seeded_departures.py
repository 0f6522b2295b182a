"""Departures from the official layout, each put by hand into a sound report of ours: what must be found where.

Written without the checker in sight: rules by their number in the table of layout rules where one of them
says it (TT01-TT59), in words where it is a matter of the text.
"""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tests.layout.docx_changes import (
    appendix_tables,
    bold,
    drop,
    headings,
    insert,
    running_text,
    say,
    size,
    starting,
    style_of_text,
    switch,
)

Change = Callable[[Any], None]
MONTH, NUMBERED = "a month", "a numbered, signed month"
FULL_AGAIN: Final = "Kết luận số 49-KL/TW, ngày 10/5/2019 của Ban Bí thư về công tác khuyến học"


@dataclass(frozen=True)
class Seed:
    """One departure. rules: the numbers it may be found under. place: words of the spot it is shown at.

    base: the document of tests/report/official_documents.py that is spoiled.
    """

    name: str
    change: Change
    rules: tuple[str, ...]
    place: str
    base: str = MONTH


# -- paper, page numbers ----------------------------------------------------------------------------------------


def letter_paper(document: Any) -> None:
    for section in document.sections:
        section.page_width, section.page_height = Mm(215.9), Mm(279.4)


def body_on_its_side(document: Any) -> None:
    first = document.sections[0]
    first.orientation, first.page_width, first.page_height = 1, Mm(297), Mm(210)


def second_section_margin(document: Any) -> None:
    document.sections[1].left_margin = Mm(25)


def bottom_margin(document: Any) -> None:
    document.sections[0].bottom_margin = Mm(25)


def number_paragraph(document: Any) -> Any:
    return document.sections[0].header.paragraphs[0]


def no_page_number(document: Any) -> None:
    for section in document.sections:
        for run in section.header.paragraphs[0].runs:
            drop(run._r)


def page_number_left(document: Any) -> None:
    number_paragraph(document).alignment = WD_ALIGN_PARAGRAPH.LEFT


def page_number_12(document: Any) -> None:
    size(number_paragraph(document), 12)


def number_on_the_first_page(document: Any) -> None:
    document.sections[0].different_first_page_header_footer = False


def appendix_goes_on_counting(document: Any) -> None:
    numbering = document.sections[1]._sectPr.find(qn("w:pgNumType"))
    drop(numbering)


# -- letters ------------------------------------------------------------------------------------------------------


def one_run_in_arial(document: Any) -> None:
    fonts = running_text(document)[1].runs[0]._r.get_or_add_rPr()
    switch(fonts, "w:rFonts", ascii="Arial", hAnsi="Arial", cs="Arial")


def font_of_the_theme(document: Any) -> None:
    properties = style_of_text(document).element.get_or_add_rPr()
    switch(properties, "w:rFonts", asciiTheme="minorHAnsi", hAnsiTheme="minorHAnsi")


def no_size_of_its_own(document: Any) -> Any:
    """Let the text take its size from the document's defaults, and return those."""
    style = style_of_text(document)
    while style is not None:
        for name in ("w:sz", "w:szCs"):
            for node in style.element.findall(f"{qn('w:rPr')}/{qn(name)}"):
                drop(node)
        style = style.base_style
    return document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")


def default_size_13(document: Any) -> None:
    defaults = no_size_of_its_own(document)
    defaults.find(qn("w:sz")).set(qn("w:val"), "26")


def size_13_by_style(document: Any) -> None:
    style_of_text(document).font.size = Pt(13)


def red_words(document: Any) -> None:
    running_text(document)[1].runs[0].font.color.rgb = RGBColor(255, 0, 0)


def decomposed(document: Any) -> None:
    line = running_text(document)[1]
    say(
        line,
        unicodedata.normalize("NFD", "Các cấp ủy đã chỉ đạo kịp thời công tác khoa giáo trong kỳ báo cáo."),
    )


def italic_text(document: Any) -> None:
    # Figures stand in controls of their own, which the runs of a paragraph leave out.
    paragraph = max(running_text(document), key=lambda one: sum(len(run.text) for run in one.runs))
    for run in paragraph.runs:
        run.font.italic = True


# -- the head -------------------------------------------------------------------------------------------------------


def cell(document: Any, row: int, column: int) -> Any:
    return document.tables[0].rows[row].cells[column].paragraphs


def framed_head(document: Any) -> None:
    for border in document.tables[0]._tbl.tblPr.find(qn("w:tblBorders")):
        border.set(qn("w:val"), "single")


def title_14(document: Any) -> None:
    size(cell(document, 0, 1)[0], 14)


def border_for_a_line(document: Any) -> None:
    title = cell(document, 0, 1)[0]
    for run in title.runs:
        if not run.text:
            drop(run._r)
    edge = switch(title._p.get_or_add_pPr(), "w:pBdr")
    bottom = copy.deepcopy(edge)
    bottom.tag = qn("w:bottom")
    for key, value in {"val": "single", "sz": "6", "space": "1", "color": "000000"}.items():
        bottom.set(qn(f"w:{key}"), value)
    edge.append(bottom)


def superior_in_bold(document: Any) -> None:
    bold(cell(document, 0, 0)[0], on=True)


def issuer_not_bold(document: Any) -> None:
    bold(cell(document, 0, 0)[1], on=False)


def dangling_hyphen(document: Any) -> None:
    say(cell(document, 0, 0)[1], "ĐẢNG ỦY KHỐI CƠ QUAN -\nDOANH NGHIỆP TỈNH")


def two_tones(document: Any) -> None:
    say(cell(document, 0, 0)[1], "ĐẢNG UỶ KHỐI\nCƠ QUAN - DOANH NGHIỆP TỈNH")


def no_star(document: Any) -> None:
    drop(cell(document, 0, 0)[-1]._p)


def colon_after_so(document: Any) -> None:
    say(cell(document, 1, 0)[0], "Số: 07-BC/ĐUK")


def number_of_one_digit(document: Any) -> None:
    say(cell(document, 1, 0)[0], "Số 5-BC/ĐUK")


def month_03(document: Any) -> None:
    say(cell(document, 1, 1)[0], "Lào Cai, ngày 20 tháng 03 năm 2024")


def no_draft_line(document: Any) -> None:
    drop(cell(document, 1, 0)[1]._p)


def letter_head_as_paragraphs(document: Any) -> None:
    """The head made of lines with spaces in between, as from a typewriter."""
    head = document.tables[0]
    lines = [
        ("ĐẢNG ỦY KHỐI", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("Số 07-BC/ĐUK", "Lào Cai, ngày 20 tháng 3 năm 2024"),
    ]
    for left, right in lines:
        node = copy.deepcopy(starting(document, "BÁO CÁO")._p)
        head._tbl.addprevious(node)
        say(next(p for p in document.paragraphs if p._p is node), f"{left}\t\t{right}")
    drop(head._tbl)


# -- title ----------------------------------------------------------------------------------------------------------


def title_of_kind_13(document: Any) -> None:
    size(starting(document, "BÁO CÁO"), 13)


def subject(document: Any) -> Any:
    lines = list(document.paragraphs)
    return lines[[line.text for line in lines].index("BÁO CÁO") + 1]


def subject_begins_big(document: Any) -> None:
    say(subject(document), "Kết quả công tác khoa giáo tháng 3 năm 2024")


def four_hyphens(document: Any) -> None:
    say(starting(document, "-----"), "----")


def em_dash(document: Any) -> None:
    say(starting(document, "-----"), "———")


# -- running text -----------------------------------------------------------------------------------------------------


def left_aligned(document: Any) -> None:
    running_text(document)[2].alignment = WD_ALIGN_PARAGRAPH.LEFT


def first_line_5_mm(document: Any) -> None:
    style_of_text(document).paragraph_format.first_line_indent = Mm(5)


def no_gap(document: Any) -> None:
    gap = running_text(document)[2].paragraph_format
    gap.space_before = gap.space_after = Pt(0)


def lines_17_pt(document: Any) -> None:
    style_of_text(document).paragraph_format.line_spacing = Pt(17)


def line_and_a_half(document: Any) -> None:
    running_text(document)[2].paragraph_format.line_spacing = 1.5


def ends_the_states_way(document: Any) -> None:
    last = running_text(document)[-1]
    say(last, last.text.rstrip(".") + "./.")


def added(text: str) -> Change:
    """Return the change that puts this paragraph into the running text."""

    def change(document: Any) -> None:
        insert(running_text(document)[1], text)

    return change


def letters_without_d(document: Any) -> None:
    line = running_text(document)[1]
    for letter in "edcba":
        insert(line, f"{letter}) Nội dung thứ nhất, thứ hai của phần việc này.")


def cited_again_in_full(document: Any) -> None:
    lines = running_text(document)
    insert(lines[-2], f"Tiếp tục thực hiện {FULL_AGAIN} trong các đơn vị.")
    insert(lines[0], f"Trong kỳ, các đơn vị đã quán triệt {FULL_AGAIN}.")


def heading_twice(document: Any) -> None:
    first = headings(document)[0]
    insert(first, first.text)


def numbers_leap(document: Any) -> None:
    _, second, *_ = [line for line in document.paragraphs if line.text.startswith(("I. ", "II. ", "III. "))]
    say(second, "IV. " + second.text.split(". ", 1)[1])


# -- signature, recipients ----------------------------------------------------------------------------------------------


def signed(document: Any) -> list[Any]:
    return [p for p in document.tables[1].rows[0].cells[1].paragraphs if p.text.strip()]


def recipients(document: Any) -> list[Any]:
    return list(document.tables[1].rows[0].cells[0].paragraphs)


def framed_signature(document: Any) -> None:
    for border in document.tables[1]._tbl.tblPr.find(qn("w:tblBorders")):
        border.set(qn("w:val"), "single")


def tm_with_a_stop(document: Any) -> None:
    say(signed(document)[0], "TM. BAN THƯỜNG VỤ")


def head_of_board_for_committee(document: Any) -> None:
    say(signed(document)[1], "TRƯỞNG BAN")


def office_in_bold(document: Any) -> None:
    bold(signed(document)[1], on=True)


def office_names_the_committee(document: Any) -> None:
    say(signed(document)[1], "PHÓ BÍ THƯ ĐẢNG ỦY KHỐI")


def learned_signer(document: Any) -> None:
    say(signed(document)[-1], "TS. Người Ký Thử")


def recipients_not_underlined(document: Any) -> None:
    for run in recipients(document)[0].runs:
        run.font.underline = False


def recipients_with_commas(document: Any) -> None:
    for line in recipients(document)[1:-1]:
        say(line, line.text.rstrip(";") + ",")


def recipients_14(document: Any) -> None:
    for line in recipients(document)[1:]:
        size(line, 14)


def archive_vt(document: Any) -> None:
    say(recipients(document)[-1], "- Lưu VT.")


def as_above(document: Any) -> None:
    say(recipients(document)[1], "- Như trên;")


def signature_alone(document: Any) -> None:
    """The last lines may part from the signature, and the signature begins its own page."""
    last = document.tables[1]._tbl.getprevious()
    for node in last.iter(qn("w:keepNext")):
        drop(node)
    for style in document.styles.element.iter(qn("w:style")):
        if style.get(qn("w:styleId")) == style_of_text(document).style_id:
            for node in list(style.iter(qn("w:keepNext"))):
                drop(node)
    first = document.tables[1].rows[0].cells[0].paragraphs[0]
    first.paragraph_format.page_break_before = True


# -- appendices -------------------------------------------------------------------------------------------------------------


def row_may_split(document: Any) -> None:
    row = appendix_tables(document)[0].rows[3]._tr
    drop(row.trPr.find(qn("w:cantSplit")))


def head_does_not_repeat(document: Any) -> None:
    row = appendix_tables(document)[0].rows[0]._tr
    drop(row.trPr.find(qn("w:tblHeader")))


def appendix_belongs_to_nothing(document: Any) -> None:
    drop(starting(document, "(Kèm theo")._p)


def appendix_without_number(document: Any) -> None:
    say(starting(document, "Phụ lục 1"), "Phụ lục")


SEEDS: Final = (
    Seed("paper of another size", letter_paper, ("TT01",), ""),
    Seed("the report lies on its side", body_on_its_side, ("TT02",), ""),
    Seed("a margin of 25 mm below", bottom_margin, ("TT03",), ""),
    Seed("a left margin of 25 mm in the second section only", second_section_margin, ("TT04",), "2|Phụ lục"),
    Seed("no page number", no_page_number, ("TT06",), ""),
    Seed("the page number on the left", page_number_left, ("TT06",), ""),
    Seed("a page number of 12", page_number_12, ("TT07",), ""),
    Seed("a page number on the first page", number_on_the_first_page, ("TT08",), ""),
    Seed("an appendix that goes on counting pages", appendix_goes_on_counting, ("TT09",), ""),
    Seed("one run in Arial", one_run_in_arial, ("TT10",), ""),
    Seed("a font of the theme", font_of_the_theme, ("TT10",), ""),
    Seed("red words", red_words, ("TT10",), ""),
    Seed("decomposed letters", decomposed, ("TT10", "LV01"), "chỉ đạo kịp thời"),
    Seed("a head with a frame", framed_head, ("TT11",), ""),
    Seed("a head made of lines and tabs", letter_head_as_paragraphs, ("TT11",), ""),
    Seed("the title of the Party in 14", title_14, ("TT12",), "ĐẢNG CỘNG SẢN VIỆT NAM|[Tt]iêu đề"),
    Seed("a border for the line under the title", border_for_a_line, ("TT13",), ""),
    Seed("the body above in bold", superior_in_bold, ("TT14",), "ĐẢNG BỘ TỈNH|cấp trên"),
    Seed("the issuer not in bold", issuer_not_bold, ("TT15",), "ĐẢNG ỦY|ban hành"),
    Seed("an issuer whose line ends in a hyphen", dangling_hyphen, (), "CƠ QUAN -"),
    Seed("two places for one tone", two_tones, (), "UỶ|uỷ"),
    Seed("no star", no_star, ("TT16",), ""),
    Seed("a colon after «Số»", colon_after_so, ("TT17",), "Số: 07", NUMBERED),
    Seed("a number of one digit", number_of_one_digit, ("TT18", "TT17"), "Số 5", NUMBERED),
    Seed("«tháng 03»", month_03, ("TT20",), "tháng 03"),
    Seed("the name of the kind in 13", title_of_kind_13, ("TT21",), "BÁO CÁO"),
    Seed("a subject that begins big", subject_begins_big, ("TT22",), "Kết quả công tác"),
    Seed("four hyphens", four_hyphens, ("TT23",), "----"),
    Seed("a dash for five hyphens", em_dash, ("TT23",), "———"),
    Seed("13 by the document's defaults", default_size_13, ("TT25",), ""),
    Seed("13 by the style alone", size_13_by_style, ("TT25",), ""),
    Seed("a paragraph in italics", italic_text, ("TT25",), ""),
    Seed("a paragraph ragged on the right", left_aligned, ("TT26",), ""),
    Seed("a first line 5 mm in", first_line_5_mm, ("TT27",), ""),
    Seed("no gap between paragraphs", no_gap, ("TT28",), ""),
    Seed("lines 17 pt apart", lines_17_pt, ("TT29",), ""),
    Seed("a line and a half apart", line_and_a_half, ("TT29",), ""),
    Seed("an ending of the State's side", ends_the_states_way, ("TT30",), r"\./\."),
    Seed("a ground without a hyphen", added("Căn cứ Chương trình công tác năm của Ban Thường vụ;"), ("TT31",), "Căn cứ Chương"),
    Seed("letters without đ", letters_without_d, ("TT35",), r"e\)|d\)|đ"),
    Seed("a document never named in full", added("Các đơn vị đã học tập Nghị quyết số 57-NQ/TW trong kỳ báo cáo."), ("TT37",), "57-NQ/TW"),
    Seed("a document named in full again", cited_again_in_full, ("TT37", "LV61"), "49-KL/TW"),
    Seed("an abbreviation never explained", added("Các đơn vị tiếp tục đẩy mạnh CCHC gắn với công tác khoa giáo."), ("TT38",), "CCHC"),
    Seed("a signature with a frame", framed_signature, ("TT39",), ""),
    Seed("«TM.»", tm_with_a_stop, ("TT40",), r"TM\."),
    Seed("the office of the signer in bold", office_in_bold, ("TT41",), "PHÓ BÍ THƯ"),
    Seed("an office with the name of the committee", office_names_the_committee, ("TT42",), "PHÓ BÍ THƯ ĐẢNG ỦY"),
    Seed("the head of a board for the committee", head_of_board_for_committee, ("TT43",), "TRƯỞNG BAN"),
    Seed("a signer with a learned title", learned_signer, ("TT44",), r"TS\.", NUMBERED),
    Seed("«Nơi nhận» not underlined", recipients_not_underlined, ("TT45",), "Nơi nhận"),
    Seed("recipients with commas", recipients_with_commas, ("TT46",), ","),
    Seed("recipients in 14", recipients_14, ("TT46",), "14"),
    Seed("«Lưu VT»", archive_vt, ("TT47",), "VT"),
    Seed("«Như trên» in a report", as_above, ("TT48",), "Như trên"),
    Seed("addressees in a report", added("Kính gửi: Ban Thường vụ Tỉnh ủy Lào Cai và các đồng chí Ủy viên."), ("TT49",), "Kính gửi"),
    Seed("a mark of secrecy", added("MẬT"), ("TT51",), "MẬT"),
    Seed("a draft that does not say so", no_draft_line, ("TT53",), ""),
    Seed("an appendix that belongs to nothing", appendix_belongs_to_nothing, ("TT56",), "Phụ lục"),
    Seed("one of two appendices without a number", appendix_without_number, ("TT56",), "Phụ lục"),
    Seed("a row that may split", row_may_split, ("TT57",), ""),
    Seed("a table whose head does not come again", head_does_not_repeat, ("TT57",), ""),
    Seed("a signature alone on its page", signature_alone, ("TT58", "LV106"), ""),
    Seed("two spaces", added("Các cấp ủy đã chỉ đạo  kịp thời công tác khoa giáo trong kỳ."), (), "chỉ đạo  kịp|chỉ đạo"),
    Seed("a space before a comma", added("Các cấp ủy đã lãnh đạo , chỉ đạo kịp thời công tác khoa giáo."), (), "lãnh đạo ,"),
    Seed("a decimal point", added("Tỷ lệ đảng viên tham dự học tập trong kỳ đạt 98.5% số được triệu tập."), (), r"98\.5"),
    Seed("a share that reads as a date", added("Trong kỳ có 03/08 đơn vị đã thực hiện báo cáo theo quy định chung."), (), "03/08"),
    Seed("a heading twice", heading_twice, (), r"1\."),
    Seed("numbers of headings that leap", numbers_leap, (), "IV"),
    Seed("a tag left over", added("Báo cáo của {{ ten_don_vi }} về công tác khoa giáo trong kỳ này."), (), "ten_don_vi"),
    Seed("a body in wrong capitals", added("Ban thường vụ đảng ủy Khối đã chỉ đạo các chi bộ thực hiện tốt nhiệm vụ."), (), "Ban thường vụ"),
    Seed("an en dash in a name", added("Đảng ủy Khối Cơ quan – Doanh nghiệp tỉnh đã chỉ đạo các chi bộ thực hiện."), (), "Cơ quan –"),
    Seed("a straight quotation mark", added('Các đơn vị tổ chức phong trào "Toàn dân rèn luyện thân thể" rộng khắp.'), (), "Toàn dân"),
)  # fmt: skip
