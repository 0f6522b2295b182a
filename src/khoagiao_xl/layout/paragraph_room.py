"""Room between paragraphs that Word leaves out: paragraphs of one style that ask for none between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from khoagiao_xl.layout.laid_document import LaidParagraph, LaidTable

Block = TypeVar("Block", LaidParagraph, LaidParagraph | LaidTable)


def without_room_between(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks of one holder; no room between neighbours of a style with «contextual» spacing."""
    laid = list(blocks)
    for number, (above, below) in enumerate(pairwise(list(laid))):
        if not _are_alike(above, below):
            continue
        laid[number] = _without(laid[number], "after")
        laid[number + 1] = _without(laid[number + 1], "before")
    return laid


def _without(block: Block, side: str) -> Block:
    if isinstance(block, LaidTable) or not block.contextual:
        return block
    return replace(block, **{side: 0})  # type: ignore[return-value]


def _are_alike(above: LaidParagraph | LaidTable, below: LaidParagraph | LaidTable) -> bool:
    if not isinstance(above, LaidParagraph) or not isinstance(below, LaidParagraph):
        return False
    return above.style == below.style
