"""What units ask for in the reports of a period, each thing once; what the office has picked goes before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.addressees import addressee_of, without_asking
from khoagiao_xl.report.cleaning import clean_text
from khoagiao_xl.report.folded_words import Opinion, Opinions, fold
from khoagiao_xl.report.name_lists import different
from khoagiao_xl.report.near_texts import are_near
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.told_lines import bare, in_sentence
from khoagiao_xl.report.told_rows import reports_named
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from khoagiao_xl.report.content import Narrative, ReportContent

TAG: Final = "kien_nghi"


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
        return in_sentence(without_asking(self.text))

    @property
    def opening(self) -> str:
        """Under which words it stands: it is the committee that proposes, where that makes a sentence."""
        if self.addressee:
            return TOLD["kien_nghi_gui"].format(addressee=self.addressee)
        if without_asking(self.text) != self.text:
            return TOLD["kien_nghi_chung"]
        return TOLD["kien_nghi_khac"]


def picked_proposals(content: ReportContent, opinions: Opinions) -> Sequence[Opinion]:
    """Return the proposals of units that the office has picked; nothing where it has picked none."""
    return opinions.get(TAG, ()) if content.has_picked(TAG) else ()


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
