"""An item with lines that say who, when and what comes out is one task, whatever else stands below it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, PlannedTask, Role, read_guidance
from khoagiao_xl.guidance.tree.attributes import line_attributes
from tests.guidance.guidance_table_samples import read_word

Read = Callable[..., Guidance]
HEAD = "KẾ HOẠCH\nCông tác năm 2026\nI. NHIỆM VỤ\n"
WHO_AND_WHEN = ("- Đơn vị chủ trì: Phòng Hạ tầng số.", "- Thời hạn: 30/6/2026.")


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read lines as the work of a plan."""

    def run(*lines: str) -> Guidance:
        (tmp_path / "kh.txt").write_text(HEAD + "\n".join(lines), encoding="utf-8")
        return read_guidance(tmp_path / "kh.txt")

    return run


def facts(task: PlannedTask) -> tuple[str, str, str]:
    """Return the words, the lead and the day of a task."""
    record = task.record
    return record.text, record.lead, str(record.due or "")


@pytest.mark.parametrize(
    "detail",
    [
        ("- Mô tả: đầu tư 05 trạm tại các xã vùng cao.",),
        ("- Khảo sát 200 hộ.", "- Công bố kết quả."),
        ("Trạm phục vụ người dân tra cứu.", "Bổ sung 20 bộ dữ liệu."),
        ("- Nội dung: Quy định mức hỗ trợ (trước ngày 15/5).",),
        ("- Hình thức: thuê dịch vụ;", "- Kinh phí: nguồn sự nghiệp."),
    ],
)
def test_details_beside_attributes_make_no_heading(read: Read, detail: tuple[str, ...]) -> None:
    (task,) = read("1. Lắp trạm quan trắc tự động", *detail, *WHO_AND_WHEN).tasks
    assert facts(task) == ("Lắp trạm quan trắc tự động", "Phòng Hạ tầng số", "2026-06-30")
    assert len(task.parts) == len(detail)


@pytest.mark.parametrize(
    "item",
    [
        "Đề nghị bãi bỏ văn bản không còn phù hợp.",
        "Đề nghị cấp có thẩm quyền bãi bỏ 05 thủ tục hành chính.",
        "Đánh giá mức độ sẵn sàng chuyển đổi số của doanh nghiệp",
        "Việc áp dụng hệ thống quản lý chất lượng phải được đánh giá lại.",
        "Hệ thống quan trắc phóng xạ môi trường",
        "Kết quả khảo sát chỉ số hài lòng của người dân",
    ],
)
@pytest.mark.parametrize("number", ["1. ", "a) ", "- ", ""])
def test_what_has_attributes_is_work_whatever_its_words(read: Read, item: str, number: str) -> None:
    mark = "+ " if number == "- " else "- "
    below = [line.replace("- ", mark) for line in WHO_AND_WHEN]
    (task,) = read(f"{number}{item}", *below).tasks
    assert facts(task) == (item, "Phòng Hạ tầng số", "2026-06-30")


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Quản lý Công nghệ và Đổi mới sáng tạo",
        "Phòng Sở hữu trí tuệ và Tiêu chuẩn Đo lường Chất lượng",
        "Trung tâm Hỗ trợ phát triển du lịch",
        "Phòng Nghiệp vụ quản lý bảo tàng",
        "Ban Quản lý dự án đầu tư xây dựng công trình",
    ],
)
@pytest.mark.parametrize(
    "label", ["Đơn vị chủ trì", "Phòng phụ trách", "Bộ phận thực hiện", "Đơn vị, cá nhân chủ trì"]
)
def test_a_verb_inside_a_name_behind_a_label_is_part_of_it(read: Read, name: str, label: str) -> None:
    (task,) = read("1. Mở lớp bồi dưỡng.", f"- {label}: {name}.").tasks
    assert task.record.lead == name


