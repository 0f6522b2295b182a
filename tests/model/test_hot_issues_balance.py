"""What of the hot issues falls into a window: whatever the days, nothing is lost between two windows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.model.hot_issues import Issue, balance, opinions_between, told_between

START = date(2024, 1, 1)
DAYS = st.integers(0, 60).map(lambda days: START + timedelta(days=days))
ISSUES = st.lists(
    st.builds(
        Issue,
        code=st.just("VD001"),
        day=DAYS,
        unit=st.sampled_from(["SYT", "STP"]),
        closed_on=st.none() | DAYS,
    ),
    max_size=8,
)


@given(ISSUES, DAYS, st.integers(0, 30))
def test_open_before_and_arisen_less_settled_is_what_is_open_after(
    issues: list[Issue], starts: date, length: int
) -> None:
    window = balance(issues, starts, starts + timedelta(days=length))
    counted = [window.open_before, window.arisen, window.settled, window.still_open]
    before, arisen, settled, after = map(len, counted)
    assert before + arisen - settled == after


@given(ISSUES, DAYS, st.integers(0, 30), st.integers(1, 30))
def test_what_one_window_leaves_open_is_what_the_next_begins_with(
    issues: list[Issue], starts: date, length: int, next_length: int
) -> None:
    ends = starts + timedelta(days=length)
    first = balance(issues, starts, ends)
    following = balance(issues, ends + timedelta(days=1), ends + timedelta(days=next_length))
    assert first.still_open == following.open_before


@given(ISSUES, DAYS, st.integers(0, 30))
def test_the_units_add_up_to_the_whole(issues: list[Issue], starts: date, length: int) -> None:
    window = balance(issues, starts, starts + timedelta(days=length))
    units = [window.of_unit(unit) for unit in ("SYT", "STP")]
    assert sum(len(unit.arisen) for unit in units) == len(window.arisen)
    assert sum(len(unit.still_open) for unit in units) == len(window.still_open)


def test_an_issue_of_last_year_is_open_over_the_end_of_the_year() -> None:
    issue = Issue("VD003-2023", date(2023, 12, 20), "SYT")
    assert balance([issue], START, date(2024, 1, 14)).still_open == (issue,)
    settled = replace(issue, closed_on=date(2024, 1, 9))
    assert balance([settled], START, date(2024, 1, 14)).settled == (settled,)


def test_notices_count_by_the_day_they_came_and_opinions_by_the_day_they_arose() -> None:
    notice = Issue("VD001", date(2024, 1, 14), "SYT", source="tin nhanh", reported=date(2024, 1, 15))
    opinion = Issue("VD002", date(2024, 1, 14), "SYT", source="dư luận")
    window = (date(2024, 1, 15), date(2024, 2, 14))
    assert told_between([notice, opinion], *window) == (notice,)
    assert opinions_between([notice, opinion], *window) == ()


def test_one_without_a_code_is_called_by_its_day() -> None:
    assert Issue("", date(2024, 3, 12), "SYT").name == "12/03/2024"
