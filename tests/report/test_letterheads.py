"""Who the office is, by profile and day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report import letterhead_for
from khoagiao_xl.report.document_heading import head_tags, numbered
from khoagiao_xl.report.letterheads import Rules


def test_the_bloc_of_2024_signs_under_its_own_symbol() -> None:
    head = letterhead_for("2024", date(2024, 3, 20))
    assert (head.symbol, head.authority, head.signer, head.number) == ("BC/ĐUK", "T/M BAN THƯỜNG VỤ", "", "")


@pytest.mark.parametrize(("day", "rules"), [(date(2026, 5, 26), Rules.HD36), (date(2026, 5, 27), Rules.HD05)])
def test_the_rules_change_with_the_day_of_the_document(day: date, rules: Rules) -> None:
    assert letterhead_for("2026", day).rules is rules


@pytest.mark.parametrize(("profile", "day"), [("2030", date(2026, 6, 1)), ("2026", date(2024, 6, 1))])
def test_a_profile_that_is_not_in_force_is_refused(profile: str, day: date) -> None:
    with pytest.raises(WrongRequest, match=f"Không có mẫu đầu văn bản «{profile}»") as stopped:
        letterhead_for(profile, day)
    assert stopped.value.code == "BC-01"


@pytest.mark.parametrize(
    ("given", "shown"), [("", "Số        -BC/ĐUK"), ("5", "Số 05-BC/ĐUK"), ("12", "Số 12-BC/ĐUK")]
)
def test_a_number_has_two_digits_or_room_to_write_it(given: str, shown: str) -> None:
    from dataclasses import replace

    assert numbered(replace(letterhead_for("2024", date(2024, 3, 20)), number=given)) == shown


def test_the_day_of_a_long_place_stays_in_one_line() -> None:
    head = replace(letterhead_for("2026", date(2026, 6, 20)), place="Phường Lào Cai")
    told = head_tags(head, date(2026, 6, 20))["dia_danh_ngay"]
    assert told == "Phường Lào Cai, ngày\u00a020\u00a0tháng\u00a06\u00a0năm\u00a02026"


def test_no_line_of_a_name_can_begin_or_end_with_its_hyphen() -> None:
    issuer = head_tags(letterhead_for("2024", date(2024, 3, 20)), date(2024, 3, 20))["co_quan_ban_hanh"]
    assert issuer.split("\n") == ["ĐẢNG ỦY KHỐI", "CƠ QUAN\u00a0-\u00a0DOANH NGHIỆP TỈNH"]
