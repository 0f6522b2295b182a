"""Rows that stand twice, and days that other words of the row give; numbers spelled in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.inspection.conftest import at

if TYPE_CHECKING:
    from tests.inspection.conftest import Look


def test_two_tasks_with_the_same_words_and_lead_are_asked_about(look: Look) -> None:
    found = look("tblKeHoach", """
        | Mã   | Nhiệm vụ         | Chủ trì |
        | NV01 | Kiểm tra trường  | Sở Y tế |
        | NV02 | Kiểm tra  trường | Sở Y tế |
        | NV03 | Kiểm tra trường  | Cấp ủy  |
    """)  # fmt: skip
    assert at(found) == [("D6", "KT-40")]


def test_a_directive_that_stands_twice_once_without_its_day_is_asked_about(look: Look) -> None:
    found = look("tblVanBan", """
        | Số, ký hiệu | Ngày ban hành |
        | 36-NQ/TW    | 2014-07-01    |
        | 36-NQ/TW    |               |
    """)  # fmt: skip
    assert at(found) == [("A6", "KT-40")]


def test_a_code_of_a_review_stands_once(look: Look) -> None:
    look("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |")
    found = look("tblSoTongKet", """
        | Mã   | Chủ trì |
        | TK01 | Sở Y tế |
        | TK01 | Cấp ủy  |
    """)  # fmt: skip
    assert at(found) == [("Q6", "KT-40")]


def test_the_day_of_a_review_is_proposed(look: Look) -> None:
    look("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |")
    (found,) = look("tblSoTongKet", "| Ngày tròn |\n|  |")
    assert (
        found == "D5 KT-68: Chưa có ngày tròn. Theo ngày ban hành và số năm thì là 01/07/2024; điền nếu đúng."
    )


def test_a_deadline_in_words_alone_is_offered_as_a_day(look: Look) -> None:
    (found,) = look("tblKeHoach", "| Mã | Hạn bằng lời |\n| NV01 | trước ngày 20/6/2024 |")
    assert at([found]) == [("H5", "KT-66")]
    assert "Hạn bằng lời là «trước ngày 20/6/2024»" in found
    assert "Nếu là ngày 19/06/2024 thì điền vào." in found


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("trong quý I", "2024-03-31"),
        ("trong quý I", "2024-04-01"),
        ("trong quý I", "2024-03-29"),
        ("thường xuyên", "2024-03-29"),
        ("quý I; quý II", "2024-06-28"),
    ],
)
def test_a_deadline_moved_off_a_rest_day_agrees_with_its_words(look: Look, words: str, day: str) -> None:
    found = look("tblKeHoach", f"| Mã | Hạn bằng lời | Hạn |\n| NV01 | {words} | {day} |")
    assert [code for _, code in at(found) if code == "KT-67"] == []


@pytest.mark.parametrize(("day", "asked"), [("2025-05-31", []), ("2025-06-30", ["KT-67"])])
def test_a_month_of_a_school_years_second_term_agrees_with_its_words(
    look: Look, day: str, asked: list[str]
) -> None:
    found = look("tblKeHoach", f"| Mã | Hạn bằng lời | Hạn |\n| NV01 | trong tháng 5 | {day} |")
    assert [code for _, code in at(found) if code == "KT-67"] == asked


@pytest.mark.parametrize("written", ["36 - NQ/TW", "Nghị quyết số 36-NQ/TW"])
def test_a_number_spelled_in_another_way_is_offered(look: Look, written: str) -> None:
    look("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |")
    (found,) = look("tblKeHoach", f"| Mã | Văn bản |\n| NV01 | {written} |")
    assert "KT-50" in found
    assert "Có phải «36-NQ/TW»?" in found
