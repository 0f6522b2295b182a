"""Anniversaries, also of a leap day."""

from datetime import date

from khoagiao_xl.model.anniversaries import anniversary_of


def test_an_anniversary_of_29_february_falls_on_the_28th() -> None:
    assert anniversary_of(date(2020, 2, 29), 5) == date(2025, 2, 28)
    assert anniversary_of(date(2020, 2, 29), 4) == date(2024, 2, 29)
