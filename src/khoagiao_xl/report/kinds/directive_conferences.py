"""Section II of a review: conferences on its directive, and of which reports and years nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.kinds.directive_words import (
    days_told,
    presence,
    say,
    studied_span,
)
from khoagiao_xl.report.sentences import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.report.kinds.directive_facts import DirectiveFacts


@dataclass(frozen=True)
class DirectiveConferences:
    """What is told of study. appendix: what the table of the units is called, blank without one."""

    facts: DirectiveFacts
    appendix: str = ""

    def told(self) -> Iterator[str]:
        """Yield the paragraphs of the section."""
        if self.facts.answers.study.conferences:
            yield self._counted()
            yield from self._silent()
        elif self.facts.answers.studied_in:
            yield say("chua_quan_triet", cited=self._cited, periods=self._periods)
        yield from self._listed()

    @property
    def _cited(self) -> str:
        return self.facts.short_name

    @property
    def _periods(self) -> str:
        return studied_span(self.facts.answers.studied_in)

    def _counted(self) -> str:
        study = self.facts.answers.study
        first = study.first or self.facts.answers.starts
        last = study.last or self.facts.answers.ends
        return say(
            "quan_triet",
            periods=self._periods,
            days=days_told(first, last),
            units=number(len(study.units)),
            count=number(study.conferences),
            cited=self._cited,
            present=presence(study),
            appendix=f" ({self.appendix})" if self.appendix else "",
        )

    def _listed(self) -> Iterator[str]:
        """Yield how many units list it as studied, where more do than have told of a conference."""
        facts = self.facts
        heard = facts.owing & facts.answers.reporting
        listing = heard & facts.answers.listing
        if listing - facts.answers.study.units.keys():
            yield say(
                "ghi_quan_triet",
                period=facts.period.label,
                told=number(len(listing), in_text=False),
                counted=number(len(heard), in_text=False),
                cited=self._cited,
            )

    def _silent(self) -> Iterator[str]:
        """Yield that the other units have held none, where nothing is unknown."""
        facts = self.facts
        if facts.silent_on_study and not facts.unknown_study:
            yield say(
                "chua_neu",
                count=number(facts.silent_on_study),
                periods=self._periods,
                cited=self._cited,
            )
