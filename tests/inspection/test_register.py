"""The register of outgoing numbers and the head of documents: what `check` says of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.fresh_year import fresh_year
from tests.inspection.conftest import at, found_in, typed

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year

DAY = date(2024, 1, 5)


def with_setting(year: Year, **settings: str) -> Year:
    rows = [dict(row) for row in year.pages["tblCauHinh"].rows]
    for row in rows:
        row["Giá trị"] = settings.get(str(row["Khóa"]), row["Giá trị"])
    return year.with_tables({"tblCauHinh": rows})


def sent(number: int, day: date = DAY) -> dict[str, Any]:
    return {"Loại": "Báo cáo", "Số": number, "Ngày ban hành": day, "Cơ quan ban hành": "cấp ủy",
            "Trích yếu": "kết quả"}  # fmt: skip


def found(*rows: dict[str, Any], **settings: str) -> list[tuple[str, str]]:
    """Return cell and code of what is said of a register with these rows."""
    year = typed(with_setting(fresh_year(), **settings), "tblVanBanDi", list(rows))
    return at(found_in(year))


def said_of(**settings: str) -> list[str]:
    return found_in(with_setting(fresh_year(), **settings))


def test_a_series_without_a_gap_is_sound() -> None:
    assert (
        found(sent(1), sent(2), {**sent(1), "Loại": "Công văn"}, {**sent(1), "Cơ quan ban hành": "ban"}) == []
    )


def test_a_number_given_twice_is_an_error_at_the_second() -> None:
    assert found(sent(1), sent(2), {**sent(2), "Trích yếu": "sơ kết"}) == [("B7", "SVB-12")]


def test_two_lines_that_are_the_same_report_are_an_error_at_the_second() -> None:
    own = {"Báo cáo": "2024-M01", "Ký hiệu": "BC/ĐUK"}
    rows = [{**sent(1), **own}, {**sent(2), **own}, {**sent(3), "Báo cáo": "2024-M02"}]
    assert found(*rows) == [("H6", "SVB-30")]
    [told] = found_in(typed(fresh_year(), "tblVanBanDi", rows))
    assert "01-BC/ĐUK, 02-BC/ĐUK" in told


def test_missing_numbers_are_noted_once_for_a_series() -> None:
    assert found(sent(2), sent(5), sent(9)) == [("B7", "SVB-10")]
    [told] = found_in(typed(fresh_year(), "tblVanBanDi", [sent(2), sent(5), sent(9)]))
    assert "sổ chưa có số 01, 03-04, 06-08" in told


def test_a_day_before_that_of_the_number_before_is_asked_about() -> None:
    assert found(sent(1), sent(2, date(2024, 1, 3))) == [("D6", "SVB-11")]


def test_numbers_of_the_term_before_are_no_doubles() -> None:
    assert found(sent(1, date(2019, 1, 5)), sent(1), nhiem_ky_tu="15/10/2020") == []


def test_numbers_of_a_body_of_the_state_are_of_their_year() -> None:
    state = {"Cơ quan ban hành": "cơ quan nhà nước"}
    assert found({**sent(1, date(2023, 1, 5)), **state}, {**sent(1), **state}) == []


@pytest.mark.parametrize(
    ("settings", "code"),
    [({"chuc_vu_ky": "TRƯỞNG BAN"}, "BH-01"), ({"chuc_vu_ky": "BÍ THƯ ĐẢNG ỦY KHỐI"}, "BH-02"),
     ({"nguoi_ky": "TS. Nguyễn Văn A"}, "BH-03"), ({"ban_hanh": "cơ quan nhà nước"}, "BH-04"),
     ({"the_thuc": "ND30"}, "BH-05"), ({"ngay_van_ban": "mai"}, "CH-04"), ({"nhiem_ky_tu": "?"}, "CH-04"),
     ({"ban_hanh": "chi bộ"}, "KT-93"), ({"lan_du_thao": "hai"}, "KT-92"), ({"the_thuc": "HD1"}, "KT-93")],
)  # fmt: skip
def test_a_head_that_cannot_be_is_told_at_its_setting(settings: dict[str, str], code: str) -> None:
    [told] = said_of(**settings)
    assert f" {code}: " in told


def test_the_head_of_the_board_may_sign_for_the_board() -> None:
    assert said_of(ban_hanh="ban", chuc_vu_ky="TRƯỞNG BAN") == []
