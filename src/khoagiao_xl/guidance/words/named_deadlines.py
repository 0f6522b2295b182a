"""Which of the points of time in a text are deadlines, and the last day in time of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import pairwise

from khoagiao_xl.guidance.words.bare_points import CLAUSE_END, is_of_round, stands_alone
from khoagiao_xl.guidance.words.calendar_spans import ONE_DAY, DaySpan
from khoagiao_xl.guidance.words.days_again import comes_again
from khoagiao_xl.guidance.words.event_days import names_session
from khoagiao_xl.guidance.words.no_deadlines import is_no_deadline
from khoagiao_xl.guidance.words.read_points import Chain, ReadPoint, read_points
from khoagiao_xl.guidance.words.time_point_patterns import TimeUnit
from khoagiao_xl.guidance.words.time_points import TimePoint
from khoagiao_xl.guidance.words.time_roles import TimeRole
from khoagiao_xl.vietnamese.word_patterns import WORD_START

# «trong quý II (trước ngày 15/6)»: the day says more exactly what the quarter said.
_APPOSITION = re.compile(r"\s*[,(:;-]?\s*(?:nhưng|và|phải|xong)?\s*")
_PARTING = re.compile(r"[,;.]")
_BEGINNINGS = frozenset({"đầu", "nửa đầu"})
_ALL_YEAR = re.compile(r"(?<!thành )(?<!xong )(?<!hết )(?:trong|cả|suốt|quanh)\s+$")
_WITHIN_YEAR = re.compile("trong|hết|xong|hoàn")
# «hoàn thành trước 15/8 để khánh thành nhân dịp 02/9», «phục vụ dịp 27/7».
_FOR_LATER = re.compile(rf"{WORD_START}(?:để|kịp|nhằm|phục vụ|chuẩn bị)(?:\s+[^\s;.]+){{0,12}}\s*$")
_ON_TIME = re.compile("vào|đúng|nhân")


class Strength(Enum):
    """How much a point says: a weak one holds only where no firm one is named."""

    NONE = auto()
    WEAK = auto()
    FIRM = auto()


@dataclass(frozen=True)
class NamedDeadline:
    """A deadline at start:end. day None: there is no such day (is_bad), or it is not counted (lunar)."""

    start: int
    end: int
    day: date | None
    is_weak: bool = False
    is_bad: bool = False
    span: DaySpan | None = None

    @property
    def is_period(self) -> bool:
        """Whether it names more than one day."""
        if self.span is None:
            return False
        return self.span.first < self.span.last

    def holds(self, other: NamedDeadline) -> bool:
        """Say whether the other one lies in this period, and is a narrower one."""
        mine = self.span
        its = other.span
        if mine is None:
            return False
        if its is None:
            return False
        if mine == its:
            return False
        return mine.first <= its.first <= mine.last


def deadlines_in(low: str, year: int, *, is_cell: bool = False, within: str = "") -> list[NamedDeadline]:
    """Return the deadlines of `low` (in plain spelling) in their order, for a plan of `year`.

    is_cell: it is the cell of a column of deadlines; within: the heading above, for days without a month.
    """
    found: list[NamedDeadline] = []
    chains = read_points(low, year, is_cell=is_cell, within=within)
    for chain in chains:
        if not comes_again(low, chain):
            found += _of_chain(low, chain, year)
    exact = _without_wider(low, found)
    return list(exact)


def _of_chain(low: str, chain: Chain, year: int) -> Iterator[NamedDeadline]:
    """Yield the deadline of each point of a chain; its words are those of the whole chain."""
    first = chain[0]
    last = chain[-1]
    place = (first.lead.start, last.point.end)
    alone = _strength_alone(low, chain)
    for read in chain:
        strength = _strength(low, read, year, alone)
        if strength is not Strength.NONE:
            yield _deadline(read, place, strength)


def _deadline(read: ReadPoint, place: tuple[int, int], strength: Strength) -> NamedDeadline:
    point = read.point
    start, end = place
    if point.is_lunar:
        return NamedDeadline(start, end, None)
    span = point.span
    if span is None:
        return NamedDeadline(start, end, None, is_bad=True)
    day = span.last
    # An hour of a day is still that day.
    if read.lead.role is TimeRole.BEFORE and not point.has_hour:
        day = span.first - ONE_DAY
    is_weak = strength is Strength.WEAK
    return NamedDeadline(start, end, day, is_weak=is_weak, span=span)


def _strength(low: str, read: ReadPoint, year: int, alone: Strength) -> Strength:
    """Return how much a point says; alone: what those of its chain say that have no words of their own."""
    role = read.lead.role
    if role is TimeRole.NEVER:
        return Strength.NONE
    if role is TimeRole.FROM and not _says_when(read):
        return Strength.NONE
    if read.point.is_lunar:
        return Strength.FIRM
    if is_no_deadline(low, read, year):
        return Strength.NONE
    if read.point.unit is TimeUnit.YEAR:
        if names_session(low[: read.start]):
            return Strength.WEAK
        return _strength_of_year(low, read)
    if role is TimeRole.RUNS:
        return _strength_of_running(low, read)
    if role is TimeRole.OCCASION:
        return _strength_of_occasion(low, read)
    if role is not TimeRole.BARE or read.is_expected:
        return Strength.FIRM
    return _strength_of_bare(read.point, alone)


def _strength_of_running(low: str, read: ReadPoint) -> Strength:
    """Return how much «đưa vào vận hành từ 01/4» says: the day, but not behind «để»."""
    if read.point.unit is not TimeUnit.DAY:
        return Strength.NONE
    if _FOR_LATER.search(low[: read.lead.start]):
        return Strength.NONE
    return Strength.FIRM


def _strength_of_occasion(low: str, read: ReadPoint) -> Strength:
    """Return how much «nhân dịp 19/5» says: what is done «để chào mừng ... dịp 19/5» is done before."""
    if read.point.unit is not TimeUnit.DAY:
        return Strength.NONE
    if _FOR_LATER.search(low[: read.lead.start]):
        return Strength.NONE
    if _ON_TIME.match(read.lead.words):
        return Strength.FIRM
    return Strength.WEAK


def _says_when(read: ReadPoint) -> bool:
    """Say whether words of a beginning give the day itself: a meeting begins at an hour, or it is a range."""
    if read.is_range:
        return True
    if not read.point.has_hour:
        return False
    if read.is_expected:
        return True
    return read.lead.words.startswith("bắt đầu")


def _strength_alone(low: str, chain: Chain) -> Strength:
    first = chain[0]
    if first.lead.role is not TimeRole.BARE:
        return Strength.NONE
    # The last round ends the work, whatever words the round before it has.
    if is_of_round(low, chain):
        return Strength.FIRM
    if stands_alone(low, chain):
        return Strength.WEAK
    return Strength.NONE


def _strength_of_bare(point: TimePoint, alone: Strength) -> Strength:
    if point.unit in {TimeUnit.HALF, TimeUnit.TERM}:
        return Strength.NONE
    if point.part or point.unit is TimeUnit.WEEK:
        return Strength.FIRM
    return alone


def _strength_of_year(low: str, read: ReadPoint) -> Strength:
    """Return how much a year says: «đến năm 2030» is an aim, «đầu năm» is no day."""
    part = read.point.part
    role = read.lead.role
    if role is TimeRole.BEFORE:
        return Strength.FIRM
    if part in _BEGINNINGS:
        return Strength.NONE
    if read.is_expected:
        # «Trong năm 2026», «Cả năm 2026» in a column of deadlines is no day.
        if _ALL_YEAR.search(low[: read.start]):
            return Strength.NONE
        return Strength.FIRM
    if not part:
        return _strength_of_whole_year(low, read)
    if role is TimeRole.BARE:
        return Strength.NONE
    return Strength.FIRM


def _strength_of_whole_year(low: str, read: ReadPoint) -> Strength:
    """Return how much «trong năm 2026» says: at the head of a sentence it only says of which year."""
    lead = read.lead
    if not _WITHIN_YEAR.search(lead.words):
        return Strength.NONE
    if not low[: lead.start].strip():
        return Strength.NONE
    ends = CLAUSE_END.match(low, read.point.end)
    if ends:
        return Strength.WEAK
    return Strength.NONE


def _without_wider(low: str, found: Iterable[NamedDeadline]) -> Iterator[NamedDeadline]:
    """Yield the deadlines but for a period that the day behind it only makes more exact."""
    every = list(found)
    for deadline, following in pairwise(every):
        if not _is_made_exact(low, deadline, following):
            yield deadline
    yield from every[-1:]


def _is_made_exact(low: str, wide: NamedDeadline, following: NamedDeadline) -> bool:
    if following.is_weak:
        return False
    if not wide.is_period:
        return False
    if not wide.holds(following):
        return False
    between = low[wide.end : following.start]
    if _APPOSITION.fullmatch(between):
        return True
    return not _PARTING.search(between)
