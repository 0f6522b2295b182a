"""Room between paragraphs that Word leaves out: paragraphs of one style that ask for none between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from khoagiao_xl.layout.laid_document import LaidParagraph, LaidTable

Block = TypeVar("Block", LaidParagraph, LaidParagraph | LaidTable)


def without_room_between(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks of one holder; no room between neighbours of a style with «contextual» spacing."""
    laid: list[Block] = []
    for block in blocks:
        if laid and _are_alike(laid[-1], block):
            above = laid.pop()
            laid.append(_without(above, after=0))
            laid.append(_without(block, before=0))
        else:
            laid.append(block)
    return laid


def _are_alike(above: LaidParagraph | LaidTable, below: LaidParagraph | LaidTable) -> bool:
    if isinstance(above, LaidTable) or isinstance(below, LaidTable):
        return False
    return above.style == below.style


def _without(block: Block, **sides: int) -> Block:
    if isinstance(block, LaidTable) or not block.contextual:
        return block
    return replace(block, **sides)  # type: ignore[arg-type]
