"""The clock of the office is Vietnam's, on whatever machine and in whatever zone the program runs."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from khoagiao_xl.vietnamese.office_clock import in_office_time, office_now, with_zone

MORNING = datetime(2024, 3, 18, 8, 30)  # noqa: DTZ001  # the office's clock


@pytest.mark.parametrize("zone", ["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_every_machine_shows_the_time_of_the_office(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    shown, true = office_now(), datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=7)
    monkeypatch.undo()
    time.tzset()
    assert abs(true - shown) < timedelta(minutes=1)


def test_half_past_one_in_london_is_half_past_eight() -> None:
    assert in_office_time(datetime(2024, 3, 18, 1, 30, 15, 999, UTC)) == MORNING.replace(second=15)


def test_a_day_begins_seven_hours_before_that_of_utc() -> None:
    assert in_office_time(datetime(2024, 3, 17, 17, tzinfo=UTC)).isoformat() == "2024-03-18T00:00:00"


def test_a_moment_keeps_its_hour_and_gets_the_zone() -> None:
    assert with_zone(MORNING).isoformat() == "2024-03-18T08:30:00+07:00"
