"""Who deals with an issue and what came of it, and what the committee is advised to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import saying, staff_of
from khoagiao_xl.report.told_issues import asked_for
from khoagiao_xl.report.told_lines import bare, capital
from khoagiao_xl.wording.told_kinds import ASKS_DIRECTION, ISSUE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from khoagiao_xl.model.hot_issues import Issue
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.letterheads import Letterhead

say = saying(ISSUE_TEXTS)


def handled(issue: Issue, unit: str, today: date) -> Iterator[str]:
    """Yield who deals with it and what came of it, and what the unit asks for while it is open."""
    yield from _result(issue, today)
    if issue.is_open and bare(issue.proposal):
        proposal = asked_for(issue.proposal)
        yield say("de_nghi", unit=unit, proposal=proposal)


def _result(issue: Issue, today: date) -> Iterator[str]:
    settled = issue.settled_on
    result = bare(issue.result)
    if settled is not None and settled <= today:
        yield say(
            "xong",
            day=day_text(settled),
            result=f": {result}" if result else "",
        )
        return
    handler = bare(issue.handler)
    if not handler:
        yield ISSUE_TEXTS["bo_sung_giao"]
    handled = say("xu_ly", handler=handler) if handler else ""
    phrase = "ket_qua" if result else "chua_ket_qua"
    so_far = say(
        phrase,
        day=day_text(today),
        result=result,
    )
    yield capital(handled + so_far)


def what_follows(issue: Issue, unit: str, year: Year, head: Letterhead, today: date) -> Iterator[str]:
    """Yield what follows: what the committee is advised to answer the unit, whom to direct, until when.

    Nobody knows here that it has directed anybody: the reports of the period leave that to be done too.
    """
    if not issue.is_open:
        yield ISSUE_TEXTS["da_xong"]
        return
    author = clean_line(head.author)
    staff = staff_of(year)
    yield from _answered(issue, unit, author, staff)
    above = clean_line("".join(head.recipients[:1]))
    yield say(
        "chi_dao",
        advising=capital(staff),
        author=author,
        unit=unit,
        due=_due(issue.due, today),
        staff=staff,
        receiver=_told_above(author, above),
    )
    if issue.due is None:
        yield ISSUE_TEXTS["bo_sung_han"]


def _told_above(author: str, above: str) -> str:
    if not above:
        return ""
    return say(
        "bao_cao_len",
        author=author,
        receiver=above,
    )


def _answered(issue: Issue, unit: str, author: str, staff: str) -> Iterator[str]:
    """Yield what the unit asks for and who answers it; a wish to be directed the next line answers."""
    proposal = bare(issue.proposal)
    if not proposal or ASKS_DIRECTION in proposal.casefold():
        return
    yield say(
        "tiep_nhan",
        advising=capital(staff),
        unit=unit,
        author=author,
    )


def _due(due: date | None, today: date) -> str:
    if due is None:
        return ""
    return say("han" if due >= today else "qua_han", day=day_text(due))
