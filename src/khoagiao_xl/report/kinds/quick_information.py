"""Quick information on one issue of the log: what, where, when, how grave, who deals with it, what next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import body_names, document_tags, saying, staff_of
from khoagiao_xl.report.open_issues import asks_for_more
from khoagiao_xl.report.told_issues import asked_for
from khoagiao_xl.report.told_lines import bare, capital, in_text
from khoagiao_xl.wording.told_kinds import ISSUE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from khoagiao_xl.model.hot_issues import Issue
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Tags
    from khoagiao_xl.report.letterheads import Letterhead


QUICK: Final = "tin nhanh"
say = saying(ISSUE_TEXTS)


def tell(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of the quick information on the issue `order.about`, as the log has it today."""
    issue = next(one for one in year.issues if one.code == order.about)
    names = body_names(year)
    unit = names.get(issue.unit, issue.unit)
    author = clean_line(head.author)
    return document_tags(
        head,
        order.today,
        {
            "trich_yeu": say("trich_yeu", unit=unit),
            "ket_thuc": say("ket_thuc", author=author),
        },
        {
            "mo_dau": [_opening(head, unit)],
            "su_viec": [_happened(issue, unit, staff_of(year))],
            "muc_do": [_level(issue)],
            "xu_ly": _handled(issue, order.today),
            "tiep_theo": _next(issue, unit, head, order.today),
        },
    )


def _opening(head: Letterhead, unit: str) -> str:
    """Return to whom it is told: the first who receives it is the body above."""
    above = head.recipients[:1]
    phrase = "mo_dau" if above else "mo_dau_khong_noi"
    return say(
        phrase,
        author=clean_line(head.author),
        unit=unit,
        receiver=clean_line("".join(above)),
    )


def _happened(issue: Issue, unit: str, staff: str) -> str:
    """Return what happened, and in brackets who told of it and when the office heard."""
    source = bare(issue.source)
    told = ""
    if source:
        phrase = "nguon_tin_nhanh" if source.casefold() == QUICK else "nguon"
        told = say(
            phrase,
            source=source,
            heard=_heard(issue, staff),
        )
    text = in_text(bare(issue.text))
    goes_on = text[:1].islower()  # else it begins with a name, or as an entry of the log
    return say(
        "su_viec" if goes_on else "su_viec_ghi",
        day=day_text(issue.day),
        unit=unit,
        text=text,
        told=told,
    )


def _heard(issue: Issue, staff: str) -> str:
    if issue.reported is None:
        return ""
    return say(
        "bao_ngay",
        staff=staff,
        day=day_text(issue.reported),
    )


def _level(issue: Issue) -> str:
    if not issue.level:
        return ISSUE_TEXTS["chua_muc"]
    return say("muc", level=bare(issue.level))


def _handled(issue: Issue, today: date) -> Iterator[str]:
    settled = issue.settled_on
    if settled is not None and settled <= today:
        result = f": {bare(issue.result)}" if bare(issue.result) else ""
        yield say(
            "xong",
            day=day_text(settled),
            result=result,
        )
        return
    handled = ""
    if bare(issue.handler):
        handled = say("xu_ly", handler=bare(issue.handler))
    else:
        yield ISSUE_TEXTS["bo_sung_giao"]
    phrase = "ket_qua" if bare(issue.result) else "chua_ket_qua"
    yield capital(
        handled
        + say(
            phrase,
            day=day_text(today),
            result=bare(issue.result),
        )
    )


def _next(issue: Issue, unit: str, head: Letterhead, today: date) -> Iterator[str]:
    """Yield what follows: what the committee answers the unit, whom it directs and until when."""
    if not issue.is_open:
        yield ISSUE_TEXTS["da_xong"]
        return
    author = clean_line(head.author)
    yield from _answered(issue, unit, author)
    above = clean_line("".join(head.recipients[:1]))
    yield say(
        "chi_dao",
        author=author,
        unit=unit,
        due=_due(issue.due, today),
        receiver=say("bao_cao_len", receiver=above) if above else "",
    )
    if issue.due is None:
        yield ISSUE_TEXTS["bo_sung_han"]


def _answered(issue: Issue, unit: str, author: str) -> Iterator[str]:
    """Yield what the unit asks for and who answers it; a wish to be directed the next line answers."""
    if asks_for_more(issue.proposal):
        proposal = asked_for(issue.proposal)
        yield say("tiep_nhan", unit=unit, proposal=proposal, author=author)


def _due(due: date | None, today: date) -> str:
    if due is None:
        return ""
    return say("han" if due >= today else "qua_han", day=day_text(due))
