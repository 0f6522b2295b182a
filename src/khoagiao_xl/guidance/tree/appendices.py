"""Headings of appendices: «PHỤ LỤC 1», «Danh mục …»."""

from __future__ import annotations

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.vietnamese.word_patterns import begins_with

_APPENDIX = begins_with("phụ lục | phụ biểu | danh mục")
_MOST_WORDS_OF_APPENDIX = 30


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
