"""The same task, worded anew in a revised document: paired by likeness, the likest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.planning.proposals import said
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.planning.proposals import Proposal, Remembered, Remembering

ALIKE: Final = 72.0  # of 100: below it, two sentences of one guidance are usually two tasks
IN_PLACE: Final = 8.0  # what the same section adds


def pair_reworded(proposals: Sequence[Proposal], remembered: Remembering) -> Mapping[str, str]:
    """Return, for proposals that are a remembered task worded anew, its key -> the remembered key."""
    scored = sorted(_scores(proposals, remembered), reverse=True)
    pairs: dict[str, str] = {}
    for _, new, old in scored:
        if new not in pairs and old not in pairs.values():
            pairs[new] = old
    return pairs


def _scores(proposals: Sequence[Proposal], remembered: Remembering) -> Iterator[tuple[float, str, str]]:
    from rapidfuzz import fuzz

    before = {key: fold(old.texts.get("Trích nguồn", "")) for key, old in remembered.items()}
    for proposal in proposals:
        words = fold(said(proposal.cells.get("Trích nguồn")))
        for key, old in remembered.items():
            score = fuzz.ratio(words, before[key])
            score += IN_PLACE * (said(proposal.cells.get("Mục")) == old.texts.get("Mục", ""))
            if score >= ALIKE and not _serve_others(proposal, old):
                yield score, proposal.key, key


def _serve_others(proposal: Proposal, old: Remembered) -> bool:
    """Say whether the two name documents and none in common: two reviews are worded nearly alike."""
    now, before = (
        {word.strip() for word in text.split(";") if word.strip()}
        for text in (said(proposal.cells.get("Văn bản")), old.texts.get("Văn bản", ""))
    )
    return bool(now and before) and not now & before
