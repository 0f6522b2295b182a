"""What stands where the program does not look: under a table, beside it, in a column it has lost."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.schema import FIRST_LAYOUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.master_pages import Master
    from khoagiao_xl.office.pages import Page


def missing_columns(master: Master) -> Iterator[Finding]:
    """A column whose heading was changed or deleted: no action can read the table."""
    for page in master.pages.values():
        for column in page.table.columns:
            if column.name not in page.layout.letters and not column.formula:
                first = next(iter(page.layout.letters.values()))
                code = "KT-01" if column.since == FIRST_LAYOUT else "KT-06"
                yield _at(page, code, Severity.ERROR, f"{first}{page.layout.header}", column=column.name)


def rows_below(master: Master) -> Iterator[Finding]:
    """Rows typed under a table that did not grow: nobody reads them, and the table cannot grow over them."""
    for page in master.pages.values():
        code = "KT-02" if page.table.typed else "KT-03"
        seen: set[int] = set()
        for address, row in _outside(page, is_below=True):
            if row not in seen:
                seen.add(row)
                yield _at(page, code, Severity.ERROR, address, row=row)


def cells_beside(master: Master) -> Iterator[Finding]:
    """Notes beside a table or far from it are the user's own; one line says that they are not read."""
    for page in master.typed():
        beside = [address for address, _ in _outside(page, is_below=False)]
        if beside:
            yield _at(page, "KT-04", Severity.NOTE, beside[0], count=len(beside))


def gaps(master: Master) -> Iterator[Finding]:
    """A blank row among filled ones: the lists of the workbook end too early by as many rows."""
    for page in master.typed():
        rows = (page.layout.header, *page.layout.rows)
        for before, after in pairwise(rows):
            if after - before > 1:
                first = next(iter(page.layout.letters.values()))
                blank = f"{before + 1}" if after - before == 2 else f"{before + 1}-{after - 1}"
                yield _at(page, "KT-05", Severity.QUESTION, f"{first}{before + 1}", rows=blank)


def _outside(page: Page, *, is_below: bool) -> Iterator[tuple[str, int]]:
    """Yield address and row of what stands outside the table, either under its own columns or elsewhere."""
    own = set(page.layout.letters.values())
    for address in page.layout.outside:
        letters, row = re.findall(r"[A-Z]+|\d+", address)
        if (letters in own) is is_below:
            yield address, int(row)


def _at(page: Page, code: str, severity: Severity, cell: str, **facts: object) -> Finding:
    return Finding(code, severity, Place(sheet=page.table.sheet, cell=cell), facts)
