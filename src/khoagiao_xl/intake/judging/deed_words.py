"""Words by which a form tells of a deed, and by which it tells of none of its own.

data/told_deeds.csv      words that tell of a deed (all parts between «;» in one clause, in this order), the
                         figure that counts it, what that is at the least (a number, or another figure), the
                         figure of those who came; some words tell of a deed only where people came
data/told_deeds_not.csv  words by which a clause tells of no such deed of the unit: anywhere in it, or before
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.vietnamese.running_text import canonical

ANYWHERE: Final = "anywhere"


@dataclass(frozen=True)
class Deed:
    """One row of the table: see the head of this file."""

    words: re.Pattern[str]
    figure: str
    least: str
    people: str
    only_with_people: bool


@cache
def known_deeds() -> tuple[Deed, ...]:
    """Return the rows of the table of deeds."""
    found = []
    for row in shipped_rows("told_deeds.csv"):
        deed = Deed(
            _in_this_order(row["words"]),
            row["figure"],
            row["least"],
            row["people"],
            bool(row["only_with_people"]),
        )
        found.append(deed)
    return tuple(found)


def _in_this_order(words: str) -> re.Pattern[str]:
    """Return what finds the parts of «tổ chức; hội nghị quán triệt», whatever stands between them."""
    parts = canonical(words).split(";")
    whole_words = [rf"\b{re.escape(part.strip())}\b" for part in parts]
    return re.compile(".*?".join(whole_words))


@cache
def not_told_by(where: str) -> re.Pattern[str]:
    """Return what finds the words of other deeds: those that stand anywhere, or all, before the deed."""
    rows = shipped_rows("told_deeds_not.csv")
    known = [canonical(row["words"]) for row in rows if where in ("", row["where"])]
    either = "|".join(map(re.escape, known))
    return re.compile(rf"\b(?:{either})\b")
