"""Where in a text a mark of secrecy may stand: a quick look, before the surroundings are taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from khoagiao_xl.vietnamese.letter_shapes import seen_readings
from khoagiao_xl.vietnamese.secrecy_words import grade_spelled

# «Mật» in any letters, spacing and old font; «thu hồi», «bóc bì».
_A: Final = "[AaªµºÀ-ÿĂăẠ-ặАаΑαＡａᴀ]"
_PERHAPS: Final = re.compile(
    rf"[MmМмΜＭｍᴍⅯ][\W_]{{0,9}}(?:{_A}[\W_]{{0,9}}){{1,4}}[TtТтΤτＴｔᴛ]"
    r"|(?P<other>t[\W_]{0,3}h[\W_]{0,3}u[\W_]{1,3}h|b[\W_]{0,3}.[\W_]{0,3}c[\W_]{1,3}b)",
    re.IGNORECASE,
)
# Letters of no script that a Vietnamese text is written in: such a text is looked at in any case.
_STRANGE: Final = re.compile(
    "[\u0250-\u02af\u0530-\u058f\u13a0-\u13ff\u1d00-\u1dbf\u2460-\u24ff\U0001d400-\U0001f1ff]"
)
_NO_LETTER: Final = re.compile(r"[\W_]+")
_WINDOW: Final = 300  # characters on either side of a place that is looked into
_STEP: Final = _WINDOW // 2  # characters in which one window serves every place
_SHORT: Final = 2 * _WINDOW


def windows(text: str) -> Iterator[str]:
    """Yield what is worth looking at: a short text whole, of a long one the surroundings of each place.

    Each once, however often it comes back: one word a thousand times costs no more than a short text.
    """
    if len(text) > _SHORT:
        surroundings = _surroundings(text)
        yield from _each_once(surroundings)
    elif may_bear_a_mark(text):
        yield text


def may_bear_a_mark(text: str) -> bool:
    """Say whether there is any place in `text` where a mark may stand."""
    for _ in _places(text):
        return True
    return False


def _surroundings(text: str) -> Iterator[str]:
    served = 0
    for start in _places(text):
        if start < served:
            continue
        served = start + _STEP
        first = max(0, start - _WINDOW)
        last = served + _WINDOW
        yield text[first:last]


def _each_once(texts: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        if text not in seen:
            seen.add(text)
            yield text


def _places(text: str) -> Iterator[int]:
    """Yield where a mark may stand."""
    for match in _PERHAPS.finditer(text):
        if match["other"] or _spells(match[0]):
            yield match.start()
    for match in _STRANGE.finditer(text):
        yield match.start()


@lru_cache(maxsize=4096)
def _spells(letters: str) -> bool:
    """Say whether letters that may be «mật» are it («mất», «mặt» are not), in any of their readings."""
    for reading in seen_readings(letters):
        word = only_letters(reading)
        if grade_spelled(word):
            return True
    return False


def only_letters(text: str) -> str:
    """Return the letters and digits of `text`, in small."""
    letters = _NO_LETTER.sub("", text)
    return letters.casefold()
