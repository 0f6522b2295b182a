"""One document held against all rules: what departs, grave things first; a copy with notes; a mended one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.layout.departures import Gravity
from khoagiao_xl.layout.mending import Mended, mend_document
from khoagiao_xl.layout.noted_copy import noted_copy
from khoagiao_xl.layout.reading import read_document
from khoagiao_xl.layout.text_checks import check_text
from khoagiao_xl.layout.tone_rules import PLACEMENTS

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidDocument

_ORDER: Final = list(Gravity)


@dataclass(frozen=True)
class Measure:
    """What a document is held against. profile: name of a layout, blank for the one its day and body tell.

    tone: the placement of tones that the office chose, blank for the one of most words.
    """

    profile: str = ""
    tone: str = ""

    def check(self, document: LaidDocument) -> list[Departure]:
        """Return what departs, the gravest first, each kind from top to bottom."""
        places = {id(paragraph): place for place, paragraph in enumerate(document.paragraphs)}

        def order(departure: Departure) -> tuple[int, int]:
            place = places.get(id(departure.paragraph), -1)
            return _ORDER.index(departure.weight), place

        return sorted(self._departures(document), key=order)

    def _departures(self, document: LaidDocument) -> list[Departure]:
        return check_text(document, self.tone)


@dataclass(frozen=True)
class DocumentCheck:
    """A document that was checked. mended: None where nobody asked for it."""

    name: str
    document: LaidDocument
    departures: tuple[Departure, ...]
    profile: str
    mended: Mended | None = None

    def count(self, weight: Gravity) -> int:
        """Return how many departures of a gravity are left."""
        return sum(departure.weight is weight for departure in self.left)

    @property
    def left(self) -> tuple[Departure, ...]:
        """What a person has to put right."""
        return self.mended.left if self.mended else self.departures

    @cached_property
    def noted(self) -> bytes | None:
        """The copy with notes; None where nothing departs, or no copy can be made."""
        if not self.departures or self.document.package.is_strict:
            return None
        return noted_copy(self.document, self.departures)


def check_document(data: bytes, name: str, measure: Measure, *, mends: bool = False) -> DocumentCheck:
    """Return the check of the .docx in `data`.

    Raises WrongRequest as `read_document` and `mend_document` do; TTV-08 for one without a word; TTV-20 for
    a placement of tones that nobody knows.
    """
    _refuse_unknown_tone(measure.tone)
    document = read_document(data, name)
    if not any(paragraph.text.strip() for paragraph in document.paragraphs):
        raise WrongRequest("TTV-08", name=name)
    found = measure.check(document)
    return DocumentCheck(
        name=name,
        document=document,
        departures=tuple(found),
        profile=measure.profile,
        mended=mend_document(data, name, measure.check) if mends else None,
    )


def _refuse_unknown_tone(tone: str) -> None:
    if tone and tone not in PLACEMENTS:
        known = "; ".join(PLACEMENTS)
        raise WrongRequest("TTV-20", name=tone, known=known)


def plain_departure(departure: Departure) -> dict[str, Any]:
    """Return a departure as plain values, for `--json` and for tables."""
    return {
        "rule": departure.rule,
        "gravity": str(departure.weight),
        "place": departure.place,
        "found": departure.found,
        "expected": departure.expected,
        "advice": departure.advice,
        "is_mendable": departure.is_mendable,
    }
