"""The sentences that the tool proposes for a report, and the units' words that the office may pick from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.section_names import section_names
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.general_verdict import verdict
from khoagiao_xl.report.later_names import with_names
from khoagiao_xl.report.proposed_causes import proposed_causes
from khoagiao_xl.report.telling_words import without_empty
from khoagiao_xl.report.told_causes import told_opinions
from khoagiao_xl.report.told_highlights import FIELDS_TOLD, highlights
from khoagiao_xl.report.told_limits import limits
from khoagiao_xl.report.told_strengths import strengths
from khoagiao_xl.report.word_choices import proposal_code
from khoagiao_xl.vietnamese.running_text import squash

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_lines import KeyedText

UNIT_PREFIX: Final = "DV-"
Proposer = Callable[["ReportContent"], Iterable["KeyedText"]]


def _limits(content: ReportContent) -> Iterator[KeyedText]:
    citations = Citations(content.directives)
    return limits(content, citations)


PROPOSERS: Final[Mapping[str, Proposer]] = {
    "nhan_dinh": verdict,
    "uu_diem": strengths,
    "han_che": _limits,
    "nguyen_nhan": proposed_causes,
}


@dataclass(frozen=True)
class ProposedWords:
    """One sentence proposed for a section. code: the same whatever its figures are; units: whose it is."""

    tag: str
    code: str
    text: str
    units: str = ""

    @property
    def section(self) -> str:
        """The section as the sheet names it."""
        return section_names()[self.tag]


def proposed_sentences(content: ReportContent) -> Iterator[ProposedWords]:
    """Yield what the tool proposes from figures, as plain text."""
    for tag, proposer in PROPOSERS.items():
        for key, text in proposer(content):
            code = proposal_code(tag, key)
            plain = with_names(unmarked(text), {})
            yield ProposedWords(tag, code, plain)


def words_of_units(content: ReportContent) -> Iterator[ProposedWords]:
    """Yield what units wrote, each once with its units: their words, and what stands out in a field."""
    by_tag = told_opinions(content)
    for tag, own in by_tag.items():
        for opinion in without_empty(tag, own):
            yield _of_units(tag, opinion.text, opinion.units)
    for tag in FIELDS_TOLD:
        found = highlights(content.details, tag)
        for highlight in found:
            names = map(content.name_of, highlight.units)
            sentence = f"{highlight.text}."
            yield _of_units(tag, sentence, names)


def _of_units(tag: str, text: str, units: Iterable[str]) -> ProposedWords:
    return ProposedWords(
        tag=tag,
        code=unit_code(tag, text),
        text=text,
        units="; ".join(units),
    )


def unit_code(tag: str, text: str) -> str:
    """Return the code of a text of units: the same for texts that differ only in look."""
    words = squash(text)
    told = f"{tag}|{words}"
    digest = hashlib.sha256(told.encode())
    letters = digest.hexdigest()
    short = letters[:8]
    return f"{UNIT_PREFIX}{short}"
