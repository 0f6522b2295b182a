"""The comments of a copy: each at the very words that it speaks of, in a document that stays as it was."""

from __future__ import annotations

import io
from typing import Any

import docx as word
import pytest

from khoagiao_xl.layout.document_check import Measure, check_document
from khoagiao_xl.layout.reading import read_document
from tests.layout.small_documents import LONG, centred, party_report
from tests.layout.test_notes_and_page_parts import PLACES, document
from tests.layout.word_pieces import W, docx, field, line, paragraph, run

START, END = f"{{{W}}}commentRangeStart", f"{{{W}}}commentRangeEnd"
ID, TEXT, PARAGRAPH = f"{{{W}}}id", f"{{{W}}}t", f"{{{W}}}p"


def copy_of(data: bytes) -> Any:
    noted = check_document(data, "thử.docx", Measure()).noted
    assert noted
    return word.Document(io.BytesIO(noted))


def spans(data: bytes) -> list[tuple[str, str]]:
    """Return of each comment its rule and the words that it spans."""
    copy = copy_of(data)
    rules = {str(comment.comment_id): comment.text.split(",")[0].lstrip("[") for comment in copy.comments}
    words = dict.fromkeys(rules, "")
    opened: set[str] = set()
    for element in copy.element.body.iter(START, END, TEXT):
        if element.tag == START:
            opened.add(element.get(ID))
        elif element.tag == END:
            opened.discard(element.get(ID))
        else:
            words |= {name: words[name] + (element.text or "") for name in opened}
    return [(rules[name], words[name]) for name in rules]


def spanned(content: str, rule: str) -> list[str]:
    return [words for told, words in spans(docx(paragraph(content, align="both"))) if told == rule]


ONE_PARAGRAPH = "Ngày 31/02/2024, kết quả của của các đơn vị đạt 98.4% , có 3,010 lượt người."


def test_each_comment_of_a_paragraph_spans_what_it_speaks_of() -> None:
    told = dict(spans(docx(paragraph(ONE_PARAGRAPH, align="both"))))
    assert told["LV51"] == "31/02/2024"
    assert told["LV72"] == "của của"
    assert told["LV41"] == "98.4"
    assert told["LV42"] == "3,010"


IN_PIECES = [
    (run("kết quả của ") + run("của", bold=True) + run(" các đơn vị"), "của của"),
    (run("kết quả c") + run("ủa ") + run("củ") + run("a các đơn vị"), "của của"),
    (run("của của"), "của của"),
    (run("của của các đơn vị"), "của của"),
    (run("kết quả của của"), "của của"),
    ("<w:ins>" + run("kết quả của của") + "</w:ins>", "của của"),
    ("<w:hyperlink>" + run("kết quả của ") + "</w:hyperlink>" + run("của các đơn vị"), "của của"),
    ("<w:sdt><w:sdtContent>" + run("kết quả của của") + "</w:sdtContent></w:sdt>", "của của"),
    (run("kết quả") + "<w:r><w:tab/></w:r>" + run("của của các đơn vị"), "của của"),
    (run("Ẩn", hidden=True) + run("kết quả của của các đơn vị"), "của của"),
    (field(" PAGE ", "2") + run(" kết quả của của các đơn vị"), "của của"),
]


@pytest.mark.parametrize(("content", "words"), IN_PIECES)
def test_words_in_several_runs_are_spanned_whole(content: str, words: str) -> None:
    assert spanned(content, "LV72") == [words]


@pytest.mark.parametrize("content", [content for content, _ in IN_PIECES])
def test_the_text_and_its_format_stay(content: str) -> None:
    data = docx(paragraph(content, align="both"))
    before = read_document(data).paragraphs[0]
    copy = io.BytesIO()
    copy_of(data).save(copy)
    after = read_document(copy.getvalue()).paragraphs[0]
    assert after.text == before.text
    assert letters(after) == letters(before)


def letters(paragraph: Any) -> list[tuple[str, str, float, bool]]:
    """Return each letter with its format."""
    return [
        (letter, each.font, each.size, each.bold)
        for each in paragraph.runs
        if not each.hidden
        for letter in each.text
    ]


def test_what_departs_at_several_places_has_a_comment_at_each() -> None:
    data = docx(
        paragraph("Đảng ủy, chi ủy, cấp uỷ", align="both") + paragraph("Tỉnh uỷ, đảng ủy", align="both")
    )
    assert [words for rule, words in spans(data) if rule == "LV12"] == ["uỷ", "uỷ"]


def test_a_rule_of_layout_spans_its_line() -> None:
    head = centred("ĐẢNG BỘ TỈNH LÀO CAI", bold=True)
    told = dict(spans(party_report(superior=head)))
    assert told["TT14"] == "ĐẢNG BỘ TỈNH LÀO CAI"


def test_a_line_of_several_in_one_paragraph_is_spanned_alone() -> None:
    both = (
        run("ĐẢNG BỘ TỈNH LÀO CAI", bold=True) + "<w:r><w:br/></w:r>" + run("ĐẢNG ỦY CÁC CƠ QUAN", bold=True)
    )
    told = dict(spans(party_report(superior=paragraph(both, align="center"), issuer="")))
    assert told["TT14"] == "ĐẢNG BỘ TỈNH LÀO CAI"


@pytest.mark.parametrize("part", PLACES)
def test_a_comment_on_a_note_or_a_header_stands_in_the_text_and_says_where(part: str) -> None:
    copy = copy_of(document(part, "Kết quả của của các đơn vị."))
    [told] = [comment.text for comment in copy.comments if "LV72" in comment.text]
    assert f"Ở {PLACES[part]}: " in told
    assert copy.element.body.findall(f".//{START}")


def test_no_comment_stands_in_a_text_box() -> None:
    box = f"<w:r><w:drawing><w:txbxContent>{paragraph('Kết quả của của các đơn vị.')}</w:txbxContent></w:drawing></w:r>"
    copy = copy_of(docx(f"<w:p>{box}{run(LONG)}</w:p>"))
    assert not copy.element.body.findall(f".//{{{W}}}txbxContent//{START}")
    assert any("Ở khung chữ 1" in comment.text for comment in copy.comments)


def test_a_drawing_of_another_namespace_before_the_place_hinders_nothing() -> None:
    shape = "<mc:AlternateContent><mc:Choice Requires='wps'><wps:wsp/></mc:Choice></mc:AlternateContent>"
    data = docx(paragraph(f"<w:r>{shape}</w:r>{line(30)}{run('kết quả của của các đơn vị')}"))
    assert ("LV72", "của của") in spans(data)


def test_an_empty_paragraph_has_its_comment_too() -> None:
    data = docx(paragraph(LONG) + "<w:p/>" + paragraph(LONG.replace("nhiều", "các")))
    assert ("LV102", "") in spans(data)
