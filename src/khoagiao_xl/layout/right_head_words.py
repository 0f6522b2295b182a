"""How the number and the day of a document should have been written, where that can be told."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from khoagiao_xl.layout.document_parts import Line

_SYMBOL: Final = re.compile(r"(?P<kind>[^\W\d_]+)\s*[-/–]\s*(?P<issuer>[^\W\d_]+)")
_WIDTH: Final = 2  # figures of a number and of a day
_OPEN: Final = "     "  # room for a number that is not given yet
_BEFORE_DAY: Final = re.compile(r"(?P<place>.*?)\W*\bngày\b", re.IGNORECASE)
_FIRST_MONTHS: Final = 2  # only these have a nought before them


def right_number(number: str, symbol: str, *, is_state: bool) -> str:
    """Return «Số 07-TB/BTGTU», of the state «Số: 07/TB-BTGTU»; blank where the symbol is of other parts.

    number: «7», blank in a draft. symbol: «TB/BTGTU», however its parts are joined.
    """
    found = _SYMBOL.fullmatch(symbol.strip())
    if found is None:
        return ""
    kind, issuer = found["kind"], found["issuer"]
    digits = _OPEN
    if number:
        digits = number.zfill(_WIDTH)
    if is_state:
        return f"Số: {digits}/{kind}-{issuer}"
    return f"Số {digits}-{kind}/{issuer}"


def right_day(line: Line, day: date | None) -> str:
    """Return «Lào Cai, ngày 05 tháng 3 năm 2024»; blank where the day is open or the place not told."""
    found = _BEFORE_DAY.match(line.text.strip())
    if day is None or found is None:
        return ""
    place = found["place"]
    if not place:
        return ""
    month = str(day.month)
    if day.month <= _FIRST_MONTHS:
        month = month.zfill(_WIDTH)
    number = str(day.day).zfill(_WIDTH)
    return f"{place}, ngày {number} tháng {month} năm {day.year}"
