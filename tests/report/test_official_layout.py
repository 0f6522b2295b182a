"""Every document that the tool makes keeps every rule of Hướng dẫn 36 (2018) or 05 (2026) for Party texts.

Rules by their number in the office's table of layout rules (TT01-TT59); values as Word would use them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from tests.report.effective_format import EMU_OF_MM, WP, Line, V, W, is_on
from tests.report.official_documents import DOCUMENTS, OTHER_KINDS, make, make_other
from tests.report.official_page import SEPARATOR, Page, is_heading

NUMBER = re.compile(r"Số (\d{2,}|\s+)-[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ-]+")
PLACE = re.compile(r"[^,]+, ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}")
LETTERS = "abcdđeghiklmnopqrstuvxy"
KINDS = (
    "Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy định|Kế hoạch|Hướng dẫn|Thông báo|Báo cáo|Công văn|Tờ trình"
)
CITED = re.compile(rf"(?:{KINDS})(?: số)? (\d+-[A-ZĐ]+/[A-ZĐ]+)(, ngày \d\d?/\d\d?/\d{{4}} )?")
SIGNERS = {
    ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
    ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"), ("T/M ĐẢNG ỦY", "BÍ THƯ"),
    ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"),
    ("TRƯỞNG BAN", ""), ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"), ("T/L BAN THƯỜNG VỤ", "TRƯỞNG BAN"),
}  # fmt: skip
LEARNED = ("GS", "PGS", "TS", "ThS", "BS", "CN")
MADE: dict[str, Page] = {}


@pytest.fixture(params=[*DOCUMENTS, *OTHER_KINDS])
def page(request: Any, content: Callable[..., Any]) -> Page:
    name = request.param
    if name not in MADE:
        docx = make_other(name) if name in OTHER_KINDS else make(DOCUMENTS[name], content)
        MADE[name] = Page(docx)
    return MADE[name]


def close(value: int, wanted: int, within: int = 15) -> bool:
    return abs(value - wanted) <= within


def looks(lines: list[Line]) -> set[str]:
    return {look for line in lines for look in line.looks}


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


# -- paper ----------------------------------------------------------------------------------------------------


def test_tt01_every_page_is_a4(page: Page) -> None:
    for section in page.file.sections:
        shorter, longer = sorted((section.width, section.height))
        assert close(shorter, 11906, 20)
        assert close(longer, 16838, 20)


def test_tt02_only_an_appendix_lies_on_its_side(page: Page) -> None:
    first, *others = page.file.sections
    assert not first.landscape
    assert first.width < first.height
    for section in others:
        assert section.landscape == (section.width > section.height)


def test_tt03_margins_above_and_below_are_20_mm(page: Page) -> None:
    for section in page.file.sections:
        assert close(section.margins["top"], 1134)
        assert close(section.margins["bottom"], 1134)


def test_tt04_margins_are_30_mm_left_and_15_mm_right(page: Page) -> None:
    for section in page.file.sections:
        if not section.landscape:
            assert close(section.margins["left"], 1701)
            assert close(section.margins["right"], 850)


def test_tt05_nothing_is_printed_on_both_sides(page: Page) -> None:
    assert not is_on(page.file.settings.find(f"{W}mirrorMargins"))


# -- page numbers -----------------------------------------------------------------------------------------------


def test_tt06_the_page_number_stands_in_the_middle_10_mm_from_the_edge(page: Page) -> None:
    for section in page.file.sections:
        assert section.field_of_other.split()[0] == "PAGE"
        assert all(line.centred for line in section.other)
        assert close(section.margins["header"], 567)


def test_tt07_the_page_number_is_14_and_upright(page: Page) -> None:
    for section in page.file.sections:
        assert looks(list(section.other)) == {"14"}


def test_tt08_the_first_page_shows_no_number(page: Page) -> None:
    first = page.file.sections[0]
    assert first.has_own_first_page
    assert not "".join(texts(list(first.first))).strip()


def test_tt09_each_appendix_is_numbered_from_1(page: Page) -> None:
    heads = page.appendix_heads
    sections = {head.section for head in heads}
    assert len(sections) == len(heads)
    assert 0 not in sections
    for number in sections:
        assert page.file.sections[number].starts_at == 1


# -- letters ----------------------------------------------------------------------------------------------------


def test_tt10_every_letter_is_times_new_roman(page: Page) -> None:
    headers = [line for section in page.file.sections for line in (*section.first, *section.other)]
    fonts = {font for line in [*page.lines, *headers] for run in line.runs for font in run.fonts}
    assert fonts == {"Times New Roman"}


def test_tt10_every_letter_is_black(page: Page) -> None:
    assert {run.colour for line in page.lines for run in line.runs} <= {"auto", "000000"}


def test_tt10_the_text_is_composed_unicode(page: Page) -> None:
    assert not [text for text in texts(page.lines) if text != unicodedata.normalize("NFC", text)]


# -- the head -----------------------------------------------------------------------------------------------------


def borders(page: Page, table: int) -> set[str]:
    tables = page.file.tables[table].findall(f"{W}tblPr/{W}tblBorders/*")
    cells = page.file.tables[table].findall(f".//{W}tcBorders/*")
    return {border.get(f"{W}val") for border in [*tables, *cells]}


def test_tt11_the_head_is_a_table_without_borders_of_two_columns(page: Page) -> None:
    assert page.file.body[0].tag == f"{W}tbl"
    assert borders(page, 0) <= {"nil", "none"}
    assert {len(row.findall(f"{W}tc")) for row in page.file.tables[0].iter(f"{W}tr")} == {2}


def test_tt12_the_title_of_the_party_stands_on_the_right(page: Page) -> None:
    title = page.right[0]
    assert (title.text, title.looks, title.centred) == ("ĐẢNG CỘNG SẢN VIỆT NAM", {"15 b"}, True)


def test_tt13_a_drawn_line_as_long_as_the_title_is_under_it(page: Page) -> None:
    extents = [int(node.get("cx")) / EMU_OF_MM for node in page.right[0].element.iter(f"{WP}extent")]
    lines = [node.get("to") for node in page.right[0].element.iter(f"{V}line")]
    assert len(extents) == len(lines) == 1
    assert 71 <= extents[0] <= 75
    assert not [node for line in page.lines for node in line.element.iter(f"{W}pBdr")]


def test_tt14_the_body_above_is_in_capitals_14_upright(page: Page) -> None:
    above = page.left[0]
    assert above.text.isupper()
    assert (above.looks, above.centred) == ({"14"}, True)


def test_tt15_the_issuer_is_in_capitals_14_bold(page: Page) -> None:
    issuer = page.left[1:-1]
    assert issuer
    assert all(line.text.isupper() and line.centred for line in issuer)
    assert looks(issuer) == {"14 b"}


def test_tt15_no_line_of_the_issuer_ends_in_a_hyphen(page: Page) -> None:
    names = [part.strip() for line in page.left for part in line.text.split("\n")]
    assert not [name for name in names if name.endswith(("-", "–")) or name.startswith(("-", "–"))]


def test_tt16_a_star_stands_under_the_issuer(page: Page) -> None:
    assert (page.left[-1].text, page.left[-1].centred) == ("*", True)


def test_tt17_number_and_symbol_have_the_partys_form(page: Page) -> None:
    number = page.number[0]
    assert NUMBER.fullmatch(number.text)
    assert (number.looks, number.centred) == ({"14"}, True)


def test_tt18_a_number_below_ten_has_a_nought_before_it(page: Page) -> None:
    assert not re.match(r"Số \d-", page.number[0].text)


def test_tt20_place_and_day_have_the_partys_form(page: Page) -> None:
    place = page.place[0]
    assert PLACE.fullmatch(place.text)
    assert (place.looks, place.centred) == ({"14 i"}, True)


# -- the title --------------------------------------------------------------------------------------------------


def test_tt21_the_name_of_the_kind_is_in_capitals_15_or_16_bold(page: Page) -> None:
    if not page.is_letter:
        assert page.kind.text.isupper()
        assert page.kind.centred
        assert page.kind.looks <= {"15 b", "16 b"}


def test_tt22_the_subject_is_14_or_15_bold_and_begins_small(page: Page) -> None:
    if not page.is_letter:
        assert page.subject.text[0].islower()
        assert page.subject.centred
        assert page.subject.looks <= {"14 b", "15 b"}


def test_tt23_five_hyphens_stand_under_the_subject(page: Page) -> None:
    if not page.is_letter:
        dashes = page.before_sign[2]
        assert (dashes.text, dashes.centred) == (SEPARATOR, True)


def test_tt24_the_subject_of_a_letter_is_12_italic_under_its_number(page: Page) -> None:
    if page.is_letter:
        assert page.subject.looks == {"12 i"}
        assert "CÔNG VĂN" not in texts(page.before_sign)


# -- running text -----------------------------------------------------------------------------------------------


def test_tt25_the_text_is_14_or_15(page: Page) -> None:
    lines = [*page.headings, *page.prose]
    sizes = {run.size for line in lines for run in line.runs if run.text.strip()}
    assert sizes <= {14.0} or sizes <= {15.0}


def test_tt25_the_text_is_upright(page: Page) -> None:
    assert looks(page.prose) <= {"14", "15"}


def test_tt26_the_text_fills_both_margins(page: Page) -> None:
    assert {line.align for line in page.prose} == {"both"}


def test_tt27_the_first_line_begins_10_mm_in(page: Page) -> None:
    assert not [line for line in page.prose if not close(line.first_line, 567, 30)]


def test_tt28_paragraphs_stand_at_least_6_pt_apart(page: Page) -> None:
    assert not [line for line in page.prose if line.before + line.after < 120]


def test_tt29_lines_are_exactly_18_pt_apart_or_a_little_more(page: Page) -> None:
    for line in page.prose:
        assert line.rule == "exact"
        assert 360 <= line.spacing <= 440


def test_tt29_no_line_cuts_a_picture_that_stands_in_it(page: Page) -> None:
    for line in page.lines:
        if list(line.element.iter(f"{WP}inline")):
            assert line.rule != "exact"


def test_tt30_the_text_ends_with_a_full_stop(page: Page) -> None:
    assert re.search(r"[^/.]\.$", page.prose[-1].text)


def test_tt31_grounds_begin_with_a_hyphen_and_end_with_a_semicolon(page: Page) -> None:
    for line in page.prose:
        if line.text.startswith("Căn cứ"):
            assert not line.text.endswith(";")
        if line.text.startswith("- Căn cứ"):
            assert line.text.endswith((";", "."))
            assert line.looks <= {"14", "15"}


def test_tt32_a_part_stands_in_the_middle_in_bold(page: Page) -> None:
    parts = [line for line in page.text if re.match(r"(Phần|Chương|PHẦN|CHƯƠNG) \S+$", line.text)]
    assert all(line.centred and line.looks <= {"14 b", "15 b"} for line in parts)


def test_tt33_a_section_by_name_stands_in_the_middle_in_bold(page: Page) -> None:
    named = [line for line in page.text if re.fullmatch(r"Mục \d+", line.text)]
    assert all(line.centred and line.looks <= {"14 b", "15 b"} for line in named)


def test_tt34_an_article_is_bold(page: Page) -> None:
    articles = [line for line in page.text if re.match(r"Điều \d+\.", line.text)]
    assert all(line.runs[0].bold for line in articles)


def test_tt35_letters_of_a_list_follow_the_vietnamese_alphabet(page: Page) -> None:
    before = ""
    for line in page.text:
        letter = re.match(r"([a-zđ])\) ", line.text)
        if letter and letter[1] != "a":
            assert LETTERS.index(letter[1]) == LETTERS.index(before) + 1
        before = letter[1] if letter else before


def mentions(page: Page) -> list[tuple[int, str, str]]:
    """Every mention: its section, the symbol, what follows where it is in full.

    The title is left out, and the notes that say what an appendix belongs to.
    """
    found = []
    for line in page.lines:
        if line is page.subject or line.text.startswith("(Kèm theo"):
            continue
        found += [(line.section, symbol, whole) for symbol, whole in CITED.findall(line.text)]
    return found


def test_tt37_a_document_is_named_in_full_the_first_time(page: Page) -> None:
    first: dict[str, str] = {}
    for _, symbol, whole in mentions(page):
        first.setdefault(symbol, whole)
    assert not [symbol for symbol, whole in first.items() if not whole]


def test_tt37_a_document_is_named_shortly_ever_after(page: Page) -> None:
    seen: set[tuple[int, str]] = set()  # an appendix, in its own section, is read by itself, too
    again = []
    for section, symbol, whole in mentions(page):
        if (section, symbol) in seen and whole:
            again.append(symbol)
        seen.add((section, symbol))
    assert not again


# -- signature --------------------------------------------------------------------------------------------------


def test_tt39_recipients_stand_left_and_the_signature_right_in_a_table_without_borders(page: Page) -> None:
    assert borders(page, page.sign_table) <= {"nil", "none"}
    assert page.recipients[0].text == "Nơi nhận:"
    assert all(line.centred for line in page.signed)


def titles_of_signer(page: Page) -> list[Line]:
    return [line for line in page.signed if line.text.strip() and line.text.isupper()]


def test_tt40_the_authority_is_in_capitals_14_bold(page: Page) -> None:
    first = titles_of_signer(page)[0]
    assert first.looks == {"14 b"} or first.text in {"TRƯỞNG BAN", "CHÁNH VĂN PHÒNG"}
    assert not re.match(r"(TM|KT|TL)\.|T\.M|K\.T", first.text)


def test_tt41_the_office_of_the_signer_is_in_capitals_14_not_bold(page: Page) -> None:
    assert looks(titles_of_signer(page)[1:]) <= {"14"}


def test_tt42_the_office_of_the_signer_does_not_name_the_committee(page: Page) -> None:
    assert not [line for line in titles_of_signer(page)[1:] if "ĐẢNG" in line.text]


def test_tt43_who_signs_may_sign_for_whom_it_says(page: Page) -> None:
    signer = [*texts(titles_of_signer(page)), "", ""]
    assert (signer[0], signer[1]) in SIGNERS


def test_tt43_who_signs_belongs_to_who_issues(page: Page) -> None:
    issuer = " ".join(texts(page.left[1:-1]))
    by_committee = titles_of_signer(page)[0].text.startswith(("T/M", "T/L"))
    assert by_committee == issuer.startswith("ĐẢNG")


def test_tt44_the_name_of_the_signer_is_14_bold_without_learned_titles(page: Page) -> None:
    names = [line for line in page.signed if line.text.strip() and not line.text.isupper()]
    assert looks(names) <= {"14 b"}
    assert not [line for line in names if line.text.split(".")[0] in LEARNED]


def test_tt45_the_word_for_recipients_is_14_underlined(page: Page) -> None:
    word = page.recipients[0]
    assert word.looks == {"14"}
    assert {run.underline for run in word.runs if run.text.strip()} == {"single"}


def test_tt46_recipients_are_12_one_a_line_with_semicolons(page: Page) -> None:
    *places, archive = texts(page.recipients[1:])
    assert looks(page.recipients[1:]) == {"12"}
    assert not [place for place in places if not re.fullmatch(r"- .*[^.,;:];", place)]
    assert re.fullmatch(r"- Lưu .*[^.,;:]\.", archive)


def test_tt47_the_line_of_the_archive_has_no_vt(page: Page) -> None:
    assert not re.search(r"\bVT\b|:", page.recipients[-1].text)


def test_tt48_only_a_letter_has_as_above_first(page: Page) -> None:
    assert (page.recipients[1].text == "- Như trên;") == page.is_letter


def test_tt49_only_a_letter_has_addressees(page: Page) -> None:
    found = [line for line in page.lines if line.text.startswith(("Kính gửi", "Kính trình"))]
    assert bool(found) == page.is_letter


def test_tt51_nothing_bears_a_mark_of_secrecy(page: Page) -> None:
    assert not {"MẬT", "TỐI MẬT", "TUYỆT MẬT"} & set(texts(page.lines))


def test_tt53_what_has_no_number_is_a_draft_and_says_which(page: Page) -> None:
    drafts = [line for line in page.number if line.text.startswith("Dự thảo")]
    has_number = re.match(r"Số \d", page.number[0].text) is not None
    assert bool(drafts) != has_number
    for line in drafts:
        assert re.fullmatch(r"Dự thảo lần \d+", line.text)
        assert line.looks == {"14 i"}


# -- appendices -------------------------------------------------------------------------------------------------


def test_tt56_several_appendices_are_numbered_one_is_not(page: Page) -> None:
    heads = texts(page.appendix_heads)
    numbered = [f"Phụ lục {number}" for number in range(1, len(heads) + 1)]
    assert heads == (["Phụ lục"] if len(heads) == 1 else numbered)


def test_tt56_each_appendix_has_its_title_what_it_belongs_to_and_five_hyphens(page: Page) -> None:
    lines = page.after_sign
    for head in page.appendix_heads:
        at = lines.index(head)
        title, belongs, dashes = lines[at + 1 : at + 4]
        number = page.number[0].text.removeprefix("Số ")
        assert head.centred
        assert title.centred
        assert belongs.text.startswith(("(Kèm theo ", "(kèm theo "))
        assert f"số {number}, ngày " in belongs.text
        assert (dashes.text, dashes.centred) == (SEPARATOR, True)


# -- what the office has made its own rule ----------------------------------------------------------------------


def test_tt57_rows_of_a_table_do_not_split_and_its_head_comes_again(page: Page) -> None:
    for number, table in enumerate(page.file.tables):
        if number in {0, page.sign_table}:
            continue
        first, *rows = table.findall(f"{W}tr")
        assert is_on(first.find(f"{W}trPr/{W}tblHeader"))
        assert not [row for row in rows if not is_on(row.find(f"{W}trPr/{W}cantSplit"))]


def test_tt58_the_signature_never_stands_alone_on_its_page(page: Page) -> None:
    last = page.text[-1]
    assert last.keeps_next
    assert is_on(page.file.tables[page.sign_table].find(f"{W}tr/{W}trPr/{W}cantSplit"))


def test_a_heading_never_stands_last_on_its_page(page: Page) -> None:
    assert not [line for line in page.headings if not line.keeps_next]


def test_no_heading_comes_twice(page: Page) -> None:
    heads = [line.text for line in page.text if is_heading(line)]
    assert len(heads) == len(set(heads))


def test_one_word_has_its_tone_in_one_place(page: Page) -> None:
    said = " ".join(texts(page.lines)).lower()
    for new, old in (("ủy", "uỷ"), ("úy", "uý"), ("hóa", "hoá"), ("hòa", "hoà"), ("khóa", "khoá")):
        found = [re.search(rf"(?<!q){word}\b", said) is not None for word in (new, old)]
        assert not all(found), (new, old)


def test_no_share_reads_as_a_date(page: Page) -> None:
    assert not [text for text in texts(page.text) if re.search(r"\b0\d/\d\d (đơn vị|cuộc)", text)]


def test_no_space_stands_twice_or_before_a_comma(page: Page) -> None:
    said = [text for text in texts(page.text) if not text.startswith("Số ")]
    assert not [text for text in said if re.search(r"  | [,;.:]|\( | \)", text)]
