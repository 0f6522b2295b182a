"""What units ask for, by whom they ask: the provincial board, the committee, and what names nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.citing import in_one_bracket
from khoagiao_xl.report.cleaning import clean_text
from khoagiao_xl.report.figure_coverage import coverage_mark, of_units
from khoagiao_xl.report.folded_words import Opinion, Opinions, fold
from khoagiao_xl.report.name_lists import are_listed, different
from khoagiao_xl.report.near_texts import are_near
from khoagiao_xl.report.quoting import ROOM
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.sentences import counted, figure_of
from khoagiao_xl.report.told_lines import bare, capital, in_sentence, listed, units_of
from khoagiao_xl.report.told_rows import reports_named
from khoagiao_xl.wording.told_sections import ASKING, BODIES_BEGIN, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from khoagiao_xl.report.content import Narrative, ReportContent

TAG: Final = "kien_nghi"
COUNTED: Final = "KG114"  # difficulties and proposals on intellectuals
LONGEST_NAME: Final = 14  # words of the name of a body


@dataclass(frozen=True)
class ToldProposal:
    """One thing that units ask for. text: without whom they ask; addressee: blank where they name nobody.

    periods: of which reports it is, «tháng 1, quý I», blank for the report of the period alone.
    """

    addressee: str
    text: str
    units: tuple[str, ...]
    periods: str = ""

    @classmethod
    def of(cls, opinion: Opinion, periods: str = "") -> ToldProposal:
        """Return what a line of units asks for."""
        addressee, text = addressee_of(opinion.text)
        units = filter(
            None,
            different(opinion.units),
        )
        return cls(
            addressee,
            bare(text),
            tuple(units),
            periods,
        )

    @property
    def asked(self) -> str:
        """What is asked for, without the word that it is, within a sentence."""
        return in_sentence(_without_asking(self.text))

    @property
    def opening(self) -> str:
        """Under which words it stands: it is the committee that proposes, where that makes a sentence."""
        if self.addressee:
            return TOLD["kien_nghi_gui"].format(addressee=self.addressee)
        if _without_asking(self.text) != self.text:
            return TOLD["kien_nghi_chung"]
        return TOLD["kien_nghi_khac"]


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
    place = "" if content.letterhead.number else TOLD["kien_nghi_bo_sung"]
    told = TOLD["kien_nghi_dem"].format(count=counted(total), place=whose + place)
    yield in_one_bracket(told)


def picked_proposals(content: ReportContent, opinions: Opinions) -> Sequence[Opinion]:
    """Return the proposals of units that the office has picked; nothing where it has picked none."""
    return opinions.get(TAG, ()) if content.has_picked(TAG) else ()


def told_proposals(content: ReportContent, picked: Sequence[Opinion] = ()) -> list[ToldProposal]:
    """Return the proposals that the body tells: all of them, none where they are too long for it."""
    said = all_proposals(content, picked)
    lengths = [len(each.text) for each in said]
    return said if sum(lengths) <= ROOM else []


def all_proposals(content: ReportContent, picked: Sequence[Opinion] = ()) -> list[ToldProposal]:
    """Return those that the office has picked; where it has picked none all of the period and within it.

    What is asked for in several reports is one.
    """
    if picked:
        return list(map(ToldProposal.of, picked))
    by_period = _by_period(content)
    lines = chain(*by_period.values())
    found = []
    for opinion in _proposals(lines):
        told_in = _told_in(opinion, by_period, content)
        proposal = ToldProposal.of(opinion, told_in)
        found.append(proposal)
    return found


def _told_in(
    opinion: Opinion, by_period: Mapping[Period, Sequence[Narrative]], content: ReportContent
) -> str:
    """Return in which reports units ask for it, blank for the last of them alone: the report itself."""
    *_, own = by_period
    periods = []
    for period, lines in by_period.items():
        if _is_among(opinion, lines):
            periods.append(period)
    if periods == [own]:
        return ""
    return reports_named(periods, content)


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


def _by_period(content: ReportContent) -> dict[Period, list[Narrative]]:
    """Return the lines that units wrote by period: those within the period first, its own last."""
    found = {Period.parse(code): list(said) for code, said in content.earlier_words.items()}
    found[content.period] = list(content.narratives)
    return found


def _is_among(opinion: Opinion, narratives: Iterable[Narrative]) -> bool:
    told = [proposal.text for proposal in _proposals(narratives)]
    return any(are_near(text, opinion.text) for text in told)


def _proposals(narratives: Iterable[Narrative]) -> Iterator[Opinion]:
    """Yield the proposals line by line, each once with every unit that makes it."""
    lines = list(_lines(narratives))
    for part in sentence_table().quoted:
        if part.tag == TAG:
            yield from fold(
                lines,
                part.code,
                part.role,
            )


def _lines(narratives: Iterable[Narrative]) -> Iterator[Narrative]:
    for narrative in narratives:
        text = clean_text(narrative.text)
        for line in text.split("\n"):
            yield replace(
                narrative,
                text=line,
            )


def addressee_of(text: str) -> tuple[str, str]:
    """Return whom «Ban Tuyên giáo Tỉnh ủy: cung cấp ...» asks and for what; a blank where it names nobody."""
    head, _, rest = text.partition(":")
    asked = rest.strip()
    cleaned = bare(head)
    name = _without_asking(cleaned)
    if asked and _is_name(name):
        return name, asked
    return "", text


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= LONGEST_NAME and text.startswith(BODIES_BEGIN)


def _without_asking(head: str) -> str:
    small = head.casefold()
    for verb in ASKING:
        if small.startswith(verb):
            length = len(verb)
            rest = head[length:]
            return rest.strip()
    return head


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
