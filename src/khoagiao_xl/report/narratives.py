"""The units' own words: the same text said once with every unit named, nothing lost, proposals set apart."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.cleaning import clean_line, clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.report.content import Narrative

RESULTS, LIMITS, NEXT = "KG602", "KG603", "KG604"
PROPOSAL_STARTS = ("đề xuất", "kiến nghị", "đề nghị")
BULLETS = "-–—+*•·. \u00a0"
# What units write where they have nothing to say.
NOTHING = frozenset({"", "không", "không có", "không phát sinh", "chưa có", "ko", "0", "n/a", "/"})


@dataclass(frozen=True)
class Said:
    """One text, and everybody who said it."""

    units: tuple[str, ...]
    text: str


def fold(narratives: Iterable[Narrative], code: str, *, proposals: bool | None = None) -> list[Said]:
    """Return what was said under `code`, each text once, in the order in which it first came.

    proposals: True for the lines that begin with «Đề xuất», «Kiến nghị», «Đề nghị», False for the others,
    None for all.
    """
    said: dict[str, tuple[str, list[str]]] = {}
    for narrative in narratives:
        if narrative.code != code:
            continue
        text = " ".join(_lines(narrative.text, proposals))
        if _folded(text) in NOTHING:
            continue
        units = said.setdefault(_folded(text), (text, []))[1]
        name = clean_line(narrative.unit_name)
        if name not in units:
            units.append(name)
    return [Said(tuple(units), text) for text, units in said.values()]


def _lines(text: str, proposals: bool | None) -> list[str]:
    lines = [line.strip(BULLETS) if _is_bullet(line) else line for line in clean_text(text).split("\n")]
    lines = [_sentence(line) for line in lines if line]
    if proposals is None:
        return lines
    return [line for line in lines if _is_proposal(line) is proposals]


def _is_bullet(line: str) -> bool:
    return bool(line) and line[0] in BULLETS


def _is_proposal(line: str) -> bool:
    return _folded(line).startswith(PROPOSAL_STARTS)


def _sentence(line: str) -> str:
    """Return a line as a sentence: closed by a full stop, so that lines can be joined."""
    line = line.rstrip(" ;,")
    return line if line.endswith((".", "!", "?", "…", ":", "”")) or not line else f"{line}."


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).strip(" .;,!-")
