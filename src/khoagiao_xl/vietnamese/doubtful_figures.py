"""What holds a figure and still names no one number: estimates, sums, dates, letters for digits."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.vietnamese.figures import Reading, format_number
from khoagiao_xl.vietnamese.number_words import APPROXIMATE
from khoagiao_xl.vietnamese.parsed import unread
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.vietnamese.typed_digits import GROUPED_DOT

_DIGITS: Final = re.compile(r"\d+")
_MEANT_DIGITS: Final = str.maketrans("OoIl|", "00111")
_LOOK_ALIKE: Final = re.compile(r"(?=.*[OoIl|])(?:[OoIl|., ]*\d[\dOoIl|., ]*|[OoIl|]{1,3})")
_PARTED_BY_A_BAR: Final = re.compile(r"\d\s*\|\s*\d")
_PURE_SUM: Final = re.compile(r"\d+(?:\s*\+\s*\d+)+")
_DATE_LIKE: Final = re.compile(r"\d{1,4}\s*[/\-.]\s*\d{1,2}\s*[/\-.]\s*\d{1,4}|\d{1,2}/\d{1,4}")
_ROMAN: Final = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_ONES: Final = {
    ones: number for number, ones in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
}
_EIGHT: Final = "tám"  # without its mark it is «tạm»
_SCIENTIFIC: Final = re.compile(r"\d[\d.,]*[eE][+-]?\d+")


def read_doubtful(text: str, key: str) -> Reading | None:
    """Return the question about a text that is no one number; None for a text that may be one.

    key: the text folded. What may be meant is proposed.
    """
    for read in (_read_estimate, _read_sum, _read_letters, _read_date):
        question = read(text, key)
        if question:
            return question
    return None


def _read_estimate(text: str, key: str) -> Reading | None:
    if not _DIGITS.search(text):
        return None
    if _EIGHT in text.casefold():
        key = key.replace(fold(_EIGHT), "")
    if not APPROXIMATE.search(key):
        return None
    return unread("SL-13", found=text)


def _read_sum(text: str, _: str) -> Reading | None:
    if _PARTED_BY_A_BAR.search(text):
        return unread("SL-14", found=text)
    if not _PURE_SUM.fullmatch(text):
        return None
    addends = _DIGITS.findall(text)
    total = sum(map(int, addends))
    meant = format_number(total)
    return unread("SL-14", found=text, proposal=meant)


def _read_letters(text: str, _: str) -> Reading | None:
    """Letters that stand for digits: «1O», «II», «1E3»."""
    roman = _ROMAN.fullmatch(text)
    if roman:
        tens, ones = roman.groups()
        number = 10 * len(tens) + _ROMAN_ONES[ones.casefold()]
        return unread("SL-66", found=text, proposal=f"{number}")
    if _LOOK_ALIKE.fullmatch(text):
        meant = text.translate(_MEANT_DIGITS)
        return unread("SL-10", found=text, proposal=meant)
    if _SCIENTIFIC.fullmatch(text):
        return unread("SL-72", found=text)
    return None


def _read_date(text: str, _: str) -> Reading | None:
    if GROUPED_DOT.fullmatch(text):
        return None
    if _DATE_LIKE.fullmatch(text):
        return unread("SL-16", found=text)
    return None
