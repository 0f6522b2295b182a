"""The names of units as they turn up anywhere: in the name of a file, on a folder, in cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files.unit_stems import unit_stem
from khoagiao_xl.vietnamese.symbols import TYPES
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.records import Unit

Codes = frozenset[str]
NOBODY: Final[Codes] = frozenset()
# «BD_2024-M03», whatever stands before and after it.
_ISSUED: Final = re.compile(
    r"([^\s()\[\]«»,;]+?)[_\s-]+\d{4}-(?:M\d\d|[QH]\d|Y)(?![A-Za-z0-9])", re.IGNORECASE
)
_COPY_MARK: Final = re.compile(r"\s*(?:\(\d+\)|- (?:copy|sao chép))$", re.IGNORECASE)
_BETWEEN_WORDS: Final = re.compile(r"[^\w&]+|_")
_ADDRESSED: Final = re.compile(r"\bgui (?!tu\b)")  # whom it goes to is not whom it comes from
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
        alone = self._by_code.get(stem.strip().casefold(), NOBODY)
        return alone or self._by_word(stem) | self.in_words(stem)

    def in_words(self, text: str) -> Codes:
        """Return the units that a text names in full; a name within a longer one is no other."""
        said = _sender_in(text)
        found = [name for name in self._by_name if f" {name} " in f" {said} "]
        whole = [name for name in found if not _is_within(name, found)]
        codes = (self._by_name[name] for name in whole)
        return NOBODY.union(*codes)

    def like(self, name: str) -> str:
        """Return the one unit whose name is much like that of a file, as people read it; blank for none."""
        said = _sender_in(name)
        scores = [(_likeness(said, unit), f"{unit.name} ({unit.code})") for unit in self.units]
        scores.sort(reverse=True)
        (best, told), (next_best, _), *_ = [*scores, (0.0, ""), (0.0, "")]
        if best < LIKE or best - next_best < AHEAD:
            return ""
        return told

    # -- how they are called --

    @cached_property
    def _by_code(self) -> Mapping[str, Codes]:
        """Code, and code as it stands in names of files, without regard to case -> the units."""
        pairs: list[tuple[str, str]] = []
        for unit in self.units:
            pairs.append((unit.code.casefold(), unit.code))
            pairs.append((unit_stem(unit.code).casefold(), unit.code))
        return _grouped(pairs)

    @cached_property
    def _by_name(self) -> Mapping[str, Codes]:
        """Name or alias of several words -> the units that are called so."""
        return _grouped((name, unit.code) for unit in self.units for name in _names(unit))

    def _in_issued_names(self, stem: str) -> Codes:
        codes = (self._by_code.get(found.casefold(), NOBODY) for found in _ISSUED.findall(stem))
        return NOBODY.union(*codes)

    def _by_word(self, stem: str) -> Codes:
        """Return the units whose code stands among the words of a name, in the capitals it is written in."""
        if stem.isupper():
            return NOBODY  # there every word is in capitals: «BAO CAO THANG 3»
        codes = {unit.code for unit in self.units}
        words = set(_BETWEEN_WORDS.split(stem))
        return frozenset(filter(_tells_a_unit, codes & words))


def _tells_a_unit(code: str) -> bool:
    """Say whether a code among other words can mean nothing else: «CT» and «TTr» are kinds of documents."""
    return len(code) >= LEAST_LETTERS and code.casefold() not in DOCUMENT_LETTERS


def _names(unit: Unit) -> Iterator[str]:
    for name in (unit.name, *unit.aliases):
        plain = _plain(name)
        if " " in plain:
            yield plain


def _likeness(said: str, unit: Unit) -> float:
    from rapidfuzz.fuzz import partial_ratio, token_set_ratio

    own = _plain(unit.name)
    return (partial_ratio(said, own) + token_set_ratio(said, own)) / 2


def _sender_in(text: str) -> str:
    """Return what may name a sender: what stands before the words that say whom it is sent to."""
    before, *_ = _ADDRESSED.split(_plain(text), maxsplit=1)
    return before


def _plain(text: str) -> str:
    words = _BETWEEN_WORDS.sub(" ", text)
    return fold(words)


def _is_within(name: str, names: Iterable[str]) -> bool:
    return any(name != other and f" {name} " in f" {other} " for other in names)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Codes]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, code in pairs:
        if key:
            found[key].add(code)
    return {key: frozenset(codes) for key, codes in found.items()}
