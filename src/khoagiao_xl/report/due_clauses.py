"""The part of a task's words that says until when, and whose due day it is.

«Ban hành kế hoạch ..., hoàn thành trong quý I» beside a figure of June reads as if it were done; «...; các
đơn vị trong ngành y tế xong trước ngày 31/3/2024» makes nobody else late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.wording.told_sections import DUE_WORDS, SOME_UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS: Final = (";", ",")  # of a clause


def without_due(text: str) -> str:
    """Return a task without the clause at its end that says until when it is to be done."""
    head, clause = _parted(text)
    return head if clause else text


def whose_due(text: str) -> str:
    """Return «các đơn vị trong ngành y tế» where a task sets a day for some units alone, else a blank."""
    _, clause = _parted(text)
    if not clause.casefold().startswith(SOME_UNITS):
        return ""
    places = _places(clause)
    end = min(places)
    units = clause[:end]
    return units.strip()


def _parted(text: str) -> tuple[str, str]:
    """Return the words before the last clause and that clause, where it says until when; else all of it."""
    for sign in SIGNS:
        head, _, clause = text.rpartition(sign)
        if not head or not _says_when(clause):
            continue
        before = head.rstrip()
        last = clause.strip()
        return before, last
    return text, ""


def _says_when(clause: str) -> bool:
    return bool(_places(clause))


def _places(clause: str) -> Sequence[int]:
    """Return where in a clause its words of a due day begin."""
    small = clause.casefold()
    found = []
    for words in DUE_WORDS:
        at = small.find(words)
        if at >= 0:
            found.append(at)
    return found
