"""The rows of the appendix of words: numbered, below the heading of their kind."""

from __future__ import annotations

from collections.abc import Sequence

from khoagiao_xl.report.causes_beside_limits import with_causes_beside
from khoagiao_xl.report.folded_words import Opinion, Opinions
from khoagiao_xl.report.quoting import FEW, is_long_for_body
from khoagiao_xl.wording.report import PHRASES


def opinion_rows(opinions: Opinions) -> list[dict[str, str]]:
    """Return the rows of the appendix of words, with a heading («nhom») before each kind.

    Listed are words too long for the body, and those that more units share than can be named there.
    """
    rows: list[dict[str, str]] = []
    listed = {tag: _listed(own) for tag, own in opinions.items()}
    for tag, own in with_causes_beside(listed).items():
        heading = PHRASES[f"ten_{tag}"]
        rows += numbered_rows(heading, own)
    return rows


def numbered_rows(heading: str, opinions: Sequence[Opinion]) -> list[dict[str, str]]:
    """Return rows under their heading, numbered; nothing for none."""
    rows = [_row(index, opinion) for index, opinion in enumerate(opinions, 1)]
    if not rows:
        return []
    return [{"nhom": heading}, *rows]


def _listed(opinions: Sequence[Opinion]) -> Sequence[Opinion]:
    if is_long_for_body(opinions) or len(opinions) > FEW:
        return opinions
    return [opinion for opinion in opinions if opinion.is_widely_shared]


def _row(index: int, opinion: Opinion) -> dict[str, str]:
    return {
        "nhom": "",
        "stt": str(index),
        "don_vi": ", ".join(opinion.units),
        "noi_dung": opinion.whole,
    }
