"""The names of units as they turn up anywhere: in the name of a file, on a folder, in cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import filterfalse
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files.unit_stems import unit_stem
from khoagiao_xl.vietnamese.syllables import is_syllable
from khoagiao_xl.vietnamese.symbols import TYPES
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.records import Unit

Codes = frozenset[str]
Pairs = Iterator[tuple[str, str]]
NOBODY: Final[Codes] = frozenset()
# «BD_2024-M03», whatever stands before and after it.
_ISSUED: Final = re.compile(
    r"([^\s()\[\]«»,;]+?)[_\s-]+\d{4}-(?:M\d\d|[QH]\d|Y)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_COPY_MARK: Final = re.compile(r"\s*(?:\(\d+\)|- (?:copy|sao chép))$", re.IGNORECASE)
_BETWEEN_WORDS: Final = re.compile(r"[^\w&]+|_")
_ADDRESSED: Final = re.compile(r"\bgui (?!tu\b)")  # whom it goes to is not whom it comes from
_SENT_TO: Final = re.compile(r"\b(?:gửi|gui|trình|nộp)\b(?! từ| tu\b)", re.IGNORECASE)
DOCUMENT_LETTERS: Final = frozenset(letters.casefold() for letters in TYPES)
LEAST_LETTERS: Final = 3  # of a code that may be told among other words: «CN», «MT» mean too much else
# How alike a name must be to be offered, of 100, and how far ahead of the next one.
LIKE, AHEAD = 83, 5


@dataclass(frozen=True)
class UnitNames:
    """The units of an office, asked which of them a text names."""

    units: Sequence[Unit]

    def of_file(self, name: str) -> Codes:
        """Return the units that the name of a file, a folder or a letter tells, by code or by name."""
        stem = _COPY_MARK.sub("", name)
        issued = self._in_issued_names(stem)
        if issued:
            return issued
        key = stem.strip().casefold()
        if key in self._by_code:
            return self._by_code[key]
        return self._by_word(stem) | self.in_words(stem)

    def in_words(self, text: str) -> Codes:
        """Return the units that a text names in full; a name within a longer one is no other."""
        said = _sender_in(text)
        found = list(self._names_in(said))
        codes: set[str] = set()
        for name in found:
            holding = [other for other in found if _stands_in(name, other)]
            if holding == [name]:
                codes |= self._by_name[name]
        return frozenset(codes)

    def _names_in(self, said: str) -> Iterator[str]:
        """Yield the names that stand in a text, each once; its cost does not grow with the units."""
        words = said.split(" ")
        spans: dict[str, None] = {}
        for first in range(len(words)):
            for last in range(first + 2, min(first + self._longest, len(words)) + 1):
                spans[" ".join(words[first:last])] = None
        yield from filter(self._by_name.__contains__, spans)

    def of_subject(self, subject: str) -> Codes:
        """Return the units that the subject of a letter tells as its sender, by code or by full name."""
        before, *_ = _SENT_TO.split(subject, maxsplit=1)
        return self._by_word(before) | self.in_words(before)

    def like(self, name: str) -> str:
        """Return the one unit whose name is much like that of a file, as people read it; blank for none."""
        said = _sender_in(name)
        scores = {unit: _likeness(said, unit) for unit in self.units}
        best = max(scores, key=scores.__getitem__, default=None)
        if best is None:
            return ""
        score = scores.pop(best)
        if score < LIKE:
            return ""
        next_best = max(scores.values(), default=0)
        if score - next_best < AHEAD:
            return ""
        return f"{best.name} ({best.code})"

    # -- how they are called --

    @cached_property
    def _by_code(self) -> Mapping[str, Codes]:
        """Code, and what the names of a unit's files begin with, without regard to case -> the units."""
        return _grouped(self._codes())

    @cached_property
    def _all_codes(self) -> Codes:
        return frozenset(unit.code for unit in self.units)

    def _codes(self) -> Pairs:
        for unit in self.units:
            yield unit.code.casefold(), unit.code
            yield unit_stem(unit.code).casefold(), unit.code

    @cached_property
    def _by_name(self) -> Mapping[str, Codes]:
        """Name or alias of several words -> the units that are called so."""
        return _grouped(self._names())

    @cached_property
    def _longest(self) -> int:
        """Of how many words the longest name is."""
        return max((name.count(" ") + 1 for name in self._by_name), default=0)

    @cached_property
    def _codes_as_written(self) -> Codes:
        return frozenset(unit.code for unit in self.units)

    def _names(self) -> Pairs:
        for unit in self.units:
            for name in (unit.name, *unit.aliases):
                plain = _plain(name)
                if " " in plain:
                    yield plain, unit.code

    def _in_issued_names(self, stem: str) -> Codes:
        codes: set[str] = set()
        for found in _ISSUED.findall(stem):
            codes |= self._by_code.get(found.casefold(), NOBODY)
        return frozenset(codes)

    def _by_word(self, stem: str) -> Codes:
        """Return the units whose code stands among the words of a name, in the capitals it is written in."""
        words = _BETWEEN_WORDS.split(stem)
        named = set(self._codes_as_written.intersection(words))
        if stem.isupper():
            named = set(filterfalse(is_syllable, named))  # «BAO CAO THANG 3» is of no unit «BAO»
        return frozenset(filter(_tells_a_unit, named))


def _tells_a_unit(code: str) -> bool:
    """Say whether a code among other words can mean nothing else: «CT» and «TTr» are kinds of documents."""
    if len(code) < LEAST_LETTERS:
        return False
    return code.casefold() not in DOCUMENT_LETTERS


def _likeness(said: str, unit: Unit) -> float:
    from rapidfuzz.fuzz import partial_ratio, token_set_ratio

    own = _plain(unit.name)
    whole, by_words = partial_ratio(said, own), token_set_ratio(said, own)
    return (whole + by_words) / 2


def _sender_in(text: str) -> str:
    """Return what may name a sender: what stands before the words that say whom it is sent to."""
    said = _plain(text)
    before, *_ = _ADDRESSED.split(said, maxsplit=1)
    return before


def _plain(text: str) -> str:
    words = _BETWEEN_WORDS.sub(" ", text)
    return fold(words)


def _stands_in(name: str, text: str) -> bool:
    return f" {name} " in f" {text} "


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Codes]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, code in pairs:
        found[key].add(code)
    grouped = {}
    for key, codes in found.items():
        grouped[key] = frozenset(codes)
    return grouped
