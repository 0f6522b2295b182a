"""What other people's documents taught: sound ones that were called wrong, departures that were not seen."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest

from khoagiao_xl.layout.document_check import DocumentCheck, Measure, check_document
from tests.layout.small_documents import LONG, PARTY, TITLE_PAGE, body, centred, party_report, state_report
from tests.layout.typed_documents import found
from tests.layout.word_pieces import PLAIN_STYLES, docx, field, header, line, paragraph, run, table

OF_STATE = {"line": 276, "rule": "auto", "size": 14}


def checked(data: bytes, *, mends: bool = False) -> DocumentCheck:
    return check_document(data, "thử.docx", Measure(), mends=mends)


def party(**changed: str) -> bytes:
    """Return a report of the Party that says nothing twice."""
    return party_report(**{"text": body(LONG), **changed})


def state(**changed: str) -> bytes:
    """Return a report of a body of the state that says nothing twice."""
    return state_report(**{"text": body(LONG, **OF_STATE), **changed})


def told(data: bytes) -> dict[str, str]:
    """Return what is found, by rule."""
    return {one.rule: one.found for one in checked(data).departures}


# -- sound, and once called wrong -------------------------------------------------------------------------


def letter_in_two_tables(*, is_italic: bool = True) -> bytes:
    """Return a letter whose bodies and whose number stand in a table each; is_italic: «Kính gửi»."""
    above = table((PARTY["superior"] + PARTY["issuer"] + PARTY["star"], PARTY["title"]))
    number = centred("Số 215-CV/ĐU") + centred("Về việc báo cáo công tác khoa giáo", size=12, italic=True)
    words = centred(run("Kính gửi:", italic=is_italic) + run(" Các chi bộ trực thuộc"), before=120)
    recipients = paragraph("- Như trên;", size=12) + paragraph("- Lưu Văn phòng Đảng ủy.", size=12)
    signer = PARTY["authority"] + PARTY["position"] + PARTY["name"]
    whole = above + paragraph("") + table((number, PARTY["day"])) + words + body(LONG)
    whole += table((PARTY["to"] + recipients, signer))
    pages = {"header1": header(centred(field(" PAGE ", "2", size=14))), "header2": header(paragraph(""))}
    return docx(whole, section=TITLE_PAGE, **pages)


def test_the_head_of_a_letter_may_be_two_tables() -> None:
    assert told(letter_in_two_tables()) == {}


def test_a_body_that_has_none_above_it_may_fill_two_bold_lines() -> None:
    lines = centred("ỦY BAN NHÂN DÂN", size=13, bold=True)
    lines += centred(run("TỈNH LÀO CAI", size=13, bold=True) + line(20))
    assert told(state(superior="", issuer=lines, number_text=centred("Số: 12/BC-UBND", size=13))) == {}


def test_a_proposal_is_a_ground_as_well() -> None:
    grounds = ["Căn cứ Luật Tổ chức chính quyền địa phương;", "Theo đề nghị của Giám đốc Sở Y tế."]
    text = "".join(body(ground, italic=True, **OF_STATE) for ground in grounds)
    assert told(state(text=text + body(LONG, **OF_STATE))) == {}


@pytest.mark.parametrize(
    "indent",
    ['<w:ind w:firstLineChars="200"/>', '<w:ind w:firstLineChars="200" w:firstLine="567"/>'],
)
def test_an_indent_counted_in_letters_is_as_wide_as_these(indent: str) -> None:
    text = body(LONG).replace('<w:ind w:firstLine="567"/>', indent)
    assert told(party(text=text)) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Đội ngũ cán bộ y tế và cán bộ giáo dục và đào tạo được bồi dưỡng.",
        "Tiến bộ khoa học và công nghệ được ứng dụng.",
        "Tổ chức phi chính phủ, chính phủ điện tử và chính phủ số.",
        "Ban thường vụ các đảng ủy và ban chấp hành các chi bộ dự họp.",
        "Ban thường vụ cấp ủy, ủy viên ban thường vụ dự họp.",
    ],
)
def test_small_letters_of_many_bodies_and_of_other_words_are_right(sentence: str) -> None:
    assert "LV71" not in found(sentence)


@pytest.mark.parametrize("sentence", ["Theo bộ Y tế, dịch giảm.", "Ban thường vụ đảng ủy Khối đã họp."])
def test_small_letters_of_one_body_are_told(sentence: str) -> None:
    assert "LV71" in found(sentence)


# -- wrong, and once not seen ----------------------------------------------------------------------------

UNSEEN = [
    ("TT12", "VIÊT NAM", {"title": centred(run("ĐẢNG CỘNG SẢN VIÊT NAM", size=15, bold=True) + line(73))}),
    ("TT15", "chữ thường", {"issuer": centred("Đảng ủy các cơ quan Đảng tỉnh", bold=True)}),
    ("TT16", "* * *", {"star": centred("* * *")}),
    ("TT17", "12–BC", {"number_text": centred("Số 12–BC/ĐU")}),
    ("TT26", "giãn đều", {"text": body(LONG, align="distribute")}),
    ("TT44", "BSCKII", {"name": centred("BSCKII. Nguyễn Văn An", bold=True, before=1600)}),
    ("TT44", "Tiến sĩ", {"name": centred("Tiến sĩ Nguyễn Văn An", bold=True, before=1600)}),
    ("TT06", "Ả-rập", {"section": f'{TITLE_PAGE}<w:pgNumType w:fmt="upperRoman"/>'}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "words", "changed"), UNSEEN)
def test_a_departure_is_found_and_named_once(rule: str, words: str, changed: dict[str, str]) -> None:
    (one,) = checked(party(**changed)).departures
    assert (one.rule, words in one.found) == (rule, True)


@pytest.mark.parametrize("motto", ["Độc lập - Tự do - Hạnh Phúc", "Độc lập – Tự do – Hạnh phúc"])
def test_the_motto_is_held_letter_by_letter(motto: str) -> None:
    title = centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    title += centred(run(motto, size=14, bold=True) + line(60))
    assert motto in told(state(title=title))["TT12"]


def appendices(*titles: str) -> str:
    pages = ""
    for title in titles:
        rest = centred("SỐ LIỆU", bold=True) + centred("(Kèm theo Báo cáo số 12-BC/ĐU)", italic=True)
        pages += centred(title, bold=True) + rest + centred("-----")
    return pages


@pytest.mark.parametrize(
    ("titles", "wrong"),
    [(("Phụ lục 1", "Phụ lục 3"), "«Phụ lục 3»"), (("Phụ lục I", "Phụ lục II"), "«Phụ lục I»")],
)
def test_appendices_of_the_party_count_on_in_arabic_figures(titles: tuple[str, ...], wrong: str) -> None:
    assert told(party(behind=appendices(*titles)))["TT56"] == wrong


def test_kinh_gui_of_the_party_is_in_italics() -> None:
    assert told(letter_in_two_tables(is_italic=False)) == {"TT49": "chữ đứng"}


def test_a_letter_with_the_name_of_its_kind_is_told_that_and_no_more() -> None:
    letter = {
        "number_text": centred("Số 12-CV/ĐU"),
        "draft": centred("Về việc báo cáo", size=12, italic=True),
    }
    recipients = paragraph("- Như trên;", size=12) + paragraph("- Lưu Văn phòng Đảng ủy.", size=12)
    data = party(
        kind=centred("CÔNG VĂN", size=16, bold=True), subject="", rule="", recipients=recipients, **letter
    )
    assert told(data) == {"TT24": "công văn có dòng tên loại"}


STYLES = f'{PLAIN_STYLES}<w:style w:type="character" w:styleId="Gach"><w:rPr><w:strike/></w:rPr></w:style>'
SHADED = '<w:r><w:rPr><w:shd w:val="clear" w:fill="FFFF00"/></w:rPr><w:t>3.010 lượt người</w:t></w:r>'


@pytest.mark.parametrize(
    ("rule", "pieces"),
    [("LV98", paragraph(run("3.010 lượt người", style="Gach"))), ("LV97", paragraph(SHADED))],
)
def test_what_a_style_strikes_and_a_shade_marks_is_left_over(rule: str, pieces: str) -> None:
    assert rule in told(docx(pieces, styles=STYLES))


def test_a_row_taken_out_with_its_change_tracked_is_told() -> None:
    rows = [(paragraph("Sở Y tế"),), (paragraph("Sở Nội vụ"),)]
    kept, gone = table(rows[0]), table(rows[1], row="<w:del/>")
    both = kept.replace("</w:tbl>", "") + gone.partition("</w:tblPr>")[2]
    assert "LV94" in told(docx(both + paragraph("Hết.")))


# -- what --fix does ---------------------------------------------------------------------------------------


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(
    "text",
    [unicodedata.normalize("NFD", LONG), LONG.replace(" ", "  ")],
)
def test_however_many_slips_a_paragraph_holds_all_are_mended(text: str) -> None:
    result = checked(party(text=body(text)), mends=True).mended
    assert result is not None
    assert (told(result.data), LONG.encode() in parts(result.data)["word/document.xml"]) == ({}, True)


def test_parts_without_a_change_stay_byte_for_byte() -> None:
    before = party(text=body(LONG, align="left"))
    result = checked(before, mends=True).mended
    assert result is not None
    changed = [name for name, data in parts(result.data).items() if data != parts(before)[name]]
    assert changed == ["word/document.xml"]


def test_room_that_a_style_takes_away_is_given_back() -> None:
    tight = body(LONG).replace("<w:spacing", "<w:contextualSpacing/><w:spacing")
    other = body("Các đơn vị báo cáo kết quả trước ngày 25 hằng tháng để tổng hợp.")
    result = checked(
        party(text=tight + other.replace("<w:spacing", "<w:contextualSpacing/><w:spacing")), mends=True
    )
    assert result.mended is not None
    assert ("TT28" in {one.rule for one in result.departures}, told(result.mended.data)) == (True, {})
