"""Whether a value is of the kind its column holds: a day is a day, a number a number, and within reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.schema import Cell
from khoagiao_xl.office.settings import FIRST_YEAR, LAST_YEAR
from khoagiao_xl.vietnamese.dates import parse_date
from khoagiao_xl.vietnamese.numbers import format_number, parse_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from khoagiao_xl.inspection.master_pages import Master
    from khoagiao_xl.office.pages import Line, Page


def kinds(master: Master) -> Iterator[Finding]:
    """Values that are not of their column's kind, with what they seem to mean."""
    for page in master.typed():
        for column in page.columns:
            check = _CHECKS.get(column.cell)
            for line in page.lines if check else ():
                if check and line.values.get(column.field) is not None:
                    yield from check(page, line, column.field)


def _day(page: Page, line: Line, field: str) -> Iterator[Finding]:
    value, day = line.values[field], line.day(field)
    if day:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield page.finding("KT-22", Severity.ERROR, line, field, found=f"{day:%d/%m/%Y}")
        return
    meant = None if isinstance(value, bool) else parse_date(value).value
    if meant:
        yield page.finding("KT-20", Severity.ERROR, line, field, proposal=f"{meant:%d/%m/%Y}")
    else:
        yield page.finding("KT-21", Severity.ERROR, line, field)


def _number(page: Page, line: Line, field: str) -> Iterator[Finding]:
    value = line.values[field]
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value < 0 and not page.table.column_of(field).signed:
            yield page.finding("KT-25", Severity.ERROR, line, field)
        return
    text = value if isinstance(value, str) else ""
    readings = (parse_number(text, kind).value for kind in ("count", "number"))
    meant = next((reading for reading in readings if reading is not None), None)
    if meant is not None:
        yield page.finding("KT-23", Severity.ERROR, line, field, proposal=format_number(meant))
    else:
        yield page.finding("KT-24", Severity.ERROR, line, field, found=_shown(line, field))


def _text(page: Page, line: Line, field: str) -> Iterator[Finding]:
    """Excel makes a day of «1-2» and TRUE of «true» where a cell has lost its text format."""
    if isinstance(line.values[field], date | bool):
        yield page.finding("KT-26", Severity.QUESTION, line, field, found=_shown(line, field))


def _shown(line: Line, field: str) -> str:
    day = line.day(field)
    return f"{day:%d/%m/%Y}" if day else line.text(field)


_CHECKS: Final[Mapping[Cell, Callable[[Page, Line, str], Iterator[Finding]]]] = {
    Cell.DATE: _day,
    Cell.NUMBER: _number,
    Cell.TEXT: _text,
    Cell.LONG: _text,
    Cell.WORDS: _text,
}
