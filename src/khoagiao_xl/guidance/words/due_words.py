"""Deadlines in words, and the day they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from khoagiao_xl.guidance.words.counted_terms import counted_terms
from khoagiao_xl.guidance.words.named_deadlines import NamedDeadline, deadlines_in
from khoagiao_xl.guidance.words.start_days import start_of
from khoagiao_xl.guidance.words.undated_times import days_alone, undated_times
from khoagiao_xl.vietnamese.running_text import plain, without_quoted

ANY_YEAR = 2000  # where it matters only whether a day is named


@dataclass(frozen=True)
class Due:
    """A deadline: as written, and the last day in time; an impossible day is None and bad.

    Of several the last one is the deadline; the words name them all, parted by «; ». start: from when on.
    """

    words: str
    day: date | None
    is_bad: bool = False
    start: date | None = None


_AROUND = " ,:;(-"  # of the words of a deadline
NO_DUE = Due("", None)


def find_due(text: str, year: int, *, is_cell: bool = False, within: str = "") -> Due:
    """Return the deadline that `text` names for the plan of `year`: NO_DUE where it names none.

    is_cell: the text is the cell of a column of deadlines, so «Quý II» alone is one. within: the heading
    above («Tháng 3»), in whose month a day without a month lies.
    """
    due = _found_in(text, year, is_cell=is_cell, within=within)
    start = start_of(text, year, is_cell=is_cell, within=within)
    return beginning(due, start)


def beginning(due: Due, start: date | None) -> Due:
    """Return a deadline with its beginning, unless that lies behind it."""
    if start is None or due.is_bad:
        return due
    if due.day and start > due.day:
        return due
    return replace(due, start=start)


def _found_in(text: str, year: int, *, is_cell: bool, within: str) -> Due:
    said = without_quoted(text)
    low = plain(said)
    found: list[NamedDeadline] = []
    for term in counted_terms(low, year):
        counted = NamedDeadline(*term)
        found.append(counted)
        low = _blanked(low, counted)
    above = plain(within)
    found += deadlines_in(low, year, is_cell=is_cell, within=above)
    if not is_cell:
        found += _undated(low, found)
    if not found:
        found += _days_alone(low)
    held = _strongest(found)
    if is_cell and not held:
        words = text.strip()
        return Due(words, None)
    return _joined(text, held)


def _undated(low: str, found: list[NamedDeadline]) -> Iterator[NamedDeadline]:
    """Yield the times that have no day, unless a deadline of those found lies in their words."""
    dated = list(found)
    for start, end in undated_times(low):
        undated = NamedDeadline(start, end, None)
        if not any(_overlap(undated, one) for one in dated):
            yield undated


def _overlap(one: NamedDeadline, other: NamedDeadline) -> bool:
    if one.start >= other.end:
        return False
    return other.start < one.end


def _days_alone(low: str) -> Iterator[NamedDeadline]:
    for start, end in days_alone(low):
        yield NamedDeadline(start, end, None)


def _blanked(low: str, one: NamedDeadline) -> str:
    """Return the text without the deadline, every other letter in its place."""
    before = low[: one.start]
    behind = low[one.end :]
    length = one.end - one.start
    blanks = " " * length
    return before + blanks + behind


def _strongest(found: list[NamedDeadline]) -> list[NamedDeadline]:
    """Return the deadlines that hold, in the order of the text: of the weak ones those before a firm one."""
    firm = [one for one in found if not one.is_weak]
    last = _last_day(firm)
    held = [one for one in found if _holds(one, last)]
    held.sort(key=_place)
    return held


def _holds(one: NamedDeadline, last: date | None) -> bool:
    """Say whether a deadline holds beside the firm one of the day `last`."""
    if not one.is_weak:
        return True
    if last is None:
        return True
    if one.day is None:
        return False
    return one.day < last


def _last_day(found: list[NamedDeadline]) -> date | None:
    last: date | None = None
    for one in found:
        if one.day is None:
            continue
        if last is None or one.day > last:
            last = one.day
    return last


def _place(one: NamedDeadline) -> tuple[int, int]:
    return one.start, one.end


def _joined(text: str, found: list[NamedDeadline]) -> Due:
    if not found:
        return NO_DUE
    last = _last_day(found)
    # Beside a day that there is, one that cannot be is only left out.
    bad = [one for one in found if one.is_bad]
    is_bad = last is None and bad != []
    words: list[str] = []
    for one in found:
        if one.is_bad and not is_bad:
            continue
        written = text[one.start : one.end]
        bare = written.strip(_AROUND)
        words.append(bare)
    each = dict.fromkeys(words)
    joined = "; ".join(each)
    return Due(joined, last, is_bad)
