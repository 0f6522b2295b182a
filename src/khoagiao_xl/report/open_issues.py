"""What is to be done about the issues that are open: settled, and answered where a unit asks for a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.hot_issues import IssueSource
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_issues import asked_for
from khoagiao_xl.report.told_lines import in_sentence
from khoagiao_xl.wording.told_kinds import ASKS_DIRECTION
from khoagiao_xl.wording.told_sections import ISSUE_SUBJECTS, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.hot_issues import Issue
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_issues import IssueNote

SENTENCE_END: Final = ". "
CLAUSE_ENDS: Final = ",;."
MOST_WORDS: Final = 15  # of what a unit asks for, within a line on all issues


def open_issue_works(content: ReportContent) -> Iterator[str]:
    """Yield that the issues are to be settled, then each unit that asks for a word, as works of their own."""
    left = [note for note in content.issues if note.settled_on is None]
    if not left:
        return
    are_some = len(left) < len(content.issues)
    yield TOLD["chi_dao_van_de"].format(
        count=number(len(left)),
        others=TOLD["con_lai"] if are_some else "",
    )
    for note in left:
        if note.issue.proposal:
            yield _answered(note)


def are_dated(content: ReportContent) -> bool:
    """Whether every open issue has a day of its own, by which it is to be settled."""
    for note in content.issues:
        is_open = note.settled_on is None
        if is_open and not note.issue.due:
            return False
    return True


def _answered(note: IssueNote) -> str:
    """Return «trả lời đề nghị ngày 05/02/2024 của Sở Y tế về việc ... (...)», without what is too long.

    Who asks to be directed is directed: what it asks for is the work itself.
    """
    issue = note.issue
    asked = in_sentence(asked_for(issue.proposal))
    is_short = len(asked.split()) <= MOST_WORDS and SENTENCE_END not in asked
    phrase = "tra_loi_noi_dung" if asked and is_short else "tra_loi_de_nghi"
    if ASKS_DIRECTION in asked.casefold():
        phrase = "chi_dao_de_nghi"
    return TOLD[phrase].format(
        unit=clean_line(note.unit_name),
        day=_received(issue),
        asked=asked,
        about=_about(issue),
    )


def _received(issue: Issue) -> str:
    """Return « ngày 05/02/2024», on which a quick notice came; blank for what is known in another way."""
    if issue.reported is None or issue.source != IssueSource.NOTICE:
        return ""
    day = day_text(issue.reported)
    return TOLD["de_nghi_ngay"].format(day=day)


def _about(issue: Issue) -> str:
    """Return what an issue is about in few words, else the day by which the report tells of it."""
    text = clean_line(issue.text)
    for opening in ISSUE_SUBJECTS:
        _, found, rest = text.partition(opening)
        subject = _first_clause(rest)
        if found and subject:
            return TOLD["de_nghi_ve_viec"].format(what=subject)
    return TOLD["de_nghi_ve_ngay"].format(day=day_text(issue.day))


def _first_clause(text: str) -> str:
    clause = text
    for sign in CLAUSE_ENDS:
        clause, _, _ = clause.partition(sign)
    return clause.strip()
