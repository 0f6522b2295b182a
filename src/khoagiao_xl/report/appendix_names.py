"""What the appendices of a document are called: «Phụ lục 1», «Phụ lục 2», a single one «Phụ lục» (TT56)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from khoagiao_xl.wording.report import PHRASES

APPENDIX: Final = PHRASES["phu_luc"]
BLANK, NO_BREAK = " ", "\u00a0"


@dataclass(frozen=True)
class Appendices:
    """What those of a periodic report are called in running text; blank for one that it has not.

    figures: of the table of figures. missing: of the units whose report is missing or late.
    units: of what units say, and of the units that the body only counts.
    """

    figures: str = ""
    missing: str = ""
    units: str = ""


def appendix_names(tables: Iterable[Sequence[object]]) -> list[str]:
    """Return the name of each of the tables, blank for one without rows, which vanishes."""
    known = list(tables)
    present = [rows for rows in known if rows]
    is_single = len(present) == 1
    numbers = count(1)
    names = []
    for rows in known:
        name = ""
        if rows:
            number = "" if is_single else f"{BLANK}{next(numbers)}"
            name = APPENDIX + number
        names.append(name)
    return names


def unbroken(name: str) -> str:
    """Return the name for running text: no line can end before its number."""
    head, _, number = name.rpartition(BLANK)
    if not number.isdigit():
        return name
    return f"{head}{NO_BREAK}{number}"
