"""The name of a body is taken whole, and is sure only where it is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import read_guidance
from khoagiao_xl.guidance.words.body_certainty import is_sure_body
from khoagiao_xl.guidance.words.known_bodies import knowing
from khoagiao_xl.guidance.words.organs import organ_at_start


@pytest.mark.parametrize(
    "name",
    [
        "Ban xây dựng Đảng các xã, phường",
        "Trung tâm phục vụ hành chính công xã",
        "trung tâm văn hóa, thông tin và truyền thông huyện",
        "Ban bảo vệ, chăm sóc sức khỏe cán bộ tỉnh",
        "Thường trực Ban Chỉ đạo phòng, chống tác hại của thuốc lá tỉnh",
        "Các cơ quan, đơn vị",
        "Các trường đại học, cao đẳng, trung cấp nghề trên địa bàn",
        "Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
        "Phó Trưởng ban phụ trách khối khoa giáo",
        "Chuyên viên phụ trách khoa giáo",
        "Sở Văn hóa, Thể thao và Du lịch, Đài Phát thanh và Truyền hình tỉnh",
        "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội",
    ],
)
def test_a_name_goes_up_to_the_verb_of_its_sentence(name: str) -> None:
    assert organ_at_start(f"{name} rà soát đội ngũ cộng tác viên.")[0] == name


def test_what_a_true_verb_governs_is_no_part_of_a_name() -> None:
    assert organ_at_start("Đồng chí Trưởng ban chỉ đạo việc biên soạn.")[0] == "Đồng chí Trưởng ban"
    assert organ_at_start("Các phòng tổ chức hội nghị rút kinh nghiệm.")[0] == "Các phòng"


@pytest.mark.parametrize(
    "words",
    [
        "Hội trại có ít nhất 10 đoàn tham gia.",
        "Xã hội hóa công tác khuyến học.",
        "Phòng cháy, chữa cháy tại trường học.",
        "Bộ tài liệu tập huấn được biên soạn.",
        "Vụ việc phức tạp phải được báo cáo.",
        "Đội ngũ giáo viên được bồi dưỡng.",
    ],
)
def test_other_words_that_begin_alike_are_no_body(words: str) -> None:
    assert organ_at_start(words) == ("", 0)


@pytest.mark.parametrize(
    ("name", "is_sure"),
    [
        ("Sở Y tế", True),
        ("Văn phòng", True),
        ("Các cơ quan, đơn vị", True),
        ("Ban xây dựng Đảng các xã, phường", True),
        ("Đồng chí Trưởng ban", True),
        ("Ban", False),
        ("Đơn vị", False),
        ("Các đơn vị nghiêm túc", False),
        ("các cơ quan liên quan", False),
    ],
)
def test_a_bare_word_or_one_with_a_verb_is_never_sure(name: str, is_sure: bool) -> None:
    assert is_sure_body(name) is is_sure


def test_a_body_that_the_office_knows_is_taken_whole_whatever_its_words() -> None:
    words = "Tổ hợp giáo dục Hoa Ban tổ chức ngày hội."
    assert organ_at_start(words) == ("", 0)
    with knowing(["Tổ hợp giáo dục Hoa Ban"]):
        assert organ_at_start(words)[0] == "Tổ hợp giáo dục Hoa Ban"
        assert is_sure_body("Tổ hợp giáo dục Hoa Ban")


def test_the_names_of_units_lead_the_tasks_of_a_document(tmp_path: Path) -> None:
    line = "1. Nhóm trẻ Tuổi thơ tổ chức ngày hội của bé."
    (tmp_path / "hd.txt").write_text(f"HƯỚNG DẪN\nkhoa giáo năm 2026\nI. NHIỆM VỤ\n{line}", encoding="utf-8")
    (task,) = read_guidance(tmp_path / "hd.txt", bodies=["Nhóm trẻ Tuổi thơ"]).tasks
    assert task.record.lead == "Nhóm trẻ Tuổi thơ"
