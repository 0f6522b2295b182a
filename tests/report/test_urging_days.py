"""How often units were urged, as a report tells it: the days on which reminders really left."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from khoagiao_xl.model.mail_records import LoggedLetter
from khoagiao_xl.report.gathered_facts import reminders_in
from tests.steps.small_year import small_year

JANUARY = "2024-M01"  # from the 1st to the 14th
SENT = {"state": "đã gửi", "sent": datetime(2024, 1, 10, 9)}  # noqa: DTZ001


def counted(*letters: LoggedLetter) -> int:
    year = small_year({JANUARY: {}}, tblThu=letters)
    return reminders_in(year, year.deadlines[JANUARY])


def letter(kind: str = "đôn đốc", **facts: Any) -> LoggedLetter:
    return LoggedLetter("a" * 24, kind, **{**SENT, **facts})


def test_reminders_of_one_day_are_one_time() -> None:
    later = datetime(2024, 1, 10, 15)  # noqa: DTZ001
    other = datetime(2024, 1, 12, 9)  # noqa: DTZ001
    assert counted(letter(), letter(sent=later), letter(sent=other)) == 2


@pytest.mark.parametrize("state", ["đã soạn", "không rõ", "chưa gửi", "trong Outlook", "thôi gửi"])
def test_what_has_not_surely_left_has_urged_nobody(state: str) -> None:
    assert counted(letter(state=state)) == 0


@pytest.mark.parametrize("facts", [{"kind": "giấy nhận"}, {"sent": None}, {"sent": datetime(2024, 1, 15)}])  # noqa: DTZ001
def test_other_letters_and_other_days_do_not_count(facts: dict[str, Any]) -> None:
    assert counted(letter(**facts)) == 0


def test_a_draft_alone_urges_nobody_whatever_the_journal_says() -> None:
    journal = [{"moment": SENT["sent"], "action": "Đôn đốc", "period": JANUARY, "result": "x"}]
    year = small_year({JANUARY: {}}, tblNhatKy=journal)
    assert reminders_in(year, year.deadlines[JANUARY]) == 0
