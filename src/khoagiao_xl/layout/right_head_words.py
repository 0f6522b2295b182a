"""How the number and the day of a document should have been written, where that can be told."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from khoagiao_xl.layout.document_parts import Line

_JOINTS: Final = re.compile(r"\s*[-/–]\s*")
_OPEN: Final = "     "  # room for a number that is not given yet
_BEFORE_DAY: Final = re.compile(r"(?P<place>.*?)\W*\bngày\b", re.IGNORECASE)
_FIRST_MONTHS: Final = 2  # only these have a nought before them


def right_number(number: str, symbol: str, *, is_state: bool) -> str:
    """Return «Số 07-TB/BTGTU», of the state «Số: 07/TB-BTGTU»; blank where the symbol is of other parts.

    number: «7», blank in a draft. symbol: «TB/BTGTU», however its parts are joined.
    """
    letters = _JOINTS.split(symbol.strip())
    if len(letters) != 2 or not all(map(str.isalpha, letters)):
        return ""
    kind, issuer = letters
    digits = number.zfill(2) if number else _OPEN
    if is_state:
        return f"Số: {digits}/{kind}-{issuer}"
    return f"Số {digits}-{kind}/{issuer}"


def right_day(line: Line, day: date | None) -> str:
    """Return «Lào Cai, ngày 05 tháng 3 năm 2024»; blank where the day is open or the place not told."""
    found = _BEFORE_DAY.match(line.text.strip())
    if day is None or found is None or not found["place"]:
        return ""
    month = f"{day.month:02d}" if day.month <= _FIRST_MONTHS else str(day.month)
    place = found["place"]
    return f"{place}, ngày {day.day:02d} tháng {month} năm {day.year}"
