"""Names of periods as they are typed: «Quý I/2024», «T3», «6 tháng đầu năm»."""

from __future__ import annotations

import re
from collections.abc import Callable

from khoagiao_xl.vietnamese.text import fold

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH = re.compile(r"(?:thang|th|t) ?\.?(\d{1,2})(?:[ /.\-](?:nam )?(\d{4}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_QUARTER = re.compile(r"(?:qui|q) ?\.?(iv|i{1,3}|[1-4])(?:[ /.\-](?:nam )?(\d{4}))?")
_HALF = re.compile(r"(?:0?6 ?(?:thang|t)|nua)(?: (dau|cuoi))?(?: nam)?(?:[ /.\-](\d{4}))?")
_YEAR = re.compile(r"(?:ca )?(?:nam )?()(\d{4})")


def parse_period(text: str, year: int | None = None) -> str | None:
    """Return the code of the period that `text` names («Quý I/2024» -> «2024-Q1»), None when it names none.

    year: taken where the text says none.
    """
    key = fold(text).strip(" .,;")
    for pattern, tail_of in _PERIODS:
        match = pattern.fullmatch(key)
        if match:
            return _code(match, year, tail_of)
    return None


def _code(match: re.Match[str], year: int | None, tail_of: Callable[[str], str]) -> str | None:
    """Return «2024-Q1» from what was named; None where there is no such period, or no year."""
    name, written_year = match.groups()
    if written_year:
        year = int(written_year)
    tail = tail_of(name or "")
    if not tail or not year:
        return None
    return f"{year}-{tail}"


def quarter_number(written: str) -> int:
    """Return the number of a quarter, or of anything else, in figures or as i, ii, iii, iv."""
    return _ROMAN.get(written) or int(written)


def _month(name: str) -> str:
    month = int(name)
    if not 1 <= month <= 12:
        return ""
    return f"M{month:02}"


def _quarter(name: str) -> str:
    number = quarter_number(name)
    return f"Q{number}"


def _half(name: str) -> str:
    return "H2" if name == "cuoi" else "H1"


def _whole_year(_: str) -> str:
    return "Y"


# In the order in which they are tried: the pattern of name and year, and what the code ends in.
_PERIODS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (_HALF, _half),
    (_QUARTER, _quarter),
    (_MONTH, _month),
    (_MONTH_YEAR, _month),
    (_YEAR, _whole_year),
)
