"""The sections of a report in their order, and what its assessment and its outlook are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.cause_paragraphs import cause_paragraphs
from khoagiao_xl.report.deserved_praise import withholds_praise
from khoagiao_xl.report.gathered_proposals import picked_proposals
from khoagiao_xl.report.quoting import nothing_said, quote
from khoagiao_xl.report.said_by_tag import gathered_in
from khoagiao_xl.report.told_limits import limits
from khoagiao_xl.report.told_lines import listed, small
from khoagiao_xl.report.told_own_work import own_work_paragraphs
from khoagiao_xl.report.told_proposals import proposal_paragraphs
from khoagiao_xl.report.told_strengths import strengths
from khoagiao_xl.report.told_tasks import task_paragraphs
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.folded_words import Opinions

# What tells figures and facts; a directive is cited in full where it first comes in this order.
BODY_TAGS: Final = (
    "dac_diem", "tu_tuong", "muc_1", "muc_2", "muc_2_1", "muc_2_2", "muc_2_3", "muc_2_4", "muc_3", "muc_4",
    "muc_5",
)  # fmt: skip

DASH: Final = "- "


def assessment(
    content: ReportContent, opinions: Opinions, citations: Citations, appendix: str
) -> dict[str, list[str]]:
    """Return by tag what stands after the results; `appendix` lists the units' words that are too long."""
    return {
        "viec_cua_ban": own_work_paragraphs(content, citations),
        "uu_diem": _strengths(content, opinions, appendix),
        "han_che": _limits(content, opinions, citations, appendix),
        "nguyen_nhan": cause_paragraphs(content, opinions, appendix),
        "bai_hoc": [],  # for the office to write
        "nhiem_vu": [*task_paragraphs(content, citations), *_own_plans(content, opinions, appendix)],
        "kien_nghi": _proposals(content, opinions, appendix),
    }


def _quoted(content: ReportContent, opinions: Opinions, tag: str, appendix: str) -> list[str]:
    if not opinions.get(tag):
        return []
    return quote(content, opinions, tag, appendix)


def _own_plans(content: ReportContent, opinions: Opinions, appendix: str) -> list[str]:
    """Return what units plan for themselves, below the tasks: only what the office picked."""
    tag = "nhiem_vu"
    if not content.has_picked(tag):
        return []
    quoted = _quoted(content, opinions, tag, appendix)
    return [TOLD["don_vi_nhiem_vu"], *quoted] if quoted else []


def _strengths(content: ReportContent, opinions: Opinions, appendix: str) -> list[str]:
    tag = "uu_diem"
    proposed = strengths(content)
    told = list(content.choices.of(tag, proposed))
    quoted = _quoted(content, opinions, tag, appendix)
    opening = TOLD["don_vi_lam_tot"].format(told_in=gathered_in(content, tag))
    told += _opened(quoted, opening)
    if told:
        return told
    if withholds_praise(content):
        return [TOLD["bo_sung_uu_diem"]]
    return [nothing_said(content, tag)]


def _opened(quoted: list[str], opening: str) -> list[str]:
    """Return a list of units' words below what it is a list of; a sentence that stands for it says so."""
    if not quoted or not quoted[0].startswith(DASH):
        return quoted
    return [opening, *quoted]


def _limits(content: ReportContent, opinions: Opinions, citations: Citations, appendix: str) -> list[str]:
    tag = "han_che"
    proposed = limits(content, citations)
    chosen = content.choices.of(tag, proposed)
    items = [_as_item(text) for text in chosen]
    told = listed(TOLD[tag], items)
    quoted = _quoted(content, opinions, tag, appendix)
    opening = TOLD["don_vi_neu"].format(told_in=gathered_in(content, tag))
    told += _opened(quoted, opening)
    if told:
        return told
    return [nothing_said(content, tag)]


def _as_item(sentence: str) -> str:
    """Return a sentence as the item of a list, or as what stands behind a colon."""
    return small(sentence.rstrip(" ."))


def _proposals(content: ReportContent, opinions: Opinions, appendix: str) -> list[str]:
    """Return what the office has picked, else all proposals by addressee."""
    picked = picked_proposals(content, opinions)
    own = proposal_paragraphs(content, picked)
    return own or _quoted(content, opinions, "kien_nghi", appendix)
