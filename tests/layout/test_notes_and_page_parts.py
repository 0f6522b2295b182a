"""Words in footnotes, endnotes, headers and footers are read by the same rules as those of the text."""

from __future__ import annotations

import pytest

from khoagiao_xl.layout.departures import Departure
from khoagiao_xl.layout.document_check import Measure, check_document
from khoagiao_xl.layout.document_mending import mend_document
from khoagiao_xl.layout.reading import read_document
from tests.layout.small_documents import LONG
from tests.layout.word_pieces import NAMESPACES, PAGE, docx, header, paragraph

POINTERS = {"footnotes": "footnote", "endnotes": "endnote"}
SIDES = {"header1": "header", "header2": "header", "footer1": "footer"}
PLACES = {
    "footnotes": "chú thích chân trang 1, đoạn 1",
    "endnotes": "chú thích cuối văn bản 1, đoạn 1",
    "header1": "đầu trang, đoạn 1",
    "footer1": "chân trang, đoạn 1",
}
SLIPS = [
    ("LV21", "Số liệu  đến ngày 14/3/2024."),
    ("LV72", "Kết quả của của các đơn vị."),
    ("LV51", "Số liệu đến ngày 31/02/2024."),
    ("LV11", "Tuyên truyềnn về y tế."),
    ("LV91", "Kỳ {{ ky }} năm nay."),
    ("LV71", "Theo báo cáo của Ban thường vụ Đảng ủy."),
    ("LV36", "Nghị quyết số 45–NQ/TW."),
    ("LV41", "Tỷ lệ đạt 98.4%."),
    ("TT38", "Số liệu của các cơ sở GDNN."),
    ("LV10", "C«ng t¸c t­ t­ëng, v¨n hãa cña §¶ng bé"),
]


def notes(part: str, *texts: str) -> str:
    """Return the part of notes as Word writes it: the line above them first."""
    tag = POINTERS[part]
    written = [f'<w:{tag} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{tag}>']
    for number, text in enumerate(texts, 1):
        mark = f"<w:r><w:{tag}Ref/></w:r>"
        words = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        written.append(f'<w:{tag} w:id="{number}"><w:p>{mark}{words}</w:p></w:{tag}>')
    return f"<w:{part} {NAMESPACES}>{''.join(written)}</w:{part}>"


def document(part: str, *texts: str, body: str = LONG) -> bytes:
    """Return a document with these notes, or with a header or footer of these lines."""
    if part in POINTERS:
        tag = POINTERS[part]
        pointers = [f'<w:r><w:{tag}Reference w:id="{one}"/></w:r>' for one in range(1, len(texts) + 1)]
        text = paragraph(f"<w:r><w:t>{body}</w:t></w:r>{''.join(pointers)}", align="both")
        return docx(text, **{part: notes(part, *texts)})
    kind = SIDES[part]
    section = f'<w:{kind}Reference w:type="default" r:id="{part}"/>{PAGE}'
    lines = header(*map(paragraph, texts))
    return docx(paragraph(body, align="both"), section=section, **{part: lines})


def told(data: bytes) -> list[Departure]:
    return [one for one in check_document(data, "thử.docx", Measure()).departures if one.paragraph]


def rules_at(place: str, data: bytes) -> set[str]:
    return {one.rule for one in told(data) if one.place == place}


@pytest.mark.parametrize("part", PLACES)
@pytest.mark.parametrize(("rule", "text"), SLIPS)
def test_a_slip_is_found_wherever_its_words_stand(part: str, rule: str, text: str) -> None:
    assert rule in rules_at(PLACES[part], document(part, text))


@pytest.mark.parametrize("part", PLACES)
def test_sound_words_depart_from_nothing(part: str) -> None:
    words_alone = {"TT07", "TT55", "TT06", "TT08"}  # rules of what stands in the margins
    assert (
        rules_at(PLACES[part], document(part, "Số liệu tổng hợp từ báo cáo của các đơn vị.")) <= words_alone
    )


SOUND = [
    ("footnotes", " Số liệu đến ngày 14/3/2024."),
    ("endnotes", " Số liệu đến ngày 14/3/2024."),
    ("header1", "Báo cáo khoa giáo\t\tTháng 3 năm 2024\t"),
    ("footer1", "\tTrang 2/5\t"),
    ("footer1", "Báo cáo khoa giáo      Tháng 3 năm 2024"),
]


@pytest.mark.parametrize(("part", "text"), SOUND)
def test_what_word_and_tabs_put_there_is_no_slip(part: str, text: str) -> None:
    found = rules_at(PLACES[part], document(part, text))
    assert not {rule for rule in found if rule.startswith("LV")}


def test_notes_are_named_in_the_order_in_which_the_text_points_to_them() -> None:
    data = document("footnotes", "Số liệu  một.", "Số liệu hai.", "Số liệu  ba.")
    places = [one.place for one in told(data) if one.rule == "LV21"]
    assert places == ["chú thích chân trang 1, đoạn 1", "chú thích chân trang 3, đoạn 1"]


