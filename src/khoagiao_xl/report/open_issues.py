"""What is to be done about the issues that are open: settled, and answered where a unit asks for a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.hot_issues import IssueSource
from khoagiao_xl.report.citing import day_text, in_one_bracket
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_issues import asked_for
from khoagiao_xl.report.told_lines import in_sentence
from khoagiao_xl.wording.told_sections import ISSUE_SUBJECTS, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.hot_issues import Issue
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_issues import IssueNote

SENTENCE_END: Final = ". "
CLAUSE_ENDS: Final = ",;."
MOST_WORDS: Final = 15  # of what a unit asks for, within a line on all issues


def open_issue_works(content: ReportContent) -> Iterator[str]:
    """Yield «chỉ đạo giải quyết dứt điểm 02 vấn đề nổi cộm còn lại, cho ý kiến theo đề nghị ...», or none."""
    left = [note for note in content.issues if note.settled_on is None]
    if not left:
        return
    are_some = len(left) < len(content.issues)
    asking = [note for note in left if note.issue.proposal]
    yield TOLD["chi_dao_van_de"].format(
        count=number(len(left)),
        others=TOLD["con_lai"] if are_some else "",
        asking=_asking(asking),
    )


def _asking(notes: Sequence[IssueNote]) -> str:
    """Return whom the committee is to answer, and about what; blank where nobody asks."""
    if not notes:
        return ""
    asked = [_asked(note) for note in notes]
    return TOLD["tra_loi_de_nghi"].format(asked=", ".join(asked))


def _asked(note: IssueNote) -> str:
    """Return «đề nghị của Sở Y tế về việc ... (đề nghị ...; tin nhanh ...)», without what is too long."""
    issue = note.issue
    asked = in_sentence(asked_for(issue.proposal))
    is_short = len(asked.split()) <= MOST_WORDS and SENTENCE_END not in asked
    told = TOLD["de_nghi_noi_dung" if asked and is_short else "de_nghi_cua"].format(
        unit=clean_line(note.unit_name),
        asked=asked,
        about=_about(issue),
    )
    if issue.reported and issue.source == IssueSource.NOTICE:
        told += TOLD["tin_nhanh_nhan"].format(day=day_text(issue.reported))
    return in_one_bracket(told)


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
