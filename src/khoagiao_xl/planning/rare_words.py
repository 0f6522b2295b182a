"""How much two texts of one document have in common, counting most what few texts of it say.

«Tổ chức», «triển khai thực hiện» stand in every task and say nothing; «dinh dưỡng» says which one it is.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ENOUGH: Final = 5  # texts, to know which words every text has
Pieces = frozenset[str]  # the words of a text, and each two that follow one another


def pieces_of(folded: str) -> Pieces:
    """Return the words and pairs of words of a folded text: Vietnamese words are mostly of two syllables."""
    words = folded.split()
    neighbours = pairwise(words)
    pairs = map(" ".join, neighbours)
    every = [*words, *pairs]
    return frozenset(every)


class RareWords:
    """The weights of words in two versions of a document: how few of the texts of one version hold them."""

    def __init__(self, before: Iterable[Pieces], now: Iterable[Pieces]) -> None:
        old = list(before)
        new = list(now)
        self._count = max(len(old), len(new))
        in_old = _counted(old)
        in_new = _counted(new)
        # The larger of both: a word that each version says once is as rare as it can be.
        self._in_how_many = in_old | in_new

    def in_common(self, one: Pieces, other: Pieces) -> float:
        """Return what two texts share, from 0 to 100 (Dice's measure, weighted)."""
        shared = self._weight(one & other)
        both = self._weight(one) + self._weight(other)
        if not both:
            return 0.0
        return 200 * shared / both

    def least_of(self, usual: float) -> float:
        """Return how much is to be in common: more in a document too short to show which words are rare."""
        if self._count >= ENOUGH:
            return usual
        return 2 * usual

    def _weight(self, pieces: Pieces) -> float:
        weights = map(self._weight_of, pieces)
        return sum(weights)

    def _weight_of(self, piece: str) -> float:
        holding = self._in_how_many[piece]
        share = holding / (self._count + 1)
        return -log(share)


def _counted(texts: Iterable[Pieces]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for pieces in texts:
        counted.update(pieces)
    return counted
