"""Which blocks of a guidance are headings: short, unfinished, with something deeper below them."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.file.guidance_text import plain
from khoagiao_xl.guidance.guidance_records import Block
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.words.verbs import opening_verb

_CAPITALS = re.compile(r"[^\W\d_]{2}")


def opens_section(block: Block, rank: Rank, text: str, following: Block | None) -> bool:
    """Say whether the block is a heading: short, unfinished, and something deeper comes after it."""
    if block.kind != "text" or not _CAPITALS.search(text or block.text):
        return rank is Rank.PART
    if rank <= Rank.ROMAN or (rank is Rank.NONE and text.isupper() and len(text.split()) > 1):
        return len(text.split()) <= 40 and not text.endswith((";",))
    if len(text.split()) > 35 or text.endswith((";", ",", "./.")) or following is None:
        return False
    next_rank = marker(following.text)[0]
    if rank is Rank.NONE:
        return block.is_bold and not text.endswith(".") and next_rank is not Rank.ROMAN
    if rank >= Rank.DASH:
        return False
    return next_rank > rank and following.kind != "note" and not _is_sentence_alone(text, next_rank)


def _is_sentence_alone(text: str, next_rank: Rank) -> bool:
    # «1. Tổ chức quán triệt ... trong quý I.» before plain text is a task of its own, not a heading.
    words = len(text.split())
    is_request = words > 4 and bool(opening_verb(text))
    return text.endswith(".") and next_rank is Rank.NONE and (words > 12 or is_request)


def is_appendix(block: Block) -> bool:
    """Say whether the block is the heading of an appendix: «PHỤ LỤC», «Danh mục ...»."""
    return (
        bool(re.match(r"(phụ lục|phụ biểu|danh mục)\b", plain(block.text)))
        and len(block.text.split()) < 30
        and (block.text.split()[0].isupper() or block.is_bold or block.text.startswith("Phụ"))
    )
