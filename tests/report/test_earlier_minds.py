"""How minds are is what the reports of that day say: an answer of last month says nothing of this one."""

from __future__ import annotations

from typing import Any

import pytest

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.report.told_minds import unsettled_minds
from tests.steps.small_year import small_year

BEFORE, QUARTER, NOW = "2024-M02", "2024-Q1", "2024-M03"
ANSWERS: dict[str, tuple[str, Any, Any, list[tuple[str, Any]]]] = {
    "said so now": (BEFORE, {}, {"KG605": "Không"}, [("A", None)]),
    "said so before and is silent now": (BEFORE, {"KG605": "Không"}, None, []),
    "said so of the same day and is silent now": (
        QUARTER, {"KG605": "Không"}, None, [("A", Period.parse(QUARTER))],
    ),
    "said so before and not any more": (QUARTER, {"KG605": "Không"}, {"KG605": "Có"}, []),
    "never said so": (QUARTER, {"KG605": "Có"}, None, []),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS)
def test_an_answer_counts_for_its_own_day_alone(case: str) -> None:
    other, before, now, expected = ANSWERS[case]
    reported = {other: {"A": before}, NOW: {} if now is None else {"A": now}}
    silent = {(NOW, "A"): State.MISSING} if now is None else {}
    year = small_year(reported, duties=silent)
    found = unsettled_minds(year, year.obligations(Period.parse(NOW)))
    assert [(mind.unit, mind.told_in) for mind in found] == expected
