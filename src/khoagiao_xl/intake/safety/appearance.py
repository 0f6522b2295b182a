"""How the letters of a cell look: struck through, raised, too small or too pale for anyone to see."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

Attributes = Mapping[str, str]

PAPER: Final = "FFFFFF"
_INK: Final = "000000"
_THEME: Final = (PAPER, _INK, "E7E6E6", "44546A")  # of the first four colours; the others are never pale
_PALE_INDEXED: Final = frozenset({"1", "9", "65"})
_LEAST_SIZE = 2.0  # points
_LEAST_CONTRAST = 1.35  # of 21: white on the cream of the form's own cells has 1.06


@dataclass(frozen=True)
class Look:
    """What a font, or a run of letters, looks like. colour: RRGGBB, empty where nothing is said of it."""

    is_struck: bool = False
    is_raised: bool = False  # above or below the line
    size: float = 11.0
    colour: str = ""

    @property
    def is_ordinary(self) -> bool:
        """Whether such letters are read like any other on a pale paper."""
        is_dressed = self.is_struck or self.is_raised or self.colour not in ("", _INK)
        return not is_dressed and self.size > _LEAST_SIZE

    def is_unseen_on(self, paper: str) -> bool:
        """Say whether nobody sees such letters on `paper` (RRGGBB)."""
        return self.size <= _LEAST_SIZE or _contrast(self.colour or _INK, paper or PAPER) < _LEAST_CONTRAST

    def counts_on(self, paper: str) -> bool:
        """Say whether a person who reads `paper` takes such letters into account."""
        return not self.is_struck and not self.is_unseen_on(paper)


PLAIN: Final = Look()


@dataclass(frozen=True)
class Run:
    """Letters of a cell that share one look."""

    look: Look
    text: str


@dataclass
class Gatherer:
    """The runs of one cell's text while its XML is being read."""

    looks: list[Look] = field(default_factory=lambda: [PLAIN])
    texts: list[list[str]] = field(default_factory=lambda: [[]])

    def start(self, name: str, at: Attributes) -> None:
        """Take in the start of an element inside the text."""
        if name == "r":
            self.looks.append(PLAIN)
            self.texts.append([])
        else:
            self.looks[-1] = with_property(self.looks[-1], name, at)

    def odd_runs(self) -> tuple[Run, ...]:
        """Return the runs that look unlike ordinary letters."""
        runs = (Run(look, "".join(text)) for look, text in zip(self.looks, self.texts, strict=True))
        return tuple(run for run in runs if run.text.strip() and not run.look.is_ordinary)


def with_property(look: Look, name: str, at: Attributes) -> Look:
    """Return `look` with what the element `name` of a font says."""
    if name == "strike":
        return replace(look, is_struck=at.get("val", "1") not in ("0", "false"))
    if name == "vertAlign":
        return replace(look, is_raised=at.get("val") in ("superscript", "subscript"))
    if name == "sz":
        return replace(look, size=_number(at.get("val", ""), PLAIN.size))
    if name == "color":
        return replace(look, colour=colour_of(at))
    return look


def colour_of(at: Attributes) -> str:
    """Return a colour as RRGGBB, empty where it is left to the program or cannot be told."""
    if rgb := at.get("rgb"):
        return rgb[-6:].upper() if len(rgb) in (6, 8) and _is_hexadecimal(rgb) else ""
    theme = at.get("theme", "")
    if theme.isascii() and theme.isdigit() and len(theme) < 3 and int(theme) < len(_THEME):
        return _tinted(_THEME[int(theme)], _number(at.get("tint", "0"), 0))
    return PAPER if at.get("indexed") in _PALE_INDEXED else ""


def _number(text: str, otherwise: float) -> float:
    try:
        number = float(text)
    except ValueError:
        return otherwise
    return number if math.isfinite(number) else otherwise


def _is_hexadecimal(text: str) -> bool:
    return all(letter in "0123456789abcdefABCDEF" for letter in text)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (0, 2, 4)]


def _tinted(colour: str, tint: float) -> str:
    tint = max(-1.0, min(1.0, tint))
    shifted = (part * (1 + tint) if tint < 0 else part + (255 - part) * tint for part in _parts(colour))
    return "".join(f"{round(part):02X}" for part in shifted)


def _contrast(one: str, other: str) -> float:
    """Return the ratio by which accessibility measures how well one colour is seen on another, 1 to 21."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (part / 255 for part in _parts(colour))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]  # sRGB
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
