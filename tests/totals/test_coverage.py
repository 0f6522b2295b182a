"""n/N: of the units that owe an answer in that very period, how many gave one; «không thuộc» owes none."""

from __future__ import annotations

from typing import Any

import pytest

from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State
from khoagiao_xl.totals.coverage import coverage
from tests.totals.paper_world import (
    CAME,
    DIRECTIVE,
    INSPECTED,
    MEETINGS,
    QUESTIONS,
    SHARE,
    STUDIED,
    UNITS,
    total,
    year_of,
)

ALL_ZERO = dict.fromkeys((item.code for item in QUESTIONS), 0)
WHOLE = {**ALL_ZERO, "KG105": None, "KG112": "Không"}


@pytest.mark.parametrize(
    ("item", "answers", "answered"),
    [
        (MEETINGS, {"KG106": 0}, True),
        (MEETINGS, {"KG106": None}, False),
        (STUDIED, {"KG106": 2, "KG105": "45-NQ/TW"}, True),
        (STUDIED, {"KG106": 2, "KG105": None}, False),
        (STUDIED, {"KG106": 0, "KG105": None}, True),
        (STUDIED, {"KG106": None, "KG105": None}, False),
        (SHARE, {"KG107": 0, "KG108": 0}, True),
        (SHARE, {"KG107": 5, "KG108": None}, False),
        (DIRECTIVE, {"KG112": "Không"}, True),
        (DIRECTIVE, {"KG112": None}, False),
    ],
)
def test_what_is_an_answer(item: Indicator, answers: dict[str, Any], answered: bool) -> None:
    found = total(year_of({"M01": {"A": answers}}), "2024-M01", item)
    assert found.coverage == ("1/3" if answered else "0/3")


def test_a_share_of_nothing_is_answered_and_has_no_value() -> None:
    found = total(year_of({"M01": {"A": {"KG107": 0, "KG108": 0}}}), "2024-M01", SHARE)
    assert (found.value, found.coverage) == (None, "1/3")


def test_who_confirms_that_nothing_happened_has_answered_none() -> None:
    year = year_of({"M01": {"A": {}}}, states={("M01", "A"): State.NOTHING})
    assert (total(year, "2024-M01", CAME).value, total(year, "2024-M01", STUDIED).value) == (0, 0)
    assert total(year, "2024-M01", STUDIED).coverage == "1/3"


def test_not_for_us_leaves_the_denominator() -> None:
    answers = {"A": {"KG112": "Có"}, "B": {"KG112": "Không"}, "C": {"KG112": "Không thuộc"}}
    found = total(year_of({"M01": answers}), "2024-M01", DIRECTIVE)
    assert (found.value, found.coverage, found.not_applicable) == (1, "2/2", 1)


def test_a_waiver_of_march_changes_nothing_in_january() -> None:
    month = {unit.code: {"KG106": 1} for unit in UNITS}
    came = {"M01": month, "M02": month, "M03": {"A": {"KG106": 1}, "B": {"KG106": 1}}}
    year = year_of(came, states={("M03", "C"): State.WAIVED})
    march = total(year, "2024-M03", MEETINGS)
    assert (march.coverage, march.previous_counted, march.previous_owing) == ("2/2", 3, 3)
    assert (march.partial, march.to_date_counted, march.to_date_owing) == ((), 3, 3)


def test_whoever_answered_is_among_those_that_owe() -> None:
    covers_less = UNITS[0].__class__("C", "Đơn vị C", covers=frozenset({"KG001"}))
    year = year_of({"M01": {"C": {"KG106": 3}}}, units=(*UNITS[:2], covers_less))
    found = total(year, "2024-M01", MEETINGS)
    assert (found.value, found.coverage) == (3, "1/3")


def test_a_complete_period_lacks_nothing_anywhere() -> None:
    months = {f"M0{month}": {unit.code: WHOLE for unit in UNITS} for month in (1, 2, 3)}
    year = year_of({**months, "Q1": {unit.code: WHOLE for unit in UNITS}})
    for period in ("2024-M03", "2024-Q1"):
        for item in (MEETINGS, STUDIED, SHARE, DIRECTIVE, INSPECTED):
            found = total(year, period, item)
            assert (found.coverage, found.provisional, found.partial) == ("3/3", False, ())
            assert (found.to_date_lacking, found.breaks) == ((), ())


def test_the_units_behind_it_can_be_asked_for() -> None:
    answers = {"A": {"KG112": "Có"}, "C": {"KG112": "Không thuộc"}}
    found = coverage(year_of({"M01": answers}), Period.parse("2024-M01"), DIRECTIVE)
    assert (found.answered, found.owing, found.not_applicable) == tuple(map(frozenset, ("A", "AB", "C")))
    assert (str(found), found.is_whole) == ("1/2", False)
