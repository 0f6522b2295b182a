"""What units ask for, by whom they ask: the provincial board, the committee, and what names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import in_one_bracket
from khoagiao_xl.report.figure_coverage import coverage_mark, of_units
from khoagiao_xl.report.folded_words import Opinion
from khoagiao_xl.report.gathered_proposals import TAG, ToldProposal, all_proposals
from khoagiao_xl.report.name_lists import are_listed
from khoagiao_xl.report.quoting import ROOM
from khoagiao_xl.report.sentences import counted, figure_of
from khoagiao_xl.report.told_lines import capital, listed, units_of
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.report.content import ReportContent

COUNTED: Final = "KG114"  # difficulties and proposals on intellectuals


def proposal_paragraphs(content: ReportContent, picked: Sequence[Opinion] = ()) -> list[str]:
    """Return the proposals by addressee; nothing where they are too long for the body, «Không.» for none."""
    said = told_proposals(content, picked)
    if said:
        return [*by_addressee_told(said, content.appendices.units), *_counted_alone(content)]
    counted_alone = list(_counted_alone(content))
    if counted_alone:
        return counted_alone
    if content.has_words(TAG) or all_proposals(content, picked):
        return []
    return [TOLD["kien_nghi_khong"]]


def _counted_alone(content: ReportContent) -> Iterator[str]:
    """Yield how many proposals the figures count without a word of what they are; a draft asks for that."""
    total = content.by_code.get(COUNTED)
    if total is None or not figure_of(total):
        return
    whose = f" {of_units(total)}" if coverage_mark(total) else ""
    place = TOLD["kien_nghi_bo_sung"] if content.letterhead.is_draft else ""
    told = TOLD["kien_nghi_dem"].format(count=counted(total), place=whose + place)
    yield in_one_bracket(told)


def told_proposals(content: ReportContent, picked: Sequence[Opinion] = ()) -> list[ToldProposal]:
    """Return the proposals that the body tells: all of them, none where they are too long for it."""
    said = all_proposals(content, picked)
    lengths = [len(each.text) for each in said]
    return said if sum(lengths) <= ROOM else []


def proposal_lists(said: Iterable[ToldProposal]) -> Iterator[Opinion]:
    """Yield for the annex of names what more units ask for than a sentence names."""
    for each in said:
        listed_ones = Opinion(
            each.units,
            f"{capital(each.asked)}.",
        )
        if listed_ones.is_widely_shared:
            yield listed_ones


def by_addressee_told(said: Iterable[ToldProposal], appendix: str = "") -> Iterator[str]:
    """Yield proposals under whom they ask; those that name nobody last.

    appendix: in which many units are named; blank: they are named where they ask.
    """
    by_opening: dict[str, list[str]] = {}
    for proposal in sorted(said, key=_names_nobody):
        own = by_opening.setdefault(
            proposal.opening,
            [],
        )
        own.append(_told(proposal, appendix))
    for opening, told in by_opening.items():
        yield from _under(opening, told)


def _names_nobody(proposal: ToldProposal) -> bool:
    return not proposal.addressee


def _under(opening: str, told: list[str]) -> list[str]:
    """Return one sentence for one thing that is asked for, the opening and a line for each of several."""
    if len(told) == 1 and opening != TOLD["kien_nghi_khac"]:
        return [f"{opening} {told[0]}."]
    return listed(
        f"{opening}:",
        told,
    )


def _told(proposal: ToldProposal, appendix: str) -> str:
    if not proposal.units:
        return proposal.asked
    return TOLD["kien_nghi_viec"].format(
        text=proposal.asked,
        whose=_whose(proposal, appendix),
    )


def _whose(proposal: ToldProposal, appendix: str) -> str:
    """Return whose proposal it is and in which reports; many units are counted where an annex names them."""
    periods = TOLD["kien_nghi_trong"].format(periods=proposal.periods) if proposal.periods else ""
    if are_listed(proposal.units) and appendix:
        return TOLD["kien_nghi_cua_nhieu"].format(
            units=units_of(proposal.units),
            periods=periods,
            listed=TOLD["neu_ten_tai"].format(appendix=appendix),
        )
    return TOLD["kien_nghi_cua"].format(
        units=", ".join(proposal.units),
        periods=periods,
    )
