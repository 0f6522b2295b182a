"""Words that say figures are in thousands or millions."""

from __future__ import annotations

import re
import unicodedata

from khoagiao_xl.vietnamese.known_texts import known
from khoagiao_xl.vietnamese.text import clean, fold

_SCALE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn|chục|trăm)"
_SMALL = re.compile(rf"\b{_SCALE}\b|[x×*]\s*10*\b|\b1[., ]?000\b|\b10\^\d")  # with a capital it may be a name
_UNIT_OF_MEASURE = re.compile(rf"(?:đvt|đơn vị|tính (?:bằng|theo))\b.*\b{_SCALE}\b", re.DOTALL)
_MEASURE = re.compile(rf"\b(?:đvt|đơn vị tính|số liệu tính bằng)\b\W*(?:(?:là|bằng|theo) )?{_SCALE}\b")
_UNMARKED = re.compile(
    r"\b(?:dvt|don vi(?: tinh)?|tinh (?:bang|theo))\b\W*(?:\w+ ){0,3}(?:nghin|trieu|ngan dong)\b"
)


@known
def says_a_scale_of_figures(text: str) -> bool:
    """Say whether `text` says in what scale figures are given: «đơn vị tính: nghìn», not «5 triệu đồng»."""
    plain = _composed(text)
    as_written = _UNIT_OF_MEASURE.search(plain.casefold())
    without_marks = _UNMARKED.search(fold(plain))
    return bool(as_written or without_marks)


def _composed(text: str) -> str:
    cleaned = clean(text)
    return unicodedata.normalize("NFC", cleaned.text)


def says_the_measure(text: str) -> bool:
    """Say whether a report in words names a scale as the measure of figures: «đơn vị tính nghìn lượt»."""
    plain = _composed(text)
    return bool(_MEASURE.search(plain.casefold()))


@known
def scale_in(text: str) -> bool:
    """Say whether `text` names thousands or millions."""
    plain = _composed(text)
    return bool(_SMALL.search(plain)) or says_a_scale_of_figures(plain)
