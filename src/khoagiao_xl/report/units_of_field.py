"""Which units a due day is meant for that a task sets for one field alone, «các đơn vị trong ngành y tế».

No table of the workbook has the field of a unit. Some have it in their name: data/units_of_fields.csv has the
words by which they are known, each so plain that nobody else bears it. There may be others: a sentence says
«trong đó có» of those that are found, and nothing of the rest.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.shipped_tables import shipped_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

TABLE: Final = "units_of_fields.csv"
EACH, ALL = "; ", "các "


def is_known_field(bound: str) -> bool:
    """Whether the table has the field that units are said to be of."""
    return bool(_words_of(bound))


def in_field(units: Iterable[str], bound: str) -> tuple[str, ...]:
    """Return the names of those units that are of the field by their name; nothing of an unknown field."""
    words = _words_of(bound)
    found = []
    for unit in units:
        small = unit.casefold()
        if any(word in small for word in words):
            found.append(unit)
    return tuple(found)


def called_after_number(bound: str) -> str:
    """Return «đơn vị trong ngành y tế» of «các đơn vị trong ngành y tế», as it stands behind a number."""
    return bound.removeprefix(ALL)


@cache
def _words_of(bound: str) -> tuple[str, ...]:
    small = bound.casefold()
    for row in shipped_rows(TABLE):
        if row["field"] in small:
            return tuple(row["names"].split(EACH))
    return ()
