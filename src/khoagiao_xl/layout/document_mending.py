"""A document put right where no word changes: mended, read again and checked again until nothing is left."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.layout.mends import AllMends, TextMend, letters_of
from khoagiao_xl.layout.reading import read_document
from khoagiao_xl.layout.tone_rules import TONES
from khoagiao_xl.vietnamese.blank_text import without_unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.laid_document import LaidDocument
    from khoagiao_xl.layout.mends import Mend

    Check = Callable[[LaidDocument], list[Departure]]
    Spot = tuple[str, str]  # the id of a rule, and where a departure from it stands

_WORD: Final = re.compile(r"[^\W\d_]+")
_ROUNDS: Final = 5  # one mend may lay open what another is to mend


@dataclass(frozen=True)
class Mended:
    """A mended file: its bytes, what was mended, what is left for a person."""

    data: bytes
    mended: tuple[Departure, ...]
    left: tuple[Departure, ...]


def mend_document(data: bytes, name: str, check: Check) -> Mended:
    """Return the document with all put right that can be without a change of words.

    check: what finds departures. A mend after which its departure is still there is not made at all. Raises
    WrongRequest as `read_document` does; TTV-06 for a file that can only be read (Strict Open XML), TTV-07
    if a mend would have changed a word.
    """
    in_vain: set[Spot] = set()
    while True:
        result = _mended(data, name, check, in_vain)
        left = filter(_is_mendable, result.left)
        again = set(map(_spot, left))
        if again <= in_vain:
            return result
        in_vain |= again


def _mended(data: bytes, name: str, check: Check, in_vain: set[Spot]) -> Mended:
    document = read_document(data, name)
    if document.package.is_strict:
        raise WrongRequest("TTV-06", name=name)
    words = words_alone(document)
    mended: list[Departure] = []
    for _ in range(_ROUNDS):
        found = check(document)
        done = [departure for departure in found if _may_be_mended(departure, in_vain)]
        if not done:
            break
        mends = _mends_of(done)
        apply_mends(mends)
        data = document.package.packed()
        document = read_document(data, name)
        mended += _not_told(done, mended)
    if words_alone(document) != words:
        raise WrongRequest("TTV-07", name=name)
    left = check(document)
    return Mended(data, tuple(mended), tuple(left))


def _mends_of(departures: Iterable[Departure]) -> Iterator[Mend]:
    for departure in departures:
        if departure.mend is not None:
            yield departure.mend


def _is_mendable(departure: Departure) -> bool:
    return departure.is_mendable


def _may_be_mended(departure: Departure, in_vain: set[Spot]) -> bool:
    return departure.is_mendable and _spot(departure) not in in_vain


def _spot(departure: Departure) -> Spot:
    return departure.rule, departure.place


def _not_told(done: list[Departure], told: list[Departure]) -> list[Departure]:
    """Return what was not told in an earlier round: what overlaps is mended in the next."""
    known = {_told_as(departure) for departure in told}
    new = []
    for departure in done:
        spot = _told_as(departure)
        if spot not in known:
            new.append(departure)
    return new


def _told_as(departure: Departure) -> tuple[str, str, str]:
    return departure.rule, departure.place, departure.found


def apply_mends(mends: Iterable[Mend]) -> None:
    """Apply mends to the document in hand: those of one text from its end, so that places stay true."""
    texts: dict[int, list[TextMend]] = defaultdict(list)
    for mend in _single(mends):
        if not isinstance(mend, TextMend):
            mend.apply()
            continue
        paragraph = id(mend.paragraph)
        texts[paragraph].append(mend)
    for of_paragraph in texts.values():
        _apply_from_end(of_paragraph)


def _single(mends: Iterable[Mend]) -> Iterator[Mend]:
    for mend in mends:
        if isinstance(mend, AllMends):
            yield from _single(mend.mends)
        else:
            yield mend


def _apply_from_end(mends: list[TextMend]) -> None:
    def place(mend: TextMend) -> tuple[int, int]:
        return mend.start, mend.end

    free_to: float = float("inf")
    # Told once: a letter less behind a place does not move it.
    first, *_ = mends
    letters = letters_of(first.paragraph)
    from_end = sorted(mends, key=place, reverse=True)
    for mend in from_end:
        if mend.end <= free_to:  # what overlaps waits for the next round
            mend.apply_to(letters)
            free_to = mend.start


def words_alone(document: LaidDocument) -> str:
    """Return all the words without what a mend may change: spaces, codes of letters, places of tones."""
    texts = [paragraph.text for paragraph in document.all_paragraphs]
    text = "\n".join(texts)
    letters = unicodedata.normalize("NFKC", text)
    seen = without_unseen(letters)
    toneless = _WORD.sub(_tones_last, seen)
    words = toneless.split()
    return "".join(words)


def _tones_last(match: re.Match[str]) -> str:
    """Return a word with its tones behind it: «ủy» and «uỷ» are one."""
    apart = unicodedata.normalize("NFD", match[0])
    letters = sorted(apart, key=_is_tone)  # keeps the order of all others
    return "".join(letters)


def _is_tone(letter: str) -> bool:
    return letter in TONES
