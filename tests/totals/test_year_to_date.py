"""The year to date is each unit's best known, so the month and the quarter of one day tell the same."""

from __future__ import annotations

from dataclasses import replace

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State, Unit
from khoagiao_xl.totals.contributions import to_date_contributions
from tests.totals.paper_world import (
    DIRECTIVE,
    INSPECTED,
    MEETINGS,
    MEMBERS,
    POSTERS,
    REVIEWED,
    SHARE,
    STUDIED,
    UNITS,
    total,
    year_of,
)


def months(*numbers: int, unit: str = "A", code: str = "KG106") -> dict[str, dict[str, dict[str, int]]]:
    """Return one unit's figures of January, February and so on."""
    return {f"M{at:02}": {unit: {code: number}} for at, number in enumerate(numbers, 1)}


def test_the_quarter_of_a_unit_is_better_known_than_its_months() -> None:
    year = year_of({**months(1, 2, 3), "Q1": {"A": {"KG106": 7}, "B": {"KG106": 5}}})
    assert [total(year, f"2024-{code}", MEETINGS).to_date for code in ("M03", "Q1")] == [12, 12]


def test_without_its_quarter_its_months_stand() -> None:
    year = year_of({**months(1, 2, 3), "Q1": {"B": {"KG106": 5}}})
    assert [total(year, f"2024-{code}", MEETINGS).to_date for code in ("M03", "Q1")] == [11, 11]


def test_may_is_the_first_quarter_and_two_months() -> None:
    year = year_of({**months(1, 1, 1, 10, 20), "Q1": {"A": {"KG106": 7}}})
    assert total(year, "2024-M05", MEETINGS).to_date == 37
    assert [part.period for part in to_date_contributions(year, Period.parse("2024-M05"), MEETINGS)] == [
        "2024-Q1",
        "2024-M04",
        "2024-M05",
    ]


def test_the_half_stands_before_its_quarters() -> None:
    year = year_of({"Q1": {"A": {"KG106": 7}}, "Q2": {"A": {"KG106": 8}}, "H1": {"A": {"KG106": 20}}})
    assert [total(year, f"2024-{code}", MEETINGS).to_date for code in ("Q2", "H1")] == [20, 20]


def test_a_blank_of_the_quarter_is_filled_by_the_months() -> None:
    year = year_of({**months(1, 2, 3), "Q1": {"A": {"KG106": None}}})
    assert total(year, "2024-Q1", MEETINGS).to_date == 6


def test_an_estimate_of_the_year_is_not_what_was_done_by_december() -> None:
    quarters = {f"Q{at}": {"A": {"KG106": 10}} for at in (1, 2, 3, 4)}
    year = year_of({**quarters, "Y": {"A": {"KG106": 50}}})
    assert [total(year, f"2024-{code}", MEETINGS).to_date for code in ("Q4", "Y")] == [40, 50]


def test_in_the_year_itself_a_silent_unit_stands_with_its_quarters() -> None:
    quarters = {f"Q{at}": {"A": {"KG106": 10}, "B": {"KG106": 1}} for at in (1, 2, 3, 4)}
    found = total(year_of({**quarters, "Y": {"A": {"KG106": 50}}}), "2024-Y", MEETINGS)
    assert (found.value, found.to_date) == (50, 54)


def test_a_gap_is_told_by_its_month_with_how_many_have_none() -> None:
    came = {"M01": {"A": {"KG106": 1}, "B": {"KG106": 2}}, "M02": {"A": {"KG106": 3}}}
    found = total(year_of(came), "2024-M02", MEETINGS)
    assert (found.to_date, found.to_date_counted, found.to_date_owing) == (6, 1, 3)
    assert (found.partial, found.to_date_lacking) == (
        ("lũy kế: tháng 1 2/3", "kỳ trước: 2/3"),
        ("2024-M01",),
    )


def test_a_released_unit_has_no_gap() -> None:
    came = {"M01": {"A": {"KG106": 1}, "B": {"KG106": 2}}, "M02": {"A": {"KG106": 3}, "B": {"KG106": 4}}}
    year = year_of(came, states={("M01", "C"): State.WAIVED, ("M02", "C"): State.WAIVED})
    found = total(year, "2024-M02", MEETINGS)
    assert (found.to_date_counted, found.to_date_owing, found.partial) == (2, 2, ())


def test_a_unit_of_two_parts_is_one_and_known_when_both_are() -> None:
    units = (UNITS[0], *(replace(unit, part_of="D") for unit in UNITS[1:]), Unit("D", "Đơn vị D"))
    came = {"M01": {"A": {"KG106": 1}, "B": {"KG106": 2}}, "M02": {unit: {"KG106": 3} for unit in "ABC"}}
    found = total(year_of(came, units=units), "2024-M02", MEETINGS)
    assert (found.coverage, found.to_date, found.to_date_counted, found.to_date_owing) == ("2/2", 12, 1, 2)
    assert found.partial == ("lũy kế: tháng 1 1/2", "kỳ trước: 1/2")


