"""The hot issues of a period in words: where, what, who deals with it, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.told_sections import TOLD

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

    @property
    def days_late(self) -> int:
        """How many days it is open past its due day at the end of the period, 0 for none."""
        due = self.issue.due
        if self.settled_on or due is None:
            return 0
        late = (self.ends - due).days
        return max(late, 0)


def issue_paragraphs(notes: Iterable[IssueNote], in_forms: str = "") -> Iterator[str]:
    """Yield the issues that arose in the period, then those that were open before it, each in one line.

    in_forms: in words how many the units have counted in their forms, where that is another number.
    """
    known = list(notes)
    arisen = [note for note in known if not note.is_earlier]
    earlier = [note for note in known if note.is_earlier]
    yield from _listed("van_de_moi", arisen, in_forms)
    yield from _listed(_opening_of_earlier(earlier), earlier)


def _opening_of_earlier(notes: Sequence[IssueNote]) -> str:
    has_settled = any(note.settled_on for note in notes)
    return "van_de_cu" if has_settled else "van_de_cu_con"


def _listed(opening: str, notes: Sequence[IssueNote], in_forms: str = "") -> Iterator[str]:
    if not notes:
        return
    yield TOLD[opening].format(
        count=number(len(notes)),
        forms=in_forms,
        state=_state(notes),
        late=_late(notes),
    )
    *before, last = [_told(note) for note in notes]
    for line in before:
        yield f"- {line};"
    yield f"- {last}."


def _state(notes: Sequence[IssueNote]) -> str:
    """Return how many are settled, how many are open and how many of these are late."""
    left = [note for note in notes if note.settled_on is None]
    settled = len(notes) - len(left)
    if not left:
        return TOLD["van_de_xong_het"]
    words = TOLD["van_de_xong_khong"]
    if settled:
        words = _counted("van_de_xong_so", settled)
        words += _counted("van_de_con_so", len(left))
    return words + _late(left)


def _late(notes: Sequence[IssueNote]) -> str:
    late = [note for note in notes if note.days_late]
    if not late:
        return ""
    return _counted("van_de_qua_han_so", len(late))


def _counted(phrase: str, count: int) -> str:
    shown = number(count)
    return TOLD[phrase].format(count=shown)


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
        yield from _still_open(note)
        return
    day = day_text(settled)
    result = clean_line(issue.result)
    bare = result.rstrip(" .;")
    if bare:
        result = f": {bare}"
    yield PHRASES["van_de_xong"].format(day=day, result=result)


def _still_open(note: IssueNote) -> Iterator[str]:
    issue = note.issue
    if issue.due:
        day = day_text(issue.due)
        yield PHRASES["van_de_han"].format(day=day)
    if note.days_late:
        yield TOLD["van_de_qua_han"].format(days=number(note.days_late))
    yield PHRASES["van_de_chua_xong"]
