"""Marks and words that point at something said elsewhere: «"», «〃», «-nt-», «như trên», «không thay đổi»."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.vietnamese.blank_text import SPACES, UNSEEN_SIGNS, is_blank
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.number_words import NOT_APPLICABLE_WORDS
from khoagiao_xl.vietnamese.text import fold

_LONGEST: Final = 60  # characters: a longer text says more than a ditto mark
_QUOTES: Final = "\"'`´‘’‚‛“”„‟«»‹›′″‴‵‶ʹʺʼˈ˝〃〝〞＂＇"
_MARKS: Final = re.compile(f"(?=.*[{_QUOTES}])[{_QUOTES}{SPACES}{UNSEEN_SIGNS}.,;:_/|\\\\–—−-]+", re.DOTALL)
_NO_LETTER: Final = re.compile(r"[\W_]+")
_WORDS: Final = frozenset(fold(row["Từ"]) for row in language_rows("ditto_words"))
_SHORT: Final = frozenset({"nt"})  # «n.t.», «n/t»: an abbreviation, whatever parts its letters
# What stands in a cell only so that it is not empty.
_FILLERS: Final = frozenset({"x", "xx", "xxx", "v", "na", "n a", "nil", "none", "null"}).union(
    _NO_LETTER.sub(" ", words).strip() for words in NOT_APPLICABLE_WORDS
)


def is_ditto(text: str) -> bool:
    """Say whether `text` only points at another line or period, by marks or by words."""
    if len(text) > _LONGEST:
        return False
    if _MARKS.fullmatch(text):
        return True
    words = _bare_words(text)
    if words in _WORDS:
        return True
    letters = words.replace(" ", "")
    return letters in _SHORT


def says_nothing(text: str) -> bool:
    """Say whether `text`, where words are asked, is no answer: blank, a ditto mark, a sign, «x», «n/a»."""
    if is_blank(text):
        return True
    if len(text) > _LONGEST:
        return _NO_LETTER.fullmatch(text) is not None
    words = _bare_words(text)
    if not words or words in _FILLERS:
        return True
    return is_ditto(text)


def _bare_words(text: str) -> str:
    bare = _NO_LETTER.sub(" ", fold(text))
    return bare.strip()
