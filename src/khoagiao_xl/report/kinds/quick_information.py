"""Quick information on one issue of the log: what, where, when, how grave, who deals with it, what next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.hot_issues import IssueSource
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.issue_handling import handled, what_follows
from khoagiao_xl.report.kinds.kind_tags import body_names, document_tags, saying, staff_of
from khoagiao_xl.report.told_issues import OF_OTHERS
from khoagiao_xl.report.told_lines import bare, in_text, small
from khoagiao_xl.wording.told_kinds import ISSUE_TEXTS

if TYPE_CHECKING:
    from khoagiao_xl.model.hot_issues import Issue
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Tags
    from khoagiao_xl.report.letterheads import Letterhead

OF_UNITS: Final = (IssueSource.NOTICE, IssueSource.PERIOD_FORM)  # a unit tells of it, not where it arose
GENERAL: Final = "Chung"  # the field of what is of no field
say = saying(ISSUE_TEXTS)


def tell(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of the quick information on the issue `order.about`, as the log has it today."""
    issue = next(one for one in year.issues if one.code == order.about)
    names = body_names(year)
    unit = names.get(issue.unit, issue.unit)
    where = _where(issue, unit, year)
    author = clean_line(head.author)
    return document_tags(
        head,
        order.today,
        {
            "trich_yeu": say("trich_yeu", where=where),
            "ket_thuc": say("ket_thuc", author=author),
        },
        {
            "mo_dau": [_opening(head, issue, where)],
            "su_viec": [_happened(issue, unit, year)],
            "muc_do": [_level(issue)],
            "xu_ly": handled(issue, unit, order.today),
            "tiep_theo": what_follows(issue, unit, year, head, order.today),
        },
    )


def _place(issue: Issue, year: Year) -> str:
    """Return the office where it arose: the Party body of the same name tells of it, and is no place."""
    return clean_line(year.unit_names.get(issue.unit, issue.unit))


def _where(issue: Issue, unit: str, year: Year) -> str:
    """Return who tells of it, or where it arose: that of a unit is no form asked, it may be anywhere.

    What others brought up concerns the office and need not have happened there.
    """
    if issue.source in OF_UNITS:
        return say("phan_anh", unit=unit)
    phrase = "lien_quan" if issue.source in OF_OTHERS else "tai"
    return say(phrase, place=_place(issue, year))


def _field(issue: Issue) -> str:
    field = small(bare(issue.field))
    if not field or issue.field == GENERAL:
        return ""
    return say("linh_vuc", field=field)


def _opening(head: Letterhead, issue: Issue, where: str) -> str:
    """Return to whom it is told: the first who receives it is the body above."""
    above = head.recipients[:1]
    phrase = "mo_dau" if above else "mo_dau_khong_noi"
    return say(
        phrase,
        author=clean_line(head.author),
        field=_field(issue),
        where=where,
        receiver=clean_line("".join(above)),
    )


def _happened(issue: Issue, unit: str, year: Year) -> str:
    """Return what happened, and in brackets who told of it and when the office heard."""
    return say(
        _opens(issue),
        day=_day(issue),
        place=_place(issue, year),
        text=in_text(bare(issue.text)),
        told=_told_by(issue, unit, year),
    )


def _day(issue: Issue) -> str:
    """Return its day; a quick form asks for the day it happened or was heard of, and says not which."""
    phrase = "ngay_tin_nhanh" if issue.source == IssueSource.NOTICE else "ngay"
    return say(phrase, day=day_text(issue.day))


def _opens(issue: Issue) -> str:
    """Return the phrase that opens with the day, and with the place where one is known."""
    text = in_text(bare(issue.text))
    goes_on = text[:1].islower()  # else it begins with a name, or as an entry of the log
    if issue.source in OF_OTHERS:
        return "su_viec_khac"
    if issue.source in OF_UNITS:
        return "su_viec_don_vi" if goes_on else "su_viec_khac"
    return "su_viec" if goes_on else "su_viec_ghi"


def _told_by(issue: Issue, unit: str, year: Year) -> str:
    source = bare(issue.source)
    if not source:
        return ""
    heard = _heard(issue, staff_of(year))
    if source.casefold() == IssueSource.NOTICE:
        return say("nguon_tin_nhanh", unit=unit, heard=heard)
    return say("nguon", source=source, heard=heard)


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
