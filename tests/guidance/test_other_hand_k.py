"""What one more hand's documents taught: roles in brackets, one's own staff, watching beside dated work."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.guidance import Sure
from khoagiao_xl.guidance.tasks.no_work import no_work_of
from khoagiao_xl.guidance.tasks.row_parties import parties_of
from khoagiao_xl.guidance.tree.lead_ins import names_body
from tests.guidance.conftest import ReadPlan


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Phòng Chính trị, tư tưởng (thường trực)", "Phòng Chính trị, tư tưởng"),
        ("Sở Nội vụ (cơ quan thường trực)", "Sở Nội vụ"),
        ("Tỉnh đoàn (chủ trì):", "Tỉnh đoàn"),
        ("Hội Khuyến học tỉnh (đơn vị đầu mối tổng hợp)", "Hội Khuyến học tỉnh"),
        ("Trạm Y tế xã (là cơ quan thường trực)", "Trạm Y tế xã"),
        ("Phòng Nghiệp vụ Y (Sở Y tế)", "Phòng Nghiệp vụ Y (Sở Y tế)"),
        ("Báo Hậu Lộc; Cổng Thông tin điện tử tỉnh", "Báo Hậu Lộc; Cổng Thông tin điện tử tỉnh"),
    ],
)
def test_a_bracket_tells_the_role_and_is_no_name(heading: str, name: str) -> None:
    assert names_body(heading) == name


@pytest.mark.parametrize(
    "work",
    [
        "Phân công bác sĩ trực cấp cứu.",
        "Phân công cấp ủy viên phụ trách từng xã.",
        "Chỉ đạo trạm y tế phân công cán bộ theo dõi từng trường.",
        "Phân công giáo viên chủ nhiệm theo dõi sức khỏe học sinh.",
        "Tham mưu thành lập Ban Tổ chức, phân công các đồng chí Ban Thường vụ dự Ngày hội.",
    ],
)
def test_who_charges_his_own_staff_does_the_work(read_plan: ReadPlan, work: str) -> None:
    (task,) = read_plan(f"1. UBND các xã, phường\n- {work}").tasks
    assert task.record.lead == "UBND các xã, phường"


def test_watching_and_a_dated_work_beside_it_are_two(read_plan: ReadPlan) -> None:
    watch, meeting = read_plan(
        "- Văn phòng theo dõi việc thực hiện Thông báo này; bố trí lịch làm việc trong tháng 7/2026."
    ).tasks
    assert watch.record.due is None
    assert (meeting.record.lead, meeting.record.due) == ("Văn phòng", date(2026, 7, 31))


@pytest.mark.parametrize(
    "work",
    [
        "Nắm chắc tình hình tư tưởng; phản ánh về Ban trước ngày 15 hằng tháng.",
        "Nắm tình hình; hằng tuần báo cáo Chủ tịch UBND xã.",
        "Theo dõi, đôn đốc; định kỳ hằng quý báo cáo Giám đốc.",
    ],
)
def test_telling_again_and_again_what_is_watched_is_one_work(read_plan: ReadPlan, work: str) -> None:
    (task,) = read_plan(f"1. Công an xã\n- {work}").tasks
    assert task.record.recurrence


@pytest.mark.parametrize(
    "work",
    [
        "Tỉnh đoàn duy trì các mô hình; tổ chức liên hoan trong tháng 6/2026.",
        "Cấp máy tính cho 30 xã; Phòng Tài chính phân bổ trước ngày 31/5/2026.",
        "Văn phòng đăng tải Thông báo sau 05 ngày làm việc kể từ ngày ký.",
        "UBND xã xây dựng kế hoạch trong thời hạn 15 ngày kể từ ngày nhận văn bản.",
        "Ban Xây dựng Đảng phụ trách nội dung II.",
    ],
)
def test_what_a_careful_officer_doubts_is_not_certain(read_plan: ReadPlan, work: str) -> None:
    (task,) = read_plan(f"- {work}").tasks
    assert task.confidence is not Sure.CERTAIN


@pytest.mark.parametrize(
    "words",
    [
        "UBND xã chịu trách nhiệm toàn diện về số liệu.",
        "Giám đốc Sở Y tế chịu trách nhiệm trước UBND tỉnh về tiến độ.",
        "Các nhiệm vụ cụ thể, cơ quan chủ trì được xác định tại Phụ lục.",
        "Lộ trình thực hiện nêu tại Phụ lục II.",
    ],
)
def test_answering_for_it_and_pointing_to_a_list_ask_for_nothing(words: str) -> None:
    assert no_work_of(words)


def test_the_programme_that_a_decision_issues_is_no_agenda(read_plan: ReadPlan) -> None:
    (task,) = read_plan(
        "Điều 1. Ban hành kèm theo Quyết định này Chương trình công tác năm 2026.\n\nCHƯƠNG TRÌNH\n"
        "Công tác trẻ em năm 2026\n(Kèm theo Quyết định số 5/QĐ-UBND ngày 10/01/2026)\n\nI. NHIỆM VỤ\n"
        "1. Trạm Y tế xã kiểm tra bếp ăn các trường trong tháng 6/2026."
    ).tasks
    assert task.record.lead == "Trạm Y tế xã"


def test_a_day_behind_the_labels_of_a_line_counts(read_plan: ReadPlan) -> None:
    (task,) = read_plan(
        "1. Trao học bổng cho 200 học sinh\nChủ trì: Hội Khuyến học tỉnh. Dịp khai giảng (trước 05/9/2026)."
    ).tasks
    assert task.record.due == date(2026, 9, 4)


@pytest.mark.parametrize(
    "opening",
    [
        "Về nhiệm vụ thời gian tới, yêu cầu Đảng ủy Sở Y tế tập trung thực hiện:",
        "Thời gian tới, đề nghị Đảng ủy Sở Y tế thực hiện các nội dung sau:",
        "Để khắc phục hạn chế, yêu cầu Đảng ủy Sở Y tế thực hiện:",
        "Về lĩnh vực y tế, giao Đảng ủy Sở Y tế:",
    ],
)
def test_words_about_what_stand_before_who_is_asked(read_plan: ReadPlan, opening: str) -> None:
    (task,) = read_plan(f"2. {opening}\n2.1. Xây dựng phương án sắp xếp trong tháng 5/2026.").tasks
    assert task.record.lead == "Đảng ủy Sở Y tế"


@pytest.mark.parametrize(
    ("cell", "support"),
    [
        ("Đoàn phường (các chi đoàn phối hợp)", "các chi đoàn"),
        ("Đoàn phường (Văn phòng hỗ trợ)", "Văn phòng"),
        ("Đoàn phường (cùng Hội Cựu chiến binh)", "Hội Cựu chiến binh"),
        ("Đoàn phường (phối hợp với Trạm Y tế)", "Trạm Y tế"),
    ],
)
def test_a_bracket_in_a_cell_names_who_helps(cell: str, support: str) -> None:
    assert parties_of(cell, holds_both=True) == ("Đoàn phường", support)


@pytest.mark.parametrize(
    "sentence",
    [
        "Để đạt mục tiêu trên, các trường học cần thực hiện:",
        "Tiếp thu ý kiến, Ban Thường vụ Đảng ủy yêu cầu các trường học:",
        "Trước yêu cầu mới, đề nghị các trường học thực hiện:",
    ],
)
def test_a_sentence_that_leads_over_gives_no_grounds(read_plan: ReadPlan, sentence: str) -> None:
    (task,) = read_plan(f"1. {sentence}\n- Rà soát chỉ tiêu trước ngày 20/6/2026.").tasks
    assert task.record.due == date(2026, 6, 19)
