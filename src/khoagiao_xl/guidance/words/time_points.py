"""The points of time that a text names, each with its span of days; what they are for is not asked here."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from khoagiao_xl.guidance.words.calendar_spans import DaySpan
from khoagiao_xl.guidance.words.named_spans import Groups, count_listed, span_of, written_year
from khoagiao_xl.guidance.words.time_point_patterns import IN_CELL, IN_SENTENCE, LUNAR, TimeUnit

Area = tuple[int, int]
_DATING = ("called", "hour", "short", "year", "relative")  # groups with which a day is no fraction


@dataclass(frozen=True)
class TimePoint:
    """A point of time at start:end of the text; span None where there is no such day.

    part: «đầu», «cuối» of a longer span; year: as written, 0 where none is; is_dated: «ngày», an hour or a
    year stands with it, so that it is no fraction; is_list: it names several, or a range; is_lunar: of the
    lunar calendar, in which no day is counted.
    """

    start: int
    end: int
    unit: TimeUnit
    span: DaySpan | None
    part: str = ""
    year: int = 0
    has_hour: bool = False
    is_dated: bool = True
    is_list: bool = False
    is_lunar: bool = False


def points_in(low: str, year: int, area: Area, *, is_cell: bool = False) -> list[TimePoint]:
    """Return the points that `low` (in plain spelling) names in an area of it, none within another."""
    points: list[TimePoint] = []
    start, stop = area
    ways = IN_SENTENCE
    if is_cell:
        ways = IN_CELL
    ahead = [_Ahead(unit, pattern) for unit, pattern in ways]
    while found := _first(low, (start, stop), ahead):
        unit, match = found
        point = _point(low, unit, match, year)
        points.append(point)
        start = point.end
    return points


@dataclass
class _Ahead:
    """A way of writing points, with its next match: a text of many points is searched but once for each."""

    unit: TimeUnit
    pattern: re.Pattern[str]
    match: re.Match[str] | None = None
    is_over: bool = False

    def next_in(self, low: str, area: Area) -> re.Match[str] | None:
        """Return the first match that does not begin before the area."""
        if self.is_over:
            return None
        start, _ = area
        if self.match is None or self.match.start() < start:
            self.match = self.pattern.search(low, *area)
            self.is_over = self.match is None
        return self.match


def _first(low: str, area: Area, ways: list[_Ahead]) -> tuple[TimeUnit, re.Match[str]] | None:
    """Return the first match of an area, the longest where several begin there."""
    found: list[tuple[TimeUnit, re.Match[str]]] = []
    for way in ways:
        match = way.next_in(low, area)
        if match:
            found.append((way.unit, match))
    return min(found, key=_place, default=None)


def _place(found: tuple[TimeUnit, re.Match[str]]) -> tuple[int, int]:
    _, match = found
    start, end = match.span()
    return start, -end


def _point(low: str, unit: TimeUnit, match: re.Match[str], year: int) -> TimePoint:
    start, end = match.span()
    named = match.groupdict("")
    groups: Groups = defaultdict(str, named)
    lunar = LUNAR.match(low, end)
    if lunar:
        end = lunar.end()
    return TimePoint(
        start=start,
        end=end,
        unit=unit,
        span=_span(unit, groups, year),
        part=groups["part"],
        year=written_year(groups, year),
        has_hour=groups["hour"] != "",
        is_dated=_is_dated(groups),
        is_list=count_listed(groups) > 1,
        is_lunar=lunar is not None,
    )


def _span(unit: TimeUnit, groups: Groups, year: int) -> DaySpan | None:
    try:
        return span_of(unit, groups, year)
    except ValueError:
        return None


def _is_dated(groups: Groups) -> bool:
    if not groups["sign"]:
        return True
    written = map(groups.__getitem__, _DATING)
    return any(written)
