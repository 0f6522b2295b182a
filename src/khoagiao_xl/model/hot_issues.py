"""Hot issues (tblVanDe): what arose at a unit, who deals with it; and what of them falls into a window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

QUICK: Final = "tin-nhanh"  # what a quick form says where others name their period


class IssueLevel(StrEnum):
    """How grave an issue is; the values are what column «Mức» shows."""

    USUAL = "thường"
    PRESSING = "bức xúc"
    SPECIAL = "đặc biệt"


class IssueSource(StrEnum):
    """How the office came to know of it; the values are what column «Nguồn» shows."""

    NOTICE = "tin nhanh"
    PERIOD_FORM = "biểu kỳ"
    OPINION = "dư luận"
    PRESS = "báo chí"


@dataclass(frozen=True)
class Issue:
    """One row of tblVanDe.

    day: when it arose. reported: the day the office was told of it; None where a person typed the row.
    handler: the person or body that deals with it, due: until when. closed_on: None while it is open.
    files, sha256: the quick forms that told of it, the newest last, and their hashes.
    proposal, contact: what the unit asks for, and whom to call.
    """

    code: str
    day: date
    unit: str
    field: str = ""
    text: str = ""
    level: str = ""
    source: str = ""
    handler: str = ""
    due: date | None = None
    result: str = ""
    closed_on: date | None = None
    files: tuple[str, ...] = ()
    sha256: tuple[str, ...] = ()
    proposal: str = ""
    contact: str = ""
    reported: date | None = None
    change: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Issue:
        """Return the issue of a row of tblVanDe (field -> value)."""
        return cls(**row)

    @property
    def is_open(self) -> bool:
        """Whether nobody has written down that it is settled."""
        return self.closed_on is None

    @property
    def settled_on(self) -> date | None:
        """The day it was settled; never before it arose, whatever was typed: `check` tells of that."""
        if self.closed_on is None:
            return None
        return max(self.closed_on, self.day)

    @property
    def told_on(self) -> date:
        """The day the office was told; where that is not noted, the day it arose."""
        return self.reported or self.day

    @property
    def name(self) -> str:
        """What a sentence calls it: its code, where it has none its day."""
        if self.code:
            return self.code
        return f"{self.day:%d/%m/%Y}"


@dataclass(frozen=True)
class IssueBalance:
    """The issues of a window of days: open before it, arisen and settled in it, still open after it.

    An issue that arose and was settled in the window is among both; so the first two less the third are the
    last, whatever the window.
    """

    open_before: tuple[Issue, ...] = ()
    arisen: tuple[Issue, ...] = ()
    settled: tuple[Issue, ...] = ()
    still_open: tuple[Issue, ...] = ()

    def of_unit(self, code: str) -> IssueBalance:
        """Return what of it is of one unit."""
        return IssueBalance(
            open_before=_of_unit(self.open_before, code),
            arisen=_of_unit(self.arisen, code),
            settled=_of_unit(self.settled, code),
            still_open=_of_unit(self.still_open, code),
        )


def _of_unit(issues: Iterable[Issue], code: str) -> tuple[Issue, ...]:
    return _those(issues, lambda issue: issue.unit == code)


def balance(issues: Iterable[Issue], starts: date, ends: date) -> IssueBalance:
    """Return what of the issues falls into the days from `starts` to `ends`, both included."""
    window = _Window(starts, ends)
    known = sorted(issues, key=attrgetter("day", "code"))
    return IssueBalance(
        open_before=_those(known, window.was_open_before),
        arisen=_those(known, window.saw_arise),
        settled=_those(known, window.saw_settled),
        still_open=_those(known, window.leaves_open),
    )


def told_between(issues: Iterable[Issue], starts: date, ends: date) -> tuple[Issue, ...]:
    """Return the issues of which a quick form told the office on one of these days."""
    window = _Window(starts, ends)
    return _those(issues, window.saw_told)


def opinions_between(issues: Iterable[Issue], starts: date, ends: date) -> tuple[Issue, ...]:
    """Return the issues that public opinion raised and that arose on one of these days."""
    window = _Window(starts, ends)
    return _those(issues, window.saw_raised)


@dataclass(frozen=True)
class _Window:
    """The days from `starts` to `ends`, both included."""

    starts: date
    ends: date

    def _has(self, day: date | None) -> bool:
        if day is None:
            return False
        return self.starts <= day <= self.ends

    def was_open_before(self, issue: Issue) -> bool:
        if issue.day >= self.starts:
            return False
        settled = issue.settled_on
        return settled is None or settled >= self.starts

    def saw_arise(self, issue: Issue) -> bool:
        return self._has(issue.day)

    def saw_settled(self, issue: Issue) -> bool:
        return self._has(issue.settled_on)

    def leaves_open(self, issue: Issue) -> bool:
        if issue.day > self.ends:
            return False
        settled = issue.settled_on
        return settled is None or settled > self.ends

    def saw_told(self, issue: Issue) -> bool:
        if issue.source != IssueSource.NOTICE:
            return False
        return self._has(issue.told_on)

    def saw_raised(self, issue: Issue) -> bool:
        if issue.source != IssueSource.OPINION:
            return False
        return self._has(issue.day)


def _those(issues: Iterable[Issue], is_one: Callable[[Issue], bool]) -> tuple[Issue, ...]:
    found = filter(is_one, issues)
    return tuple(found)


# -- as a unit tells of one -------------------------------------------------------------------------------


@dataclass(frozen=True)
class QuickNotice:
    """What one quick form tells: the issue as the unit has it, and the file that brought it.

    is_correction: whether the unit says that it puts a notice right that it sent before.
    """

    issue: Issue
    file: str
    sha256: str
    is_correction: bool = False

    @property
    def as_row(self) -> Issue:
        """The issue as it goes into tblVanDe."""
        return replace(
            self.issue,
            files=(self.file,),
            sha256=(self.sha256,),
        )


@dataclass(frozen=True)
class LoggedNotice:
    """What became of one quick form. code: of its row, blank for one that a person took out.

    is_first: whether it is the one that the row was made for; later ones put it right.
    is_fresh: whether it was taken now, and not by an earlier run or under another name.
    """

    notice: QuickNotice
    code: str
    is_first: bool = False
    is_fresh: bool = True

    @property
    def is_new(self) -> bool:
        """Whether it made a row now."""
        return self.is_fresh and self.is_first

    @property
    def is_changed(self) -> bool:
        """Whether it put a row right now."""
        return self.is_fresh and not self.is_first and bool(self.code)
