"""A unit of the sample that tells of an inspection of Đề án 03 does not say in the same half that it made none."""

from __future__ import annotations

from datetime import date

import pytest

from khoagiao_xl.demo.demo_details import details_of
from khoagiao_xl.demo.demo_figures import figures_of
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.profiles import load_profile

UNITS = [f"U{number}" for number in range(150)]
DAY = date(2024, 1, 1)
SCHEME = "03-ĐA/TU"


def figures(unit: str, period: Period) -> dict[str, object]:
    asked = [item for item in load_profile("2024").indicators if item.is_asked(period.kind)]
    return dict(figures_of(unit, period, asked))


def tells_of_it(unit: str, quarter: Period) -> bool:
    rows = details_of(unit, quarter, figures_of(unit, quarter, list(load_profile("2024").indicators)), DAY)
    return any(SCHEME in str(row.get("Phân loại")) for row in rows.values())


@pytest.mark.parametrize("code", ["2024-H1", "2024-Y"])
def test_who_tells_of_one_says_yes(code: str) -> None:
    period = Period.parse(code)
    telling = [unit for unit in UNITS if any(tells_of_it(unit, quarter) for quarter in period.parts)]
    assert telling
    assert {figures(unit, period)["KG308"] for unit in telling} == {"Có"}
