"""The sections of a report: the tag of each in templates, what the office calls it (report_sections.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from khoagiao_xl.shipped_tables import shipped_rows

TABLE: Final = "report_sections.csv"


@cache
def section_names() -> Mapping[str, str]:
    """Return tag -> name, in the order of the report."""
    names = {}
    for row in shipped_rows(TABLE):
        names[row["tag"]] = row["name"]
    return names


@cache
def section_tags() -> Mapping[str, str]:
    """Return name -> tag."""
    return {name: tag for tag, name in section_names().items()}
