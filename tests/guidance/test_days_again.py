"""Days that come again every month, quarter or year are no deadline of this year: they are how often."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance import find_due
from khoagiao_xl.guidance.words.recurrence import recurrence_of

AGAIN = [
    ("Tổ chức Tháng hành động từ ngày 15/6 đến ngày 31/7 hằng năm.", "hằng năm"),
    ("Hằng năm, trước 31/8, lập danh sách trẻ vào lớp một.", "hằng năm"),
    ("Hàng năm vào tháng 11 tổ chức ngày hội.", "hàng năm"),
    ("Hằng năm tổ chức hội nghị tổng kết trước ngày 15/12.", "hằng năm"),
    ("Báo cáo hằng năm, trước ngày 15/12.", "hằng năm"),
    ("Tổ chức tháng 3 và tháng 9 hằng năm.", "hằng năm"),
    ("Gửi báo cáo trước ngày 15/6, 15/12 mỗi năm.", "mỗi năm"),
    ("Họp vào ngày 20 tháng cuối quý.", "hằng quý"),
    ("Họp chi bộ mỗi tháng một lần.", "mỗi tháng"),
    ("Giao ban hai tháng một lần.", "2 tháng"),
    ("Kiểm tra 02 tháng/lần.", "2 tháng"),
    ("Đối thoại mỗi học kỳ 01 lần.", "mỗi học kỳ"),
    ("Gửi tin, ảnh hằng ngày.", "hằng ngày"),
    ("Giám sát ít nhất 01 lần / năm.", "hằng năm"),
    ("Giám sát, mỗi quý 01 lần.", "mỗi quý"),
    ("Tổ chức ít nhất 01 hội nghị/quý.", "hằng quý"),
    ("Hỗ trợ 02 triệu đồng/tháng.", ""),
    ("Chăm lo đời sống hằng ngày của công nhân.", ""),
]


@pytest.mark.parametrize(("text", "again"), AGAIN)
def test_days_of_every_month_or_year_are_how_often(text: str, again: str) -> None:
    assert (find_due(text, 2026).day, recurrence_of(text)) == (None, again)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Từ ngày 15/8 đến ngày 05/9, mỗi tuần đăng 02 tin.", "2026-09-05"),
        ("Hằng năm tổ chức hội thi; năm nay hoàn thành trước ngày 30/6.", "2026-06-29"),
        ("Định kỳ hằng năm gửi báo cáo, riêng lần này trước ngày 15/3/2026.", "2026-03-14"),
        ("Báo cáo hằng tháng; báo cáo tổng kết gửi trước ngày 10/12.", "2026-12-09"),
    ],
)
def test_a_day_of_this_year_beside_what_comes_again_is_a_deadline(text: str, day: str) -> None:
    assert str(find_due(text, 2026).day) == day


@pytest.mark.parametrize(
    "cell", ["Hằng năm, trước 31/8", "Từ 15/6 - 31/7 hằng năm", "Tháng 3, tháng 9 hằng năm"]
)
def test_a_cell_keeps_what_comes_again_as_its_words(cell: str) -> None:
    due = find_due(cell, 2026, is_cell=True)
    assert (due.day, due.words) == (None, cell)
