"""The points of time of a text in their order, with the words in front of each, and which belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from khoagiao_xl.guidance.words.calendar_spans import DaySpan, a_year_later
from khoagiao_xl.guidance.words.lone_points import (
    LONE_DAY,
    day_in,
    days_in,
    month_of,
    one_month,
    parts_in,
    points_of_cell,
    weeks_in,
)
from khoagiao_xl.guidance.words.time_point_patterns import TimeUnit
from khoagiao_xl.guidance.words.time_points import Area, TimePoint, points_in
from khoagiao_xl.guidance.words.time_roles import TimeLead, TimeRole, labelled, lead_of

# What stands between points that one breath names: «từ ngày 10/3 đến hết ngày 15/4», «tháng 4 và tháng 10».
_JOINT = re.compile(
    r"\s*(?:(?P<sign>,\s*và|,|;|và|hoặc|-|đến|tới|cho đến|&)\s*"
    r"(?:hết\s+)?(?:vào\s+|trong\s+)?(?:cuối ngày\s+)?)?(?:ngày\s+)?"
)
_RANGE_SIGNS = frozenset({"-", "đến", "tới", "cho đến"})
# What a word says of days only: «báo cáo quý II» says of which quarter, «báo cáo ngày 15/3» says when,
# but «trao giải tháng 8» says when too.
_HELD = re.compile(
    "khai mạc|bế mạc|phát động|khởi động|sơ khảo|chung khảo|bán kết|chung kết|trao giải|công bố kết quả"
)
_SHORT_UNITS = frozenset({TimeUnit.DAY, TimeUnit.WEEK})


@dataclass(frozen=True)
class ReadPoint:
    """A point with what the words in front make of it. is_expected: it stands where points are expected."""

    point: TimePoint
    lead: TimeLead
    is_expected: bool = False

    @property
    def start(self) -> int:
        """Where the point begins, without the words in front of it."""
        return self.point.start

    def lies_over(self, other: TimePoint) -> bool:
        """Say whether the other point stands in the same words."""
        mine = self.point
        if other.end <= mine.start:
            return False
        return other.start < mine.end

    @property
    def is_range(self) -> bool:
        """Whether the point is a range in itself: «từ ngày 10 - 15/3»."""
        if self.lead.role is not TimeRole.FROM:
            return False
        return self.point.is_list


Chain = list[ReadPoint]


def read_points(low: str, year: int, *, is_cell: bool, within: str) -> Iterator[Chain]:
    """Yield the chains of points of `low` (in plain spelling): those that one breath names.

    within: the heading above («Tháng 3»), in whose month a day without a month lies.
    """
    length = len(low)
    whole = (0, length)
    areas = labelled(low)
    if is_cell:
        areas = [whole]
    over = month_of(within, year)
    reads: Chain = []
    if over and is_cell:
        reads += _of_cell(low, over)
    elif over:
        reads += _of_listed_days(low, over)
    for read in _expected(low, year, areas):
        reads += _unless_read(reads, read)
    for point in points_in(low, year, whole):
        reads += _unless_covered(low, reads, point)
    reads.sort(key=_start)
    for point in _lone_points(low, reads, over):
        reads += _unless_covered(low, reads, point)
    reads.sort(key=_start)
    yield from _chains(low, reads)


def _of_cell(low: str, over: DaySpan) -> Iterator[ReadPoint]:
    for point in points_of_cell(low, over):
        lead = lead_of(low, point.start)
        yield ReadPoint(point, lead, is_expected=True)


def _of_listed_days(low: str, over: DaySpan) -> Iterator[ReadPoint]:
    for point in days_in(low, over):
        lead = lead_of(low, point.start)
        yield ReadPoint(point, lead)


def _unless_read(reads: Chain, read: ReadPoint) -> Iterator[ReadPoint]:
    """Yield what is read, unless something that is read already lies over it."""
    for other in reads:
        if other.lies_over(read.point):
            return
    yield read


def _start(read: ReadPoint) -> int:
    return read.start


def _expected(low: str, year: int, areas: Iterable[Area]) -> Iterator[ReadPoint]:
    for area in areas:
        for point in points_in(low, year, area, is_cell=True):
            lead = lead_of(low, point.start)
            yield ReadPoint(point, lead, is_expected=True)


def _unless_covered(low: str, reads: Chain, point: TimePoint) -> Iterator[ReadPoint]:
    """Yield the point as it is read, unless one that is read already lies over it."""
    for read in reads:
        if read.lies_over(point):
            return
    lead = lead_of(low, point.start)
    is_long = point.unit not in _SHORT_UNITS
    if is_long and lead.role is TimeRole.ON and not _HELD.match(lead.words):
        lead = TimeLead(TimeRole.BARE, point.start)
    yield ReadPoint(point, lead)


def _lone_points(low: str, reads: Chain, over: DaySpan | None) -> Iterator[TimePoint]:
    """Yield the days and weeks without a month: it is that of the month named before, else of the heading."""
    for match in LONE_DAY.finditer(low):
        month = _month_before(reads, match.start()) or over
        if month:
            yield day_in(match, month)
    if over:
        yield from weeks_in(low, over)
        yield from parts_in(low, over)


def _month_before(reads: Chain, place: int) -> DaySpan | None:
    for read in reversed(reads):
        point = read.point
        if point.end > place:
            continue
        if point.unit is TimeUnit.MONTH:
            return one_month(point)
    return None


def _chains(low: str, reads: Chain) -> Iterator[Chain]:
    chain = reads[:1]
    for read in reads[1:]:
        before = chain[-1]
        sign = _sign(low, before, read)
        if sign is None:
            yield chain
            chain = [read]
        else:
            joined = _after(before, read, sign)  # with the role of its chain
            chain.append(joined)
    if chain:
        yield chain


def _sign(low: str, before: ReadPoint, read: ReadPoint) -> str | None:
    """Return the sign that joins two points, None where something else stands between them."""
    match = _JOINT.fullmatch(low, before.point.end, read.start)
    if match is None or _tells_of_a_span(match, before, read):
        return None
    return match["sign"] or ""


def _tells_of_a_span(joint: re.Match[str], before: ReadPoint, read: ReadPoint) -> bool:
    """Say whether behind a day a span only tells of what: «quý II trước 10/3, | quý III trước 10/6»."""
    if joint["sign"] in _RANGE_SIGNS:
        return False
    if before.is_expected:
        return False
    if read.lead.role is not TimeRole.BARE:
        return False
    if before.point.unit not in _SHORT_UNITS:
        return False
    return read.point.unit not in _SHORT_UNITS


def _after(before: ReadPoint, read: ReadPoint, sign: str) -> ReadPoint:
    """Return the later point of a chain: without words of its own it has those of the point before it."""
    if sign in _RANGE_SIGNS:
        return _range_end(before, read)
    if read.lead.role in {TimeRole.BARE, TimeRole.TO}:
        return replace(read, lead=before.lead)
    return read


def _range_end(before: ReadPoint, read: ReadPoint) -> ReadPoint:
    """Return the end of a range; one that lies before the beginning lies a year later."""
    begin = before.point.span
    span = _not_before(begin, read.point)
    point = replace(read.point, span=span)
    lead = _lead_of_range(before)
    return replace(read, point=point, lead=lead)


def _lead_of_range(begin: ReadPoint) -> TimeLead:
    """Return the words of the end of a range: it is a day up to which, where its beginning says anything."""
    lead = begin.lead
    if lead.role is TimeRole.NEVER:
        return lead
    if begin.is_expected:
        return lead._replace(role=TimeRole.TO)
    if lead.role is TimeRole.BARE:
        return lead
    return lead._replace(role=TimeRole.TO)


def _not_before(first: DaySpan | None, point: TimePoint) -> DaySpan | None:
    span = point.span
    if first is None:
        return span
    if span is None:
        return span
    if point.year:
        return span
    if span.last >= first.first:
        return span
    return a_year_later(span)
