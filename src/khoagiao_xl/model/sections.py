"""The sections of the list of indicators (column «Mục»): what each is called, and where the report tells it.

data/sections.csv has a row for each section, and one for each field of it that the report tells in a place of
its own. tag: the place in the report, as its templates name it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from khoagiao_xl.shipped_tables import shipped_rows

TABLE: Final = "sections.csv"


@dataclass(frozen=True)
class ListSection:
    """One section, or one field of a section; a field has no headings of its own."""

    section: str
    field: str
    tag: str
    report_heading: str
    form_heading: str


def report_tag(section: str, field: str) -> str:
    """Return the place in the report of an indicator of this section and field, blank for an unknown one."""
    own = _section(section, field)
    found = own or _section(section)
    return found.tag if found else ""


def report_heading(section: str) -> str:
    """Return the heading above the section in the annex of figures, blank for an unknown one."""
    found = _section(section)
    return found.report_heading if found else ""


def form_heading(section: str) -> str:
    """Return the heading above the section in a form; an unknown one goes by its own name."""
    found = _section(section)
    return found.form_heading if found else section


def fields_by_tag() -> Mapping[str, str]:
    """Return tag -> the field that has a section of the report to itself."""
    found = {}
    for each in _sections().values():
        if each.field:
            found[each.tag] = each.field
    return found


def _section(section: str, field: str = "") -> ListSection | None:
    key = (section, field)
    return _sections().get(key)


@cache
def _sections() -> Mapping[tuple[str, str], ListSection]:
    found = {}
    for row in shipped_rows(TABLE):
        section = ListSection(**row)
        found[section.section, section.field] = section
    return found
