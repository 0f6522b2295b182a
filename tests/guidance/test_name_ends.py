"""Where the name of a body ends: at what is asked of it, not inside what it is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import read_guidance
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.parties import leader


@pytest.mark.parametrize(
    "behind",
    [
        "một số nội dung trọng tâm về công tác khoa giáo",
        "một vài lưu ý khi sinh hoạt chuyên đề",
        "những nội dung cần tuyên truyền",
        "các nội dung cần tập trung trong quý II",
        "các vấn đề sau",
        "về công tác khoa giáo",
        "để tổng hợp",
        "trong quý II",
        "như sau",
        "bằng văn bản",
    ],
)
def test_a_name_ends_where_what_it_is_told_begins(behind: str) -> None:
    assert organ_at_start(f"Đảng ủy các xã, phường {behind}")[0] == "Đảng ủy các xã, phường"


def test_whom_the_frame_tells_something_is_named_without_it(tmp_path: Path) -> None:
    opening = "Ban Tuyên giáo và Dân vận hướng dẫn Đảng ủy các xã, phường một số nội dung trọng tâm như sau:"
    lines = f"HƯỚNG DẪN\ncông tác khoa giáo năm 2026\n{opening}\nI. NHIỆM VỤ\n1. Mở lớp tập huấn về chuyển đổi số."
    (tmp_path / "hd.txt").write_text(lines, encoding="utf-8")
    (task,) = read_guidance(tmp_path / "hd.txt").tasks
    assert task.record.lead == "Đảng ủy các xã, phường"


def test_one_board_for_contents_is_a_name(tmp_path: Path) -> None:
    assert organ_at_start("Tiểu ban nội dung chuẩn bị diễn văn.")[0] == "Tiểu ban nội dung"


@pytest.mark.parametrize(
    "name",
    [
        "Ban Chỉ đạo cuộc vận động «Toàn dân đoàn kết» tỉnh",
        "Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh",
        "Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh",
        "Tổ công tác thực hiện Đề án 06 tỉnh",
        "Tổ công tác của Ủy ban nhân dân tỉnh về chuyển đổi số",
        "Tổ công tác chuyển đổi số cộng đồng",
        "Tổ công tác",
        "Hội Liên hiệp Phụ nữ các xã, phường",
        "Liên đoàn Lao động tỉnh",
        "Trung tâm phục vụ hành chính công và chuyển đổi số xã",
        "Phòng Khoa giáo, Văn hóa - Văn nghệ",
        "Phòng Khoa giáo, Văn hóa - Văn nghệ và Phòng Tuyên truyền, Báo chí - Xuất bản",
        "Phòng Quản lý Công nghệ và đổi mới sáng tạo",
    ],
)
@pytest.mark.parametrize("does", ["rà soát các văn bản.", "đẩy nhanh tiến độ cuộc thi trực tuyến."])
def test_what_a_body_is_for_belongs_to_its_name(name: str, does: str) -> None:
    assert leader(f"{name} {does}") == name


def test_a_name_with_a_comma_is_whole_among_those_who_help() -> None:
    sentence = "Phối hợp với Phòng Khoa giáo, Văn hóa - Văn nghệ, Văn phòng Tỉnh ủy mở hội nghị."
    assert partners(sentence) == "Phòng Khoa giáo, Văn hóa - Văn nghệ, Văn phòng Tỉnh ủy"


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Giao ban báo chí định kỳ hằng tháng.", ""),
        ("Giao ban công tác khoa giáo với các xã, phường trong quý II.", ""),
        ("Tổ chức giao ban cộng tác viên dư luận xã hội hằng quý.", ""),
        ("Phòng Tuyên truyền giao ban báo chí vào sáng thứ Ba.", "Phòng Tuyên truyền"),
        ("Giao Ban Pháp chế thẩm tra báo cáo.", "Ban Pháp chế"),
        ("Giao ban tuyên giáo xã xây dựng kế hoạch.", "ban tuyên giáo xã"),
    ],
)
def test_a_regular_meeting_gives_no_work_to_a_board(sentence: str, lead: str) -> None:
    assert leader(sentence) == lead


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        (
            "Các đảng ủy phân công đồng chí phó bí thư thường trực phụ trách công tác khoa giáo.",
            "Các đảng ủy",
        ),
        ("Mỗi chi bộ phân công một đồng chí chi ủy viên theo dõi việc học tập.", "Mỗi chi bộ"),
        ("Thường trực Tỉnh ủy giao đồng chí Trưởng ban chuẩn bị báo cáo.", "đồng chí Trưởng ban"),
    ],
)
def test_bodies_that_charge_one_of_their_own_lead(sentence: str, lead: str) -> None:
    assert leader(sentence) == lead
