"""How often late units were urged, as a report tells it: the days on which reminders really left to them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from khoagiao_xl.model.mail_records import LoggedLetter
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.report.urging_days import urging_days
from tests.steps.small_year import small_year

JANUARY = "2024-M01"  # from the 1st to the 14th; the units' deadline is the 18th, units A, B, C owe it
TODAY = date(2024, 1, 31)


def day(number: int, hour: int = 9) -> datetime:
    return datetime(2024, 1, number, hour)  # noqa: DTZ001


def letter(kind: str = "đôn đốc", **facts: Any) -> LoggedLetter:
    return LoggedLetter(
        "a" * 24, kind, **{"unit": "B", "state": "đã gửi", "sent": day(22), "step": "quá hạn", **facts}
    )


def counted(*letters: LoggedLetter, today: date = TODAY, **tables: Any) -> int:
    year = small_year({JANUARY: {"A": {}}}, tblThu=letters, **tables)
    return urging_days(year, Period.parse(JANUARY), today)


def test_reminders_of_one_day_are_one_time() -> None:
    assert counted(letter(), letter(sent=day(22, 15)), letter(sent=day(24))) == 2


def test_reminders_after_the_deadline_count_up_to_the_day_of_the_report() -> None:
    letters = [letter(sent=day(number)) for number in (18, 19, 25, 31)]
    assert counted(*letters) == 3
    assert counted(*letters, today=date(2024, 1, 20)) == 1


def test_reminders_after_the_closing_are_about_other_periods() -> None:
    row = {"period": JANUARY, "kind": "kỳ", "round": 1, "moment": day(26), "person": "Văn phòng"}
    assert counted(letter(sent=day(25)), letter(sent=day(27)), tblSoChot=[row]) == 1


def test_one_that_a_person_has_just_sent_counts_as_of_today() -> None:
    assert counted(letter(sent=None)) == 1


@pytest.mark.parametrize(
    "state", ["đã soạn", "không rõ", "chưa gửi", "trong Outlook", "thôi gửi", "bị trả về"]
)
def test_what_has_not_surely_left_has_urged_nobody(state: str) -> None:
    assert counted(letter(state=state)) == 0


@pytest.mark.parametrize("facts", [{"kind": "giấy nhận"}, {"unit": "A"}, {"step": "trước hạn"}])
def test_other_letters_and_letters_to_units_that_were_in_time_do_not_count(facts: dict[str, Any]) -> None:
    assert counted(letter(**facts)) == 0


@pytest.mark.parametrize(
    ("state", "days_late", "times"),
    [
        (State.ACCEPTED, 4, 1),
        (State.ACCEPTED, None, 0),
        (State.RETURNED, None, 1),
        (State.EXTENDED, None, 0),
        (State.WAIVED, None, 0),
    ],
)
def test_a_unit_was_late_by_what_became_of_its_duty(state: State, days_late: int | None, times: int) -> None:
    duty = Duty(JANUARY, "B", state, version=1, days_late=days_late)
    assert counted(letter(), tblTiepNhan=[duty]) == times


def test_a_draft_alone_urges_nobody_whatever_the_journal_says() -> None:
    journal = [{"moment": day(22), "action": "Đôn đốc", "period": JANUARY, "result": "x"}]
    assert counted(tblNhatKy=journal) == 0
