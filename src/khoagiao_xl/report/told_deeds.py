"""What a section of results has told already, left out of the deeds that units are proud of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.near_texts import are_near
from khoagiao_xl.report.said_by_tag import DEEDS
from khoagiao_xl.report.told_highlights import FIELDS_TOLD, are_of_a_part, told_highlights
from khoagiao_xl.report.told_lines import bare, capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.folded_words import Opinions

CLAUSE: Final = ";"


def without_told_deeds(content: ReportContent, opinions: Opinions) -> Opinions:
    """Return the opinions; of deeds the clauses that stand out in a field are left out, the others stay.

    A deed of which nothing else is told stays: its units did it too. Nor does what stood out in a part of a
    half or a year take away what the units say of the whole of it.
    """
    if are_of_a_part(content):
        return opinions
    known: list[str] = []
    for tag in FIELDS_TOLD:
        told = told_highlights(content, tag)
        known += [each.text for each in told]
    deeds = []
    for opinion in opinions.get(DEEDS, ()):
        text = _left_of(opinion.text, known)
        deeds.append(replace(opinion, text=text))
    return {**opinions, DEEDS: deeds}


def _left_of(text: str, known: Sequence[str]) -> str:
    parts = text.split(CLAUSE)
    clauses = list(map(bare, parts))
    left = [clause for clause in clauses if not _is_told(clause, known)]
    if not left or len(left) == len(clauses):
        return text
    joined = f"{CLAUSE} ".join(left)
    return capital(joined) + "."


def _is_told(clause: str, known: Sequence[str]) -> bool:
    return any(are_near(clause, each) for each in known)
