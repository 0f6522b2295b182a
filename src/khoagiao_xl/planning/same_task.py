"""The same task in other words: in a revised document, or in another document that asks for it too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.planning.proposals import cell_texts
from khoagiao_xl.planning.rare_words import Pieces, RareWords, pieces_of
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.planning.proposals import Cells, EarlierProposals, Proposal, Versions

ALIKE: Final = 72.0  # of 100: below it, two sentences of one guidance are usually two tasks
REWORDED: Final = 26.0  # what two texts share of rare words: one task reworded 33 to 47, two tasks up to 20
TWICE: Final = 90.0  # two documents that ask for one thing often use one sentence, with other days
# What else says that two tasks are one.
IN_PLACE: Final = 8.0
SAME_LEAD: Final = 5.0
SAME_DAY: Final = 4.0
SAME_DOCUMENTS: Final = 10.0
_FIGURES: Final = re.compile(r"\d+")
Score = tuple[float, str, str]  # how alike, the new key, the earlier key


class Wording(NamedTuple):
    """A task prepared for its comparison with many others; words: its source folded."""

    texts: Mapping[str, str]
    words: str
    pieces: Pieces

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Wording:
        """Return the texts of a task (field -> text) with their words."""
        said = texts.get("source", "") or texts.get("text", "")
        words = fold(said)
        pieces = pieces_of(words)
        return cls(texts, words, pieces)

    @property
    def directives(self) -> set[str]:
        """The documents that the task names."""
        listed = self.texts.get("directives", "")
        symbols = listed.split(";")
        bare = {symbol.strip() for symbol in symbols}
        bare.discard("")
        return bare

    def shares(self, other: Wording, field: str) -> bool:
        """Say whether both say the same in a field in which both say something."""
        mine = self.folded(field)
        if not mine:
            return False
        return mine == other.folded(field)

    def folded(self, field: str) -> str:
        """Return what a field says, for comparing."""
        text = self.texts.get(field, "")
        return fold(text)

    def serves_others(self, other: Wording) -> bool:
        """Say whether both name documents and none in common: two reviews are worded nearly alike."""
        ours = self.directives
        theirs = other.directives
        if not ours or not theirs:
            return False
        return ours.isdisjoint(theirs)


def pair_reworded(
    proposals: Sequence[Proposal], earlier: EarlierProposals, version: Versions
) -> Mapping[str, str]:
    """Return, for proposals that are an earlier task worded anew, its key -> the earlier key.

    proposals, earlier: those that have no partner yet; version: all of both, whose words are counted.
    """
    scores = sorted(_scores(proposals, earlier, version), reverse=True)
    pairs: dict[str, str] = {}
    taken = set()
    for _, new, old in scores:
        if new in pairs or old in taken:
            continue
        pairs[new] = old
        taken.add(old)
    return pairs


def _scores(proposals: Sequence[Proposal], earlier: EarlierProposals, version: Versions) -> Iterator[Score]:
    before = _worded_before(earlier)
    now = _worded_now(proposals)
    if not before or not now:
        return
    every_new, every_old = version
    rare = RareWords(
        _pieces(_worded_before(every_old)),
        _pieces(_worded_now(every_new)),
    )
    for new_key, new in now.items():
        for old_key, old in before.items():
            score = _score(new, old, rare)
            if score:
                yield score, new_key, old_key


def _worded_before(earlier: EarlierProposals) -> dict[str, Wording]:
    return {key: Wording.of(old.texts) for key, old in earlier.items()}


def _worded_now(proposals: Sequence[Proposal]) -> dict[str, Wording]:
    worded: dict[str, Wording] = {}
    for proposal in proposals:
        texts = cell_texts(proposal.cells)
        worded[proposal.key] = Wording.of(texts)
    return worded


def _pieces(worded: Mapping[str, Wording]) -> list[Pieces]:
    return [wording.pieces for wording in worded.values()]


def _score(new: Wording, old: Wording, rare: RareWords) -> float:
    """Return how surely two are one task, 0 where they are not: nearly one text, or the same rare words."""
    if new.serves_others(old):
        return 0
    extra = _extra(new, old)
    likeness = _ratio(new, old) + extra
    if likeness >= ALIKE:
        return 100 + likeness  # goes before every guess by words
    shared = rare.in_common(new.pieces, old.pieces)
    if shared >= rare.least_of(REWORDED):
        return shared + extra
    return 0


def _extra(new: Wording, old: Wording) -> float:
    extra = 0.0
    for field, worth in (("section", IN_PLACE), ("lead", SAME_LEAD), ("due", SAME_DAY)):
        if new.shares(old, field):
            extra += worth
    if new.directives & old.directives:
        extra += SAME_DOCUMENTS
    return extra


def _ratio(new: Wording, old: Wording) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(new.words, old.words)


def is_far(now: Mapping[str, str], before: Mapping[str, str]) -> bool:
    """Say whether two wordings differ so much that a person is to say whether they are one task."""
    new = Wording.of(now)
    old = Wording.of(before)
    likeness = _ratio(new, old)
    extra = _extra(new, old)
    return likeness + extra < ALIKE


def asked_twice(cells: Cells, rows: Sequence[Cells]) -> int | None:
    """Return which of `rows`, of other documents or of persons, asks for what `cells` propose; None for none.

    The days may differ, and what the documents are called; who leads and which documents are cited may not.
    """
    wanted = _undated(cells)
    best = None
    highest = TWICE
    for place, row in enumerate(rows):
        other = _undated(row)
        if not _are_comparable(wanted, other):
            continue
        likeness = _ratio(wanted, other)
        if likeness >= highest:
            best = place
            highest = likeness
    return best


def _are_comparable(one: Wording, other: Wording) -> bool:
    if one.directives != other.directives:
        return False
    return _numbers(one) == _numbers(other)


def _undated(cells: Cells) -> Wording:
    """Return a task without the words of its deadline."""
    texts = cell_texts(cells)
    wording = Wording.of(texts)
    days = wording.folded("due_words")
    if not days:
        return wording
    words = wording.words.replace(days, "")
    return wording._replace(words=words)


def _numbers(wording: Wording) -> list[str]:
    """Return the figures of a task: «05 lớp» and «10 lớp» are not one."""
    found = _FIGURES.findall(wording.words)
    return sorted(found)
