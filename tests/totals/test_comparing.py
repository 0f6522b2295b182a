"""Like with like: a change is told over the units that gave the figure both times, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.totals.paper_world import DIRECTIVE, MEETINGS, MEMBERS, SHARE, UNITS, Answers, total, year_of


def test_a_unit_that_joined_or_fell_silent_is_no_growth() -> None:
    came = {"M01": {"A": {"KG106": 4}, "B": {"KG106": 5}}, "M02": {"A": {"KG106": 6}, "C": {"KG106": 9}}}
    found = total(year_of(came), "2024-M02", MEETINGS)
    assert (found.value, found.previous) == (15, 9)
    assert (found.previous_both, found.previous_then, found.previous_now) == (1, 4, 6)


def test_what_was_carried_forward_is_no_answer() -> None:
    came = {"M01": {"A": {"KG001": 40}, "B": {"KG001": 30}}, "M02": {"A": {"KG001": 41}}}
    found = total(year_of(came), "2024-M02", MEMBERS)
    assert (found.value, found.previous_both, found.previous_then, found.previous_now) == (71, 1, 40, 41)


def test_too_few_units_say_nothing() -> None:
    came = {"M01": {"A": {"KG106": 4}}, "M02": {"A": {"KG106": 6}}}
    few = total(year_of(came, compared_from=50), "2024-M02", MEETINGS)
    enough = total(year_of(came, compared_from=33), "2024-M02", MEETINGS)
    assert (few.previous_both, few.previous_then, few.previous_now) == (1, None, None)
    assert (enough.previous_then, enough.previous_now) == (4, 6)


def test_shares_and_answers_of_yes_are_compared_over_the_same_units() -> None:
    january: dict[str, Answers] = {
        "A": {"KG107": 10, "KG108": 5, "KG112": "Không"},
        "B": {"KG107": 90, "KG108": 90},
    }
    year = year_of({"M01": january, "M02": {"A": {"KG107": 10, "KG108": 8, "KG112": "Có"}}})
    share, said = total(year, "2024-M02", SHARE), total(year, "2024-M02", DIRECTIVE)
    assert (share.previous_then, share.previous_now) == (50.0, 80.0)
    assert (said.previous_then, said.previous_now) == (0, 1)


def test_last_year_stands_in_its_own_master() -> None:
    last = year_of({"M01": {"A": {"KG106": 3}, "C": {"KG106": 8}}}, year=2023)
    found = total(year_of({"M01": {"A": {"KG106": 4}}}, last_year=last), "2024-M01", MEETINGS)
    assert (found.last_year, found.last_year_counted, found.last_year_owing) == (11, 2, 3)
    assert (found.last_year_both, found.last_year_then, found.last_year_now) == (1, 3, 4)
    assert found.partial == ("cùng kỳ: 2/3",)


def test_before_january_comes_december_of_last_year() -> None:
    last = year_of({"M12": {"A": {"KG106": 7}}}, year=2023)
    found = total(year_of({"M01": {"A": {"KG106": 4}}}, last_year=last), "2024-M01", MEETINGS)
    assert (found.previous, found.previous_then, found.previous_now) == (7, 7, 4)


def test_without_last_years_master_nothing_is_compared_with_it() -> None:
    found = total(year_of({"M01": {"A": {"KG106": 4}}}), "2024-M01", MEETINGS)
    assert (found.last_year, found.last_year_both, found.last_year_owing) == (None, 0, 0)


def test_a_unit_that_took_another_in_is_not_like_itself() -> None:
    units = (UNITS[0], replace(UNITS[1], valid_to=date(2024, 1, 31), merged_into="A"), UNITS[2])
    january = {"A": {"KG001": 40}, "B": {"KG001": 30}, "C": {"KG001": 20}}
    came = {"M01": january, "M02": {"A": {"KG001": 70}, "C": {"KG001": 21}}}
    found = total(year_of(came, units=units), "2024-M02", MEMBERS)
    assert (found.previous_both, found.previous_then, found.previous_now) == (1, 20, 21)


def test_two_months_later_it_is_again() -> None:
    units = (UNITS[0], replace(UNITS[1], valid_to=date(2024, 1, 31), merged_into="A"), UNITS[2])
    came = {"M02": {"A": {"KG001": 70}}, "M03": {"A": {"KG001": 71}}}
    found = total(year_of(came, units=units), "2024-M03", MEMBERS)
    assert (found.previous_both, found.previous_then, found.previous_now) == (1, 70, 71)
