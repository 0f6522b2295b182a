"""Where a page of a report may not end."""

from __future__ import annotations

from typing import Any

from lxml import etree

from khoagiao_xl.report.page_keeping import keep_together
from tests.report.word_parts import W

SIGNED = '<w:tbl><w:tblPr><w:tblCaption w:val="Ký"/></w:tblPr></w:tbl>'


def tied(*texts: str, end: str = SIGNED) -> list[str]:
    """Return the paragraphs of a text that stay with the next one."""
    lines = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    xml = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{lines}{end}</w:body></w:document>'
    root: Any = etree.fromstring(xml)
    keep_together(root)
    kept = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    return ["".join(p.itertext()) for p in kept]


def test_a_signature_takes_the_closing_sentence_and_lines_before_it_along() -> None:
    assert tied("Một.", "Hai.", "Ba.", "Kết thúc.") == ["Hai.", "Ba.", "Kết thúc."]


def test_a_signature_takes_two_paragraphs_along_however_long_they_are() -> None:
    long = "Trên đây là báo cáo. " * 20
    assert tied("Một.", long, long) == [long, long]


def test_a_signature_block_is_known_by_who_receives_where_its_table_has_lost_its_name() -> None:
    renamed = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Nơi nhận:</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert tied("Kết thúc.", end=renamed) == ["Kết thúc."]


def test_a_text_without_a_signature_keeps_only_its_openings() -> None:
    assert tied("Cụ thể:", "Một.", end="") == ["Cụ thể:"]


def rows(count: int, heading: str = "<w:trPr><w:tblHeader/></w:trPr>", text: str = "") -> str:
    cells = [f"<w:tc><w:p><w:r><w:t>{at}{text}</w:t></w:r></w:p></w:tc>" for at in range(count)]
    first, *others = cells
    body = "".join(f"<w:tr>{cell}</w:tr>" for cell in others)
    return f"<w:tbl><w:tr>{heading}{first}</w:tr>{body}</w:tbl>"


def test_no_table_begins_with_its_heading_and_one_row_at_the_foot_of_a_page() -> None:
    assert tied(end=rows(6)) == ["0", "1"]


def test_a_tall_row_may_stand_at_the_foot_with_its_heading_alone() -> None:
    text = ", sơ kết 05 năm" * 8
    assert tied(end=rows(6, text=text)) == [f"0{text}"]


def test_a_table_of_two_rows_and_one_without_a_heading_are_left_to_word() -> None:
    assert tied(end=rows(3)) == []
    assert tied(end=rows(6, heading="")) == []
