"""Which blocks of a guidance are headings: short, unfinished, with something deeper below them."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.markers import Rank, marker
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.word_patterns import begins_with

_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_APPENDIX = begins_with("phụ lục | phụ biểu | danh mục")
_MOST_WORDS, _MOST_WORDS_OF_GREAT, _MOST_WORDS_OF_APPENDIX = 35, 40, 30


def opens_section(block: Block, rank: Rank, text: str, following: Block | None) -> bool:
    """Say whether the block is a heading: short, unfinished, and something deeper comes after it."""
    if not block.is_text:
        return False
    words = text or block.text
    if not _TWO_LETTERS.search(words):
        return rank is Rank.PART
    length = len(text.split())
    if _is_great(rank, text):
        if length > _MOST_WORDS_OF_GREAT:
            return False
        return not text.endswith(";")
    if length > _MOST_WORDS:
        return False
    if text.endswith((";", ",", "./.")):
        return False
    if following is None:
        return False
    return _heads(block, rank, text, following)


def _is_great(rank: Rank, text: str) -> bool:
    if rank <= Rank.ROMAN:
        return True
    if rank is not Rank.NONE:
        return False
    if not text.isupper():
        return False
    return " " in text


def _heads(block: Block, rank: Rank, text: str, following: Block) -> bool:
    """Say whether the short unfinished block stands over the block that follows."""
    next_rank = marker(following.text).rank
    if rank is Rank.NONE:
        if not block.is_bold:
            return False
        if text.endswith("."):
            return False
        return next_rank is not Rank.ROMAN
    if rank >= Rank.DASH:
        return False
    if next_rank <= rank:
        return False
    if following.kind == "note":
        return False
    return not _is_sentence_alone(text, next_rank)


def _is_sentence_alone(text: str, next_rank: Rank) -> bool:
    # «1. Tổ chức quán triệt ... trong quý I.» before plain text is a task of its own, not a heading.
    if next_rank is not Rank.NONE:
        return False
    if not text.endswith("."):
        return False
    length = len(text.split())
    if length > 12:
        return True
    if length <= 4:
        return False
    return opening_verb(text) != ""


def is_appendix(block: Block) -> bool:
    """Say whether the block is the heading of an appendix: «PHỤ LỤC», «Danh mục ...»."""
    if not names_appendix(block):
        return False
    return _looks_like_heading(block)


def names_appendix(block: Block) -> bool:
    """Say whether a block begins with the word for an appendix and is no longer than a heading."""
    named = _APPENDIX.match(block.plain)
    if named is None:
        return False
    return block.length < _MOST_WORDS_OF_APPENDIX


def _looks_like_heading(block: Block) -> bool:
    first = block.text.split()[0]
    if first.isupper():
        return True
    if block.is_bold:
        return True
    return first.startswith("Phụ")
