"""What a new master says, as a year that no workbook holds."""

from __future__ import annotations

from functools import cache

from khoagiao_xl.building import default_tables
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.year import Year


@cache
def fresh_year() -> Year:
    """Return the year of a fresh master of the 2024 profile; it is frozen, so all tests may share it."""
    return Year.of(default_tables(load_profile("2024")))
