"""A kind of office that does not stand in a year is refused at birth, with those that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.building.new_master import Order, make_master
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.letterheads import letterhead_for
from tests.building.test_short_names import TODAY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("profile", "year"), [("2024", 2027), ("2024", 2026), ("2026", 2024)])
def test_a_profile_of_other_years_is_refused_and_nothing_is_made(
    tmp_path: Path, profile: str, year: int
) -> None:
    with pytest.raises(WrongRequest, match=f"«{profile}» không dùng cho năm {year}") as refused:
        make_master(Order(tmp_path / "So.xlsm", year=year, profile=profile), TODAY)
    assert refused.value.code == "HS-09"
    assert not list(tmp_path.iterdir())


def test_the_letterheads_that_are_offered_are_of_that_day() -> None:
    from datetime import date

    with pytest.raises(WrongRequest) as refused:
        letterhead_for("2024", date(2027, 12, 31))
    _, offered = str(refused.value).split("Chọn một trong: ")
    assert "2024" not in offered
    assert "2026" in offered
