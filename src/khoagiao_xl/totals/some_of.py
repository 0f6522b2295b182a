"""Codes named in a sentence: all of a few, of many the first ones and how many more there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence


def some_of(codes: Sequence[str], most: int, more: str = "TH-08") -> str:
    """Return at most `most` of the codes, and the number of the others: «STP, SYT và 5 đơn vị khác».

    more: the sentence that says how many others there are.
    """
    named = codes[:most]
    listed = ", ".join(named)
    others = len(codes) - most
    if others <= 0:
        return listed
    return sentence(more, {"codes": listed, "count": others})
