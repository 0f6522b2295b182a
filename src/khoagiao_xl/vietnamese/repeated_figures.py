"""A figure that is repeated in words, as on official papers: «03 (ba)», «hai mươi (20)»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.figures import Number, Reading, certain_value, format_number, plain
from khoagiao_xl.vietnamese.measure_words import is_of_unit
from khoagiao_xl.vietnamese.number_words import ZERO_WORDS
from khoagiao_xl.vietnamese.numbers_in_words import number_in_words
from khoagiao_xl.vietnamese.parsed import repaired, unread
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

_IN_BRACKETS: Final = re.compile(r"([^()\[\]]+)[(\[]([^()\[\]]+)[)\]]([^()\[\]\d]*)")
_BEHIND_A_SIGN: Final = re.compile(r"([^-–—:=/,;]+)\s*[-–—:=/,;]([^-–—:=/,;]+)")
_IN_MILLIONS: Final = "trieu"
_HAS_DIGIT: Final = re.compile(r"\d")
_IN_WORDS: Final = re.compile(r"^(?:(?:viết|ghi|viet|ghi) )?(?:bằng|bang) (?:chữ|chu)\s*:?\s*", re.IGNORECASE)


def read_repeated(text: str, unit: str, read_figure: Callable[[str], Reading | None]) -> Reading | None:
    """Return the figure where digits and words agree, a question with both where not; None for no repetition.

    read_figure: reads the side in digits as it would be read alone.
    """
    for digits, words in _two_sides(text):
        said = _said(words, unit)
        value = certain_value(read_figure(digits))
        if said is None or value is None:
            continue
        if _agree(value, said, unit):
            return repaired(value, text, plain(value), "SL-01")
        typed = format_number(value)
        other = format_number(said)
        return unread("SL-67", found=text, proposal=typed, other=other)
    return None


def _said(text: str, unit: str) -> Number | None:
    key = fold(text)
    if key.strip(" .") in ZERO_WORDS:
        return 0
    return in_words_of(text, unit)


def _agree(value: Number, said: Number, unit: str) -> bool:
    """Say whether both are one number; words may also count in đồng what the line counts in millions."""
    if value == said:
        return True
    measure = fold(unit)
    in_dong = value * 1_000_000
    return measure.startswith(_IN_MILLIONS) and in_dong == said


def in_words_of(text: str, unit: str) -> Number | None:
    """Return the number that stands in `text` in words, be it with the line's own unit behind it."""
    bare = text.strip(" .")
    said = _IN_WORDS.sub("", bare)
    number = number_in_words(said)
    if number is not None or not unit:
        return number
    without_unit = _before_unit(said, unit)
    return number_in_words(without_unit)


def _before_unit(said: str, unit: str) -> str:
    """Return the words without those of the unit at their end."""
    words = said.split()
    while words:
        last = fold(words[-1])
        if not is_of_unit(last, unit):
            break
        words.pop()
    return " ".join(words)


def _two_sides(text: str) -> list[tuple[str, str]]:
    """Return digits and words of a text that says both, with the words in brackets or behind a sign."""
    match = _IN_BRACKETS.fullmatch(text) or _BEHIND_A_SIGN.fullmatch(text)
    if match is None:
        return []
    one, other, *tail = match.groups()
    pairs = []
    for digits, words in ((one, other), (other, one)):
        if _HAS_DIGIT.search(words):
            continue
        figure = " ".join([digits, *tail])
        bare = figure.strip(" .")
        pairs.append((bare, words))
    return pairs