@pytest.mark.parametrize(
    "line",
    [
        "Trách nhiệm: Sở Y tế xây dựng kế hoạch.",
        "Chủ trì: Sở Y tế xây dựng kế hoạch.",
        "Đơn vị chủ trì: Sở Y tế kiểm tra các chợ.",
    ],
)
def test_work_behind_a_label_stays_work(line: str) -> None:
    assert line_attributes(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Chủ trì thực hiện: Văn phòng; phối hợp: Tỉnh đoàn; thời gian hoàn thành: quý II; kết quả đạt được: sổ tay.",
        "Đơn vị, cá nhân phụ trách: Văn phòng. Cơ quan, đơn vị phối hợp: Tỉnh đoàn. Hạn: 30/6. Sản phẩm: sổ tay.",
    ],
)
def test_several_labels_in_one_line_are_told_apart(read: Read, line: str) -> None:
    (task,) = read("1. Biên soạn sổ tay.", line).tasks
    assert (facts(task)[1:], task.record.support) == (("Văn phòng", "2026-06-30"), "Tỉnh đoàn")
    assert task.record.output == "sổ tay"


def test_items_without_a_number_have_the_lines_behind_them(read: Read) -> None:
    guidance = read(
        "Xây dựng bộ chỉ số cấp xã.",
        "- Phòng chủ trì: Phòng Hạ tầng số.",
        "- Thời hạn: 31/5/2026.",
        "Số hóa tài liệu lưu trữ",
        "Số hóa 200 mét giá tài liệu.",
        "- Phòng chủ trì: Văn phòng.",
        "- Thời hạn: 30/11/2026.",
    )
    leads = [facts(task) for task in guidance.tasks]
    assert leads == [
        ("Xây dựng bộ chỉ số cấp xã.", "Phòng Hạ tầng số", "2026-05-31"),
        ("Số hóa tài liệu lưu trữ", "Văn phòng", "2026-11-30"),
    ]


def test_an_attribute_swallows_no_paragraph_behind_it(read: Read) -> None:
    guidance = read("1. Mở hội trại.", "- Chủ trì: Tỉnh đoàn.", "Hội trại có 10 lều.", "2. In tờ rơi về cúm.")
    assert [block.role for block in guidance.blocks][3:] == [
        Role.TASK, Role.ATTRIBUTE, Role.PART, Role.TASK,
    ]  # fmt: skip


def test_works_with_bodies_of_their_own_stay_tasks_beside_one_with_attributes(read: Read) -> None:
    guidance = read("1. Mở hội trại hè thiếu nhi.", *WHO_AND_WHEN, "- Sở Y tế trực cấp cứu tại hội trại.")
    assert [task.record.lead for task in guidance.tasks] == ["Phòng Hạ tầng số", "Sở Y tế"]


def test_a_topic_over_several_works_stays_a_heading(read: Read) -> None:
    guidance = read("1. Công tác tuyên truyền", "- Mở chuyên mục.", "- Biên soạn sổ tay.", *WHO_AND_WHEN)
    assert [facts(task)[1] for task in guidance.tasks] == ["Phòng Hạ tầng số"] * 2


def test_a_label_alone_has_its_value_in_the_items_below_it(read: Read) -> None:
    (task,) = read("1. Mở lớp bơi.", "Đơn vị chủ trì:", "- Tỉnh đoàn.", "Thời gian:", "- Tháng 6.").tasks
    assert facts(task) == ("Mở lớp bơi.", "Tỉnh đoàn", "2026-06-30")


def test_where_the_money_comes_from_is_no_task(read: Read) -> None:
    money = "- Kinh phí: Quỹ phát triển hoạt động sự nghiệp."
    (task,) = read("1. Mở lớp bơi.", "- Chủ trì: Tỉnh đoàn.", money).tasks
    assert task.parts == (money.strip("- ."),)


def test_a_rhythm_behind_a_label_is_how_often_the_task_comes(read: Read) -> None:
    (task,) = read("1. Phát hành bản tin.", "- Chủ trì: Văn phòng.", "- Thời gian: hằng quý.").tasks
    assert (task.record.due, task.record.recurrence) == (None, "hằng quý")


def test_a_table_of_labels_says_it_of_the_item_above(tmp_path: Path) -> None:
    table = "Đơn vị chủ trì | Phòng Nghiệp vụ Y\nThời gian | Quý II\nSản phẩm | 03 trạm"
    (task,) = read_word(tmp_path / "kh.docx", f"Nhiệm vụ | Xây dựng trạm y tế thông minh\n{table}").tasks
    assert facts(task) == ("Xây dựng trạm y tế thông minh", "Phòng Nghiệp vụ Y", "2026-06-30")
