"""Running text of documents: one spelling with every letter in its place, quotations, sentences."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from khoagiao_xl.vietnamese.blank_text import without_unseen

_DASHES = "‐‑‒–—―−﹣-\u00ad"
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
)

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
# All small and all capital letters of Vietnamese, for use inside the brackets of a pattern.
SMALL = "b-df-hj-np-tv-xzđ" + _VOWELS
CAPITAL = "B-DF-HJ-NP-TV-XZĐ" + _VOWELS.upper()

# Each maps one character to one character, so that a place in the compared text is a place in the text.
_ONE_SPELLING = str.maketrans(
    {**dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_SPACES, " "), "Ð": "Đ", "Ɖ": "Đ", "ð": "đ"}
    | {"„": "“", "«": "“", "»": "”", "\r": " ", "⁄": "/", "／": "/"}
)
# The tone of a final oa, oe, uy stands on either vowel (hoà, hòa); after q the u is no vowel (quý).
_OLD_TONE = re.compile(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])", re.IGNORECASE)

_QUOTED = re.compile(r"(?<=“)[^“”]*(?=”)|(?<=\s\")[^\"]*(?=\")")
_HEADING_SIGN = re.compile(r"^\s*#{1,6}\s+")
# A star before a space opens a list item; any other one is emphasis.
_EMPHASIS = re.compile(r"(?<!^)\*+|^\*+(?!\s)|^\*+$")
_NO_LETTERS = re.compile(r"[\W_]+")
_BLANKS = re.compile(rf"[\s{_SPACES}]+")
_SENTENCE_END = re.compile(rf"(?<=[.!?…”])(?<!TP\.)(?<!Tp\.)\s+(?=[\"“(]?[{CAPITAL}])")
Span = tuple[int, int]
_STOPS = (".", "!", "?", "…", ".”", "!”", "?”")


def clean_line(text: str) -> str:
    """Return `text` composed (NFC), without invisible characters or marks of emphasis, spaces single."""
    composed = unicodedata.normalize("NFC", text)
    visible = without_unseen(composed)
    headless = _HEADING_SIGN.sub("", visible)
    unmarked = _EMPHASIS.sub("", headless.strip())
    line = _BLANKS.sub(" ", unmarked)
    return line.strip()


# The same sentences are compared many times on their way from citation to task.
@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Return `text` in one spelling of tones, dashes, spaces and quotes; its length does not change."""
    one_spelling = text.translate(_ONE_SPELLING)
    return _OLD_TONE.sub(_move_tone, one_spelling)


def _move_tone(match: re.Match[str]) -> str:
    vowels = match[0]
    first, second = vowels[:1], vowels[1:]
    decomposed = unicodedata.normalize("NFD", second)
    vowel = decomposed[:1]
    tone = decomposed[1:]
    toned = unicodedata.normalize("NFC", first + tone)
    return toned + vowel


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return `text` canonical and in lower case; its length does not change."""
    one_spelling = canonical(text)
    low = one_spelling.lower()
    if len(low) == len(text):
        return low
    letters = map(_lower, one_spelling)
    return "".join(letters)


def _lower(letter: str) -> str:
    # Some capitals become two characters: those stay as they are.
    low = letter.lower()
    if len(low) > 1:
        return letter
    return low


def squash(text: str) -> str:
    """Return only the letters and digits of `text`, folded: equal for texts that differ only in look."""
    composed = unicodedata.normalize("NFC", text)
    low = plain(composed)
    words = _NO_LETTERS.sub(" ", low)
    return words.strip()


def without_quoted(text: str) -> str:
    """Return `text` with what stands in quotation marks blanked; its length does not change.

    A day or a rhythm that is quoted is another document's, not this one's.
    """
    one_spelling = canonical(text)
    return _QUOTED.sub(blank, one_spelling)


def blank(match: re.Match[str]) -> str:
    """Return as many spaces as the match is long."""
    return " " * len(match[0])


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`; a full stop in a quotation ends none."""
    bare = without_quoted(text)
    (start, end), *_ = sentences(bare)
    return text[start:end]


def sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of `text`; a full stop ends one only before a capital."""
    spans: list[Span] = []
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        end = gap.start()
        if text.endswith(_STOPS, 0, end):
            spans.append((start, end))
            start = gap.end()
    last = (start, len(text))
    spans.append(last)
    return spans
