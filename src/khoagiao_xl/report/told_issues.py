"""The hot issues of a period in words: where, what, who deals with it, what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, count_words, in_text
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.told_sections import ASKING, ISSUE_SOURCES, TOLD

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.hot_issues import Issue


LONG_QUIET: Final = 90  # days without a result that the office is asked about


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


def issue_paragraphs(notes: Iterable[IssueNote], today: date) -> Iterator[str]:
    """Yield the issues that arose in the period, then those that were open before it, each in one line."""
    known = list(notes)
    arisen = [note for note in known if not note.is_earlier]
    earlier = [note for note in known if note.is_earlier]
    yield from _listed("van_de_moi", arisen, today)
    yield from _listed(_opening_of_earlier(earlier), earlier, today)


def _opening_of_earlier(notes: Sequence[IssueNote]) -> str:
    has_settled = any(note.settled_on for note in notes)
    return "van_de_cu" if has_settled else "van_de_cu_con"


def _listed(opening: str, notes: Sequence[IssueNote], today: date) -> Iterator[str]:
    if not notes:
        return
    yield TOLD[opening].format(
        count=number(len(notes)),
        sources=_sources(notes),
        state=_state(notes, today),
        late=_late(notes),
    )
    *before, last = [_told(note) for note in notes]
    for line in before:
        yield f"- {line};"
    yield f"- {last}."


def _sources(notes: Sequence[IssueNote]) -> str:
    """Return how the office came to know of them, where that is known of each."""
    counts = Counter(note.issue.source for note in notes)
    if not counts.keys() <= ISSUE_SOURCES.keys():
        return ""
    told = []
    for source, words in ISSUE_SOURCES.items():
        if counts[source]:
            # One source of all of them needs no count beside the one before it.
            count = f"{number(counts[source])} " if len(counts) > 1 else ""
            told.append(f"{count}{words}")
    joined = ", ".join(told)
    return TOLD["van_de_nguon"].format(sources=joined)


def _state(notes: Sequence[IssueNote], today: date) -> str:
    """Return how many are settled by what day, how many are open and how many of these are late."""
    left = [note for note in notes if note.settled_on is None]
    settled = len(notes) - len(left)
    if not left:
        return TOLD["van_de_xong_het"]
    words = TOLD["van_de_xong_khong"]
    if settled:
        words = count_words("van_de_xong_so", settled)
        words += count_words("van_de_con_so", len(left))
    return _by_when(left[0].ends, today) + words + _late(left)


def _by_when(ends: date, today: date) -> str:
    """Return by when: the end of the period, whose day the head names, or the day of a report before it."""
    if ends < today:
        return TOLD["van_de_het_ky"]
    return TOLD["van_de_den_nay"]


def _late(notes: Sequence[IssueNote]) -> str:
    late = [note for note in notes if note.days_late]
    return count_words("van_de_qua_han_so", len(late))


def _told(note: IssueNote) -> str:
    """Return «Tại Sở Y tế (ngày 02/02/2024): ...; cấp ủy đang xử lý; hạn 15/02/2024»."""
    issue = note.issue
    text = clean_line(issue.text)
    facts = "; ".join(_facts(note))
    return PHRASES["van_de"].format(
        day=day_text(issue.day),
        unit=clean_line(note.unit_name),
        text=in_text(text.rstrip(" .;")),
        facts=facts,
    )


def _facts(note: IssueNote) -> Iterator[str]:
    issue = note.issue
    handler = in_text(clean_line(issue.handler))
    settled = note.settled_on
    if settled is None:
        phrase = "van_de_dang_xu_ly" if handler else "van_de_chua_xong"
        yield from _still_open(note)
        yield PHRASES[phrase].format(handler=handler)
        return
    if handler:
        yield PHRASES["van_de_xu_ly"].format(handler=handler)
    day = day_text(settled)
    result = clean_line(issue.result)
    bare = result.rstrip(" .;")
    if bare:
        result = f": {bare}"
    yield PHRASES["van_de_xong"].format(day=day, result=result)


def asked_for(proposal: str) -> str:
    """Return what a unit asks for, without the word that it asks."""
    text = bare(proposal)
    small = text.casefold()
    for verb in ASKING:
        if small.startswith(verb):
            length = len(verb)
            asked = text[length:]
            return asked.strip(" :")
    return in_text(text)


def quiet_days(issue: Issue, today: date) -> int:
    """Return how many days an issue is open of which no result is noted, 0 for one with a result."""
    if issue.settled_on or issue.result:
        return 0
    return (today - issue.told_on).days


def _still_open(note: IssueNote) -> Iterator[str]:
    issue = note.issue
    if issue.due:
        day = day_text(issue.due)
        yield PHRASES["van_de_han"].format(day=day)
    if note.days_late:
        yield TOLD["van_de_qua_han"].format(days=number(note.days_late))
