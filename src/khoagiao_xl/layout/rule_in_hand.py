"""A rule held against a document: it makes the departures, with words and gravity of the profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from khoagiao_xl.layout.departures import Departure
from khoagiao_xl.layout.found_words import found
from khoagiao_xl.layout.rule_words import expected_and_advice
from khoagiao_xl.wording.layout_rules import PLACES

if TYPE_CHECKING:
    from khoagiao_xl.layout.document_in_hand import DocumentInHand
    from khoagiao_xl.layout.document_parts import DocumentParts
    from khoagiao_xl.layout.laid_document import LaidDocument, LaidParagraph
    from khoagiao_xl.layout.layout_profiles import LayoutRule, Span
    from khoagiao_xl.layout.mends import Mend


@dataclass(frozen=True)
class RuleInHand:
    """One rule and the document it is held against."""

    rule: LayoutRule
    document: DocumentInHand

    @property
    def parts(self) -> DocumentParts:
        """The parts of the document."""
        return self.document.parts

    @property
    def laid(self) -> LaidDocument:
        """The document as it lies on paper."""
        return self.document.laid

    @property
    def is_state(self) -> bool:
        """Whether the document is held against the rules of the state."""
        return self.document.profile.is_state

    def text(self, name: str) -> str:
        """Return a value of the rule as it is written."""
        return self.rule.text(name)

    def span(self, name: str) -> Span:
        """Return the least and the most of a value of the rule."""
        return self.rule.span(name)

    def least(self, name: str) -> float:
        """Return the least of a value of the rule."""
        least, _ = self.rule.span(name)
        return least

    def asks(self, name: str) -> bool:
        """Say whether the rule asks for anything under a name."""
        return self.rule.asks(name)

    def of(self, prefix: str) -> RuleInHand:
        """Return the rule for a second part that it speaks of."""
        part = self.rule.of(prefix)
        return replace(self, rule=part)

    def departure(
        self,
        found: str,
        at: LaidParagraph | None = None,
        *,
        place: str = "whole",
        mend: Mend | None = None,
        gravity: str = "gravity",
        right: str = "",
    ) -> Departure:
        """Return a departure. found: for people. place: of no paragraph, one of PLACES or words.

        right: how just this line should be, blank for what the rule asks of every document.
        """
        expected, advice = expected_and_advice(self.rule)
        where = PLACES.get(place, place)
        return Departure(
            rule=self.rule.name,
            weight=self.rule.gravity(gravity),
            place=where if at is None else at.place,
            found=found,
            expected=right or expected,
            advice=advice,
            paragraph=at,
            mend=mend,
        )

    def missing(self, place: str) -> Departure:
        """Return the departure of a part that is not there."""
        told = found("missing")
        return self.departure(told, place=place)


Check = Callable[[RuleInHand], Iterator[Departure]]


def each_found_once(departures: Iterable[Departure]) -> Iterator[Departure]:
    """Yield the departures, of those that find the same the first."""
    told: set[str] = set()
    for departure in departures:
        if departure.found not in told:
            told.add(departure.found)
            yield departure
