"""A figure that is repeated in words, as on official papers: «03 (ba)», «hai mươi (20)»."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.figures import Number, Reading, format_number, plain
from khoagiao_xl.vietnamese.measure_words import is_of_unit
from khoagiao_xl.vietnamese.number_words import ZERO_WORDS
from khoagiao_xl.vietnamese.numbers_in_words import number_in_words
from khoagiao_xl.vietnamese.parsed import Repair, unread
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

_IN_BRACKETS: Final = re.compile(r"([^()\[\]]+)[(\[]([^()\[\]]+)[)\]]([^()\[\]\d]*)")
_BEHIND_A_SIGN: Final = re.compile(r"([^-–—:=/,;]+)\s*[-–—:=/,;]([^-–—:=/,;]+)")
_IN_MILLIONS: Final = "trieu"
_DIGITS: Final = re.compile(r"\d[\d., ]*\d|\d")
_IN_WORDS: Final = re.compile(r"^(?:(?:viết|ghi|viet|ghi) )?(?:bằng|bang) (?:chữ|chu)\s*:?\s*", re.IGNORECASE)


def read_repeated(text: str, unit: str, read_figure: Callable[[str], Reading | None]) -> Reading | None:
    """Return the figure where digits and words agree, a question with both where not; None for no repetition.

    read_figure: reads the side in digits as it would be read alone.
    """
    for side, other in _two_sides(text):
        said = _said(other, unit)
        read = read_figure(side)
        if said is None or read is None or read.value is None or read.code:
            continue
        if _agree(read.value, said, unit):
            return replace(read, repair=Repair(text, plain(read.value), "SL-01"))
        return unread(
            "SL-67",
            found=text,
            proposal=format_number(read.value),
            other=format_number(said),
        )
    return None


def _said(text: str, unit: str) -> int | None:
    if fold(text).strip(" .") in ZERO_WORDS:
        return 0
    return in_words_of(text, unit)


def _agree(value: Number, said: int, unit: str) -> bool:
    """Say whether both are one number; words may also count in đồng what the line counts in millions."""
    if value == said:
        return True
    return fold(unit).startswith(_IN_MILLIONS) and value * 1_000_000 == said


def in_words_of(text: str, unit: str) -> int | None:
    """Return the number that stands in `text` in words, be it with the line's own unit behind it."""
    spoken = _IN_WORDS.sub("", text.strip(" .")).split()
    for end in range(len(spoken), 0, -1):
        behind = " ".join(spoken[end:])
        if behind and not (unit and is_of_unit(fold(behind), unit)):
            return None
        number = number_in_words(" ".join(spoken[:end]))
        if number is not None:
            return number
    return None


def _two_sides(text: str) -> list[tuple[str, str]]:
    """Return digits and words of a text that says both, with the words in brackets or behind a sign."""
    match = _IN_BRACKETS.fullmatch(text) or _BEHIND_A_SIGN.fullmatch(text)
    if match is None:
        return []
    one, other, *tail = match.groups()
    behind = tail[0] if tail else ""
    pairs = []
    for digits, words in ((one, other), (other, one)):
        if _DIGITS.search(digits) and not _DIGITS.search(words):
            pairs.append((f"{digits.strip()} {behind.strip()}".strip(" ."), words.strip()))
    return pairs
