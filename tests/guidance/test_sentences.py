"""Sentences of real guidances in which a reviewer lost or invented something: what the plan makes of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.guidance import Guidance, read_guidance
from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.word_grid import GridCell, GridRow
from khoagiao_xl.guidance.file.word_tables import table_blocks
from khoagiao_xl.guidance.words.outputs import output_of
from khoagiao_xl.guidance.words.parties import leader

if TYPE_CHECKING:
    from pathlib import Path

Read = Callable[[str], Guidance]
RESOLUTION = "Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị về công nghệ thông tin"
DIRECTIVE = "Chỉ thị số 25-CT/TW, ngày 25/10/2019 của Ban Bí thư"
LOCAL = "Chỉ thị số 07-CT/TU, ngày 01/3/2021 của Tỉnh ủy"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read lines as the section of a guidance of 2024."""

    def run(lines: str) -> Guidance:
        head = "HƯỚNG DẪN\n\nCông tác khoa giáo năm 2024\n\nI. NỘI DUNG\n\n1. Công tác\n\n"
        (tmp_path / "hd.txt").write_text(head + lines, encoding="utf-8")
        return read_guidance(tmp_path / "hd.txt")

    return run


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("- Tổ chức hội thảo khoa học. Thời gian hoàn thành: Quý II/2024.", "2024-06-30"),
        ("- Các chi bộ tổ chức hội thảo khoa học (hoàn thành: tháng 6/2024).", "2024-06-30"),
        ("- Tổ chức hội thảo khoa học. Thời gian thực hiện: Tháng 5.", "2024-05-31"),
        ("- Tổ chức hội thảo khoa học.\n\n- Thời gian thực hiện: Tháng 5.", "2024-05-31"),
        ("- Tổ chức hội thảo. Thời gian thực hiện: từ tháng 5 đến tháng 10.", "2024-10-31"),
        ("- Xây dựng kế hoạch kiểm tra y tế. Hoàn thành trước ngày 20/6/2024.", "2024-06-19"),
        ("- Rà soát đề án. Báo cáo gửi về Ban Tuyên giáo trước ngày 15/4/2024.", "2024-04-14"),
        ("- Các chi bộ rà soát, đến cuối quý III hoàn thành báo cáo.", "2024-09-30"),
        ("- Hoàn thành việc sắp xếp trường học trong năm 2024.", "2024-12-31"),
        ("- Tuyên truyền những văn bản mới được ban hành trong năm 2024.", "None"),
        ("- Quán triệt các chỉ thị ban hành trong năm 2023.", "None"),
        ("- Tuyên truyền kết quả đã đạt được trong năm 2024 của ngành.", "None"),
    ],
)
def test_a_task_has_the_deadline_that_is_said_and_no_other(read: Read, lines: str, day: str) -> None:
    (task,) = (guidance := read(lines)).tasks
    assert (str(task.record.due), guidance.unread, guidance.duties) == (day, (), ())


def test_the_time_of_a_review_is_its_deadline_and_stays_in_the_source(read: Read) -> None:
    (task,) = read(f"- Tổng kết 10 năm thực hiện {RESOLUTION}. Thời gian thực hiện: tháng 5/2024.").tasks
    assert str(task.record.due) == "2024-05-31"
    assert task.record.source.endswith("Thời gian thực hiện: tháng 5/2024.")


def test_a_last_sentence_dates_all_reviews_before_it(read: Read) -> None:
    both = f"- Tổng kết 10 năm thực hiện {RESOLUTION}; sơ kết 5 năm thực hiện {DIRECTIVE}."
    tasks = read(f"{both} Thời gian thực hiện: tháng 5/2024.").tasks
    assert [str(task.record.due) for task in tasks] == ["2024-05-31", "2024-05-31"]


