"""What stands where the program does not look: under a table, beside it, in a column it has lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.schema import FIRST_LAYOUT, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.check_context import CheckContext


def missing_tables(context: CheckContext) -> Iterator[Finding]:
    """Tables that the master has no more; the others are looked at all the same."""
    for table in TABLES:
        reason = context.of_year.missing.get(table.name)
        if reason:
            place = Place(sheet=table.sheet)
            yield Finding(
                reason.code,
                Severity.ERROR,
                place,
                reason.facts,
            )


def missing_columns(context: CheckContext) -> Iterator[Finding]:
    """A column whose heading was changed or deleted: no action can read the table."""
    for page in context.pages:
        for column in page.lacking:
            is_lost = column.since == FIRST_LAYOUT
            code = "KT-06"
            if is_lost:
                code = "KT-01"
            yield page.finding(
                Severity.ERROR,
                code,
                page.first_heading,
                column=column.name,
            )


def rows_below(context: CheckContext) -> Iterator[Finding]:
    """Rows typed under a table that did not grow: nobody reads them, and the table cannot grow over them."""
    yield from context.of_year.unread


def cells_beside(context: CheckContext) -> Iterator[Finding]:
    """Notes beside a table or far from it are the user's own; one line says that they are not read."""
    for page in context.typed_pages:
        beside = page.beside
        if beside:
            yield page.finding(Severity.NOTE, "KT-04", beside[0], count=len(beside))


def gaps(context: CheckContext) -> Iterator[Finding]:
    """A blank row among filled ones: the lists of the workbook end too early by as many rows."""
    for page in context.typed_pages:
        rows = (page.layout.header, *page.layout.rows)
        for before, after in pairwise(rows):
            first = before + 1
            last = after - 1
            if first <= last:
                yield page.finding(
                    Severity.QUESTION,
                    "KT-05",
                    f"{page.first_letters}{first}",
                    rows=_rows(first, last),
                )


def _rows(first: int, last: int) -> str:
    if first == last:
        return f"{first}"
    return f"{first}-{last}"
