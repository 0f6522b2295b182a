"""The hot issues of a period in words: where, what, who deals with it, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.hot_issues import Issue


@dataclass(frozen=True)
class IssueNote:
    """An issue of the log as it stood at the end of the period.

    ends: the last day of the period; what was settled after it is open here. is_earlier: it arose before.
    """

    unit_name: str
    issue: Issue
    ends: date
    is_earlier: bool = False

    @property
    def settled_on(self) -> date | None:
        """The day it was settled, None while it was open at the end of the period."""
        day = self.issue.settled_on
        if day is None or day > self.ends:
            return None
        return day


def issue_paragraphs(notes: Iterable[IssueNote]) -> Iterator[str]:
    """Yield the issues that arose in the period, then those that were open before it, each in one line."""
    known = list(notes)
    arisen = [note for note in known if not note.is_earlier]
    earlier = [note for note in known if note.is_earlier]
    yield from _listed("van_de_phat_sinh", arisen)
    yield from _listed("van_de_ton", earlier)


def _listed(opening: str, notes: Sequence[IssueNote]) -> Iterator[str]:
    if not notes:
        return
    yield PHRASES[opening]
    *before, last = [_told(note) for note in notes]
    for line in before:
        yield f"- {line};"
    yield f"- {last}."


def _told(note: IssueNote) -> str:
    """Return «ngày 02/02/2024, Sở Y tế: ... (Cấp ủy xử lý; hạn 15/02/2024; chưa giải quyết xong)»."""
    issue = note.issue
    text = clean_line(issue.text)
    facts = "; ".join(_facts(note))
    return PHRASES["van_de"].format(
        day=day_text(issue.day),
        unit=clean_line(note.unit_name),
        text=text.rstrip(" .;"),
        facts=facts,
    )


def _facts(note: IssueNote) -> Iterator[str]:
    issue = note.issue
    handler = clean_line(issue.handler)
    if handler:
        yield PHRASES["van_de_xu_ly"].format(handler=handler)
    settled = note.settled_on
    if settled is None:
        yield from _still_open(issue)
        return
    day = day_text(settled)
    result = clean_line(issue.result)
    bare = result.rstrip(" .;")
    if bare:
        result = f": {bare}"
    yield PHRASES["van_de_xong"].format(day=day, result=result)


def _still_open(issue: Issue) -> Iterator[str]:
    if issue.due:
        day = day_text(issue.due)
        yield PHRASES["van_de_han"].format(day=day)
    yield PHRASES["van_de_chua_xong"]