@pytest.mark.parametrize(
    ("line", "duties"),
    [
        ("- Tổ chức hội nghị báo cáo viên định kỳ hằng tháng, vào ngày 25.", []),
        ("- Nghe báo cáo chuyên đề hằng quý về khoa giáo.", []),
        ("- Tổ chức hội nghị báo cáo viên hằng tháng; báo cáo kết quả hằng quý trước ngày 20.", ["Q19"]),
        ("- Các chi bộ báo cáo định kỳ hằng tháng, vào ngày 25.", ["M25"]),
    ],
)
def test_a_meeting_is_no_periodic_report(read: Read, line: str, duties: list[str]) -> None:
    assert [f"{duty.kind}{duty.day}" for duty in read(line).duties] == duties


@pytest.mark.parametrize("verb", ["thực hiện ", ""])
def test_reviews_that_share_a_sentence_are_each_found(read: Read, verb: str) -> None:
    line = f"- Sơ kết 5 năm {verb}{DIRECTIVE} và 3 năm {verb}{LOCAL}; tổng kết 10 năm {verb}{RESOLUTION}."
    guidance = read(line)
    assert [(one.record.kind, one.record.years, one.record.symbol) for one in guidance.reviews] == [
        ("Sơ kết", 5, "25-CT/TW"),
        ("Sơ kết", 3, "07-CT/TU"),
        ("Tổng kết", 10, "36-NQ/TW"),
    ]
    assert [one.record.issuer for one in guidance.directives] == ["Ban Bí thư", "Tỉnh ủy", "Bộ Chính trị"]


def test_both_kinds_of_review_are_named_as_the_product() -> None:
    words = "Tham mưu Ban Thường vụ tiến hành sơ kết, tổng kết các chỉ thị."
    assert output_of(words, is_review=False) == "Báo cáo sơ kết, tổng kết"
    assert output_of("Sơ kết và tổng kết 10 năm Nghị quyết", is_review=True) == "Báo cáo sơ kết, tổng kết"
    assert output_of("Tổng kết 10 năm Nghị quyết", is_review=True) == "Báo cáo tổng kết"


def test_an_item_does_not_inherit_the_single_body_of_its_sibling(read: Read) -> None:
    guidance = read("- Sở Y tế xây dựng kế hoạch.\n\n- Rà soát kinh phí. Kiểm tra việc thực hiện.")
    assert [task.record.lead for task in guidance.tasks] == ["Sở Y tế", "", ""]


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        (
            "Ban Tuyên giáo các huyện, thị, thành ủy rà soát đội ngũ.",
            "Ban Tuyên giáo các huyện, thị, thành ủy",
        ),
        ("Ban Tuyên giáo các huyện, thị ủy, thành ủy rà soát.", "Ban Tuyên giáo các huyện, thị ủy, thành ủy"),
        ("Ban Tuyên giáo Đảng ủy Khối sinh hoạt chuyên đề.", "Ban Tuyên giáo Đảng ủy Khối"),
    ],
)
def test_a_lead_is_its_whole_name_and_no_verb(words: str, lead: str) -> None:
    assert leader(words) == lead


def test_a_group_row_that_is_not_merged_ends_the_group_before_it() -> None:
    def line(*texts: str, span: int = 1) -> GridRow:
        return GridRow(
            [GridCell([Block(text)] if text else [], span if text == texts[-1] else 1) for text in texts]
        )

    rows = [
        line("TT", "Nội dung", "Chủ trì", "Hạn"),
        line("I", "Lĩnh vực giáo dục", span=3),
        line("1", "Rà soát trường học", "Sở A", "Quý I"),
        line("II", "Lĩnh vực y tế", "", ""),
        line("1", "Rà soát trạm xá", "Sở B", "Quý I"),
    ]
    kinds = [block.kind for block in table_blocks(rows)]
    assert kinds == ["header row", "group row", "row", "group row", "row"]


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "(TUYỆT MẬT)", "Độ mật: Mật", "M Ậ T", "MẬT - KHẨN"])
def test_a_document_with_the_stamp_of_a_secret_is_refused(tmp_path: Path, stamp: str) -> None:
    (tmp_path / "hd.txt").write_text(f"TỈNH ỦY\n\n{stamp}\n\nHƯỚNG DẪN\n\nCông tác năm 2024\n\n1. Làm.")
    with pytest.raises(WrongRequest, match="có dấu mật") as refused:
        read_guidance(tmp_path / "hd.txt")
    assert refused.value.code == "KH-10"


