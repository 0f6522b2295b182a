"""Which lines the forms of an earlier version could not have, and which they have that nobody asks any more.

data/form_lines.csv has a row for each line that came or went with a version of the form; versions follow each
other as ACCEPTED_VERSIONS lists them. A line that went may still be asked in other kinds of periods.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from khoagiao_xl.forms.form_layout import ACCEPTED_VERSIONS
from khoagiao_xl.shipped_tables import shipped_rows

TABLE: Final = "form_lines.csv"
_ORDER: Final = {version: at for at, version in enumerate(ACCEPTED_VERSIONS)}


@cache
def lines_lacking(version: str) -> frozenset[str]:
    """Return the codes that came after this version; none for a version that nobody knows."""
    if version not in _ORDER:
        return frozenset()
    own = _ORDER[version]
    found = set()
    for code, first, _ in _rows():
        if first and _ORDER[first] > own:
            found.add(code)
    return frozenset(found)


@cache
def lines_gone_since(version: str) -> frozenset[str]:
    """Return the codes that went with or after this version; none for a version that nobody knows."""
    if version not in _ORDER:
        return frozenset()
    own = _ORDER[version]
    found = set()
    for code, _, last in _rows():
        if last and _ORDER[last] >= own:
            found.add(code)
    return frozenset(found)


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    found = []
    for row in shipped_rows(TABLE):
        line = (row["Mã"], row["Có từ phiên bản"], row["Có đến phiên bản"])
        found.append(line)
    return tuple(found)
