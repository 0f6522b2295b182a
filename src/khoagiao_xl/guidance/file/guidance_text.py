"""Text as written and text as compared: one spelling for what Vietnamese writes in several ways."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DASHES = "‐‑‒–—―−﹣-\u00ad"
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
)
_GONE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
# All small and all capital letters of Vietnamese, for use inside the brackets of a pattern.
SMALL = "b-df-hj-np-tv-xzđ" + _VOWELS
CAPITAL = "B-DF-HJ-NP-TV-XZĐ" + _VOWELS.upper()

# Each maps one character to one character, so that a place in the compared text is a place in the text.
_SAME = str.maketrans(
    {**dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_SPACES, " "), "Ð": "Đ", "Ɖ": "Đ", "ð": "đ"}
    | {"„": "“", "«": "“", "»": "”", "\r": " ", "⁄": "/", "／": "/"}
)
# The tone of a final oa, oe, uy stands on either vowel (hoà, hòa); after q the u is no vowel (quý).
_OLD_TONE = re.compile(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])", re.IGNORECASE)


_QUOTED = re.compile(r"(?<=“)[^“”]*(?=”)|(?<=\s\")[^\"]*(?=\")")


def _move_tone(match: re.Match[str]) -> str:
    first, second = match[0][0], match[0][1]
    decomposed = unicodedata.normalize("NFD", second)
    return unicodedata.normalize("NFC", first + decomposed[1:]) + decomposed[0]


def clean(text: str) -> str:
    """Return `text` composed (NFC), without invisible characters or marks of emphasis, spaces single."""
    text = unicodedata.normalize("NFC", text).translate(_GONE)
    text = re.sub(r"^\s*#{1,6}\s+", "", text)
    # A star before a space opens a list item; any other one is emphasis.
    text = re.sub(r"(?<!^)\*+|^\*+(?!\s)|^\*+$", "", text.strip())
    return re.sub(rf"[\s{_SPACES}]+", " ", text).strip()


# The same sentences are folded many times on their way from citation to task.
@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Return `text` in one spelling of tones, dashes, spaces and quotes; its length does not change."""
    return _OLD_TONE.sub(_move_tone, text.translate(_SAME))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return `text` canonical and in lower case; its length does not change."""
    lowered = canonical(text)
    if len(low := lowered.lower()) == len(text):
        return low
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in lowered)


def squash(text: str) -> str:
    """Return only the letters and digits of `text`, folded: equal for texts that differ only in look."""
    return re.sub(r"[\W_]+", " ", plain(unicodedata.normalize("NFC", text))).strip()


def without_tones(text: str) -> str:
    """Return `text` folded without any diacritics, for likeness only."""
    bare = unicodedata.normalize("NFD", plain(text)).translate(_TONES)
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("đ", "d")


def without_quoted(text: str) -> str:
    """Return `text` with what stands in quotation marks blanked; its length does not change.

    A day or a rhythm that is quoted is another document's, not this one's.
    """
    return _QUOTED.sub(lambda match: " " * len(match[0]), canonical(text))


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `text`; a full stop ends one only before a capital."""
    spans, start = [], 0
    for match in re.finditer(rf"(?<=[.!?…”])(?<!TP\.)(?<!Tp\.)\s+(?=[\"“(]?[{CAPITAL}])", text):
        if not text[: match.start()].endswith((".", "!", "?", "…", ".”", "!”", "?”")):
            continue
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))]
