"""Where in a sentence it stands of how many units its figures are: once for those that share it.

One rule for all figures: the head of the report says of how many units they are, and what is of others says
so where it stands (FigureWords.marks); none is left to the annex alone.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLON: Final = ":"
MARKS: Final = ("tam_tinh", "cua_don_vi", "du_don_vi", "cac_so_lieu_cua")
PLACE: Final = re.compile(r"\\{[a-z]+\\}")  # of a number in an escaped phrase
UNITS: Final = "[0-9./]+"


def shared_mark(marks: Sequence[str]) -> str:
    """Return the mark that all figures of a sentence share; blank for a single one, which bears it itself."""
    different = set(marks)
    if len(marks) == 1 or len(different) > 1:
        return ""
    (mark,) = different
    return mark


def behind_the_last(marks: Sequence[str]) -> list[str]:
    """Return the marks, each behind the last of the figures beside each other that share it."""
    found: list[str] = []
    for mark, alike in groupby(marks):
        found += _of_run(mark, len(list(alike)))
    return found


def _of_run(mark: str, figures: int) -> Iterator[str]:
    yield from [""] * (figures - 1)
    yield of_several(mark, figures)


def of_several(mark: str, figures: int) -> str:
    """Return «(02 số liệu này của 84 đơn vị)» of «(số liệu của 84 đơn vị)»."""
    begins = PHRASES["so_lieu_cua"]
    if figures == 1 or not mark.startswith(begins):
        return mark
    several = PHRASES["cac_so_lieu_cua"].format(figures=number(figures))
    return several + mark.removeprefix(begins)


def opened_with(opening: str, mark: str) -> str:
    """Return the opening with the mark before its colon, blank where it has none to stand before."""
    head, colon, rest = opening.partition(COLON)
    if not colon:
        return ""
    return f"{head} {mark}{COLON}{rest}"


def is_marked(text: str) -> bool:
    """Say whether any figure of a text says of how many units it is."""
    return any(_pattern(phrase).search(text) for phrase in MARKS)


def _pattern(phrase: str) -> re.Pattern[str]:
    """Return a phrase as it stands behind a bracket or another remark, with any numbers."""
    bare = re.escape(PHRASES[phrase].strip("()"))
    return re.compile(f"[(;] ?{PLACE.sub(lambda _: UNITS, bare)}")
