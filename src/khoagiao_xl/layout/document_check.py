"""One document held against all rules: what departs, grave things first; a copy with notes; a mended one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.layout.departures import Gravity
from khoagiao_xl.layout.document_in_hand import in_hand
from khoagiao_xl.layout.document_mending import Mended, mend_document
from khoagiao_xl.layout.layout_checks import check_in_hand
from khoagiao_xl.layout.layout_profiles import profiles
from khoagiao_xl.layout.noted_copy import noted_copy
from khoagiao_xl.layout.reading import read_document
from khoagiao_xl.layout.text_checks import check_text
from khoagiao_xl.layout.text_slips import with_words
from khoagiao_xl.vietnamese.tone_placements import PLACEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidDocument

_ORDER: Final = list(Gravity)
# What a rule of text would say of a line of which a rule of layout has said it.
_SAME: Final = {
    "LV34": ("TT17",),
    "LV35": ("TT17", "TT18", "TT19"),
    "LV36": ("TT17",),
    "LV51": ("TT20",),
    "LV52": ("TT20",),
    "LV54": ("TT20",),
    "LV71": ("TT12", "TT20"),
    "LV84": ("TT31", "TT46"),
    "LV85": ("TT30",),
    "LV103": ("TT27",),
    "TT38": ("TT44", "TT47"),
}


@dataclass(frozen=True)
class Measure:
    """What a document is held against. profile: name of a layout, blank for the one its day and body tell.

    tone: the placement of tones that the office chose, blank for the one of most words.
    """

    profile: str = ""
    tone: str = ""

    def check(self, document: LaidDocument) -> list[Departure]:
        """Return what departs, the gravest first, each kind from top to bottom."""
        paragraphs = list(map(id, document.all_paragraphs))
        numbers = range(len(paragraphs))
        places = dict(zip(paragraphs, numbers, strict=True))

        def order(departure: Departure) -> tuple[int, int]:
            paragraph = id(departure.paragraph)
            gravity = _ORDER.index(departure.weight)
            return gravity, places.get(paragraph, -1)

        checked = in_hand(document, self.profile)
        of_layout = check_in_hand(checked)
        of_text = check_text(document, self.tone, is_state=checked.profile.is_state)
        left = _not_told(of_text, of_layout)
        return sorted([*of_layout, *left], key=order)

    def profile_of(self, document: LaidDocument) -> str:
        """Return the name of the layout that the document is held against."""
        checked = in_hand(document, self.profile)
        return checked.profile.name

    def refuse_unknown(self) -> None:
        """Raise WrongRequest TTV-19 for a layout that nobody knows, TTV-20 for a placement of tones."""
        names = [profile.name for profile in profiles()]
        _refuse_unknown("TTV-19", self.profile, names)
        _refuse_unknown("TTV-20", self.tone, PLACEMENTS)


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
        weights = [departure.weight for departure in self.left]
        return weights.count(weight)

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

    Raises WrongRequest as `read_document`, `mend_document` and `Measure.refuse_unknown` do; TTV-08 for one
    without a word.
    """
    measure.refuse_unknown()
    document = read_document(data, name)
    if not with_words(document.paragraphs):
        raise WrongRequest("TTV-08", name=name)
    found = measure.check(document)
    mended = mend_document(data, name, measure.check) if mends else None
    return DocumentCheck(
        name=name,
        document=document,
        departures=tuple(found),
        profile=measure.profile_of(document),
        mended=mended,
    )


def _refuse_unknown(code: str, name: str, known: Iterable[str]) -> None:
    if name and name not in known:
        listed = ", ".join(known)
        raise WrongRequest(code, name=name, known=listed)


def _not_told(of_text: Iterable[Departure], of_layout: Iterable[Departure]) -> Iterator[Departure]:
    """Yield what the rules of text found without what the rules of layout say already."""
    # What a mend of the format puts right is no matter of the words.
    of_words = [departure for departure in of_layout if not departure.is_mendable]
    told = {_spot(departure, departure.rule) for departure in of_words}
    for departure in of_text:
        same = _SAME.get(departure.rule, ())
        spots = {_spot(departure, rule) for rule in same}
        if told.isdisjoint(spots):
            yield departure


def _spot(departure: Departure, rule: str) -> tuple[str, int]:
    return rule, id(departure.paragraph)


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
