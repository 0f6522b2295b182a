"""Workdays: weekends, holidays, Saturdays worked in exchange."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.model.workdays import Roll, WorkCalendar
from khoagiao_xl.office.holiday_seed import holidays_of

OFFICE = WorkCalendar.of_rows([row for year in range(2024, 2028) for row in holidays_of(year)])
ANY_DAY = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 2, 12), False),  # Tết
        (date(2024, 4, 29), False),  # given off in exchange
        (date(2024, 5, 4), True),  # the Saturday worked for it
        (date(2024, 5, 11), False),  # any other Saturday
        (date(2026, 1, 2), False),
        (date(2026, 1, 10), True),
        (date(2024, 2, 15), True),
    ],
)
def test_the_office_rests_and_works_as_announced(day: date, works: bool) -> None:
    assert OFFICE.is_workday(day) is works


@given(ANY_DAY, st.sampled_from([Roll.FORWARD, Roll.BACKWARD]))
def test_a_rolled_day_is_a_workday_on_the_right_side(day: date, roll: Roll) -> None:
    moved = OFFICE.roll(day, roll)
    assert OFFICE.is_workday(moved)
    assert moved >= day if roll is Roll.FORWARD else moved <= day
    assert (moved == day) == OFFICE.is_workday(day)


def test_a_day_stays_where_the_office_wants_no_rolling() -> None:
    assert OFFICE.roll(date(2024, 2, 12), Roll.NONE) == date(2024, 2, 12)


def test_workdays_are_counted_from_the_day_after() -> None:
    assert WorkCalendar().add_workdays(date(2024, 1, 5), 1) == date(2024, 1, 8)


@given(ANY_DAY, st.integers(1, 15))
def test_so_many_workdays_lie_between(day: date, count: int) -> None:
    end = OFFICE.add_workdays(day, count)
    between = [date.fromordinal(number) for number in range(day.toordinal() + 1, end.toordinal() + 1)]
    assert sum(map(OFFICE.is_workday, between)) == count
