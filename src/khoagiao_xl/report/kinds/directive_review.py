"""The review of one directive, «sơ kết» or «tổng kết»: refused where nothing is known, else its tags."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.appendix_names import appendix_names
from khoagiao_xl.report.gathering import gather
from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
from khoagiao_xl.report.kinds.directive_outlook import DirectiveOutlook
from khoagiao_xl.report.kinds.directive_sections import DirectiveSections
from khoagiao_xl.report.kinds.directive_units import table_title, unit_rows
from khoagiao_xl.report.kinds.kind_tags import document_tags
from khoagiao_xl.report.kinds.marked_places import with_office_words
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Tags
    from khoagiao_xl.report.letterheads import Letterhead

FIRST, FINAL = "so_ket", "tong_ket"
REVIEW_KINDS: Final = {FIRST: "Sơ kết", FINAL: "Tổng kết"}
# Which section of «Lời báo cáo» fills which section of a review.
SECTIONS: Final = {
    "can_cu": "can_cu",
    "to_chuc": "muc_1",
    "ket_qua": "uu_diem",
    "han_che": "han_che",
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
    gathered = gather(year, order.asked_period, order.today)
    content = replace(gathered, today=order.today)
    return DirectiveFacts.of(year, order.about, content)


def _tags(year: Year, order: DocumentOrder, head: Letterhead, kind: str) -> Tags:
    facts = facts_of(year, order)
    _refuse_other_kind(facts, kind)
    if facts.is_empty:
        raise WrongRequest("LVB-05", symbol=order.about, period=order.asked_period.label)
    rows = unit_rows(year, facts)
    [appendix] = appendix_names([rows])
    told = DirectiveSections(year, facts, head, kind, appendix)
    outlook = DirectiveOutlook(year, facts, facts.short_name, REVIEW_TEXTS[kind])
    paragraphs = {
        "can_cu": told.grounds(),
        "to_chuc": told.organised(),
        "ket_qua": told.results(),
        "han_che": outlook.limits(),
        "nhiem_vu": outlook.coming(),
        "kien_nghi": outlook.proposals(),
    }
    opening = told.opening  # cites first
    return document_tags(
        head,
        order.today,
        {
            "trich_yeu": told.title,
            "ket_thuc": told.closing,
            "ten_han_che": outlook.heading,
            "ten_bang": table_title(facts, REVIEW_TEXTS[kind]),
        },
        {"mo_dau": [opening], "quan_triet": told.studied(), **_filled(year, order.key, paragraphs)},
        {"bang_don_vi": rows},
    )


def _filled(year: Year, key: str, paragraphs: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return the sections with the office's words, and marked places where there is nothing to say."""
    return {tag: with_office_words(year, key, SECTIONS[tag], told) for tag, told in paragraphs.items()}


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
