"""Days, hours and spans of time as the office writes them."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Final

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")

_SPANS: Final = (("ngày", 86_400), ("giờ", 3_600), ("phút", 60), ("giây", 1))  # word -> seconds


def day_text(day: date) -> str:
    """Return «31/03/2024»."""
    return f"{day:%d/%m/%Y}"


def weekday_of(day: date) -> str:
    """Return «Chủ nhật»."""
    return WEEKDAYS[day.weekday()]


def day_with_weekday(day: date) -> str:
    """Return «Chủ nhật 31/03/2024»."""
    return f"{weekday_of(day)} {day_text(day)}"


def time_text(moment: date | time | timedelta) -> str:
    """Return «31/03/2024» for a day or a moment, «07:30» for an hour, «3 ngày 2 giờ» for a span."""
    if isinstance(moment, date):
        return day_text(moment)
    if isinstance(moment, time):
        return f"{moment:%H:%M:%S}".removesuffix(":00")
    return _span_text(moment)


def _span_text(span: timedelta) -> str:
    words = []
    left = round(abs(span).total_seconds())
    for word, length in _SPANS:
        count, left = divmod(left, length)
        if count:
            words.append(f"{count} {word}")
    text = " ".join(words) or "0 giờ"
    if span < timedelta(0):
        return f"-{text}"
    return text
