"""Days as the office writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def day_text(day: date) -> str:
    """Return «31/03/2024»."""
    return f"{day:%d/%m/%Y}"


def weekday_of(day: date) -> str:
    """Return «Chủ nhật»."""
    return WEEKDAYS[day.weekday()]


def day_with_weekday(day: date) -> str:
    """Return «Chủ nhật 31/03/2024»."""
    return f"{weekday_of(day)} {day_text(day)}"
