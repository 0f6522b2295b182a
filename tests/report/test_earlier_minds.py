"""Who stands in the year with an earlier answer that minds are not settled is named, with where it was told."""

from __future__ import annotations

from typing import Any

import pytest

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.report.told_minds import unsettled_minds
from tests.steps.small_year import small_year

JANUARY, FEBRUARY = "2024-M01", "2024-M02"
ANSWERS: dict[str, tuple[Any, Any, list[tuple[str, Any]]]] = {
    "said so now": ({}, {"KG605": "Không"}, [("A", None)]),
    "said so before and is silent now": ({"KG605": "Không"}, None, [("A", Period.parse(JANUARY))]),
    "said so before and not any more": ({"KG605": "Không"}, {"KG605": "Có"}, []),
    "never said so": ({"KG605": "Có"}, None, []),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_the_last_answer_of_a_unit_counts(case: str) -> None:
    before, now, expected = ANSWERS[case]
    reported = {JANUARY: {"A": before}, FEBRUARY: {} if now is None else {"A": now}}
    silent = {(FEBRUARY, "A"): State.MISSING} if now is None else {}
    year = small_year(reported, duties=silent)
    found = unsettled_minds(year, year.obligations(Period.parse(FEBRUARY)))
    assert [(mind.unit, mind.told_in) for mind in found] == expected
