"""What a further hand's documents taught: rhythm behind a name, lists of bodies, sessions, ways to send."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.guidance.words.due_words import find_due
from khoagiao_xl.guidance.words.organs import organ_at_start
from tests.guidance.conftest import ReadPlan
from tests.guidance.guidance_table_samples import ReadTables


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "hằng tháng định hướng nội dung"),
        ("Văn phòng Tỉnh ủy", "hằng quý tổng hợp tiến độ"),
        ("Tỉnh đoàn", "hàng năm tổ chức trại hè"),
        ("Sở Y tế", "thường xuyên cập nhật số liệu"),
        ("Các chi bộ", "định kỳ hằng quý sinh hoạt"),
        ("Trung tâm Giáo dục thường xuyên tỉnh", "mở lớp"),
        ("Công an tỉnh", "liên tục tuần tra"),
    ],
)
def test_how_often_is_no_part_of_a_name(name: str, how: str) -> None:
    assert organ_at_start(f"{name} {how}")[0] == name


@pytest.mark.parametrize(
    "name",
    [
        "17 đảng ủy có tên trong danh sách kèm theo",
        "Các xã tại Phụ lục 2",
        "Các trường nêu tại Phụ lục số 1 kèm theo",
        "Các phường theo danh sách gửi kèm",
        "Các đơn vị thuộc danh sách tại Phụ lục 3",
        "Đảng ủy các xã, phường có tên tại Phụ lục II",
    ],
)
def test_bodies_told_by_their_list_are_taken_whole(name: str) -> None:
    assert organ_at_start(f"{name} rà soát đội ngũ.")[0] == name


def test_one_body_is_told_by_no_list() -> None:
    assert organ_at_start("Sở Y tế tại Phụ lục 2 nêu rõ số liệu.")[0] == "Sở Y tế"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Trình đề án tại kỳ họp thường lệ cuối năm 2026.", date(2026, 12, 31)),
        ("Trình đề án trước kỳ họp thường lệ cuối năm 2026.", date(2026, 12, 31)),
        ("Báo cáo vào kỳ họp cuối năm 2026.", date(2026, 12, 31)),
        ("Rà soát nghị quyết được thông qua tại kỳ họp cuối năm 2026.", None),
        ("Xuất bản bản tin mỗi quý 01 số.", None),
        ("Chiếu phim hằng tháng 02 buổi.", None),
    ],
)
def test_a_session_of_the_year_has_its_day_and_a_rhythm_has_none(words: str, day: date | None) -> None:
    assert find_due(words, 2026).day == day


@pytest.mark.parametrize(
    "line",
    [
        "- Báo cáo gửi bản ký số qua Trục liên thông, đồng thời gửi bản mềm vào hộp thư.",
        "- Gửi bản mềm qua thư điện tử.",
        "- Hồ sơ gửi bản giấy 02 bộ.",
        "- Báo cáo gửi về Ban bằng văn bản có chữ ký số.",
    ],
)
def test_how_a_report_is_sent_is_no_task(read_plan: ReadPlan, line: str) -> None:
    (task,) = read_plan(f"1. Báo cáo:\n- Sở Y tế báo cáo trước ngày 15/6.\n{line}").tasks
    assert task.record.lead == "Sở Y tế"


def test_what_comes_each_month_or_quarter_in_a_table_of_months_has_no_day(read_tables: ReadTables) -> None:
    head = ["TT", "Công việc", *map(str, range(1, 13))]
    monthly = ["1", "Giao ban chất lượng toàn viện", *["X"] * 12]
    quarterly = ["2", "Kiểm tra hồ sơ bệnh án", *[" ", " ", "X"] * 4]
    twice = ["3", "Hiến máu tình nguyện", *"-X--X-------".replace("-", " ")]
    table = "\n".join(map("|".join, [head, monthly, quarterly, twice]))
    tasks = read_tables(table).tasks
    assert [task.record.due for task in tasks] == [None, None, date(2026, 5, 31)]
    assert [task.record.recurrence for task in tasks] == ["hằng tháng", "hằng quý", ""]
