"""Whatever came, the totals are what a person would work out with a pencil, one unit after the other."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import State, Total
from khoagiao_xl.office.year import Year
from khoagiao_xl.totals.period_totals import PeriodTotals
from tests.totals.paper_world import QUESTIONS
from tests.totals.random_world import World, end_of, world_of

REPORTED = (State.ACCEPTED, State.QUESTIONED, State.NOTHING)
FLOWS = ("KG105", "KG106", "KG107", "KG108", "KG214", "KG302")
STOCKS = ("KG001", "KG002", "KG112", "KG223", "KG227", "KG301", "KG401", "KG402", "KG605")
SHARES = {"KG109": ("KG108", "KG107"), "KG224": ("KG223", "KG002")}
WITHIN = {"H1": ("Q1", "Q2"), "Q1": ("M01", "M02", "M03"), "Q2": ("M04", "M05", "M06")}
FILLED_BY = {
    "M01": ("M01",), "M02": ("M01", "M02"), "M03": ("Q1",), "Q1": ("Q1",), "M04": ("Q1", "M04"),
    "M05": ("Q1", "M04", "M05"), "M06": ("H1",), "Q2": ("H1",), "H1": ("H1",),
}  # fmt: skip
LONGER = {"M": 1, "Q": 3, "H": 6}
WORLDS = st.integers(0, 10**9)


# -- with a pencil ----------------------------------------------------------------------------------------


def said(world: World, tail: str, unit: str, code: str) -> Any:
    """Return what a unit answered; None where it did not."""
    if world.states.get((tail, unit)) not in REPORTED or (tail, unit) not in world.answers:
        return None
    own = world.answers[tail, unit]
    value = own.get(code)
    if value is not None:
        return value
    if code in FLOWS and world.states[tail, unit] is State.NOTHING:
        return "" if code == "KG105" else 0
    if code == "KG105" and own.get("KG106") == 0:
        return ""
    return None


def asked(world: World, tail: str, unit: Any, code: str) -> bool:
    if tail[0] == "M" and code in ("KG214", "KG301"):
        return False
    if unit.covers and code not in unit.covers:
        return False
    return unit.valid_to is None or end_of(world.number, tail) <= unit.valid_to


def last(world: World, tail: str, unit: str, code: str, over_year: bool) -> Any:
    """Return the newest answer up to a period, of those of one day that of the longer period."""
    ended = [other for other in world.periods if end_of(2024, other) <= end_of(2024, tail) and other != tail]
    if code == "KG605":
        ended = [other for other in ended if end_of(2024, other) == end_of(2024, tail)]
    for other in sorted(ended, key=lambda one: (end_of(2024, one), LONGER[one[0]]), reverse=True):
        value = said(world, other, unit, code)
        if value is not None:
            return None if value == "Không thuộc" else value
    if over_year and world.before:
        for other in ("Q4", "M12", "Q1", "M03"):
            value = said(world.before, other, unit, code)
            if value is not None:
                return None if value == "Không thuộc" else value
    return None


def stands(world: World, tail: str, unit: Any, code: str) -> tuple[Any, bool]:
    """Return the answer of a unit that is in the figure, and whether it is carried."""
    value = said(world, tail, unit.code, code)
    if value == "Không thuộc":
        return None, False
    if value is not None:
        return value, False
    if code in STOCKS and asked(world, tail, unit, code):
        item = next(item for item in QUESTIONS if item.code == code)
        return last(world, tail, unit.code, code, item.over_year), True
    return None, False


def figure(world: World, tail: str, code: str) -> dict[str, Any]:
    """Return value, carried, and the units counted, owing and carried."""
    terms = SHARES.get(code, (code, "KG002") if code == "KG227" else (code,))
    inside: dict[str, list[Any]] = {}
    carried: set[str] = set()
    counted: set[str] = set()
    owing: set[str] = set()
    beside: set[str] = set()
    for unit in world.units:
        parts = [stands(world, tail, unit, term) for term in terms]
        if all(value is not None for value, _ in parts):
            inside[unit.code] = [value for value, _ in parts]
            (carried if any(old for _, old in parts) else counted).add(unit.code)
        if said(world, tail, unit.code, code) == "Không thuộc":
            beside.add(unit.code)
        elif asked(world, tail, unit, code) and world.states.get((tail, unit.code)) is not State.WAIVED:
            owing.add(unit.code)
    return {
        "value": value_of(code, list(inside.values())),
        "carried_units": len(carried),
        "answered": counted,
        "counted": len(counted),
        "owing": len(owing | counted),
        "not_applicable": len(beside),
        "inside": inside,
    }


def value_of(code: str, rows: list[list[Any]]) -> Any:
    if not rows:
        return None
    if code == "KG105":
        return len({word.strip() for (text,) in rows for word in text.split(";") if word.strip()})
    if code in ("KG112", "KG605"):
        return sum(value == "Có" for (value,) in rows)
    if code in SHARES:
        below = sum(base for _, base in rows)
        return round(sum(above for above, _ in rows) / below * 100, 1) if below else None
    if code == "KG227":
        people = sum(weight for _, weight in rows)
        return round(sum(value * weight for value, weight in rows) / people, 1) if people else None
    return sum(value for (value,) in rows)


def until(world: World, block: str, unit: Any, code: str) -> tuple[list[Any], list[str]]:
    """Return what is known of a unit in a stretch of the year, and where nothing is."""
    values = [said(world, block, unit.code, term) for term in SHARES.get(code, (code,))]
    if all(value is not None for value in values):
        return [values], []
    known, gaps = [], []
    for part in WITHIN.get(block, ()):
        more, lacking = until(world, part, unit, code)
        known += more
        gaps += lacking
    waived = world.states.get((block, unit.code)) is State.WAIVED
    if not known and not gaps and asked(world, block, unit, code) and not waived:
        gaps = [block]
    return known, gaps


def anybody(world: World, block: str, code: str) -> bool:
    """Return whether of a stretch of the year anything came in at all."""
    came = [unit for unit in world.units if (block, unit.code) in world.answers]
    came = [unit for unit in came if world.states[block, unit.code] in REPORTED]
    if came and not (block[0] == "M" and code == "KG214"):
        return True
    parts = WITHIN.get(block, ())
    return bool(parts) and all(anybody(world, part, code) for part in parts)


def to_date(world: World, tail: str, code: str) -> dict[str, Any]:
    known, counted, owing = [], 0, 0
    if all(anybody(world, block, code) for block in FILLED_BY[tail]):
        for unit in world.units:
            own = [until(world, block, unit, code) for block in FILLED_BY[tail]]
            values = [value for more, _ in own for value in more]
            gaps = [gap for _, lacking in own for gap in lacking]
            known += values
            owing += bool(values or gaps)
            counted += bool(values and not gaps)
    return {"to_date": value_of(code, known), "to_date_counted": counted, "to_date_owing": owing}


# -- and the product --------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_every_figure_and_its_coverage_is_what_a_pencil_gives(seed: int) -> None:
    world = world_of(seed)
    year = world.year()
    for tail in world.periods:
        for total in totals_of(year, tail):
            expected = figure(world, tail, total.code)
            got = {name: getattr(total, name) for name in expected.keys() - {"answered", "inside"}}
            assert got == {name: expected[name] for name in got}, (tail, total.code)


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_the_year_to_date_is_what_a_pencil_gives(seed: int) -> None:
    world = world_of(seed)
    year = world.year()
    for tail in world.periods:
        for total in totals_of(year, tail):
            expected = {"to_date": None, "to_date_counted": 0, "to_date_owing": 0}
            if total.code in (*FLOWS, "KG109"):
                expected = to_date(world, tail, total.code)
            got = {name: getattr(total, name) for name in expected}
            assert got == expected, (tail, total.code)


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_a_comparison_is_over_the_units_that_gave_the_figure_both_times(seed: int) -> None:
    world = world_of(seed)
    year = world.year()
    for before, tail in zip(("M01", "M02", "Q1"), ("M02", "M03", "Q2"), strict=True):
        for total in totals_of(year, tail):
            then, now = figure(world, before, total.code), figure(world, tail, total.code)
            assert compared(then, now, total.code) == (
                total.previous_both,
                total.previous_then,
                total.previous_now,
            )
            assert (total.previous, total.previous_counted) == (then["value"], then["counted"])


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_last_year_is_compared_over_the_same_units_too(seed: int) -> None:
    world = world_of(seed)
    if world.before is None:
        return
    for tail in ("M03", "Q1"):
        for total in totals_of(world.year(), tail):
            then, now = figure(world.before, tail, total.code), figure(world, tail, total.code)
            both, sum_then, sum_now = compared(then, now, total.code)
            assert (total.last_year_both, total.last_year_now) == (both, sum_now)
            assert total.last_year_then == sum_then


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_the_plan_and_what_was_done_of_it_are_over_the_same_units(seed: int) -> None:
    world = world_of(seed)
    for tail in world.periods:
        (total,) = [found for found in totals_of(world.year(), tail) if found.code == "KG302"]
        planned, done = plan_of(world, tail)
        assert (total.plan_units, total.plan_value, total.plan_done) == (
            len(planned),
            sum(planned) if planned else None,
            sum(done) if planned else None,
        )


@settings(max_examples=40, deadline=None)
@given(WORLDS, st.data())
def test_whichever_reports_are_dropped_coverage_stays_right(seed: int, data: st.DataObject) -> None:
    world = world_of(seed)
    for key in data.draw(st.lists(st.sampled_from(sorted(world.states)), max_size=8)):
        world.states[key] = State.MISSING
    for tail in world.periods:
        for total in totals_of(world.year(), tail):
            expected = figure(world, tail, total.code)
            assert total.coverage == f"{expected['counted']}/{expected['owing']}"


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_a_unit_that_falls_silent_takes_no_member_with_it(seed: int) -> None:
    world = world_of(seed)
    for tail in world.periods:
        before = figure(world, tail, "KG001")
        known = {unit: row[0] for unit, row in before["inside"].items()}
        (total,) = [found for found in totals_of(world.year(), tail) if found.code == "KG001"]
        assert (total.value or 0) == sum(known.values())
        assert total.carried_units + total.counted == len(known)


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_the_month_and_the_quarter_of_one_day_tell_the_same_year_to_date(seed: int) -> None:
    world = world_of(seed)
    year = world.year()
    for month, longer in (("M03", "Q1"), ("M06", "Q2"), ("M06", "H1"), ("Q2", "H1")):
        of_the_month = {total.code: total for total in totals_of(year, month)}
        for total in totals_of(year, longer):
            if total.code in of_the_month:
                assert told(total) == told(of_the_month[total.code])


def told(total: Total) -> tuple[Any, ...]:
    return total.to_date, total.to_date_counted, total.to_date_owing


def totals_of(year: Year, tail: str) -> list[Total]:
    return PeriodTotals(year, Period.parse(f"2024-{tail}")).made


def compared(then: dict[str, Any], now: dict[str, Any], code: str) -> tuple[int, Any, Any]:
    both = then["answered"] & now["answered"]
    sums = [value_of(code, [period["inside"][unit] for unit in both]) for period in (then, now)]
    return len(both), sums[0], sums[1]


def plan_of(world: World, tail: str) -> tuple[list[int], list[int]]:
    """Return plan and deeds of every unit of which both are known, without a gap since January."""
    planned, done = [], []
    if not all(anybody(world, block, "KG302") for block in FILLED_BY[tail]):
        return [], []
    for unit in world.units:
        own = [until(world, block, unit, "KG302") for block in FILLED_BY[tail]]
        known = [value for more, _ in own for (value,) in more]
        gaps = [gap for _, lacking in own for gap in lacking]
        plan = said(world, tail, unit.code, "KG301")
        if plan is None:
            plan = last(world, tail, unit.code, "KG301", over_year=False)
        if known and not gaps and plan is not None:
            planned.append(plan)
            done.append(sum(known))
    return planned, done
