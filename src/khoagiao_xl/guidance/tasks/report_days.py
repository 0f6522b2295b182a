"""The day by which a periodic report is to be handed in, as it stands around the word for the period."""

from __future__ import annotations

import re
from typing import NamedTuple

from khoagiao_xl.model.periods import Kind

_DAY_WORDS = (
    r"(?P<how>trước|chậm nhất(?:\s+là)?(?:\s+vào)?|đến|hạn(?:\s+cuối)?|vào|muộn nhất(?:\s+là)?)"
    r"\s+(?:ngày\s+)?(?P<day>\d{1,2})"
    r"(?:\s*[/.]\s*(?P<month>\d{1,2})(?!\d)|\s+tháng\s+(?P<month2>\d{1,2}))?"
)
_DAY = re.compile(_DAY_WORDS)
_DAY_BEFORE = re.compile(_DAY_WORDS + r"\s+(?:của\s+)?(?:tháng cuối\s+)?(?:hằng |hàng |mỗi )?$")
_EVERY = re.compile(r"\s+(?:của\s+)?(?:hằng|hàng|mỗi)\s")
# «định kỳ tháng, quý (trước ngày 20)»: one day for all that are listed in front of it.
_LIST_THEN_BRACKET = re.compile(r"(?:[\s,/;]|và|hàng|hằng|6 tháng|cuối|cả|quý|tháng|năm)*\(\s*")
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST_MONTH = 31


class ReportDay(NamedTuple):
    """The last day in time; the month only for a half or a year; end: where its words end."""

    day: int | None
    month: int | None
    end: int


def day_of_report(low: str, *, start: int, end: int, stop: int, kind: Kind, is_repeated: bool) -> ReportDay:
    """Return the day named for the kind of period that stands from `start` to `end` of the sentence.

    It stands after the period («báo cáo tháng trước ngày 20») or before it («trước ngày 20 hằng tháng»).
    stop: where the next kind of period begins; is_repeated: that one is of the same kind.
    """
    after = _DAY.search(low, end, stop)
    if after and (is_repeated or not _EVERY.match(low, after.end())):
        return _last_day(after, kind, after.end())
    before = _DAY_BEFORE.search(low[:start])
    if before:
        return _last_day(before, kind, end)
    shared = _shared_day(low, end)
    if shared and not shared["month"]:
        return _last_day(shared, kind, end)
    return ReportDay(None, None, end)


def _shared_day(low: str, end: int) -> re.Match[str] | None:
    listed = _LIST_THEN_BRACKET.match(low, end)
    return _DAY.match(low, listed.end()) if listed else None


def _last_day(match: re.Match[str], kind: Kind, end: int) -> ReportDay:
    day = int(match["day"])
    month = int(match["month"] or match["month2"] or 0)
    if not 1 <= day <= _LONGEST_MONTH or month > 12:
        return ReportDay(None, None, end)
    if match["how"] == "trước":
        day, month = _day_before(day, month)
    is_long = kind in {Kind.HALF, Kind.YEAR}
    named_month = month if is_long and month else None
    return ReportDay(day, named_month, end)


def _day_before(day: int, month: int) -> tuple[int, int]:
    """Return the day before, and its month, 0 where none is named: then it is the last of any month."""
    if day > 1:
        return day - 1, month
    if not month:
        return _LONGEST_MONTH, 0
    before = (month - 2) % 12 + 1
    return _LAST_DAYS[before - 1], before
