"""Points of time that lie in a month named elsewhere: «ngày 15», «Tuần 2», «Cuối tháng» within «Tháng 3»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from khoagiao_xl.guidance.words.calendar_spans import DaySpan, up_to
from khoagiao_xl.guidance.words.named_spans import days_of_month, part_of_span, weeks_of_month
from khoagiao_xl.guidance.words.time_point_patterns import DAYS, HOUR_BEFORE, JOINTS, WEEKS, TimeUnit
from khoagiao_xl.guidance.words.time_points import TimePoint, points_in
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

_ANOTHER_DAY = r"\s*(?:,|và|-|đến)\s*(?:ngày\s+)?\d"
LONE_DAY = re.compile(
    rf"{WORD_START}{HOUR_BEFORE}ngày\s+(?P<days>\d{{1,2}})(?!\d|\s*[/.\-]\s*\d|{_ANOTHER_DAY}"
    rf"|\s*(?:của\s+)?(?:tháng|hằng|hàng|mỗi|cuối)){WORD_END}"
)
# «Mở lớp từ 04 - 08.», «các ngày 10, 11 và 12» below «Tháng 5».
LONE_DAYS = re.compile(
    rf"{WORD_START}(?:(?<=từ )|(?=ngày ))(?:ngày\s+)?(?P<days>\d{{1,2}}(?:{JOINTS}(?:ngày\s+)?\d{{1,2}})+)"
    r"(?!\d|\s*[/.\-]\s*\d)(?=\s*(?:[.,;:)(]|$))"
)
_DAY_OF_MONTH = re.compile(r"\d{1,2}\s*-\s*(?P<month>\d{1,2})")
_CLAUSE_END = r"(?=\s*(?:[.,;:)(]|-\s|$))"
_WEEK = re.compile(rf"{WORD_START}(?<!mỗi )(?<!hằng )(?<!hàng ){WEEKS}{WORD_END}{_CLAUSE_END}")
_PART_OF_MONTH = re.compile(
    rf"{WORD_START}(?<!hằng )(?P<part>đầu|giữa|cuối|nửa đầu|nửa cuối)\s+tháng{WORD_END}{_CLAUSE_END}"
)
# Whole cells: «10 - 15», «Ngày 5, 12 và 20», «Cuối tháng», «Trong tháng».
_OPENING = r"(?P<opening>\s*(?:(?:từ|vào|trong|khoảng|dự kiến|các|trước|đến|hết|chậm nhất|xong)\s+)*)"
_DAYS = re.compile(rf"{_OPENING}{HOUR_BEFORE}(?:ngày\s+)?{DAYS}[\s.]*")
_PART = re.compile(
    rf"{_OPENING}(?:(?P<part>đầu|giữa|cuối|nửa đầu|nửa cuối)\s+tháng"
    r"|(?P<tenth>thượng tuần|trung tuần|hạ tuần)(?:\s+tháng)?|(?:cả |nội )?(?P<whole>tháng))[\s.]*"
)


def month_of(words: str, year: int) -> DaySpan | None:
    """Return the span of the one month that a heading names, in a plan of `year`."""
    length = len(words)
    points = points_in(words, year, (0, length), is_cell=True)
    if len(points) != 1:
        return None
    return one_month(*points)


def one_month(point: TimePoint) -> DaySpan | None:
    """Return the span of the one month that is named, None where a point is no month or several."""
    if point.unit is not TimeUnit.MONTH:
        return None
    if point.is_list:
        return None
    return point.span


def points_of_cell(low: str, month: DaySpan) -> Iterator[TimePoint]:
    """Yield what a cell names in `month`: its weeks, or as a whole days without a month, or a part of it."""
    yield from weeks_in(low, month)
    days = _DAYS.fullmatch(low)
    part = _PART.fullmatch(low)
    with suppress(ValueError):
        if days:
            span = days_of_month(month, days["days"])
            yield _point(days, TimeUnit.DAY, span)
        elif part:
            words = part["part"] or part["tenth"] or ""
            span = part_of_span(month, words)
            yield _point(part, TimeUnit.MONTH, span)


def weeks_in(low: str, month: DaySpan) -> Iterator[TimePoint]:
    """Yield the weeks of `low` that name no month of their own."""
    for week in _WEEK.finditer(low):
        span = weeks_of_month(month, week["weeks"])
        yield _point(week, TimeUnit.WEEK, span)


def parts_in(low: str, month: DaySpan) -> Iterator[TimePoint]:
    """Yield the parts of `month` that `low` names without its number: «hoàn thành vào giữa tháng»."""
    for match in _PART_OF_MONTH.finditer(low):
        span = part_of_span(month, match["part"])
        yield _point(match, TimeUnit.MONTH, span)


def days_in(low: str, month: DaySpan) -> Iterator[TimePoint]:
    """Yield the days of `month` that `low` lists without its number: «từ 04 - 08», «ngày 10, 11 và 12»."""
    for match in LONE_DAYS.finditer(low):
        # «ngày 05 - 8» below «Tháng 8» is one day of August.
        of_month = _DAY_OF_MONTH.fullmatch(match["days"])
        if of_month and int(of_month["month"]) == month.first.month:
            continue
        with suppress(ValueError):
            span = days_of_month(month, match["days"])
            yield _point(match, TimeUnit.DAY, span)


def day_in(match: re.Match[str], month: DaySpan) -> TimePoint:
    """Return the day of `month` that LONE_DAY found."""
    number = int(match["days"])
    span = up_to(month, number)
    return _point(match, TimeUnit.DAY, DaySpan(span.last, span.last))


def _point(match: re.Match[str], unit: TimeUnit, span: DaySpan) -> TimePoint:
    start, end = match.span()
    named = match.groupdict("")
    opening = named.get("opening", "")
    return TimePoint(
        start=start + len(opening),
        end=end,
        unit=unit,
        span=span,
        part=named.get("part", ""),
        has_hour=named.get("hour", "") != "",
        is_list=span.first < span.last,
    )