def test_speaking_of_secrets_is_no_stamp(read: Read) -> None:
    assert read("- Tuyên truyền Luật Bảo vệ bí mật nhà nước, tài liệu MẬT.").tasks


def test_a_review_whose_document_and_years_stand_in_two_cells_is_found(read: Read) -> None:
    guidance = read(
        "TT | Văn bản | Hình thức | Chủ trì | Thời gian\n"
        "1 | Chỉ thị số 17-CT/TW, ngày 21/10/2022 của Ban Bí thư | Sơ kết 5 năm | Sở Y tế | Quý IV\n"
        "2 | Nghị quyết số 21-NQ/TW, ngày 25/10/2017 | Tổng kết | Chi cục Dân số | Tháng 10"
    )
    reviews = [(one.record.kind, one.record.years, one.record.symbol) for one in guidance.reviews]
    assert reviews == [("Sơ kết", 5, "17-CT/TW"), ("Tổng kết", 7, "21-NQ/TW")]


def test_a_section_that_shares_out_the_work_is_no_label_with_names(read: Read) -> None:
    guidance = read(
        "2. Phân công thực hiện\n\n2.1. Phòng Kinh tế\n\na) Tham mưu phương án thu gom rác trước ngày 10/4.\n\n"
        "b) Tổng hợp kết quả hằng tuần.\n\n2.2. Công an xã\n\nTuần tra ban đêm tại 03 điểm."
    )
    leads = [task.record.lead for task in guidance.tasks]
    assert leads == ["Phòng Kinh tế", "Phòng Kinh tế", "Công an xã"]


@pytest.mark.parametrize(
    ("line", "reviews"),
    [
        ("Tổng kết một năm thực hiện Nghị quyết số 72-NQ/TW.", [("Tổng kết", 1, "72-NQ/TW")]),
        ("Tổng kết mười hai năm thực hiện Nghị quyết số 33-NQ/TW.", [("Tổng kết", 12, "33-NQ/TW")]),
        ("Sơ kết việc thực hiện Chỉ thị số 17-CT/TW sau 3 năm triển khai.", [("Sơ kết", 3, "17-CT/TW")]),
        ("Sơ kết 5 năm thực hiện các Nghị quyết số 18, 19-NQ/TW.",
         [("Sơ kết", 5, "18-NQ/TW"), ("Sơ kết", 5, "19-NQ/TW")]),
        ("Nghị quyết số 57-NQ/TW: sơ kết 02 năm; Nghị quyết số 71-NQ/TW: sơ kết 01 năm.",
         [("Sơ kết", 2, "57-NQ/TW"), ("Sơ kết", 1, "71-NQ/TW")]),
    ],
)  # fmt: skip
def test_after_how_many_years_is_said_in_many_ways(
    read: Read, line: str, reviews: list[tuple[str, int, str]]
) -> None:
    found = read(f"- {line}").reviews
    assert [(one.record.kind, one.record.years, one.record.symbol) for one in found] == reviews


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Trường học thực hiện các Công văn số 11, 12/SGDĐT-GDTrH (ngày 3/3/2026).", "None"),
        ("Sở Y tế thực hiện Kế hoạch số 12/KH-UBND (ngày 15/3/2026), trước ngày 30/6/2026.", "2026-06-29"),
        ("Sở Y tế triển khai Kế hoạch số 12-KH/TU, xong ngày 30/6/2026.", "2026-06-30"),
    ],
)
def test_the_day_of_a_cited_document_is_no_last_day(read: Read, line: str, due: str) -> None:
    (task,) = read(f"- {line}").tasks
    assert str(task.record.due) == due
