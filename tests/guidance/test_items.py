"""Items with lines below them: what is a task, what only tells of one, and whom a line over others names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, PlannedTask, Role, read_guidance

Read = Callable[..., Guidance]
HEAD = "HƯỚNG DẪN\ncông tác khoa giáo năm 2026\nI. NHIỆM VỤ\n"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read lines as the first section of a guidance of 2026."""

    def run(*lines: str) -> Guidance:
        (tmp_path / "hd.txt").write_text(HEAD + "\n".join(lines), encoding="utf-8")
        return read_guidance(tmp_path / "hd.txt")

    return run


def facts(task: PlannedTask) -> tuple[str, str, str, str]:
    """Return the words, the lead, who helps and the day of a task."""
    record = task.record
    return record.text, record.lead, record.support, str(record.due or "")


def words(guidance: Guidance) -> list[str]:
    return [task.record.text for task in guidance.tasks]


def roles(guidance: Guidance) -> list[Role]:
    """Return the roles of the lines below the first heading."""
    return [block.role for block in guidance.blocks][3:]


@pytest.mark.parametrize(
    "below",
    [
        ("- Tờ rơi in màu, khổ A4.", "- Phát cho các trường học."),
        ("a) In màu, khổ A4.", "b) Phát cho các trường học."),
        ("Tờ rơi in màu, khổ A4.",),
        ("+ Khổ A4;", "+ Hai mặt."),
        ("Yêu cầu:", "- Bảo đảm chính xác.", "- Dung lượng ngắn."),
        ("- Nội dung: phòng bệnh học đường.", "- Yêu cầu: dễ hiểu."),
    ],
)
def test_lines_below_a_task_are_its_parts(read: Read, below: tuple[str, ...]) -> None:
    guidance = read("1. Sở Y tế biên soạn tờ rơi về dinh dưỡng.", *below)
    (task,) = guidance.tasks
    assert task.record.lead == "Sở Y tế"
    assert len(task.parts) == len(below)
    assert roles(guidance) == [Role.TASK, *[Role.PART] * len(below)]


def test_items_that_name_bodies_of_their_own_are_tasks_beside_the_one_above(read: Read) -> None:
    guidance = read("1. Sở Y tế biên soạn tờ rơi.", "- Tờ rơi in màu.", "- Tỉnh đoàn phát hành tờ rơi.")
    assert words(guidance) == ["Sở Y tế biên soạn tờ rơi.", "Tỉnh đoàn phát hành tờ rơi."]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Biên soạn sổ tay.", "- Chủ trì: Sở Y tế;", "- Phối hợp: Tỉnh đoàn;", "- Thời hạn: Quý I."),
        (
            "1. Biên soạn sổ tay.",
            "Đơn vị chủ trì: Sở Y tế",
            "Cơ quan phối hợp: Tỉnh đoàn",
            "Thời gian: quý I",
        ),
        ("1. Biên soạn sổ tay. Chủ trì: Sở Y tế. Phối hợp: Tỉnh đoàn. Hoàn thành: tháng 3.",),
        ("1. Biên soạn sổ tay. (Chủ trì: Sở Y tế; phối hợp: Tỉnh đoàn; thời gian: quý I)",),
        ("1. Biên soạn sổ tay.", "1.1. Phân công: Sở Y tế chủ trì, Tỉnh đoàn phối hợp.", "1.2. Hạn: 31/3."),
        (
            "1. Xuất bản",
            "Đơn vị thực hiện: Sở Y tế",
            "Phối hợp: Tỉnh đoàn",
            "Thời gian: quý I",
            "- Biên soạn sổ tay.",
        ),
    ],
)
def test_attributes_are_no_tasks_and_tell_of_theirs(read: Read, lines: tuple[str, ...]) -> None:
    (task,) = read(*lines).tasks
    assert facts(task) == ("Biên soạn sổ tay.", "Sở Y tế", "Tỉnh đoàn", "2026-03-31")


def test_each_item_has_the_attributes_that_follow_it(read: Read) -> None:
    guidance = read(
        "1. Xuất bản", "- Biên soạn sổ tay.", "- Chủ trì: Sở Y tế", "- In tờ rơi.", "- Chủ trì: Tỉnh đoàn"
    )
    assert [task.record.lead for task in guidance.tasks] == ["Sở Y tế", "Tỉnh đoàn"]


def test_attributes_of_a_section_hold_for_all_its_tasks(read: Read) -> None:
    guidance = read("1. Xuất bản", "- Biên soạn sổ tay.", "- In tờ rơi.", "Thời gian: Quý II")
    assert [str(task.record.due) for task in guidance.tasks] == ["2026-06-30", "2026-06-30"]


def test_place_money_and_guests_stay_with_the_task(read: Read) -> None:
    (task,) = read(
        "1. Hội thảo về chuyển đổi số", "- Địa điểm: Hội trường", "- Thành phần:", "+ Các sở"
    ).tasks
    assert task.parts == ("Địa điểm: Hội trường", "Thành phần: Các sở")


@pytest.mark.parametrize(
    ("over", "lead", "support"),
    [
        ("Sở Y tế:", "Sở Y tế", ""),
        ("Giao Sở Y tế:", "Sở Y tế", ""),
        ("Đối với các chi bộ", "Các chi bộ", ""),
        ("1. Trách nhiệm của Sở Y tế", "Sở Y tế", ""),
        ("1. Sở Y tế chủ trì, phối hợp với Tỉnh đoàn:", "Sở Y tế", "Tỉnh đoàn"),
        ("Sở Y tế thực hiện các nhiệm vụ sau:", "Sở Y tế", ""),
    ],
)
def test_a_line_over_others_names_who_does_them(read: Read, over: str, lead: str, support: str) -> None:
    guidance = read(over, "- Biên soạn sổ tay.", "- Phát hành tờ rơi.")
    assert [(task.record.lead, task.record.support) for task in guidance.tasks] == [(lead, support)] * 2


