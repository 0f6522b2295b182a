"""Paragraphs that quote another text: work that stands in them was asked for by somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.markers import marker

_MOST_QUOTED = 40  # paragraphs; a mark that is never closed quotes nothing
_OPENS, _CLOSES = ("“", '"'), ("”", '"')
_BEHIND = " .;,!?/)"
QUOTED = "quoted"
# What a note or a quotation says was asked for by somebody else, or nobody.
OTHERS_WORDS = frozenset({"note", QUOTED})


def mark_quoted(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, those that stand wholly in quotation marks as of the kind «quoted»."""
    until = 0
    for place, block in enumerate(blocks):
        until = max(until, _end_of_quotation(blocks, place))
        if place < until and block.is_text:
            yield replace(block, kind=QUOTED)
        else:
            yield block


def _end_of_quotation(blocks: Sequence[Block], start: int) -> int:
    """Return behind which block the quotation that opens a block ends, 0 where none does."""
    block = blocks[start]
    opening = marker(block.text)
    words = block.canonical[opening.length :].lstrip()
    if not (block.is_text and words.startswith(_OPENS)):
        return 0
    is_open = 0
    for place, one in enumerate(blocks[start : start + _MOST_QUOTED], start):
        if not one.is_text:
            return 0
        is_open += _left_open(one.canonical)
        if is_open <= 0:
            ends = one.canonical.rstrip(_BEHIND).endswith(_CLOSES)
            if ends and place > start:
                return place + 1
            return 0
    return 0


def _left_open(text: str) -> int:
    """Return how many quotation marks the text opens and does not close."""
    opened = text.count("“")
    closed = text.count("”")
    straight = text.count('"') % 2
    return opened - closed + straight
