"""Steps below a label, work that a later sentence gives to somebody, and days that end a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.guidance.words.due_words import find_due
from khoagiao_xl.guidance.words.period_headings import period_of_heading
from tests.guidance.conftest import ReadPlan


def test_a_day_in_front_of_each_step_makes_them_the_works(read_plan: ReadPlan) -> None:
    steps = "- Lộ trình:\n+ Trước ngày 30/4: hoàn thành khảo sát.\n+ Trước ngày 31/8: nhập liệu."
    tasks = read_plan(f"1. Xây dựng cơ sở dữ liệu\n- Chủ trì: Sở Nội vụ.\n{steps}").tasks
    assert [task.record.due for task in tasks] == [date(2026, 4, 29), date(2026, 8, 30)]
    assert {task.record.lead for task in tasks} == {"Sở Nội vụ"}


def test_who_sits_in_a_group_is_no_work(read_plan: ReadPlan) -> None:
    members = "- Thành phần:\n+ Lãnh đạo Ban làm trưởng đoàn.\n+ Đại diện Sở Y tế."
    (task,) = read_plan(f"1. Kiểm tra 05 xã.\n- Thời gian: Quý III.\n{members}\n- Chủ trì: Phòng A.").tasks
    assert (task.record.lead, task.record.due) == ("Phòng A", date(2026, 9, 30))


@pytest.mark.parametrize(
    "last",
    [
        "3. Các nội dung trên giao Sở Y tế chủ trì thực hiện.",
        "Các nhiệm vụ nêu trên do Sở Y tế chủ trì tham mưu.",
        "Giao Sở Y tế chủ trì các nội dung trên.",
        "Sở Y tế chịu trách nhiệm tham mưu thực hiện những nội dung nêu trên.",
        "(Các phần việc trên giao Sở Y tế triển khai).",
        "Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện các nhiệm vụ trên.",
    ],
)
def test_a_last_sentence_gives_all_works_above_it(read_plan: ReadPlan, last: str) -> None:
    tasks = read_plan(f"1. Mua sắm thiết bị cho 10 trạm.\n2. Mở lớp cho cán bộ trạm.\n{last}").tasks
    assert [task.record.lead for task in tasks] == ["Sở Y tế", "Sở Y tế"]


@pytest.mark.parametrize(
    "last",
    [
        "Các nội dung trên đề nghị Tỉnh đoàn báo cáo trước ngày 15/12.",
        "Căn cứ các nội dung trên, Tỉnh đoàn xây dựng kế hoạch trước ngày 15/2.",
    ],
)
def test_a_last_sentence_that_asks_for_more_is_work(read_plan: ReadPlan, last: str) -> None:
    *_, task = read_plan(f"1. Mua sắm thiết bị.\n2. Mở lớp bồi dưỡng.\n{last}").tasks
    assert task.record.lead == "Tỉnh đoàn"
    assert task.record.due is not None


@pytest.mark.parametrize(
    "end",
    [
        "đưa vào hoạt động từ ngày 01/7",
        "đi vào hoạt động từ tháng 6",
        "vận hành từ ngày 19/5",
        "bắt đầu từ tháng 3",
    ],
)
def test_whom_a_second_sentence_charges_leads_the_first(read_plan: ReadPlan, end: str) -> None:
    (task,) = read_plan(f"1. Lập trang thông tin. Giao Văn phòng thực hiện, {end}.").tasks
    assert task.record.lead == "Văn phòng"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Họp Ban Chỉ đạo tháng 3, 6, 9.", date(2026, 9, 30)),
        ("Mở lớp bồi dưỡng tháng 4; 7; 10.", date(2026, 10, 31)),
        ("Tập huấn các tháng 2, 4 và 6.", date(2026, 6, 30)),
        ("Ra quân dọn vệ sinh tháng 3, tháng 6, tháng 9.", date(2026, 9, 30)),
        ("Mở phiên giao dịch ngày 15/5.", date(2026, 5, 15)),
        ("Vận động treo cờ ngày 30/4.", date(2026, 4, 30)),
        ("Bế giảng lớp cao cấp, 18 - 19/12.", date(2026, 12, 19)),
        ("Gặp mặt trí thức, 18/5 (Phòng A).", date(2026, 5, 18)),
        ("Tặng quà nhân dịp Quốc tế Phụ nữ 8/3.", date(2026, 3, 8)),
        ("Tuyển sinh từ tháng 12 đến tháng 2 năm sau.", date(2027, 2, 28)),
        ("Tuyển sinh từ tháng 11 đến tháng 02/2027.", date(2027, 2, 28)),
    ],
)
def test_days_and_months_that_end_a_sentence(words: str, day: date) -> None:
    assert find_due(words, 2026).day == day


@pytest.mark.parametrize(
    "words",
    [
        "Tổng hợp báo cáo tháng 3, 6, 9.",
        "Thực hiện Kế hoạch của Tỉnh ủy ngày 15/5.",
        "Tuyên truyền Kết luận phiên họp ngày 12/3.",
        "Kỷ niệm Chiến thắng ngày 30/4.",
        "Triển khai Nghị quyết Đại hội ngày 15/5.",
    ],
)
def test_days_of_what_was_or_is_remembered_are_none(words: str) -> None:
    assert find_due(words, 2026).day is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Mở lớp bồi dưỡng từ 04 - 08.", date(2026, 5, 8)),
        ("Tập huấn các ngày 10, 11 và 12.", date(2026, 5, 12)),
        ("Hội trại ngày 22 đến 24.", date(2026, 5, 24)),
    ],
)
def test_listed_days_lie_in_the_month_of_the_heading(words: str, day: date) -> None:
    assert find_due(words, 2026, within="Tháng 5").day == day


def test_a_year_at_the_end_of_a_span_is_that_of_its_end() -> None:
    due = find_due("tháng 11 - 02/2027", 2026, is_cell=True)
    assert (due.start, due.day) == (date(2026, 11, 1), date(2027, 2, 28))


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Trước ngày 30/4:", "Trước ngày 30/4"),
        ("Hoàn thành trong quý II:", "quý II"),
        ("Đến hết ngày 31/7", "Đến hết ngày 31/7"),
    ],
)
def test_a_heading_may_name_a_last_day(heading: str, period: str) -> None:
    assert period_of_heading(heading) == period


def test_a_topic_with_a_verb_in_it_stands_before_what_is_asked(read_plan: ReadPlan) -> None:
    asked = "giao Sở Y tế rà soát trẻ chưa tiêm trước ngày 15/3; tổ chức tiêm bù xong trong tháng 4"
    first, second = read_plan(f"1. Về phòng, chống dịch sởi: {asked}.").tasks
    assert (first.record.lead, first.record.due) == ("Sở Y tế", date(2026, 3, 14))
    assert (second.record.lead, second.record.due) == ("Sở Y tế", date(2026, 4, 30))
    assert "dịch sởi" in first.record.text


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Trợ giúp pháp lý tại 10 xã trong hai quý đầu năm.", date(2026, 6, 30)),
        ("Trợ giúp pháp lý tại 10 xã trong 03 quý đầu năm 2027.", date(2027, 9, 30)),
        ("Trao Giải Báo chí nhân 21/6.", date(2026, 6, 21)),
        ("Cập nhật hồ sơ, đến hết quý III đạt 80%, đến 31/12 đạt 95%.", date(2026, 12, 31)),
        ("Nâng cấp phần mềm, nghiệm thu 15/8, bàn giao 30/8.", date(2026, 8, 30)),
    ],
)
def test_quarters_feasts_and_ends_of_work(words: str, day: date) -> None:
    assert find_due(words, 2026).day == day
