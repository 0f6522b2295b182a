"""The annex of names of a review: who told of what more units tell of than a sentence names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.appendix_names import Appendices
from khoagiao_xl.report.deserved_praise import deserving
from khoagiao_xl.report.kinds.directive_opinions import opinions_about
from khoagiao_xl.report.quoted_rows import numbered_rows
from khoagiao_xl.report.said_by_tag import DEEDS
from khoagiao_xl.report.told_highlights import highlight_lists
from khoagiao_xl.wording.annex_words import NAME_LISTS
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.folded_words import Opinion
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
    from khoagiao_xl.report.kinds.kind_tags import Row

OTHERS: Final = ("han_che", "nhiem_vu", "kien_nghi")


def results_of_units(facts: DirectiveFacts) -> Iterator[Opinion]:
    """Yield what units are proud of, without those that have not done their part of the directive."""
    for opinion in opinions_about(facts, DEEDS):
        about = f"{opinion.text} {facts.symbol}"
        units = deserving(opinion.units, about, facts.content)
        if units:
            yield replace(opinion, units=units)


def name_rows(facts: DirectiveFacts) -> list[Row]:
    """Return the rows of the annex, below the heading of each kind of words."""
    told = {DEEDS: list(results_of_units(facts))}
    for tag in OTHERS:
        told[tag] = list(opinions_about(facts, tag))
    events = list(highlight_lists(facts.figures.content))
    rows = numbered_rows(NAME_LISTS["noi_bat"], events)
    for tag, opinions in told.items():
        shared = [opinion for opinion in opinions if opinion.is_widely_shared]
        heading = PHRASES[f"ten_{tag}"]
        rows += numbered_rows(heading, shared)
    return rows


def naming_in(facts: DirectiveFacts, appendix: str) -> DirectiveFacts:
    """Return the facts with the name of the annex, blank for none, for the sentences that refer to it."""
    if not appendix:
        return facts
    annexes = Appendices(units=appendix)
    content = replace(
        facts.content,
        appendices=annexes,
    )
    return replace(facts, content=content)
