"""Section II of a review: conferences on its directive, and of which reports and years nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.kinds.directive_words import (
    days_told,
    presence,
    say,
    studied_span,
    unknown_told,
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
            yield self._none()
        else:
            yield say("khong_hoi", cited=self._cited)

    @property
    def _cited(self) -> str:
        return self.facts.short_name

    @property
    def _periods(self) -> str:
        return studied_span(self.facts.answers.studied_in)

    @property
    def _unknown(self) -> str:
        facts = self.facts
        return unknown_told(facts.answers.studied_in, facts.period, facts.years_before)

    def _counted(self) -> str:
        study = self.facts.answers.study
        first = study.first or self.facts.answers.starts
        last = study.last or self.facts.answers.ends
        return say(
            "quan_triet",
            days=days_told(first, last),
            units=number(len(study.units)),
            count=number(study.conferences),
            cited=self._cited,
            present=presence(study),
            appendix=f" ({self.appendix})" if self.appendix else "",
        )

    def _silent(self) -> Iterator[str]:
        silent = self.facts.silent_on_study
        if silent:
            yield say(
                "chua_neu",
                count=number(silent),
                periods=self._periods,
                cited=self._cited,
                unknown=self._and_unknown(),
            )
        elif self._unknown:
            yield say("khong_so_lieu", unknown=self._unknown)

    def _none(self) -> str:
        return say(
            "chua_quan_triet",
            cited=self._cited,
            periods=self._periods,
            unknown=self._and_unknown(),
        )

    def _and_unknown(self) -> str:
        unknown = self._unknown
        return say("chua_co", unknown=unknown) if unknown else ""
