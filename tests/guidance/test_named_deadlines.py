"""Deadlines by the ways in which documents name a day: what each means, and what only looks like one."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance import SchoolYear, find_due
from khoagiao_xl.guidance.tasks.statements import is_statement
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.verbs import opening_verb

HOURS_AND_DAYS = [
    ("Gửi báo cáo trước 16 giờ 30 ngày 25/3/2026.", "2026-03-25"),
    ("Gửi về Ban trước 11g00 ngày 12/4.", "2026-04-12"),
    ("Báo cáo trước 17h00 thứ Sáu, ngày 20/3/2026.", "2026-03-20"),
    ("Gửi ý kiến trong giờ hành chính ngày 20/3.", "2026-03-20"),
    ("Hoàn thành trước ngày 15/7.", "2026-07-14"),
    ("Hoàn thành không muộn hơn ngày 15/7.", "2026-07-15"),
    ("Hạn nộp hồ sơ là ngày 10 tháng 9.", "2026-09-10"),
    ("Đăng ký chậm nhất vào ngày mùng 5 tháng 4.", "2026-04-05"),
    ("Cập nhật xong trước ngày 15-6-2026.", "2026-06-14"),
    ("Hoàn thiện hồ sơ trước 01/4 năm sau.", "2027-03-31"),
    ("Trước ngày khai giảng 05/9, rà soát cơ sở vật chất.", "2026-09-04"),
]
PERIODS = [
    ("Xong trước tháng 9.", "2026-08-31"),
    ("Hoàn thành trước quý IV.", "2026-09-30"),
    ("Hoàn thành trước năm 2028.", "2027-12-31"),
    ("Tổ chức hội nghị vào đầu tháng 4.", "2026-04-10"),
    ("Kiểm tra vào giữa tháng 10.", "2026-10-15"),
    ("Kiểm tra trước đầu tháng 10.", "2026-09-30"),
    ("Họp vào đầu quý II.", "2026-04-10"),
    ("Tổ chức hội nghị cuối tháng 4/2026.", "2026-04-30"),
    ("Rà soát xong trong nửa đầu tháng 6.", "2026-06-15"),
    ("Sơ kết vào trung tuần tháng 6.", "2026-06-20"),
    ("Hoàn thành trong 10 ngày đầu tháng 7.", "2026-07-10"),
    ("Tổ chức vào tuần thứ 2 tháng 5.", "2026-05-14"),
    ("Tổng kết trong tuần cuối của tháng 11.", "2026-11-30"),
    ("Hoàn thành trong 9 tháng đầu năm.", "2026-09-30"),
    ("Trong tháng Ba, tổ chức ra quân.", "2026-03-31"),
    ("Bàn giao trước ngày cuối cùng của tháng 10.", "2026-10-30"),
]
SEVERAL = [
    ("Gửi dự thảo trước ngày 30/4, trình Ban Thường vụ trước ngày 15/5/2026.", "2026-05-14"),
    ("Tổ chức từ 10-15/3/2026.", "2026-03-15"),
    ("Nhận bài từ ngày 10/3 đến ngày 15/4/2026.", "2026-04-15"),
    ("Triển khai từ tháng 11/2026 đến tháng 02.", "2027-02-28"),
    ("Tổ chức 4 đợt vào các tháng 3, 6, 9, 12.", "2026-12-31"),
    ("Kiểm tra trong tháng 4, 15 chi bộ.", "2026-04-30"),
    ("Thẩm định đề tài: đợt 1 tháng 4, đợt 2 tháng 9.", "2026-09-30"),
    ("Phát sóng vào các ngày 30/4, 19/5 và 02/9.", "2026-09-02"),
    ("Tập huấn, chia 2 lớp: lớp 1 ngày 12/5, lớp 2 ngày 19/5/2026.", "2026-05-19"),
    ("Tổ chức trong tháng 5, chậm nhất ngày 20.", "2026-05-20"),
    ("Hoàn thành trong quý II (trước ngày 15/6).", "2026-06-14"),
    ("Đánh giá kết quả thực hiện trong quý I trước ngày 10/4.", "2026-04-09"),
]
EVENTS_AND_TERMS = [
    ("Tổ chức Ngày hội đọc sách ngày 21/4/2026.", "2026-04-21"),
    ("Tập huấn báo cáo viên (ngày 12/6).", "2026-06-12"),
    ("Thời gian: 02 ngày, từ ngày 15-16/5/2026.", "2026-05-16"),
    ("Quý III: sơ kết công tác khoa giáo.", "2026-09-30"),
    # The day of an event is the last on which what is done for it is in time.
    ("Tổ chức vào dịp 20/11.", "2026-11-20"),
    ("Trao giải đúng dịp 18/7/2026, nhận bài đến ngày 30/6.", "2026-07-18"),
    ("Tổ chức các hoạt động kỷ niệm Ngày Gia đình Việt Nam (28/6) ở từng nơi.", "2026-06-28"),
    ("Khánh thành công trình dịp Quốc khánh 02/9.", "2026-09-02"),
    ("Hoàn thành trước ngày 25/8 để khánh thành nhân dịp 02/9.", "2026-08-24"),
    ("Rà soát trước khi khai giảng năm học mới 05/9/2026.", "2026-09-04"),
    ("Gửi tài liệu trước hội nghị ngày 15/6.", "2026-06-14"),
    ("Sửa đổi Quy chế (Phòng Quản lý khoa học - quý II/2026).", "2026-06-30"),
    ("Làm mô hình vườn rau (khảo sát tháng 4, trồng tháng 5, đánh giá tháng 11).", "2026-11-30"),
    ("Quán triệt Chỉ thị trong sinh hoạt chi bộ thường kỳ tháng 4/2026.", "2026-04-30"),
    ("Ban hành nghị quyết tại kỳ họp tháng 7/2026.", "2026-07-31"),
    ("Dâng hương ngày 10/3 âm lịch (tức ngày 26/4/2026).", "2026-04-26"),
    ("Kể từ ngày 01/3/2026, trong thời hạn 10 ngày gửi báo cáo.", "2026-03-11"),
    ("Trong 05 ngày làm việc kể từ ngày 02/3/2026 gửi kết quả.", "2026-03-09"),
    ("Gửi hồ sơ chậm nhất 10 ngày trước ngày 30/4/2026.", "2026-04-20"),
    ("Trong 01 tháng kể từ ngày 31/01/2026 hoàn thành.", "2026-02-28"),
]
NO_DEADLINES = [
    "Thực hiện từ tháng 3/2026.",
    "Sinh hoạt chi bộ vào ngày 05 hằng tháng.",
    "Gửi tin, bài trước ngày 20 của tháng.",
    "Phấn đấu đến năm 2030 có 90% xã đạt chuẩn.",
    "Tuyên truyền kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026).",
    "Thực hiện Kế hoạch số 12-KH/TU, ngày 05/3/2026 của Tỉnh ủy.",
    "Thực hiện kết luận tại Hội nghị ngày 15/3/2026.",
    "Thực hiện kết luận tại phiên họp tháng 3/2026 của Ban Thường vụ.",
    "Mở lớp (theo Công văn số 12-CV/BTG, ngày 05/3/2026).",
    "Rà soát số liệu (nguồn: báo cáo quý I/2026).",
    "In áp phích phục vụ dịp 20/11.",
    "Hoàn thành 8/10 chỉ tiêu được giao.",
    "Báo cáo kết quả quý I.",
    "Các xã đã hoàn thành trong tháng 3/2026.",
    "Tính đến ngày 30/6/2026, có 12 xã đạt chuẩn.",
    "Khắc phục việc chưa báo cáo trước ngày 31/12/2024.",
    "Khám sức khỏe định kỳ 6 tháng một lần.",
    "Có hiệu lực từ ngày 01/7/2026.",
]


@pytest.mark.parametrize(("text", "day"), HOURS_AND_DAYS + PERIODS + SEVERAL + EVENTS_AND_TERMS)
def test_the_last_day_in_time_is_read(text: str, day: str) -> None:
    assert str(find_due(text, 2026).day) == day


@pytest.mark.parametrize(("text", "day"), HOURS_AND_DAYS + PERIODS + SEVERAL + EVENTS_AND_TERMS)
def test_the_words_alone_name_the_same_day(text: str, day: str) -> None:
    words = find_due(text, 2026).words
    # «chậm nhất ngày 20» has its month from the words in front of it.
    if not words.endswith("ngày 20"):
        assert str(find_due(words, 2026, is_cell=True).day) == day


@pytest.mark.parametrize("text", NO_DEADLINES)
def test_what_only_looks_like_a_deadline_is_none(text: str) -> None:
    assert find_due(text, 2026).day is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hoàn thành trước Tết Nguyên đán.", "trước Tết Nguyên đán"),
        ("Trình tại kỳ họp thứ 12 của Hội đồng nhân dân.", "kỳ họp thứ 12 của Hội đồng nhân dân"),
        ("Dâng hương ngày 10/3 âm lịch.", "ngày 10/3 âm lịch"),
        ("Tổ chức lễ hội ngày 15 tháng Giêng.", "ngày 15 tháng Giêng"),
        (
            "Trong 05 ngày kể từ ngày nhận được công văn, gửi báo cáo.",
            "Trong 05 ngày kể từ ngày nhận được công văn",
        ),
    ],
)
def test_a_day_that_no_calendar_here_counts_is_kept_in_words(text: str, words: str) -> None:
    due = find_due(text, 2026)
    assert (due.words, due.day) == (words, None)


def test_earlier_days_are_kept_in_the_words() -> None:
    due = find_due("Gửi dự thảo trước ngày 30/4, trình trước ngày 15/5/2026.", 2026)
    assert due.words == "trước ngày 30/4; trước ngày 15/5/2026"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Tháng 3-4", "2026-04-30"),
        ("Quý II, IV", "2026-12-31"),
        ("T3 - T5/2026", "2026-05-31"),
        ("3/2026", "2026-03-31"),
        ("Năm 2026", "2026-12-31"),
        ("15-20/5", "2026-05-20"),
        ("Từ tháng 3/2026", "None"),
        ("Hằng tháng, trước ngày 25", "None"),
        ("Quý I và Quý III hằng năm", "None"),
        ("Bắt đầu: 01/3/2026; kết thúc: 30/6/2026", "2026-06-30"),
        ("Tháng 6 (trước ngày 20)", "2026-06-19"),
    ],
)
def test_in_a_cell_of_deadlines_a_period_alone_is_one(cell: str, day: str) -> None:
    assert str(find_due(cell, 2026, is_cell=True).day) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("Tổ chức trong tháng 11.", "2026-11-30"), ("Xét tốt nghiệp trước ngày 25/6.", "2027-06-24")],
)
def test_the_second_term_of_a_school_year_lies_in_the_next_year(text: str, day: str) -> None:
    assert str(find_due(text, SchoolYear(2026)).day) == day


def test_a_day_without_a_month_lies_in_the_month_above_it() -> None:
    assert str(find_due("Gửi báo cáo trước ngày 20.", 2026, within="Tháng 3").day) == "2026-03-19"


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Trước 16 giờ 00 ngày 12/5, Văn phòng gửi báo cáo.", "Văn phòng"),
        ("Kể từ ngày 01/3/2026, trong thời hạn 10 ngày, các xã gửi báo cáo.", "các xã"),
        ("Trước Tết Nguyên đán, Liên đoàn Lao động tỉnh tặng quà.", "Liên đoàn Lao động tỉnh"),
        ("Đến hết tháng 6/2026, các xã hoàn thành rà soát.", "các xã"),
    ],
)
def test_words_of_time_in_front_hide_neither_body_nor_work(sentence: str, body: str) -> None:
    assert leader(sentence) == body
    assert not is_statement(sentence, "")


def test_words_of_time_in_front_hide_no_verb() -> None:
    assert opening_verb("Trong quý II và quý III, mở 05 lớp tập huấn.") == "mở"