def test_what_only_quarters_ask_has_its_gap_in_the_quarter() -> None:
    came = {"Q1": {"A": {"KG214": 5}}, "Q2": {"A": {"KG214": 6}, "B": {"KG214": 1}}}
    found = total(year_of(came), "2024-Q2", POSTERS)
    assert (found.to_date, found.to_date_lacking) == (12, ("2024-Q1",))


def test_a_year_of_which_a_month_is_unknown_to_everybody_has_none() -> None:
    found = total(year_of({"M02": {"A": {"KG106": 5}}}), "2024-M02", MEETINGS)
    assert (found.to_date, found.to_date_owing, found.to_date_lacking) == (None, 0, ())
    assert found.partial == ("lũy kế: chưa có báo cáo nào của tháng 1",)


def test_of_what_only_quarters_ask_it_is_the_quarter_that_is_unknown() -> None:
    found = total(year_of({"M01": {"A": {}}, "Q2": {"A": {"KG214": 5}}}), "2024-Q2", POSTERS)
    assert (found.to_date, found.partial) == (None, ("lũy kế: chưa có báo cáo nào của quý I",))


def test_only_what_is_added_over_time_has_one() -> None:
    answers = {"KG001": 9, "KG112": "Có", "KG402": 1}
    year = year_of({"M01": {"A": answers}})
    for item in (MEMBERS, DIRECTIVE, REVIEWED):
        assert total(year, "2024-M01", item).to_date is None


def came(called: int, present: int) -> dict[str, int]:
    return {"KG107": called, "KG108": present}


def test_a_rate_of_what_is_added_up_is_that_of_the_sums_and_never_a_mean() -> None:
    year = year_of({"M01": {"A": came(100, 50), "B": came(10, 10)}, "M02": {"A": came(100, 100)}})
    found = total(year, "2024-M02", SHARE)
    assert (found.value, found.to_date) == (100.0, 76.2)
    assert (found.to_date_counted, found.to_date_owing, found.to_date_lacking) == (1, 3, ("2024-M01",))


def test_who_gave_one_of_its_terms_alone_stands_in_no_rate() -> None:
    year = year_of({"Q1": {"A": came(100, 90), "B": {"KG107": 50}}})
    assert (total(year, "2024-Q1", SHARE).to_date, total(year, "2024-Q1", SHARE).to_date_counted) == (90.0, 1)


def test_a_directive_studied_twice_counts_once() -> None:
    january, february = {"KG105": "45-NQ/TW", "KG106": 1}, {"KG105": "45-NQ/TW; 25-CT/TW", "KG106": 1}
    found = total(year_of({"M01": {"A": january}, "M02": {"A": february}}), "2024-M02", STUDIED)
    assert found.to_date == 2


# -- of the plan ------------------------------------------------------------------------------------------


def test_the_plan_is_shared_over_the_units_that_gave_one() -> None:
    came = {
        "Q1": {"A": {"KG301": 4, "KG302": 1}, "B": {"KG302": 9}},
        "Q2": {"A": {"KG302": 2}, "B": {"KG302": 9}},
    }
    found = total(year_of(came), "2024-Q2", INSPECTED)
    assert (found.to_date, found.plan_units, found.plan_value, found.plan_done) == (21, 1, 4, 3)


def test_a_unit_of_whose_deeds_a_part_is_unknown_stands_in_no_share() -> None:
    came = {"Q1": {"A": {"KG301": 4, "KG302": 1}, "B": {"KG302": 1}}, "Q2": {"B": {"KG302": 1}}}
    found = total(year_of(came), "2024-Q2", INSPECTED)
    assert (found.plan_units, found.plan_value, found.plan_done) == (0, None, None)


def test_a_month_knows_the_plan_that_the_quarter_told() -> None:
    year = year_of({**months(1, 2, 3, code="KG302"), "Q1": {"A": {"KG301": 12, "KG302": 6}}})
    found = total(year, "2024-M03", INSPECTED)
    assert (found.plan_units, found.plan_value, found.plan_done) == (1, 12, 6)


def test_what_is_told_as_done_since_january_is_held_against_its_plan() -> None:
    came = {"Q1": {"A": {"KG401": 4, "KG402": 1}}, "Q2": {"A": {"KG401": 4, "KG402": 3}}}
    found = total(year_of(came), "2024-Q2", REVIEWED)
    assert (found.plan_units, found.plan_value, found.plan_done) == (1, 4, 3)
