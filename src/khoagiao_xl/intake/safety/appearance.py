"""How the letters of a cell look: struck through, raised, too small or too pale for anyone to see."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import hexdigits
from typing import Final, NamedTuple

Attributes = Mapping[str, str]

PAPER: Final = "FFFFFF"
_INK: Final = "000000"
_THEME: Final = (PAPER, _INK, "E7E6E6", "44546A")  # of the first four colours; the others are never pale
_PALE_INDEXED: Final = frozenset({"1", "9", "65"})
_LEAST_SIZE = 2.0  # points
_LEAST_CONTRAST = 1.35  # of 21: white on the cream of the form's own cells has 1.06


class Look(NamedTuple):
    """What a font, or a run of letters, looks like. colour: RRGGBB, empty where nothing is said of it."""

    is_struck: bool = False
    is_raised: bool = False  # above or below the line
    size: float = 11.0
    colour: str = ""

    @property
    def is_ordinary(self) -> bool:
        """Whether such letters are read like any other on a pale paper."""
        if self.is_struck or self.is_raised:
            return False
        return self.colour in ("", _INK) and self.size > _LEAST_SIZE

    def is_unseen_on(self, paper: str) -> bool:
        """Say whether nobody sees such letters on `paper` (RRGGBB)."""
        if self.size <= _LEAST_SIZE:
            return True
        seen = _contrast(self.colour or _INK, paper or PAPER)
        return seen < _LEAST_CONTRAST

    def counts_on(self, paper: str) -> bool:
        """Say whether a person who reads `paper` takes such letters into account."""
        return not self.is_struck and not self.is_unseen_on(paper)


PLAIN: Final = Look()


@dataclass(frozen=True)
class Run:
    """Letters of a cell that share one look."""

    look: Look
    text: str


def with_property(look: Look, name: str, at: Attributes) -> Look:
    """Return `look` with what the element `name` of a font says."""
    value = at.get("val", "")
    match name:
        case "strike":
            return look._replace(is_struck=value not in ("0", "false"))
        case "vertAlign":
            return look._replace(is_raised=value in ("superscript", "subscript"))
        case "sz":
            return look._replace(size=_number(value, PLAIN.size))
        case "color":
            return look._replace(colour=colour_of(at))
    return look


def colour_of(at: Attributes) -> str:
    """Return a colour as RRGGBB, empty where it is left to the program or cannot be told."""
    rgb = at.get("rgb")
    if rgb:
        if _is_colour(rgb):
            return rgb[-6:].upper()
        return ""
    theme = _theme_colour(at.get("theme", ""))
    if theme:
        return _tinted(theme, _number(at.get("tint", "0"), 0))
    if at.get("indexed") in _PALE_INDEXED:
        return PAPER
    return ""


def _theme_colour(number: str) -> str:
    is_number = number.isascii() and number.isdigit() and len(number) < 3
    if not is_number or int(number) >= len(_THEME):
        return ""
    return _THEME[int(number)]


def _number(text: str, otherwise: float) -> float:
    try:
        number = float(text)
    except ValueError:
        return otherwise
    if math.isfinite(number):
        return number
    return otherwise


def _is_colour(text: str) -> bool:
    return len(text) in (6, 8) and all(letter in hexdigits for letter in text)


def _parts(colour: str) -> list[int]:
    """Return the red, the green and the blue of a colour, each from 0 to 255."""
    return list(bytes.fromhex(colour))


def _tinted(colour: str, tint: float) -> str:
    """Return a colour made darker (tint from -1) or paler (to 1)."""
    bounded = max(-1.0, min(1.0, tint))
    shifted = [_shifted(part, bounded) for part in _parts(colour)]
    return "".join(f"{round(part):02X}" for part in shifted)


def _shifted(part: int, tint: float) -> float:
    if tint < 0:
        return part * (1 + tint)
    return part + (255 - part) * tint


@lru_cache(maxsize=1024)  # of all pairs of colours few stand in forms
def _contrast(one: str, other: str) -> float:
    """Return the ratio by which accessibility measures how well one colour is seen on another, 1 to 21."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    """Return how bright a part of a colour (0 to 255) is, as sRGB says."""
    share = part / 255
    if share <= 0.03928:
        return share / 12.92
    return float(((share + 0.055) / 1.055) ** 2.4)