def test_a_line_over_others_ends_with_its_section(read: Read) -> None:
    guidance = read("1. Xuất bản", "Sở Y tế:", "- Biên soạn sổ tay.", "2. Phát hành tờ rơi về dinh dưỡng.")
    assert [task.record.lead for task in guidance.tasks] == ["Sở Y tế", ""]


@pytest.mark.parametrize(
    ("line", "name", "lead", "day"),
    [
        ("1. Hội thảo về số: tháng 5, do Sở Y tế chủ trì.", "Hội thảo về số", "Sở Y tế", "2026-05-31"),
        ("1. Trại hè toán: 15/7, Sở Y tế.", "Trại hè toán", "Sở Y tế", "2026-07-15"),
        ("1. Tuần lễ đọc: treo băng rôn.", "Tuần lễ đọc: treo băng rôn.", "", ""),
    ],
)
def test_the_name_of_a_work_before_its_colon_is_kept(
    read: Read, line: str, name: str, lead: str, day: str
) -> None:
    (task,) = read(line).tasks
    text, found, _, due = facts(task)
    assert (text, found, due) == (name, lead, day)


def test_what_another_text_says_is_a_quotation(read: Read) -> None:
    guidance = read("1. Sở Y tế phổ biến quy định:", "“1. Các chi bộ lập kế hoạch.", "2. Nộp báo cáo.”")
    assert roles(guidance) == [Role.TASK, Role.QUOTATION, Role.QUOTATION]


def test_bullets_of_another_sign_stand_below(read: Read) -> None:
    (task,) = read("1. Xuất bản", "- Sở Y tế biên soạn sổ tay.", "• Khổ nhỏ.", "• Bìa cứng.").tasks
    assert task.parts == ("Khổ nhỏ", "Bìa cứng")


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Mở 04 lớp cắm hoa cho hội viên:", "- Ưu tiên hội viên nghèo;", "- Mỗi lớp 20 người."),
        (
            "1. Hội Luật gia tỉnh mở phiên tòa giả định; mỗi phiên có:",
            "+ Loa, bàn do Đoàn xã mượn;",
            "+ 02 luật sư.",
        ),
        ("1. Lập hai đội kiểm tra chợ.", "- Đội 1 do Sở A dẫn đầu.", "- Đội 2 do Sở B dẫn đầu."),
    ],
)
def test_lines_that_only_say_more_are_parts_whatever_they_begin_with(
    read: Read, lines: tuple[str, ...]
) -> None:
    (task,) = read(*lines).tasks
    assert len(task.parts) == 2


@pytest.mark.parametrize(
    "over",
    [
        "1. Rà soát tủ sách các thôn, thực hiện theo các bước:",
        "1. Mở hội trại trong tháng 8. Phân công như sau:",
    ],
)
def test_work_that_leads_over_to_work_is_work_itself(read: Read, over: str) -> None:
    below = ("a) Tỉnh đoàn gửi danh sách trước ngày 05/7.", "b) Sở Nội vụ thẩm định trước ngày 20/7.")
    assert len(read(over, *below).tasks) == 3


def test_an_item_that_only_leads_over_stays_a_heading(read: Read) -> None:
    lines = ("1. Sở Tư pháp thực hiện:", "- Biên soạn sổ tay.", "- Mở chuyên mục.")
    assert [task.record.lead for task in read(*lines).tasks] == ["Sở Tư pháp", "Sở Tư pháp"]


def test_groups_behind_a_task_do_not_lead_it(read: Read) -> None:
    (task,) = read("1. Lập hai tổ rà soát. Tổ 1 do Sở Tư pháp chủ trì; Tổ 2 do Tỉnh đoàn chủ trì.").tasks
    assert (task.record.lead, len(task.parts)) == ("", 2)


def test_an_item_with_a_day_over_works_of_others_is_a_task_beside_them(read: Read) -> None:
    below = ("- Thể lệ do Tỉnh đoàn viết trước ngày 02/3.", "- Giải thưởng do Hội Khuyến học tỉnh chuẩn bị.")
    assert len(read("1. Mở hội thi đọc sách (tháng 5):", *below).tasks) == 3


def test_a_verb_that_only_leads_over_is_no_work(read: Read) -> None:
    lines = (
        "1. Đề nghị các cấp ủy quan tâm chỉ đạo:",
        "- Các chi bộ mở tủ sách.",
        "- Các chi đoàn tặng sách.",
    )
    assert words(read(*lines)) == ["Các chi bộ mở tủ sách.", "Các chi đoàn tặng sách."]


def test_bodies_with_works_of_their_own_under_a_label_are_tasks(read: Read) -> None:
    lines = (
        "1. Phân công:",
        "- Chi cục Kiểm lâm: kiểm tra rừng trong tháng 5.",
        "- Chi cục Thủy sản: vận hành tàu.",
    )
    assert [task.record.lead for task in read(*lines).tasks] == ["Chi cục Kiểm lâm", "Chi cục Thủy sản"]


def test_dated_work_of_a_body_over_its_topics_is_a_task(read: Read) -> None:
    guidance = read(
        "1. Sở Y tế tuyên truyền về nước sạch nông thôn, xong trước ngày 30/6.",
        "- Nội dung gồm: đánh giá tình hình; làm rõ kết quả.",
    )
    (task,) = guidance.tasks
    assert (task.record.lead, str(task.record.due)) == ("Sở Y tế", "2026-06-29")
    assert roles(guidance) == [Role.TASK, Role.PART]
