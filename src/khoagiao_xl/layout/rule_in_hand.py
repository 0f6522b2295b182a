"""A rule held against a document: it makes the departures, with words and gravity of the profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from khoagiao_xl.layout.departures import Departure
from khoagiao_xl.layout.rule_words import expected_and_advice
from khoagiao_xl.wording.layout_rules import FOUND, FOUND_TIMES, PLACES

if TYPE_CHECKING:
    from khoagiao_xl.layout.document_in_hand import DocumentInHand
    from khoagiao_xl.layout.document_parts import DocumentParts
    from khoagiao_xl.layout.laid_document import LaidDocument, LaidParagraph
    from khoagiao_xl.layout.layout_profiles import LayoutRule
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

    def of(self, prefix: str) -> RuleInHand:
        """Return the rule for a second part that it speaks of."""
        return replace(self, rule=self.rule.of(prefix))

    def departure(
        self,
        found: str,
        at: LaidParagraph | None = None,
        *,
        place: str = "whole",
        mend: Mend | None = None,
        gravity: str = "gravity",
    ) -> Departure:
        """Return a departure. found: for people. place: of no paragraph, one of PLACES or words."""
        expected, advice = expected_and_advice(self.rule)
        where = PLACES.get(place, place) if at is None else at.place
        return Departure(
            rule=self.rule.name,
            weight=self.rule.gravity(gravity),
            place=where,
            found=found,
            expected=expected,
            advice=advice,
            paragraph=at,
            mend=mend,
        )

    def missing(self, place: str) -> Departure:
        """Return the departure of a part that is not there."""
        return self.departure(FOUND["missing"], place=place)


Check = Callable[[RuleInHand], Iterator[Departure]]


def told_once(groups: dict[str, list[LaidParagraph]]) -> Iterator[tuple[str, list[LaidParagraph]]]:
    """Yield each finding with the number of its paragraphs, and the paragraphs."""
    for found, paragraphs in groups.items():
        count = len(paragraphs)
        told = found if count == 1 else FOUND_TIMES.format(found=found, count=count)
        yield told, paragraphs


def shortened(text: str, most: int = 60) -> str:
    """Return a text on one line, cut to what is needed to find it."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"


def filled(lines: Iterable[LaidParagraph | None]) -> list[LaidParagraph]:
    """Return the lines that are there."""
    return [line for line in lines if line is not None]