def test_a_note_that_the_text_does_not_point_to_is_not_read() -> None:
    part = notes("footnotes", "Kết quả của của các đơn vị.")
    assert read_document(docx(paragraph(LONG), footnotes=part)).notes == ()


def test_the_header_of_several_sections_is_read_once() -> None:
    breaks = f'<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1"/>{PAGE}</w:sectPr></w:pPr></w:p>'
    data = docx(paragraph(LONG) + breaks + paragraph(LONG), header1=header(paragraph("Số liệu  một.")))
    assert [one.rule for one in told(data)].count("LV21") == 1


def test_a_header_that_no_page_shows_is_not_read() -> None:
    section = f'<w:headerReference w:type="first" r:id="header1"/>{PAGE}'
    data = docx(paragraph(LONG), section=section, header1=header(paragraph("Số liệu  một.")))
    assert "LV21" not in {one.rule for one in told(data)}


def test_a_note_may_tell_of_a_directive_again_but_no_other_day() -> None:
    body = (
        "Thực hiện Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Ban Chấp hành Trung ương về đội ngũ trí thức."
    )
    again = document("footnotes", " Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Trung ương.", body=body)
    other = document("footnotes", " Nghị quyết số 45-NQ/TW, ngày 25/11/2023 của Trung ương.", body=body)
    assert not {"LV61", "LV62", "TT37"} & {one.rule for one in told(again)}
    assert rules_at(PLACES["footnotes"], other) & {"LV61", "LV62", "TT37"} == {"LV62"}


@pytest.mark.parametrize("part", PLACES)
def test_what_is_safe_is_mended_there_too(part: str) -> None:
    mended = mend_document(document(part, "Số liệu  đến nay."), "thử.docx", Measure().check)
    after = read_document(mended.data)
    assert [one.text for one in after.all_paragraphs if "Số liệu" in one.text] == ["Số liệu đến nay."]


AFTER_THE_CODE = [
    header("<w:tbl><w:tr><w:tc>" + paragraph("Số liệu  một.") + "</w:tc></w:tr></w:tbl>"),
    header(paragraph("Số liệu một.") + paragraph("Số liệu  hai.")),
    header("<w:sdt><w:sdtContent>" + paragraph("Số liệu  một.") + "</w:sdtContent></w:sdt>"),
    header("<w:p><w:hyperlink><w:r><w:t>Số liệu  một.</w:t></w:r></w:hyperlink></w:p>"),
    header(
        "<w:p><w:r><w:t xml:space='preserve'>Số liệu </w:t></w:r><w:r><w:t xml:space='preserve'> một.</w:t></w:r></w:p>"
    ),
    header(
        f"<w:p><w:r><w:drawing><w:txbxContent>{paragraph('Số liệu  một.')}</w:txbxContent></w:drawing></w:r></w:p>"
    ),
]


@pytest.mark.parametrize("part", AFTER_THE_CODE)
def test_a_header_is_read_however_it_is_made(part: str) -> None:
    section = f'<w:headerReference w:type="default" r:id="header1"/>{PAGE}'
    found = told(docx(paragraph(LONG), section=section, header1=part))
    assert [one.rule for one in found].count("LV21") == 1


@pytest.mark.parametrize("switch", ["title_page", "even_headers"])
def test_a_header_of_first_or_even_pages_is_read_where_there_are_such(switch: str) -> None:
    kind = {"title_page": "first", "even_headers": "even"}[switch]
    section = f'<w:headerReference w:type="{kind}" r:id="header1"/>{PAGE}' + (
        "<w:titlePg/>" if switch == "title_page" else ""
    )
    settings = f"<w:settings {NAMESPACES}><w:evenAndOddHeaders/></w:settings>"
    data = docx(
        paragraph(LONG), section=section, header1=header(paragraph("Số liệu  một.")), settings=settings
    )
    assert "LV21" in {one.rule for one in told(data)}


def test_notes_that_a_table_or_a_struck_out_run_points_to() -> None:
    pointer = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    part = notes("footnotes", "Số liệu  một.")
    cell = f"<w:tbl><w:tr><w:tc><w:p>{pointer}</w:p></w:tc></w:tr></w:tbl>"
    struck = f"<w:p><w:del>{pointer}</w:del></w:p>"
    in_table, deleted = (docx(paragraph(LONG) + each, footnotes=part) for each in (cell, struck))
    assert "LV21" in {one.rule for one in told(in_table)}
    assert "LV21" not in {one.rule for one in told(deleted)}


def test_a_note_of_several_paragraphs_and_one_pointed_to_twice() -> None:
    pointer = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    second = "<w:p><w:r><w:t>Số liệu  hai.</w:t></w:r></w:p></w:footnote>"
    part = notes("footnotes", "Số liệu một.").replace(
        "</w:footnote></w:footnotes>", f"{second}</w:footnotes>"
    )
    data = docx(f"<w:p>{pointer}{pointer}</w:p>" + paragraph(LONG), footnotes=part)
    places = [one.place for one in told(data) if one.rule == "LV21"]
    assert places == ["chú thích chân trang 1, đoạn 2"]
