"""A sentence as one task or several, and sentences that ask for nothing."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance.citations.cited_directives import cite
from khoagiao_xl.guidance.citations.issuer_before import maker_before
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tasks.clauses import served_by, split_clauses
from khoagiao_xl.guidance.tasks.statements import is_statement
from khoagiao_xl.guidance.tree.outline import outline
from khoagiao_xl.guidance.words.due_words import find_due
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.recurrence import recurrence_of


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Quán triệt Nghị quyết 71; xây dựng kế hoạch thực hiện.", 1),
        ("Quán triệt Nghị quyết 71; xây dựng kế hoạch thực hiện trước ngày 20/3.", 1),
        ("Quán triệt Nghị quyết 71 trong quý I; xây dựng kế hoạch thực hiện trước ngày 20/4.", 2),
        ("Các chi bộ quán triệt trong quý I; xây dựng kế hoạch trước ngày 20/4.", 2),
        ("Quán triệt Nghị quyết 71 trong quý I; báo cáo kết quả trước ngày 20/4.", 1),
        ("Giao Sở Y tế xây dựng kế hoạch; giao Văn phòng theo dõi, tổng hợp.", 2),
        ("Đoàn Thanh niên tổ chức hội thi; Công đoàn phối hợp tổ chức.", 1),
        ("Sơ kết 5 năm thực hiện nghị quyết; Sở Y tế tham mưu.", 1),
        ("Tham mưu các nội dung: kế hoạch trong quý I; báo cáo trong quý II.", 1),
        ("Phát động phong trào “một xã; một mô hình” trong quý I (xong quý I; báo cáo sau).", 1),
        ("Chủ trì, phối hợp với các ban; các đoàn thể, đơn vị tham mưu sơ kết.", 1),
    ],
)
def test_a_sentence_is_one_task_unless_its_parts_have_days_or_bodies(sentence: str, count: int) -> None:
    spans = split_clauses(sentence)
    assert len(spans) == count
    assert (spans[0][0], spans[-1][1]) == (0, len(sentence))


def test_a_later_clause_may_name_who_works_for_the_first() -> None:
    assert served_by("Sơ kết 5 năm thực hiện nghị quyết; Sở Y tế tham mưu.") == "Sở Y tế"
    assert served_by("Chủ trì, phối hợp với các ban; các đoàn thể tham mưu.") == ""


def test_words_of_time_may_stand_before_who_leads() -> None:
    assert leader("Hằng quý, đảng ủy các xã kiểm tra an toàn thực phẩm") == "đảng ủy các xã"


@pytest.mark.parametrize(
    ("words", "label", "wanted"),
    [
        ("Đến nay, 42/45 doanh nghiệp đã có cán bộ y tế.", "", True),
        ("Đến nay còn 3 đơn vị, đề nghị khẩn trương báo cáo.", "", False),
        ("Kinh phí thực hiện được bố trí trong dự toán.", "", True),
        ("do ngân sách huyện bảo đảm", "Kinh phí", True),
        ("sử dụng nguồn kinh phí hằng năm", "Kinh phí", True),
        ("các chi bộ lập dự toán", "Kinh phí", False),
        ("lập dự toán trước ngày 30/6", "Kinh phí", False),
        ("Bố trí kinh phí thực hiện kế hoạch", "", False),
        ("Các cuộc tổng kết trong năm: thực hiện theo Phụ lục kèm theo.", "", True),
        ("Gửi báo cáo theo Phụ lục kèm theo.", "", False),
        ("Việc lập kế hoạch phải sát thực tế", "", True),
    ],
)
def test_what_only_tells_is_no_work(words: str, label: str, wanted: bool) -> None:
    assert is_statement(words, label) is wanted


def test_a_quoted_day_or_rhythm_is_not_this_documents() -> None:
    text = "Khắc phục hạn chế: “chưa gửi báo cáo hằng tháng, trước ngày 30/11/2023”."
    assert (find_due(text, 2024).day, recurrence_of(text)) == (None, "")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Tổ chức hội nghị (dự kiến ngày 10/7)", "2024-07-10"),
        ("Ra quân nhân Ngày Môi trường thế giới 05/6.", "2024-06-05"),
        ("Nhân rộng mô hình tại 12/15 xã", "None"),
        ("Tập huấn công nhân tại 10/12 đơn vị", "None"),
    ],
)
def test_days_that_are_expected_or_kept(words: str, day: str) -> None:
    assert str(find_due(words, 2024).day) == day


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Huyện ủy đã ban hành 02 quyết định (Quyết định số 411-QĐ/HU, Quyết định số 498-QĐ/HU).",
            "Huyện ủy",
        ),
        ("Huyện ủy ban hành Kế hoạch số 12-KH/HU ngày 01/3/2024.", "Huyện ủy"),
        ("Huyện ủy ban hành kế hoạch thực hiện Chỉ thị số 07-CT/TU.", ""),
        ("Huyện ủy ban hành Nghị quyết số 29-NQ/TW.", ""),
    ],
)
def test_who_is_said_to_have_made_a_document_is_its_issuer(text: str, issuer: str) -> None:
    cited = cite(outline([Block(text)]), "")
    assert {one.citation.issuer for one in cited} == {issuer}
    assert maker_before("Sở Y tế tham mưu Kế hoạch số ", 16, "Kế hoạch", "SYT").name == ""
