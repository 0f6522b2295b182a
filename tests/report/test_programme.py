"""The programme of the year: tasks and reviews in their tables, who does what until when."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.report.kinds.programme_names import in_cell, in_sentence
from khoagiao_xl.steps import write_report
from tests.report.kind_documents import REVIEW, STAFF, TASK, job, office, refused, text, words
from tests.steps.small_year import NOW


def test_the_programme_lists_accepted_tasks_and_reviews() -> None:
    proposed = {**TASK, "code": "NV02", "text": "Việc chưa nhận", "status": "đề xuất"}
    told = words("chuong_trinh", office(tblKeHoach=[TASK, proposed]))
    assert "công tác khoa giáo năm 2024" in told
    assert "- Sơ kết, tổng kết: 01 nhiệm vụ." in told
    assert "Sơ kết 5 năm thực hiện Kết luận số 49-KL/TW." in told
    assert not any("Việc chưa nhận" in line for line in told)


def test_the_sections_of_another_document_go_by_their_own_numbers_in_the_programme() -> None:
    told = text("chuong_trinh", office(tblKeHoach=[{**TASK, "section": "I.1"}]))
    assert "Nhiệm vụ tại mục I của văn bản giao việc: 01 nhiệm vụ" in told
    assert "Nhiệm vụ khác" not in told


def test_the_programme_names_all_who_lead() -> None:
    leads = ["Sở Y tế", "Sở Du lịch", "Sở Tư pháp", "Sở Tài chính", "Sở Nội vụ", "Tỉnh đoàn"]
    tasks = [{**TASK, "code": f"NV{number:02d}", "lead": lead} for number, lead in enumerate(leads, 1)]
    assert f"Các cơ quan, đơn vị chủ trì: {'; '.join(leads)}." in text(
        "chuong_trinh", office(tblKeHoach=tasks)
    )


def test_a_year_without_reviews_has_a_programme_without_their_table() -> None:
    told = words("chuong_trinh", office(tblSoTongKet=[]))
    assert "Sơ kết 5 năm thực hiện Kết luận số 49-KL/TW." in told
    assert not any("Các cuộc sơ kết, tổng kết" in line for line in told)


def test_a_plan_nobody_has_accepted_makes_no_programme() -> None:
    proposed = {**TASK, "status": "đề xuất"}
    assert "1 nhiệm vụ mới là đề xuất" in refused("LVB-08", "chuong_trinh", office(tblKeHoach=[proposed]))


def test_the_programme_counts_the_reviews_that_the_reports_count() -> None:
    overdue = {**REVIEW, "code": "ST02", "anniversary": date(2023, 6, 3), "status": "đề xuất"}
    told = text("chuong_trinh", office(tblSoTongKet=[REVIEW, overdue]))
    assert "Trong năm có 02 cuộc sơ kết, tổng kết" in told


def test_a_task_of_the_programme_points_to_no_other_document() -> None:
    based = {**TASK, "text": "Căn cứ Hướng dẫn này, xây dựng kế hoạch công tác khoa giáo"}
    assert "Xây dựng kế hoạch công tác khoa giáo." in words("chuong_trinh", office(tblKeHoach=[based]))


def test_the_programme_says_who_does_and_directs_a_task_from_when_to_when_and_what_came_out() -> None:
    planned = {**TASK, "in_charge": ("Chuyên viên 1",), "leader": ("Trưởng ban",), "start": date(2024, 4, 1),
               "product_number": "08-KH/ĐUK", "product_day": date(2024, 5, 2)}  # fmt: skip
    told = words("chuong_trinh", office(tblKeHoach=[planned]))
    assert {"Chuyên viên 1", "Chỉ đạo: đồng chí Trưởng ban", "từ 01/4/2024", "đến 10/5/2024"} <= set(told)
    assert {"Số 08-KH/ĐUK", "ngày 02/5/2024"} <= set(told)
    assert "Phân công chỉ đạo: đồng chí Trưởng Ban Tuyên giáo (01 nhiệm vụ)." in told
    assert "Phân công phụ trách, theo dõi: chuyên viên 1 (01 nhiệm vụ)." in told


CALLED_HEADS = {
    "Trưởng ban": ("Đồng chí Trưởng ban", "đồng chí Trưởng Ban Tuyên giáo Đảng ủy Khối"),
    "Phó Trưởng ban": ("Đồng chí Phó Trưởng ban", "đồng chí Phó Trưởng Ban Tuyên giáo Đảng ủy Khối"),
    "Họ Và Tên": ("Đồng chí Họ Và Tên", "đồng chí Họ Và Tên"),
    "Đồng chí Phó Bí thư": ("Đồng chí Phó Bí thư", "đồng chí Phó Bí thư"),
    "Chuyên viên phụ trách giáo dục": ("Chuyên viên phụ trách giáo dục", "chuyên viên phụ trách giáo dục"),
    "Phòng Tổng hợp": ("Phòng Tổng hợp", "Phòng Tổng hợp"),
}


@pytest.mark.parametrize("name", CALLED_HEADS)
def test_a_programme_calls_a_head_by_the_board_and_a_room_by_its_name(name: str) -> None:
    assert (in_cell(name), in_sentence(name, "Ban Tuyên giáo Đảng ủy Khối")) == CALLED_HEADS[name]


def test_sub_topics_go_on_in_the_sentence_of_their_task_and_steps_under_their_review() -> None:
    steps = [{"review": "ST01", "order": at, "text": words, "due": date(2024, 4, at)}
             for at, words in ((2, "Khảo sát"), (1, "Ban hành kế hoạch"))]  # fmt: skip
    told = words(
        "chuong_trinh",
        office(tblKeHoach=[{**TASK, "parts": "- Nội dung một\n- Nội dung hai;"}], tblBuoc=steps),
    )
    assert "Sơ kết 5 năm thực hiện Kết luận số 49-KL/TW, gồm: Nội dung một; Nội dung hai." in told
    assert told.index("- Ban hành kế hoạch.") < told.index("- Khảo sát.")


def test_the_programme_begins_with_its_purpose_and_what_it_asks() -> None:
    told = text("chuong_trinh")
    assert "I. MỤC ĐÍCH, YÊU CẦU" in told
    assert "xác định nhiệm vụ, thời hạn, cơ quan chủ trì công tác khoa giáo năm 2024." in told
    assert "Yêu cầu: thực hiện đúng thời hạn, có sản phẩm nêu tại Phụ lục" in told


@pytest.mark.parametrize(("lead", "due"), [(STAFF, "10/5/2024 (đã hoàn thành)"), ("các chi bộ", "10/5/2024")])
def test_only_its_own_work_can_the_office_call_done(lead: str, due: str) -> None:
    done = {**TASK, "text": "Xây dựng kế hoạch", "lead": lead, "status": "xong"}
    assert due in words("chuong_trinh", office(tblKeHoach=[done]))


def test_an_anniversary_before_the_year_is_no_day_to_keep() -> None:
    past = {**REVIEW, "anniversary": date(2023, 6, 3)}
    told = words("chuong_trinh", office(tblSoTongKet=[past]))
    assert "trong năm (thời điểm 03/6/2023)" in told


def test_a_step_without_a_day_or_past_it_says_so() -> None:
    steps = [{"review": "ST01", "order": 1, "text": "Ban hành kế hoạch", "due": date(2024, 1, 3)},
             {"review": "ST01", "order": 2, "text": "Khảo sát"}]  # fmt: skip
    told = words("chuong_trinh", office(tblBuoc=steps))
    assert {"03/01/2024 (đã quá hạn; bổ sung thời hạn mới)", "(bổ sung thời hạn)"} <= set(told)


def test_reviews_stand_by_their_anniversaries_and_take_who_does_their_task() -> None:
    late = {
        **TASK,
        "code": "NV02",
        "text": "Tổng kết 10 năm Chỉ thị số 40-CT/TW",
        "directives": ("40-CT/TW",),
    }
    reviews = [REVIEW, {**REVIEW, "code": "ST02", "symbol": "40-CT/TW", "anniversary": date(2024, 3, 1)}]
    task = {**TASK, "in_charge": ("Phòng Tổng hợp",)}
    told = words("chuong_trinh", office(tblKeHoach=[task, late], tblSoTongKet=reviews))
    rows = [line for line in told if line.startswith(("Tổng kết 10 năm", "Sơ kết 5 năm"))]
    assert rows[0].startswith("Tổng kết 10 năm")
    assert told.count("Phòng Tổng hợp") == len(["its task", "its review"])


def test_who_helps_stands_below_who_leads_where_hardly_any_task_names_one() -> None:
    tasks = [{**TASK, "code": f"NV{number:02d}"} for number in range(1, 9)]
    helped = {**TASK, "code": "NV09", "support": "Sở Y tế"}
    told = words("chuong_trinh", office(tblKeHoach=[*tasks, helped]))
    assert "Phối hợp: Sở Y tế" in told
    assert "Phối hợp" not in told


def test_those_whom_a_task_concerns_are_named_once_with_all() -> None:
    leads = ["các chi bộ cơ sở", "các chi bộ cơ sở có liên quan"]
    tasks = [{**TASK, "code": f"NV{number:02d}", "lead": lead} for number, lead in enumerate(leads, 1)]
    assert "đơn vị chủ trì: các chi bộ cơ sở." in text("chuong_trinh", office(tblKeHoach=tasks))


def test_an_office_that_names_nobody_has_no_column_for_it() -> None:
    assert "Phụ trách, chỉ đạo" not in words("chuong_trinh")


def test_a_group_of_reviews_and_another_task_says_how_many_are_reviews() -> None:
    other = {**TASK, "code": "NV02", "text": "Làm báo cáo theo trình tự"}
    assert "- Sơ kết, tổng kết: 02 nhiệm vụ, trong đó 01 cuộc sơ kết, tổng kết." in words(
        "chuong_trinh", office(tblKeHoach=[TASK, other])
    )
    assert "01 nhiệm vụ, trong đó" not in text("chuong_trinh")


@pytest.mark.parametrize(("status", "lead"), [("", "Các chi bộ (dự kiến)"), ("xong", "Các chi bộ")])
def test_who_leads_a_review_is_only_meant_to_until_the_lead_is_given(status: str, lead: str) -> None:
    step = {"review": "ST01", "order": 1, "text": "Giao cơ quan chủ trì", "status": status}
    asked = {**REVIEW, "lead": "Các chi bộ"}
    assert lead in words("chuong_trinh", office(tblBuoc=[step], tblSoTongKet=[asked]))
    assert "Các chi bộ" in words("chuong_trinh", office(tblSoTongKet=[asked]))


def test_a_programme_that_leaves_proposals_out_carries_no_guidance_out_and_the_office_is_told() -> None:
    source = {"symbol": "12-HD/ĐUK", "issuer": "Ban Thường vụ", "title": "công tác khoa giáo"}
    proposed = {**TASK, "code": "NV02", "text": "Giám sát trí thức", "status": "đề xuất"}
    year = office(tblNguon=[source], tblKeHoach=[TASK, proposed])
    assert "công tác khoa giáo năm 2024 theo Hướng dẫn số 12-HD/ĐUK." in text("chuong_trinh", year)
    details = write_report.work(year, job("chuong_trinh")).outcome.details
    assert any("01 nhiệm vụ còn là đề xuất: «Giám sát trí thức»." in detail for detail in details)
    assert "cụ thể hóa Hướng dẫn số 12-HD/ĐUK" in text("chuong_trinh", office(tblNguon=[source]))


def test_the_programme_names_until_when_each_coming_report_is_due() -> None:
    told = text("chuong_trinh", now=NOW.replace(day=17))
    assert "Các đơn vị báo cáo theo kỳ: tháng; gửi báo cáo chậm nhất: tháng 1 ngày 18/01/2024." in told
    assert "Các đơn vị báo cáo theo kỳ: tháng." in text("chuong_trinh")  # the day is over
