"""The span of days that the words of a point of time name: `span_of`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from khoagiao_xl.guidance.words.calendar_spans import (
    DaySpan,
    SchoolYear,
    a_year_later,
    day_span,
    months_span,
    part_of,
    up_to,
    week_span,
    year_of_month,
)
from khoagiao_xl.guidance.words.time_point_patterns import JOINTS, MONTH_WORDS, ORDINALS, TimeUnit

Groups = Mapping[str, str]  # of a match; "" where a group has none

_LISTED = re.compile(
    r"(?<![/\w])(?P<number>\d{1,2}|iv|i{1,3}|nhất|hai|ba|tư)(?!\w)(?:\s*/\s*(?P<year>20\d\d))?"
)
_RANGE = re.compile(r"-|đến|tới")
_DAYS = re.compile(r"\d+")
_CENTURY = 2000
_YEAR_GROUPS = ("last_year", "year", "year2")
_LIST_GROUPS = ("days", "months", "quarters")
_SAME_YEAR = ("nay", "này")
_COUNTS = {"ba": 3, "sáu": 6, "chín": 9}
_DAYS_OF_PART = {"nửa đầu": 15, "thượng tuần": 10, "trung tuần": 20}
_AUTUMN, _LAST_OF_SCHOOL_YEAR = 9, 5  # months
_MONTHS_OF_YEAR, _MONTHS_OF_QUARTER, _MONTHS_OF_HALF = 12, 3, 6


def written_year(groups: Groups, year: int) -> int:
    """Return the year that is written, or meant by «năm sau» in a plan of `year`; 0 where none is."""
    short = groups["short"]
    if short:
        return _CENTURY + int(short)
    for name in _YEAR_GROUPS:
        written = groups[name]
        if written:
            return int(written)
    relative = groups["relative"]
    if not relative:
        return 0
    if relative.endswith(_SAME_YEAR):
        return int(year)
    return year + 1


def count_listed(groups: Groups) -> int:
    """Return how many days, months or quarters one point lists."""
    count = 0
    for name in _LIST_GROUPS:
        listed = groups[name]
        found = _LISTED.findall(listed)
        count += len(found)
    return count


def span_of(unit: TimeUnit, groups: Groups, year: int) -> DaySpan:
    """Return the span that a point names in a plan of `year`; ValueError where there is no such day."""
    read = _READERS[unit]
    return read(groups, year)


def _days(groups: Groups, year: int) -> DaySpan:
    month = _month(groups["month"])
    of_year = _year_of(month, groups, year)
    of_month = months_span(of_year, month, month)
    return days_of_month(of_month, groups["days"])


def _year_of(month: int, groups: Groups, year: int) -> int:
    written = written_year(groups, year)
    return written or year_of_month(year, month)


def _month(written: str) -> int:
    return MONTH_WORDS.get(written) or int(written)


def _one_month(written: str, groups: Groups, year: int) -> DaySpan:
    month = _month(written)
    of_year = _year_of(month, groups, year)
    return months_span(of_year, month, month)


def _weeks(groups: Groups, year: int) -> DaySpan:
    written = groups["month"]
    month = _one_month(written, groups, year)
    count = groups["count"]
    if count:
        days = int(count)
        return _days_of_month(month, groups["part"], days)
    return weeks_of_month(month, groups["weeks"])


def weeks_of_month(month: DaySpan, weeks: str) -> DaySpan:
    """Return the span up to the last of the weeks that are named: «tuần 1, 3»."""
    first, *_ = listed = re.split(JOINTS, weeks)
    begin = _week(month, first)
    end = _week(month, listed[-1])
    return DaySpan(begin.first, end.last)


def days_of_month(month: DaySpan, days: str) -> DaySpan:
    """Return the span of the days that are named; ValueError where a month has no such day."""
    of_month: list[DaySpan] = []
    for written in _DAYS.findall(days):
        number = int(written)
        day = day_span(month.first.year, month.first.month, number)
        of_month.append(day)
    return _whole(of_month)


def _days_of_month(month: DaySpan, part: str, count: int) -> DaySpan:
    """Return the span of «10 ngày đầu tháng 7», «05 ngày cuối tháng 6»."""
    if part == "cuối":
        return part_of(month, part)
    return up_to(month, count)


def _week(month: DaySpan, named: str) -> DaySpan:
    words = named.split()
    for part in ("giữa", "cuối"):
        if part in words:
            return part_of(month, part)
    if "đầu" in words:
        return week_span(month, 1)
    number = _number(words[-1])
    return week_span(month, number)


def _number(written: str) -> int:
    return ORDINALS.get(written) or int(written)


def _months(groups: Groups, year: int) -> DaySpan:
    listed = groups["months"]
    part = groups["part"]
    if listed in MONTH_WORDS:
        span = _one_month(listed, groups, year)
        return part_of_span(span, part)
    spans = _listed(listed, groups, year, 1)
    whole = _whole(spans)
    return part_of_span(whole, part)


def _quarters(groups: Groups, year: int) -> DaySpan:
    listed = groups["quarters"]
    part = groups["part"]
    spans = _listed(listed, groups, year, _MONTHS_OF_QUARTER)
    whole = _whole(spans)
    return part_of_span(whole, part)


def _whole(spans: Iterable[DaySpan]) -> DaySpan:
    first, *others = spans
    last = first.last
    for span in others:
        last = max(last, span.last)
    return DaySpan(first.first, last)


def _listed(listed: str, groups: Groups, year: int, months: int) -> Iterator[DaySpan]:
    """Yield the months or quarters of a list; the year at its end is that of all that have none.

    «tháng 11 - 02» ends in the next year; in «tháng 11, 12, 2» each month is of the same one.
    """
    is_range = _RANGE.search(listed) is not None
    whole = written_year(groups, year)
    before: DaySpan | None = None
    numbers = list(_LISTED.finditer(listed))
    last_which = _number(numbers[-1]["number"])
    last_year = int(numbers[-1]["year"] or whole)
    for number in numbers:
        which = _number(number["number"])
        last = months * which
        before_first = last - months
        first = before_first + 1
        written = int(number["year"] or whole)
        # «tháng 12 đến tháng 2 năm sau», «tháng 12 - 02/2027»: the year is that of the end.
        if is_range and last_year and which > last_which and not number["year"]:
            written = last_year - 1
        of_year = written or year_of_month(year, last)
        span = months_span(of_year, first, last)
        if is_range and before and span.last < before.first:
            span = a_year_later(span)
        yield span
        before = span


def part_of_span(span: DaySpan, part: str) -> DaySpan:
    """Return a part of a span, all of it where none is named: «thượng tuần» are its first ten days."""
    if not part:
        return span
    days = _DAYS_OF_PART.get(part)
    if days and span.first.month == span.last.month:
        return up_to(span, days)
    if days:
        return part_of(span, "giữa")
    if part.startswith("ngày"):
        return DaySpan(span.last, span.last)
    return part_of(span, part)


def _half(groups: Groups, year: int) -> DaySpan:
    months = _months_counted(groups)
    of_year = written_year(groups, year) or int(year)
    first = 1
    last = months
    if groups["part"] == "cuối":
        last = _MONTHS_OF_YEAR
        first = last - months + 1
    return months_span(of_year, first, last)


def _months_counted(groups: Groups) -> int:
    """Return how many months «6 tháng đầu năm», «hai quý đầu năm» are."""
    quarters = groups["quarter_count"]
    if quarters:
        return _MONTHS_OF_QUARTER * _number(quarters)
    count = groups["count"]
    return _COUNTS.get(count) or int(count)


def _whole_year(groups: Groups, year: int) -> DaySpan:
    of_year = written_year(groups, year) or int(year)
    whole = months_span(of_year, 1, _MONTHS_OF_YEAR)
    part = groups["part"]
    if part == "nửa đầu":
        return months_span(of_year, 1, _MONTHS_OF_HALF)
    if part:
        return part_of(whole, part)
    return whole


def _term(groups: Groups, year: int) -> DaySpan:
    """Return a term of a school year: the first ends with the year, the second with May."""
    is_second = _number(groups["term"]) > 1
    if groups["last_year"]:
        begins = int(groups["year"])
    else:
        # The second term of a plan of a calendar year is that which began in the autumn before.
        begins = year_of_month(year, _AUTUMN)
        if is_second and not isinstance(year, SchoolYear):
            begins -= 1
    if is_second:
        return months_span(begins + 1, 1, _LAST_OF_SCHOOL_YEAR)
    return months_span(begins, _AUTUMN, _MONTHS_OF_YEAR)


_READERS = {
    TimeUnit.TERM: _term,
    TimeUnit.DAY: _days,
    TimeUnit.WEEK: _weeks,
    TimeUnit.MONTH: _months,
    TimeUnit.QUARTER: _quarters,
    TimeUnit.HALF: _half,
    TimeUnit.YEAR: _whole_year,
}
