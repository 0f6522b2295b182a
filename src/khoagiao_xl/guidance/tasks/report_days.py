"""The day by which a periodic report is to be handed in, as it stands around the word for the period."""

from __future__ import annotations

import re
from typing import NamedTuple

from khoagiao_xl.guidance.words.time_point_patterns import HOUR
from khoagiao_xl.model.periods import Kind

_WITH_MONTH = frozenset({Kind.HALF, Kind.YEAR})
_DAY_WORDS = (
    r"(?P<how>trước|chậm nhất(?:\s+là)?(?:\s+vào)?|đến|hạn(?:\s+cuối)?|vào|muộn nhất(?:\s+là)?)"
    rf"\s+(?P<hour>{HOUR}\s*,?\s*)?(?:ngày\s+)?(?P<day>\d{{1,2}})(?!\d|\s*(?:giờ|h|g|:)(?![^\W\d_]))"
    r"(?:\s*[/.]\s*(?P<month>\d{1,2})(?!\d)|\s+tháng\s+(?P<month2>\d{1,2}))?"
)
_DAY = re.compile(_DAY_WORDS)
_DAY_BEFORE = re.compile(_DAY_WORDS + r"\s+(?:của\s+)?(?:tháng cuối\s+)?(?:hằng |hàng |mỗi )?$")
_EVERY = re.compile(r"\s+(?:của\s+)?(?:hằng|hàng|mỗi)\s")
# «định kỳ tháng, quý (trước ngày 20)»: one day for all that are listed in front of it.
_LIST_THEN_BRACKET = re.compile(r"(?:[\s,/;]|và|hàng|hằng|6 tháng|cuối|cả|quý|tháng|năm)*\(\s*")
_LAST_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of the months, by their number
_LONGEST_MONTH, _MONTHS = 31, 12


class ReportPlace(NamedTuple):
    """Where a kind of period stands in a sentence.

    stop: where the next kind of period begins; is_repeated: that one is of the same kind.
    """

    start: int
    end: int
    stop: int
    kind: Kind
    is_repeated: bool


class ReportDay(NamedTuple):
    """The last day in time; the month only for a half or a year; end: where its words end."""

    day: int | None
    month: int | None
    end: int


def day_of_report(low: str, place: ReportPlace) -> ReportDay:
    """Return the day named for the kind of period that stands at `place` of the sentence.

    It stands after the period («báo cáo tháng trước ngày 20») or before it («trước ngày 20 hằng tháng»).
    """
    kind, end = place.kind, place.end
    after = _day_after(low, place)
    if after:
        return _last_day(after, kind, after.end())
    words_before = low[: place.start]
    before = _DAY_BEFORE.search(words_before)
    if before:
        return _last_day(before, kind, end)
    shared = _shared_day(low, end)
    if shared:
        return _last_day(shared, kind, end)
    return ReportDay(None, None, end)


def _day_after(low: str, place: ReportPlace) -> re.Match[str] | None:
    day = _DAY.search(low, place.end, place.stop)
    if not day:
        return None
    # «báo cáo tháng, trước ngày 20 hằng quý»: the day is the next one's.
    is_of_next = _EVERY.match(low, day.end()) and not place.is_repeated
    return None if is_of_next else day


def _shared_day(low: str, end: int) -> re.Match[str] | None:
    listed = _LIST_THEN_BRACKET.match(low, end)
    if not listed:
        return None
    day = _DAY.match(low, listed.end())
    if day and not day["month"]:
        return day
    return None


def _last_day(match: re.Match[str], kind: Kind, end: int) -> ReportDay:
    day = int(match["day"])
    month = _month(match)
    if not 1 <= day <= _LONGEST_MONTH:
        return ReportDay(None, None, end)
    if month > _MONTHS:
        return ReportDay(None, None, end)
    # «trước 16 giờ ngày 20» is still the 20th.
    is_before = match["how"] == "trước"
    if is_before and not match["hour"]:
        day, month = _day_before(day, month)
    if not month:
        return ReportDay(day, None, end)
    if kind in _WITH_MONTH:
        return ReportDay(day, month, end)
    return ReportDay(day, None, end)


def _month(match: re.Match[str]) -> int:
    """Return the month that is written, 0 where there is none."""
    written = match["month"] or match["month2"]
    return int(written) if written else 0


def _day_before(day: int, month: int) -> tuple[int, int]:
    """Return the day before, and its month, 0 where none is named: then it is the last of any month."""
    if day > 1:
        return day - 1, month
    if not month:
        return _LONGEST_MONTH, 0
    before = month - 1 or _MONTHS
    return _LAST_DAYS[before], before
