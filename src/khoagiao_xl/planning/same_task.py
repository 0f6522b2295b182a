"""The same task, worded anew in a revised document: paired by likeness, the likest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.planning.proposals import cell_texts
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.planning.proposals import EarlierProposals, Proposal

ALIKE: Final = 72.0  # of 100: below it, two sentences of one guidance are usually two tasks
IN_PLACE: Final = 8.0  # what the same section adds
Texts = dict[str, str]  # field -> text
Score = tuple[float, str, str]  # how alike, the new key, the earlier key


def pair_reworded(proposals: Sequence[Proposal], earlier: EarlierProposals) -> Mapping[str, str]:
    """Return, for proposals that are an earlier task worded anew, its key -> the earlier key."""
    scores = list(_scores(proposals, earlier))
    scores.sort(reverse=True)
    pairs: dict[str, str] = {}
    taken = set()
    for _, new, old in scores:
        if new in pairs or old in taken:
            continue
        pairs[new] = old
        taken.add(old)
    return pairs


def _scores(proposals: Sequence[Proposal], earlier: EarlierProposals) -> Iterator[Score]:
    before = {key: _with_words(old.texts) for key, old in earlier.items()}
    for proposal in proposals:
        texts = cell_texts(proposal.cells)
        now = _with_words(texts)
        for key, old in before.items():
            if _serve_others(now, old):
                continue
            score = _likeness(now, old)
            if score >= ALIKE:
                yield score, proposal.key, key


def _with_words(texts: Mapping[str, str]) -> Texts:
    """Return the texts of a task with its source folded, for its comparison with many others."""
    return {**texts, "words": fold(texts.get("source", ""))}


def _likeness(now: Texts, old: Texts) -> float:
    from rapidfuzz import fuzz

    score = fuzz.ratio(now["words"], old["words"])
    if now.get("section", "") == old.get("section", ""):
        score += IN_PLACE
    return score


def _serve_others(now: Texts, old: Texts) -> bool:
    """Say whether the two name documents and none in common: two reviews are worded nearly alike."""
    ours = _directives(now)
    theirs = _directives(old)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _directives(texts: Texts) -> set[str]:
    listed = texts.get("directives", "")
    words = listed.split(";")
    bare = (word.strip() for word in words)
    return set(filter(None, bare))
