"""How Word shows a counter of a list: in figures, Roman figures or letters."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def roman(number: int) -> str:
    """Return `number` in Roman figures: 4 is IV."""
    text = ""
    left = number
    for worth, letters in _ROMAN:
        count, left = divmod(left, worth)
        text += letters * count
    return text


def _lower_roman(number: int) -> str:
    return roman(number).lower()


def _letter(number: int) -> str:
    # After z Word doubles the letter: aa, bb.
    before = number - 1
    doubled, place = divmod(before, len(_LETTERS))
    letter = _LETTERS[place]
    return letter * (doubled + 1)


def _capital(number: int) -> str:
    return _letter(number).upper()


def _two_figures(number: int) -> str:
    return f"{number:02d}"


def _nothing(_: int) -> str:
    return ""


FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": _lower_roman,
    "upperLetter": _capital,
    "lowerLetter": _letter,
    "decimalZero": _two_figures,
    "none": _nothing,
    "bullet": _nothing,
}
