"""Section IV of a review: figures about its directive with their period and units, and what stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.kinds.directive_names import results_of_units
from khoagiao_xl.report.kinds.directive_opinions import reports_with
from khoagiao_xl.report.kinds.directive_words import coverage_told, other_units, say
from khoagiao_xl.report.name_lists import names_or_count
from khoagiao_xl.report.said_by_tag import DEEDS
from khoagiao_xl.report.told_lines import bare, listed, small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.folded_words import Opinion
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts
    from khoagiao_xl.report.kinds.directive_figures import DirectiveFigures


def results_told(facts: DirectiveFacts, citations: Citations) -> Iterator[str]:
    """Yield the paragraphs of the section, figures of the topic before those of the whole field."""
    own, field = facts.figures, facts.field_figures
    known = own if own.totals else field
    if known.has_answers:
        yield _whose_figures(facts, known)
        yield from own.told(citations)
        yield from _of_field(facts, known, citations)
    yield from own.events()
    appendix = facts.content.appendices.units
    told = [_result(opinion, appendix) for opinion in results_of_units(facts)]
    opening = say("don_vi_neu", periods=reports_with(facts, DEEDS))
    yield from listed(opening, told)


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


def _result(opinion: Opinion, appendix: str) -> str:
    text = bare(opinion.text)
    return say(
        "ket_qua_don_vi",
        text=small(text),
        units=names_or_count(opinion.units, appendix),
    )
