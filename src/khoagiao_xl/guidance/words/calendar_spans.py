"""Spans of the calendar, with first and last day: days, weeks of a month, months, quarters, halves, years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple, Self

ONE_DAY = timedelta(days=1)
_BEGINNING, _MIDDLE, _WEEK = 10, 15, 7
_LONGEST_MONTH = 31
_LAST_MONTH_OF_SECOND_TERM = 7  # what a school plans for August it plans before the school year begins


class WorkYear(int):
    """A year of work that does not begin in January: its months up to `turns` lie in the next one."""

    turns: int

    def __new__(cls, year: int | str, turns: int = 0) -> Self:
        """Return the year in which the work begins."""
        made = super().__new__(cls, year)
        made.turns = turns
        return made


class SchoolYear(WorkYear):
    """The year in which a school year begins; its months from January on lie in the next one."""

    def __new__(cls, year: int | str, turns: int = _LAST_MONTH_OF_SECOND_TERM) -> Self:
        """Return the year whose second term lies in the next one."""
        return super().__new__(cls, year, turns)


class DaySpan(NamedTuple):
    """first: the day before which «trước» ends; last: the last day in time."""

    first: date
    last: date


def year_of_month(year: int, month: int) -> int:
    """Return the year in which a month without a year lies, in a plan of `year`."""
    if isinstance(year, WorkYear) and month <= year.turns:
        return year + 1
    return int(year)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    _, days = monthrange(year, month)
    return date(year, month, days)


def day_span(year: int, month: int, day: int) -> DaySpan:
    """Return one day; the 31st of a shorter month is its last day, 30/2 and the like too.

    Raises ValueError where no month has such a day, or there is no such month.
    """
    if not 1 <= day <= _LONGEST_MONTH:
        raise ValueError(day)
    last = month_end(year, month)
    number = min(day, last.day)
    only = last.replace(day=number)
    return DaySpan(only, only)


def months_span(year: int, first: int, last: int) -> DaySpan:
    """Return the span of the months `first` to `last` of a year; ValueError where there is no such month."""
    start = date(year, first, 1)
    end = month_end(year, last)
    return DaySpan(start, end)


def part_of(span: DaySpan, part: str) -> DaySpan:
    """Return a part of a span: «đầu» ten days, «giữa» the 15th of its middle month, «cuối» its last day."""
    first, last = span
    if part == "đầu":
        # What is done on the 10th is still done at the beginning of the month.
        return up_to(DaySpan(first, month_end(first.year, first.month)), _BEGINNING)
    if part == "giữa":
        middle = _middle_of(span)
        return DaySpan(middle, middle)
    # «trước cuối tháng 3» ends with the month, not a day before.
    day_behind = last + ONE_DAY
    return DaySpan(day_behind, last)


def _middle_of(span: DaySpan) -> date:
    first, last = span
    months = last.month - first.month
    half, is_odd = divmod(months, 2)
    month = first.month + half
    if not is_odd:
        return date(first.year, month, _MIDDLE)
    # Of half a year or a whole one the middle is the end of its first half.
    return month_end(first.year, month)


def week_span(month: DaySpan, number: int) -> DaySpan:
    """Return the week `number` of a month: it ends on day 7, 14, 21, 28; the fifth with the month."""
    start, end = month
    last = number * _WEEK
    before = last - _WEEK
    first = before + 1
    if first > end.day:
        return DaySpan(end, end)
    begin = start.replace(day=first)
    if last <= end.day:
        end = start.replace(day=last)
    return DaySpan(begin, end)


def up_to(month: DaySpan, day: int) -> DaySpan:
    """Return a month from its first day to `day`: «nửa đầu tháng 3» is up to the 15th."""
    first, end = month
    highest = min(day, end.day)
    number = max(1, highest)
    last = first.replace(day=number)
    return DaySpan(first, last)


def a_year_later(span: DaySpan) -> DaySpan:
    """Return the same span of the next year."""
    first, last = map(_next_year, span)
    return DaySpan(first, last)


def _next_year(day: date) -> date:
    year = day.year + 1
    same = day_span(year, day.month, day.day)
    return same.last
