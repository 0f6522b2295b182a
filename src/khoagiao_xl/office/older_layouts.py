"""A master of an older layout as today's program reads it: what it lacks is blank, in memory alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.schema import FIRST_LAYOUT
from khoagiao_xl.office.pages import page_of

if TYPE_CHECKING:
    from khoagiao_xl.office.pages import Page
    from khoagiao_xl.office.year import Year

# What every layout had: a workbook without one of these is no master.
ALWAYS: Final = (
    schema.SETTINGS,
    schema.UNITS,
    schema.INDICATORS,
    schema.DEADLINES,
    schema.DUTIES,
    schema.FIGURES,
)


def in_todays_layout(year: Year) -> Year:
    """Return what the master says with blanks in the columns, and no rows in the tables, that came later.

    A table of `ALWAYS` that is missing stays so; so does a column that every layout had.
    """
    pages = {}
    for name, page in year.pages.items():
        pages[name] = _with_later_columns(page)
    missing = dict(year.missing)
    for table in schema.TABLES:
        name = table.name
        if name not in missing or table in ALWAYS:
            continue
        pages[name] = page_of(table, ())
        del missing[name]
    return replace(
        year,
        pages=pages,
        missing=missing,
        _fields={},
    )


def _with_later_columns(page: Page) -> Page:
    later = [column.name for column in page.lacking if column.since > FIRST_LAYOUT]
    if not later:
        return page
    letters = dict(page.layout.letters)
    letters |= dict.fromkeys(later, "")  # they stand nowhere
    layout = replace(page.layout, letters=letters)
    return replace(page, layout=layout)
