"""The ledger of closed periods (tblThayDoi): where what counts now differs from what was frozen.

It is worked out anew each time from snapshots and master: it never tells of a difference that is none.
What a report has told stays, also when the figure went back to what was frozen: that must be told in turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from khoagiao_xl.closing.closed_period import ClosedPeriod
from khoagiao_xl.closing.order import calendar
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.closing_records import Closing, LaterChange
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.snapshots import read_snapshot

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row
    from khoagiao_xl.office.year import Year

Known = Mapping[tuple[str, int, str, str], LaterChange]


@dataclass(frozen=True)
class Ledger:
    """changes: the lines of tblThayDoi. lost: why those of some closed periods cannot be told."""

    changes: tuple[LaterChange, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def rows(self) -> list[Row]:
        """The table as it is to stand."""
        return to_rows(self.changes, schema.LATER_CHANGES)

    def of_period(self, period: Period | str) -> list[LaterChange]:
        """Return the differences of one period; what was told and undone since is none."""
        code = str(period)
        own = [change for change in self.changes if change.period == code]
        return [change for change in own if not change.is_undone]


def make_ledger(year: Year, now: datetime) -> Ledger:
    """Return the ledger of all closed periods of `year`, by its tables as they are.

    The lines of a closing that stands no more, or whose snapshot is lost, stay as they were.
    """
    older = list(_of_older_closings(year))
    lost: list[str] = []
    found: list[LaterChange] = []
    for closing in _in_order(year):
        known = _known(year, closing)
        try:
            snapshot = read_snapshot(year.storage, closing)
        except WrongRequest as error:
            lost.append(str(error))
            found += known.values()
            continue
        closed = ClosedPeriod(year, closing, snapshot)
        # A total moves without a change of its own only by what another period carries into it.
        if closed.differing or found:
            found += _noted(closed.changes(), known, now)
        else:
            found += _gone(known, set(), now)
    return Ledger((*found, *older), tuple(lost))


def _in_order(year: Year) -> list[Closing]:
    closings = year.closings.standing.values()
    return sorted(closings, key=_calendar)


def _calendar(closing: Closing) -> tuple[int, int]:
    period = Period.parse(closing.period)
    return calendar(period)


def _of_older_closings(year: Year) -> Iterator[LaterChange]:
    standing = year.closings.standing.values()
    rounds = {(closing.period, closing.round) for closing in standing}
    for change in year.later_changes:
        if change.of_closing not in rounds:
            yield change


def _known(year: Year, closing: Closing) -> Known:
    """Return the lines of a closing as they stand."""
    wanted = (closing.period, closing.round)
    own = [change for change in year.later_changes if change.of_closing == wanted]
    return {change.place: change for change in own}


# -- what was noted before --------------------------------------------------------------------------------


def _noted(changes: Iterator[LaterChange], known: Known, now: datetime) -> Iterator[LaterChange]:
    """Yield the changes, each with the moment it was seen first, then those that are none any more."""
    standing = set()
    for change in changes:
        standing.add(change.place)
        before = known.get(change.place)
        if before and _says_the_same(before, change):
            yield replace(change, noted_at=before.noted_at, stated_in=before.stated_in)
        else:
            yield replace(change, noted_at=now)
    yield from _gone(known, standing, now)


def _says_the_same(one: LaterChange, other: LaterChange) -> bool:
    if one.unit:
        return one.now == other.now
    return one.new_total == other.new_total


def _gone(known: Known, standing: set[tuple[str, int, str, str]], now: datetime) -> Iterator[LaterChange]:
    """Yield the lines of changes that were undone and that a report has told."""
    for place, change in known.items():
        if place in standing:
            continue
        if change.is_undone:
            yield change
        elif change.stated_in:
            yield _undone(change, now)


def _undone(change: LaterChange, now: datetime) -> LaterChange:
    return replace(
        change,
        now=change.frozen,
        difference=0,
        new_total=change.frozen_total,
        noted_at=now,
        stated_in=(),
    )


# -- what a report tells ----------------------------------------------------------------------------------


def stated_rows(year: Year, period: Period) -> Sequence[Row]:
    """Return tblThayDoi, marked the changes that the report of `period` tells."""
    changes = year.changes_since_close(period)
    told = set(changes)
    marked = [_stated(change, period, told) for change in year.later_changes]
    return to_rows(marked, schema.LATER_CHANGES)


def _stated(change: LaterChange, period: Period, told: set[LaterChange]) -> LaterChange:
    code = str(period)
    if change not in told or code in change.stated_in:
        return change
    stated_in = (*change.stated_in, code)
    return replace(change, stated_in=stated_in)
