"""Text of the old Vietnamese fonts (TCVN3, VNI) in Unicode, where no font says so: by the whole document."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from khoagiao_xl.vietnamese.legacy import (
    NEVER_VIETNAMESE,
    OLD_FONTS,
    convert,
    from_tcvn3,
    from_vni,
    shows_unicode,
)
from khoagiao_xl.vietnamese.syllables import is_syllable

_SOFT_HYPHEN: Final = "\u00ad"  # stands in other texts too
_OLD_SIGNS: Final = NEVER_VIETNAMESE - {_SOFT_HYPHEN}
_FEW: Final = 3  # old signs that another text may hold: a currency, a quotation
_MOST: Final = 0.85  # of the words must be syllables after the right table
_ENOUGH: Final = 4_000  # words that tell
_NEW_LETTER: Final = re.compile("[ăắằẳẵặấầẩẫậẹẻẽếềểễệỉịọỏốồổỗộơớờởỡợụủũưứừửữựỳỵỷỹđ]", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_CAPITALS: Final = re.compile(r"[A-Z]{2}")
_SMALL: Final = re.compile("[a-z]")
# The first letter of a line, behind its number or sign.
_FIRST: Final = re.compile(r"^(?:[IVX]+[.)]|[a-z][.)]|[\W\d])*(?:[^\W\d_])")
TABLES: Final = {"TCVN3": from_tcvn3, "VNI": from_vni}


def is_old(text: str) -> bool:
    """Say whether a text shows the signs of an old font rather than Vietnamese letters."""
    counts = map(text.count, _OLD_SIGNS)
    signs = sum(counts)
    letters = _NEW_LETTER.findall(text)
    few = max(_FEW, len(letters))
    return signs > few


def old_table(text: str) -> str:
    """Return by which table the text of a whole document is read, «TCVN3» or «VNI»; "" for neither."""
    if not is_old(text):
        return ""
    shares: dict[str, float] = {}
    for name, table in TABLES.items():
        modern = table(text)
        shares[name] = _share_of_syllables(modern)
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= _MOST:
        return best
    return ""


def _share_of_syllables(text: str) -> float:
    """Return which share of the words that are not plain ASCII are syllables."""
    words = _marked_words(text)
    if not words:
        return 0.0
    good = list(filter(is_syllable, words))
    return len(good) / len(words)


def _marked_words(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text)
    words = _WORD.findall(composed)
    enough = words[:_ENOUGH]
    return list(itertools.filterfalse(str.isascii, enough))


def in_unicode(text: str, table: str) -> str:
    """Return a line of the document in Unicode. table: of `old_table` of the whole."""
    if text.isascii():
        return text
    if not table:
        converted = convert(text, "")
        if converted:
            return converted[0]
        return text
    if shows_unicode(text):
        return text
    convert_line = TABLES[table]
    converted_line = convert_line(text)
    new = unicodedata.normalize("NFC", converted_line)
    return _in_capitals(text, new)


def _in_capitals(old: str, new: str) -> str:
    """TCVN3 has no capital letters with marks: small ones stand for them in capital lines and at a start."""
    if _SMALL.search(old):
        return _FIRST.sub(_capital, new)
    words = list(_words_alone(old))
    has_capitals = any(map(_CAPITALS.search, words))
    if has_capitals:
        return new.upper()
    return new


def _capital(match: re.Match[str]) -> str:
    words = match[0]
    before = words[:-1]
    letter = words[-1]
    if letter.isascii():
        return words
    return before + letter.upper()


def _words_alone(text: str) -> Iterator[str]:
    """Yield the words that are no symbol of a document: «12-HD/§UK» is written in capitals everywhere."""
    for word in text.split():
        if "/" in word:
            continue
        has_figure = any(map(str.isdigit, word))
        if not has_figure:
            yield word


def by_fonts(pieces: Iterable[tuple[str, str]]) -> str:
    """Return the text of (letters, font), those of one old font in a row converted together."""
    text = ""
    letters = ""
    before = ""
    for piece, font in pieces:
        if font != before:
            text += of_font(letters, before)
            letters = ""
            before = font
        letters += piece
    return text + of_font(letters, before)


def of_font(letters: str, font: str) -> str:
    """Return letters of one font in Unicode where the font is an old one."""
    if letters.isascii():
        return letters
    if not font.casefold().startswith(OLD_FONTS):
        return letters
    converted = convert(letters, font)
    if converted:
        return converted[0]
    return letters
