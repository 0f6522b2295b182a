"""What opens a paragraph and counts it: «II.», «3-», «2.1.», «b)»; typed, or from a list of Word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidParagraph

ALPHABET: Final = "abcdđeghiklmnopqrstuvxy"  # of Vietnamese, as it counts points: no ă, â, ê, ô, ơ, ư
_ROMANS: Final = {"I": 1, "V": 5, "X": 10, "L": 50}
ROMAN, ARABIC, LETTER, DOTTED = 0, 1, 9, 2  # how deep each stands; «2.1.3» one deeper than «2.1»
_MARKS: Final = (
    (ROMAN, re.compile(r"(?P<label>[IVXL]+)\s?(?P<sign>[.)\-–/])\s*(?=\S)")),
    (DOTTED, re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})(?P<sign>[.)\-]?)\s+(?=[^\d\s%])")),
    (ARABIC, re.compile(r"(?P<label>\d{1,2})\s?(?P<sign>[.)\-–/])\s*(?=[^\W\d_]|[“\"«])")),
    (LETTER, re.compile(r"(?P<label>[a-zđ])\s?(?P<sign>[.)\-/])\s*(?=\S)")),
)


@dataclass(frozen=True)
class OutlineMark:
    """What counts a paragraph. depth: 0 for «I.»; number: what it counts; end: letters it takes."""

    depth: int
    label: str
    number: int
    sign: str
    end: int

    @property
    def parent(self) -> str:
        """Of «2.1» the 2; nothing for others."""
        return self.label.rpartition(".")[0]


def mark_of(paragraph: LaidParagraph) -> OutlineMark | None:
    """Return what counts the paragraph, None where nothing does."""
    typed = paragraph.text.lstrip()
    gone = len(paragraph.text) - len(typed)
    found = _read(typed)
    if found:
        depth, match = found
        return _mark(depth, match, gone + match.end())
    counted = _read(f"{paragraph.label.strip()} {typed}") if paragraph.label else None
    return _mark(*counted, 0) if counted else None


def _read(text: str) -> tuple[int, re.Match[str]] | None:
    for depth, pattern in _MARKS:
        match = pattern.match(text)
        if match:
            return depth, match
    return None


def _mark(depth: int, match: re.Match[str], end: int) -> OutlineMark | None:
    label = match["label"]
    number = _number(depth, label)
    if number == 0:
        return None
    deeper = label.count(".") - 1 if depth == DOTTED else 0
    return OutlineMark(
        depth=depth + deeper,
        label=label,
        number=number,
        sign=match["sign"],
        end=end,
    )


def _number(depth: int, label: str) -> int:
    """Return what a label counts; 0 for what counts nothing, such as «f» or «IIV»."""
    if depth == ROMAN:
        return _roman(label)
    if depth == LETTER:
        return ALPHABET.find(label) + 1
    last = label.rpartition(".")[2]
    return int(last)


def _roman(label: str) -> int:
    total = 0
    for sign, following in zip(label, label[1:] + " ", strict=True):
        value = _ROMANS[sign]
        next_value = _ROMANS.get(following, 0)
        if value < next_value:
            total -= value
        else:
            total += value
    rewritten = roman_of(total)
    return total if rewritten == label else 0


def roman_of(number: int) -> str:
    """Return a number below fifty in Roman figures."""
    tens, ones = divmod(number, 10)
    written = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    fours = {4: "XL"}
    usual = "X" * tens
    in_tens = fours.get(tens, usual)
    in_ones = written[ones]
    return in_tens + in_ones
