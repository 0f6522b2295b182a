"""What Excel allows in a formula; a workbook with more is «repaired», which takes the formula away.

Source: Microsoft, «Excel specifications and limits»: a text of 255 characters, 64 levels, 255 arguments,
8,192 characters and 16,384 bytes inside. A letter takes 2 of those bytes, a number with a decimal 10 with its
sign («+0.5»), the most for its length: 6,500 characters are safe whatever they are.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

LONGEST_TEXT: Final = 255
LONGEST: Final = 6500
DEEPEST: Final = 64
MOST_ARGUMENTS: Final = 255
_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|\{[^}]*\}')
_MARKS: Final = re.compile(r"[(),]")


class Limit(StrEnum):
    """A limit that a formula breaks; the values are the codes of the words that say so."""

    TEXT = "KT-112"
    LENGTH = "KT-113"
    DEPTH = "KT-114"
    ARGUMENTS = "KT-115"


def text_literal(text: str) -> str:
    """Return a text as a formula writes it, a long one in pieces joined by «&»."""
    doubled = [letter.replace('"', '""') for letter in text]
    pieces = [""]
    for letter in doubled:
        if len(pieces[-1]) + len(letter) > LONGEST_TEXT:
            pieces.append("")
        pieces[-1] += letter
    return "&".join(f'"{piece}"' for piece in pieces)


def broken_limit(formula: str) -> Limit | None:
    """Return the limit that a formula breaks, None for one that Excel takes."""
    if any(len(quoted) > LONGEST_TEXT + 2 for quoted in _QUOTED.findall(formula)):
        return Limit.TEXT
    if len(formula) > LONGEST:
        return Limit.LENGTH
    depth, arguments = _measured(formula)
    if depth > DEEPEST:
        return Limit.DEPTH
    if arguments > MOST_ARGUMENTS:
        return Limit.ARGUMENTS
    return None


def _measured(formula: str) -> tuple[int, int]:
    """Return how deep brackets lie in each other, and the most arguments that one of them holds."""
    bare = _QUOTED.sub("", formula)
    counts: list[int] = []
    depth = most = 0
    for mark in _MARKS.findall(bare):
        if mark == "(":
            counts.append(1)
            depth = max(depth, len(counts))
        elif mark == "," and counts:
            counts[-1] += 1
        elif mark == ")" and counts:
            most = max(most, counts.pop())
    return depth, most
