"""A stock of a silent unit is its last known answer, marked; a flow of a silent unit is nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State, Unit
from khoagiao_xl.totals.contributions import Contribution, figure_contributions
from tests.totals.paper_world import (
    DIRECTIVE,
    INSURED_SHARE,
    MEETINGS,
    MEMBERS,
    MINDS,
    PLANNED,
    SPORT,
    UNITS,
    Came,
    total,
    year_of,
)

JANUARY = {"A": {"KG001": 40}, "B": {"KG001": 30}, "C": {"KG001": 20}}


def test_the_members_of_a_silent_unit_are_still_there_and_marked() -> None:
    found = total(year_of({"M01": JANUARY, "M02": {"A": {"KG001": 41}}}), "2024-M02", MEMBERS)
    assert (found.value, found.carried, found.carried_units, found.coverage) == (91, 50, 2, "1/3")
    assert found.carried_from == ("2024-M01: 2",)
    assert found.note == "trong đó 2 đơn vị lấy số gần nhất: tháng 1 (2)"


def test_what_a_silent_unit_did_is_unknown_and_not_repeated() -> None:
    came = {"M01": {"A": {"KG106": 4}, "B": {"KG106": 5}}, "M02": {"A": {"KG106": 1}}}
    found = total(year_of(came), "2024-M02", MEETINGS)
    assert (found.value, found.carried, found.carried_units) == (1, None, 0)


@pytest.mark.parametrize(
    "state", [State.MISSING, State.RETURNED, State.UNUSABLE, State.EXTENDED, State.WAIVED]
)
def test_whoever_gave_no_usable_answer_stands_with_the_last_one(state: State) -> None:
    came = {"M01": JANUARY, "M02": {"A": {"KG001": 41}, "B": {"KG001": 99}, "C": {"KG001": 20}}}
    found = total(year_of(came, states={("M02", "B"): state}), "2024-M02", MEMBERS)
    assert (found.value, found.carried) == (91, 30)


def test_a_blank_in_a_report_that_counts_is_no_zero() -> None:
    found = total(year_of({"M01": JANUARY, "M02": {"A": {"KG001": None}}}), "2024-M02", MEMBERS)
    assert (found.value, found.carried_units, found.coverage) == (90, 3, "0/3")


def test_a_unit_that_says_nothing_happened_still_has_its_members() -> None:
    came: Came = {"M01": JANUARY, "M02": {"A": {"KG001": None, "KG106": 0}}}
    found = total(year_of(came, states={("M02", "A"): State.NOTHING}), "2024-M02", MEMBERS)
    assert (found.value, found.coverage) == (90, "0/3")


def test_the_quarter_and_its_last_month_are_of_one_day_and_speak_for_each_other() -> None:
    year = year_of({"M03": {"A": {"KG001": 45}}, "Q1": {"B": {"KG001": 33}}})
    month, quarter = total(year, "2024-M03", MEMBERS), total(year, "2024-Q1", MEMBERS)
    assert (month.value, quarter.value) == (78, 78)
    assert (month.carried_from, quarter.carried_from) == (("2024-Q1: 1",), ("2024-M03: 1",))


def test_the_newest_report_is_the_one_that_stands() -> None:
    came = {"M01": JANUARY, "M02": {"B": {"KG001": 31}}, "M03": {}}
    assert total(year_of(came), "2024-M03", MEMBERS).carried_from == ("2024-M01: 2", "2024-M02: 1")


def test_nothing_is_carried_backwards() -> None:
    found = total(year_of({"M01": {}, "M02": JANUARY}), "2024-M01", MEMBERS)
    assert (found.value, found.carried_units) == (None, 0)


def test_a_dissolved_unit_is_not_carried() -> None:
    units = (UNITS[0], replace(UNITS[1], valid_to=date(2024, 1, 31)), UNITS[2])
    found = total(year_of({"M01": JANUARY, "M02": {}}, units=units), "2024-M02", MEMBERS)
    assert (found.value, found.coverage) == (60, "0/2")


def test_who_was_never_known_is_named() -> None:
    found = total(year_of({"M01": {"A": {"KG001": 40}}}), "2024-M01", MEMBERS)
    assert (found.value, found.partial) == (40, ("chưa có số lần nào: B, C",))


def test_answers_of_yes_stand_until_the_unit_says_otherwise() -> None:
    came = {"M01": {"A": {"KG112": "Có"}, "B": {"KG112": "Không"}}, "M02": {"C": {"KG112": "Có"}}}
    found = total(year_of(came), "2024-M02", DIRECTIVE)
    assert (found.value, found.carried, found.carried_units, found.coverage) == (2, 1, 2, "1/3")


def test_how_minds_were_last_month_says_nothing_of_this_one() -> None:
    came = {"M02": {"A": {"KG605": "Có"}, "B": {"KG605": "Có"}}, "M03": {"A": {"KG605": "Có"}}}
    found = total(year_of(came), "2024-M03", MINDS)
    assert (found.value, found.carried_units, found.partial) == (1, 0, ("kỳ trước: 2/3",))
    same_day = total(year_of({**came, "Q1": {"B": {"KG605": "Không"}}}), "2024-M03", MINDS)
    assert (same_day.value, same_day.carried_from) == (1, ("2024-Q1: 1",))


def test_a_unit_that_the_question_does_not_concern_is_carried_nowhere() -> None:
    came = {"M01": {"A": {"KG112": "Có"}}, "M02": {"A": {"KG112": "Không thuộc"}}, "M03": {}}
    found = total(year_of(came), "2024-M03", DIRECTIVE)
    assert (found.value, found.carried_units) == (None, 0)


def test_a_share_of_two_stocks_is_carried_with_both_of_them() -> None:
    came = {"Q1": {"A": {"KG223": 50, "KG002": 100}}, "Q2": {"B": {"KG223": 30, "KG002": 60}}}
    found = total(year_of(came), "2024-Q2", INSURED_SHARE)
    assert (found.value, found.carried_units, found.coverage) == (50.0, 1, "1/3")


def test_a_mean_is_carried_with_its_weight() -> None:
    came = {"Q1": {"A": {"KG227": 50, "KG002": 10}}, "Q2": {"B": {"KG227": 90, "KG002": 30}}}
    found = total(year_of(came), "2024-Q2", SPORT)
    assert (found.value, found.carried_units, found.coverage) == (80.0, 1, "1/3")


# -- over the year's end ----------------------------------------------------------------------------------


def test_a_state_of_last_december_stands_in_january() -> None:
    last = year_of({"M12": JANUARY}, year=2023)
    found = total(year_of({"M01": {"A": {"KG001": 41}}}, last_year=last), "2024-M01", MEMBERS)
    assert (found.value, found.carried_from) == (91, ("2023-M12: 2",))
    assert found.note == "trong đó 2 đơn vị lấy số gần nhất: tháng 12 năm 2023 (2)"


def test_what_was_estimated_of_december_gives_way_to_what_was_reported_of_it() -> None:
    last = year_of({"Y": {"A": {"KG001": 99}}, "M12": {"A": {"KG001": 40}}}, year=2023)
    assert total(year_of({"M01": {}}, last_year=last), "2024-M01", MEMBERS).value == 40


def test_a_plan_is_that_of_its_year() -> None:
    last = year_of({"Q4": {"A": {"KG301": 4}}}, year=2023)
    assert total(year_of({"Q1": {}}, last_year=last), "2024-Q1", PLANNED).value is None


# -- who became a piece of another ------------------------------------------------------------------------

MERGED = (UNITS[0], replace(UNITS[1], valid_to=date(2024, 1, 31), merged_into="A"), UNITS[2])


def test_a_piece_stands_until_the_whole_has_reported_after_it() -> None:
    found = total(year_of({"M01": JANUARY, "M02": {}}, units=MERGED), "2024-M02", MEMBERS)
    assert (found.value, found.carried_units) == (90, 3)


def test_a_piece_is_not_counted_beside_the_whole_that_tells_of_it() -> None:
    found = total(year_of({"M01": JANUARY, "M02": {"A": {"KG001": 70}}}, units=MERGED), "2024-M02", MEMBERS)
    assert (found.value, found.carried_units) == (90, 1)
    later = year_of({"M01": JANUARY, "M02": {"A": {"KG001": 70}}, "M03": {}}, units=MERGED)
    assert total(later, "2024-M03", MEMBERS).value == 90


def test_a_piece_of_a_piece_is_told_of_by_the_last_whole() -> None:
    chain = (UNITS[0], MERGED[1], replace(UNITS[2], valid_to=date(2024, 2, 20), merged_into="B"))
    chain = (chain[0], chain[1], replace(chain[2], merged_into="A"))
    came = {"M01": JANUARY, "M02": {"A": {"KG001": 70}, "C": {"KG001": 21}}, "M03": {}}
    assert total(year_of(came, units=chain), "2024-M03", MEMBERS).value == 91


def test_a_piece_of_a_dissolved_unit_is_gone_with_it() -> None:
    gone = (replace(UNITS[0], valid_to=date(2024, 2, 1)), MERGED[1], UNITS[2])
    assert total(year_of({"M01": JANUARY, "M02": {}}, units=gone), "2024-M02", MEMBERS).value == 20


def test_two_units_that_are_each_a_piece_of_the_other_are_gone() -> None:
    day = date(2024, 1, 31)
    circle = (replace(UNITS[0], valid_to=day, merged_into="B"), MERGED[1], UNITS[2])
    assert total(year_of({"M01": JANUARY, "M02": {}}, units=circle), "2024-M02", MEMBERS).value == 20


def test_a_unit_that_reports_by_its_parts_since_stands_whole_until_all_of_them_have() -> None:
    parts = (UNITS[0], *(replace(unit, part_of="A") for unit in UNITS[1:]))
    begun = (*(replace(unit, valid_from=date(2024, 2, 1)) for unit in parts[1:]), UNITS[0])
    january = {"M01": {"A": {"KG001": 40}}}
    silent = total(year_of({**january, "M02": {}}, units=begun), "2024-M02", MEMBERS)
    half = total(year_of({**january, "M02": {"B": {"KG001": 25}}}, units=begun), "2024-M02", MEMBERS)
    assert [(found.value, found.carried_units, found.coverage) for found in (silent, half)] == [
        (40, 1, "0/1")
    ] * 2
    both = {**january, "M02": {"B": {"KG001": 25}, "C": {"KG001": 16}}}
    told = total(year_of(both, units=begun), "2024-M02", MEMBERS)
    assert (told.value, told.carried_units, told.coverage) == (41, 0, "1/1")


# -- the list behind the figure ---------------------------------------------------------------------------


def test_the_figure_is_the_sum_of_what_the_units_contribute() -> None:
    year = year_of({"M01": {"A": {"KG001": 40}}, "M02": {"B": {"KG001": 30}}})
    found = figure_contributions(year, Period.parse("2024-M02"), MEMBERS)
    assert set(found) == {
        Contribution("B", "2024-M02", "KG001", 30),
        Contribution("A", "2024-M01", "KG001", 40, carried=True),
    }


def test_a_unit_asked_of_other_things_is_not_carried() -> None:
    units = (*UNITS[:2], Unit("C", "Đơn vị C", covers=frozenset({"KG106"})))
    assert total(year_of({"M01": JANUARY, "M02": {}}, units=units), "2024-M02", MEMBERS).value == 70
