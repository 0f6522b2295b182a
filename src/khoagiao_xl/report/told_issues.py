"""The hot issues of a period in words: where, what, who deals with it, what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.hot_issues import IssueSource
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, capital, count_words, in_text
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.told_sections import ASKING, ISSUE_SOURCES, TOLD

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.hot_issues import Issue


OF_OTHERS: Final = (
    IssueSource.OPINION,
    IssueSource.PRESS,
)  # who brings up what did not happen at the unit itself
OF_UNITS: Final = (IssueSource.NOTICE, IssueSource.PERIOD_FORM)  # the unit itself says who deals with it
OF_SOURCES: Final[Mapping[str, str]] = {
    IssueSource.NOTICE: "van_de_tin_nhanh",
    IssueSource.PERIOD_FORM: "van_de_bieu_ky",
    IssueSource.OPINION: "van_de_du_luan",
    IssueSource.PRESS: "van_de_du_luan",
}
QUIET: Final = 31  # days without a result after which nobody is told to be dealing with it
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
    yield from _listed(
        "van_de_moi",
        arisen,
        today,
    )
    yield from _listed(
        _opening_of_earlier(earlier),
        earlier,
        today,
    )


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
    *before, last = [_told(note, today) for note in notes]
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
    return count_words(
        "van_de_qua_han_so",
        len(late),
    )


def _told(note: IssueNote, today: date) -> str:
    """Return «Theo tin nhanh của Sở Y tế (...): ...; cấp ủy đang xử lý; hạn 15/02/2024».

    «Tại Sở Y tế» where nobody says how the office came to know of it. What others than a unit brought up is
    told by itself: the unit answers for it, it did not happen there.
    """
    issue = note.issue
    text = clean_line(issue.text).rstrip(" .;")
    is_of_unit = issue.source not in OF_OTHERS
    phrase = OF_SOURCES.get(issue.source, "van_de")
    return PHRASES[phrase].format(
        day=day_text(issue.day),
        unit=clean_line(note.unit_name),
        text=in_text(text) if is_of_unit else capital(text),
        facts="; ".join(_facts(note, today)),
    )


def _facts(note: IssueNote, today: date) -> Iterator[str]:
    issue = note.issue
    handler = in_text(clean_line(issue.handler))
    is_quiet = _is_quiet(note, today)
    if handler and note.settled_on:
        yield PHRASES["van_de_xu_ly"].format(handler=handler)
    elif handler and is_quiet:
        phrase = "van_de_bao_dang_xu_ly" if issue.source in OF_UNITS else "van_de_noi_xu_ly"
        yield PHRASES[phrase].format(handler=handler)
    if note.settled_on:
        yield _settled(note, note.settled_on)
        return
    yield from _still_open(note)
    if is_quiet:
        day = day_text(min(note.ends, today))
        yield TOLD["van_de_chua_ket_qua"].format(day=day)
    else:
        phrase = "van_de_dang_xu_ly" if handler else "van_de_chua_xong"
        yield PHRASES[phrase].format(handler=handler)


def _settled(note: IssueNote, settled: date) -> str:
    day = day_text(settled)
    result = clean_line(note.issue.result).rstrip(" .;")
    if result and note.issue.source in OF_OTHERS:
        return PHRASES["van_de_xong_sau"].format(
            day=day,
            result=result,
        )
    if result:
        result = f": {result}"
    return PHRASES["van_de_xong"].format(
        day=day,
        result=result,
    )


def _is_quiet(note: IssueNote, today: date) -> bool:
    """Whether nothing came of it for so long, or from one period into the next, that this is what is told."""
    if note.settled_on or note.issue.result:
        return False
    open_days = (min(note.ends, today) - note.issue.told_on).days
    return note.is_earlier or open_days > QUIET


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
