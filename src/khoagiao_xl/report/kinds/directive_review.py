"""The review of one directive, «sơ kết» or «tổng kết»: refused where nothing is known, else its tags."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.appendix_names import appendix_names, unbroken
from khoagiao_xl.report.gathering import gather
from khoagiao_xl.report.kinds.directive_conferences import DirectiveConferences
from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
from khoagiao_xl.report.kinds.directive_grounds import DirectiveGrounds
from khoagiao_xl.report.kinds.directive_names import name_rows, naming_in
from khoagiao_xl.report.kinds.directive_naming import DirectiveNaming
from khoagiao_xl.report.kinds.directive_organisation import DirectiveOrganisation
from khoagiao_xl.report.kinds.directive_outlook import DirectiveOutlook
from khoagiao_xl.report.kinds.directive_results import results_told
from khoagiao_xl.report.kinds.directive_units import table_title, unit_rows
from khoagiao_xl.report.kinds.directive_words import say
from khoagiao_xl.report.kinds.kind_tags import document_tags
from khoagiao_xl.report.kinds.marked_places import with_office_words
from khoagiao_xl.wording.told_kinds import PLACES, REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Tags
    from khoagiao_xl.report.letterheads import Letterhead

FIRST, FINAL = "so_ket", "tong_ket"
REVIEW_KINDS: Final = {FIRST: "Sơ kết", FINAL: "Tổng kết"}
# Which section of «Lời báo cáo» fills which section of a review.
SECTIONS: Final = {
    "can_cu": "can_cu",
    "quan_triet": "muc_2",
    "to_chuc": "muc_1",
    "ket_qua": "uu_diem",
    "han_che": "han_che",
    "nguyen_nhan": "nguyen_nhan",
    "bai_hoc": "bai_hoc",
    "nhiem_vu": "nhiem_vu",
    "kien_nghi": "kien_nghi",
}


def first_review(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of a «sơ kết»; raise LVB-05 where nothing is known, LVB-06 for a «tổng kết»."""
    return _tags(year, order, head, FIRST)


def final_review(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of a «tổng kết»; raise as `first_review` does."""
    return _tags(year, order, head, FINAL)


def facts_of(year: Year, order: DocumentOrder) -> DirectiveFacts:
    """Return what is known of the directive of `order` on its day."""
    today = order.today
    gathered = gather(year, order.asked_period, today)
    content = replace(gathered, today=today)
    return DirectiveFacts.of(year, order.about, content)


def _tags(year: Year, order: DocumentOrder, head: Letterhead, kind: str) -> Tags:
    facts = facts_of(year, order)
    _refuse_other_kind(facts, kind)
    if facts.is_empty:
        raise WrongRequest(
            "LVB-05",
            symbol=order.about,
            period=order.asked_period.label,
        )
    rows = unit_rows(year, facts)
    names = name_rows(facts)
    table, annex = map(unbroken, appendix_names([rows, names]))
    facts = naming_in(facts, annex)
    naming = DirectiveNaming(year, facts, head, kind)
    outlook = DirectiveOutlook(facts)
    texts = {
        "trich_yeu": naming.title,
        "ket_thuc": naming.closing,
        "ten_bang": table_title(facts, naming.review),
    }
    told = {
        "mo_dau": [naming.opening],  # cites the directive first, so it is made first
        **_filled(year, order.key, naming, outlook, table),
    }
    tables = {"bang_don_vi": rows, "bang_ten": names}
    return document_tags(
        head,
        order.today,
        texts,
        told,
        tables,
    )


def _filled(
    year: Year, key: str, naming: DirectiveNaming, outlook: DirectiveOutlook, appendix: str
) -> dict[str, list[str]]:
    """Return the sections with the office's words, and marked places where there is nothing to say."""
    organisation = DirectiveOrganisation(naming)
    told = {
        "can_cu": DirectiveGrounds(naming).told(),
        "quan_triet": DirectiveConferences(naming.facts, appendix).told(),
        "to_chuc": organisation.told(),
        "ket_qua": results_told(naming.facts, naming.citations),
        "han_che": outlook.limits(),
        "nguyen_nhan": outlook.causes(),
        "bai_hoc": (),  # the office alone knows
        "nhiem_vu": outlook.coming(),
        "kien_nghi": outlook.proposals(),
    }
    wanted = dict(_wanted(organisation, outlook))
    filled = {}
    for tag, paragraphs in told.items():
        alike = SECTIONS[tag]
        filled[tag] = with_office_words(year, key, alike, paragraphs, wanted.get(tag, ""))
    return filled


def _wanted(organisation: DirectiveOrganisation, outlook: DirectiveOutlook) -> Iterator[tuple[str, str]]:
    """Yield the sections of which a reader expects more than the master knows, and what is lacking there."""
    if organisation.is_bare:
        yield "to_chuc", organisation.place
    unknown = outlook.facts.unknown_study
    if unknown:
        yield "quan_triet", say("bo_sung_quan_triet", unknown=unknown)
    years = outlook.facts.years_before
    if years:
        yield "ket_qua", say("bo_sung_nam", years=years)
    if outlook.is_late_alone:
        yield "han_che", REVIEW_TEXTS["bo_sung_han_che"]
    if outlook.is_without_plan:
        yield "nhiem_vu", PLACES["nhiem_vu"]


def _refuse_other_kind(facts: DirectiveFacts, kind: str) -> None:
    """Refuse a review of a kind that the register has as the other one."""
    if facts.review_kinds and REVIEW_KINDS[kind] not in facts.review_kinds:
        other = FINAL if kind == FIRST else FIRST
        raise WrongRequest(
            "LVB-06",
            symbol=facts.symbol,
            kind=REVIEW_KINDS[other].lower(),
            other=other,
        )
