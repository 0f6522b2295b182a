"""Several names where nothing but their order, or «phối hợp» behind the last, says who leads and who helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import Sure
from khoagiao_xl.guidance.tasks.row_parties import parties_of
from tests.guidance.conftest import ReadPlan
from tests.guidance.guidance_table_samples import read_word


def test_the_first_of_a_cell_of_both_leads_but_not_certainly(tmp_path: Path) -> None:
    (task,) = read_word(
        tmp_path / "hd.docx",
        "TT | Nội dung | Chủ trì, phối hợp\n1 | Biên soạn tờ rơi | Sở Y tế, Hội Chữ thập đỏ",
    ).tasks
    assert (task.record.lead, task.record.support) == ("Sở Y tế", "Hội Chữ thập đỏ")
    assert task.confidence is Sure.FAIRLY


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("Sở Y tế và Hội Nông dân tỉnh, các xã", ("Sở Y tế", "Hội Nông dân tỉnh, các xã")),
        ("Sở Văn hóa, Thể thao và Du lịch, Tỉnh đoàn", ("Sở Văn hóa, Thể thao và Du lịch", "Tỉnh đoàn")),
        ("Các chi bộ, các đoàn thể", ("Các chi bộ, các đoàn thể", "")),
        ("Đảng ủy các xã, phường", ("Đảng ủy các xã, phường", "")),
    ],
)
def test_a_name_with_a_comma_stays_whole(cell: str, parties: tuple[str, str]) -> None:
    assert parties_of(cell, holds_both=True, by_comma=True) == parties


@pytest.mark.parametrize(
    ("line", "lead", "support"),
    [
        (
            "1. Soạn sổ tay (Phòng Khoa giáo; Hội Người cao tuổi phối hợp).",
            "Phòng Khoa giáo",
            "Hội Người cao tuổi",
        ),
        ("1. Mở lớp (Văn phòng, Hội Phụ nữ và Tỉnh đoàn phối hợp).", "Văn phòng", "Hội Phụ nữ và Tỉnh đoàn"),
        ("1. Mở lớp cắm hoa (Tỉnh đoàn phối hợp).", "", "Tỉnh đoàn"),
        ("1. Mở lớp.\n- Chủ trì, phối hợp: Sở Y tế, Hội Chữ thập đỏ.", "Sở Y tế", "Hội Chữ thập đỏ"),
    ],
)
def test_who_stands_before_phoi_hop_helps(read_plan: ReadPlan, line: str, lead: str, support: str) -> None:
    (task,) = read_plan(line).tasks
    assert (task.record.lead, task.record.support) == (lead, support)


@pytest.mark.parametrize(
    "names",
    [
        "Nhà xuất bản Chính trị; Sở Khoa học và Công nghệ",
        "Siêu thị Tứ Sơn; Sở Y tế",
        "Nhà hát Xuất Sắc, Sở Y tế",
    ],
)
def test_a_labelled_value_is_taken_whole_though_a_name_is_unknown(read_plan: ReadPlan, names: str) -> None:
    (task,) = read_plan(f"1. Soạn sổ tay.\n- Chủ trì: Phòng Khoa giáo.\n- Phối hợp: {names}.").tasks
    assert (task.record.lead, task.record.support) == ("Phòng Khoa giáo", names)
    assert task.parts == ()


@pytest.mark.parametrize(
    ("line", "lead", "support"),
    [
        (
            "1. Mở hội thi, Phòng Khoa giáo phụ trách nội dung, Văn phòng phụ trách kỹ thuật.",
            "Phòng Khoa giáo",
            "Văn phòng",
        ),
        (
            "1. Mở hội thi. Phòng Khoa giáo phụ trách nội dung, Văn phòng lo kỹ thuật.",
            "Phòng Khoa giáo",
            "Văn phòng",
        ),
        (
            "1. Phòng Khoa giáo phụ trách nội dung; Văn phòng đảm nhiệm kỹ thuật.",
            "Phòng Khoa giáo",
            "Văn phòng",
        ),
        ("1. Mở hội thi (Sở Y tế lo nội dung, Tỉnh đoàn đảm nhận hậu cần).", "Sở Y tế", "Tỉnh đoàn"),
    ],
)
def test_of_those_who_share_a_work_the_first_leads_but_not_certainly(
    read_plan: ReadPlan, line: str, lead: str, support: str
) -> None:
    (task,) = read_plan(line).tasks
    assert (task.record.lead, task.record.support) == (lead, support)
    assert task.confidence is Sure.FAIRLY


def test_under_a_lead_phoi_hop_voi_names_those_who_help(read_plan: ReadPlan) -> None:
    market, questions = read_plan(
        "1. Phòng Khoa giáo:\na) Phối hợp với Siêu thị Tứ Sơn, Sở Y tế tổ chức phiên chợ.\n"
        "b) Phối hợp với Sở Y tế, Hội Chữ thập đỏ soạn bộ câu hỏi."
    ).tasks
    assert {market.record.lead, questions.record.lead} == {"Phòng Khoa giáo"}
    assert market.record.support == "Siêu thị Tứ Sơn, Sở Y tế"
    assert questions.record.support == "Sở Y tế, Hội Chữ thập đỏ"


@pytest.mark.parametrize(
    ("line", "lead", "words"),
    [
        (
            "1. Chuyên viên phụ trách lĩnh vực giáo dục tổng hợp số liệu, gửi trước ngày 20.",
            "Chuyên viên phụ trách lĩnh vực giáo dục",
            "trước ngày 20",
        ),
        (
            "1. Cán bộ theo dõi mảng tuyên truyền lập danh sách, chậm nhất ngày 05.",
            "Cán bộ theo dõi mảng tuyên truyền",
            "chậm nhất ngày 05",
        ),
    ],
)
def test_an_office_is_whole_and_a_day_of_no_month_stands_in_words(
    read_plan: ReadPlan, line: str, lead: str, words: str
) -> None:
    (task,) = read_plan(line).tasks
    assert (task.record.lead, task.due_words, task.record.due) == (lead, words, None)
    assert task.confidence is Sure.FAIRLY
