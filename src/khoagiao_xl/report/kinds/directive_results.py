"""Section IV of a review: figures about its directive with their period and units, and what stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.kinds.directive_words import coverage_told, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts


def results_told(facts: DirectiveFacts, citations: Citations) -> Iterator[str]:
    """Yield the paragraphs of the section; where no indicator is about the directive, that is said."""
    figures = facts.figures
    if figures.totals:
        yield _whose_figures(facts)
        yield from figures.told(citations)
    else:
        yield say(
            "khong_chi_tieu",
            period=facts.period.label,
            cited=facts.short_name,
        )
    yield from figures.events()


def _whose_figures(facts: DirectiveFacts) -> str:
    before = facts.years_before
    return say(
        "so_lieu",
        period=facts.period.label,
        coverage=coverage_told(facts.figures),
        unknown=say("nam_truoc", years=before) if before else "",
    )
