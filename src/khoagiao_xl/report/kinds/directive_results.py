"""Section IV of a review: figures about its directive with their period and units, and what stands out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.report.deserved_praise import deserving
from khoagiao_xl.report.kinds.directive_opinions import opinions_about, reports_with
from khoagiao_xl.report.kinds.directive_words import coverage_told, other_units, say
from khoagiao_xl.report.name_lists import different
from khoagiao_xl.report.told_lines import bare, listed, small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
    from khoagiao_xl.report.kinds.directive_figures import DirectiveFigures
    from khoagiao_xl.report.quoting import Opinion

RESULTS = "uu_diem"


def results_told(facts: DirectiveFacts, citations: Citations) -> Iterator[str]:
    """Yield the paragraphs of the section, figures of the topic before those of the whole field."""
    own, field = facts.figures, facts.field_figures
    known = own if own.totals else field
    if known.has_answers:
        yield _whose_figures(facts, known)
        yield from own.told(citations)
        yield from _of_field(facts, known, citations)
    yield from own.events()
    told = map(_result, _praised(facts))
    opening = say("don_vi_neu", periods=reports_with(facts, RESULTS))
    yield from listed(opening, list(told))


def _whose_figures(facts: DirectiveFacts, figures: DirectiveFigures) -> str:
    return say(
        "so_lieu",
        period=facts.period.label,
        coverage=coverage_told(figures),
    )


def _of_field(facts: DirectiveFacts, before: DirectiveFigures, citations: Citations) -> Iterator[str]:
    """Yield one sentence of the field, which says that it is of more than the directive.

    before: of whose units was told what stands before it; of others it says itself of how many it is.
    """
    figures = facts.field_figures
    told = " ".join(figures.told(citations))
    if figures.has_answers:
        yield say(
            "linh_vuc",
            field=small(facts.field),
            units=other_units(figures, before),
            cited=facts.short_name,
            told=small(told),
        )


def _praised(facts: DirectiveFacts) -> Iterator[Opinion]:
    """Yield what units are proud of, without those that have not done their part of the directive."""
    for opinion in opinions_about(facts, RESULTS):
        about = f"{opinion.text} {facts.symbol}"
        units = deserving(opinion.units, about, facts.content)
        if units:
            yield replace(opinion, units=units)


def _result(opinion: Opinion) -> str:
    text = bare(opinion.text)
    return say(
        "ket_qua_don_vi",
        text=small(text),
        units=", ".join(different(opinion.units)),
    )
