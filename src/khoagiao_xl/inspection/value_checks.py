"""Whether a value is of the kind its column holds: a day is a day, a number a number, and within reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding
from khoagiao_xl.model.schema import Cell
from khoagiao_xl.office.settings import FIRST_YEAR, LAST_YEAR
from khoagiao_xl.vietnamese.dates import parse_date
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.figures import fact_text, format_number, is_number
from khoagiao_xl.vietnamese.numbers import parse_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine


def kinds(context: CheckContext) -> Iterator[Finding]:
    """Values that are not of their column's kind, with what they seem to mean."""
    for page in context.typed_pages:
        for column in page.columns:
            check = _CHECKS.get(column.cell)
            if check is None:
                continue
            for line in page.lines:
                if line.values[column.field] is not None:
                    yield from check(line, column.field)


def _day(line: SheetLine, field: str) -> Iterator[Finding]:
    day = line.day(field)
    if day is None:
        yield _no_day(line, field)
    elif not FIRST_YEAR <= day.year <= LAST_YEAR:
        yield line.error("KT-22", field, found=day_text(day))


def _no_day(line: SheetLine, field: str) -> Finding:
    meant = parse_date(line.values[field])
    if meant is None:
        return line.error("KT-21", field)
    proposal = day_text(meant)
    return line.error("KT-20", field, proposal=proposal)


def _number(line: SheetLine, field: str) -> Iterator[Finding]:
    number = line.values[field]
    if not is_number(number):
        yield _no_number(line, field)
        return
    column = line.page.table.column_of(field)
    if number < 0 and not column.signed:
        yield line.error("KT-25", field)


def _no_number(line: SheetLine, field: str) -> Finding:
    meant = _meant_number(line.values[field])
    if meant is None:
        found = fact_text(line.values[field])
        return line.error("KT-24", field, found=found)
    proposal = format_number(meant)
    return line.error("KT-23", field, proposal=proposal)


def _meant_number(value: Value) -> float | int | None:
    if not isinstance(value, str):
        return None
    count = parse_number(value, "count").value
    if count is not None:
        return count
    return parse_number(value, "number").value


def _text(line: SheetLine, field: str) -> Iterator[Finding]:
    """Excel makes a day of «1-2» and TRUE of «true» where a cell has lost its text format."""
    value = line.values[field]
    if isinstance(value, date | bool):
        found = fact_text(line.values[field])
        yield line.question("KT-26", field, found=found)


_CHECKS: Final[Mapping[Cell, Callable[[SheetLine, str], Iterator[Finding]]]] = {
    Cell.DATE: _day,
    Cell.NUMBER: _number,
    Cell.TEXT: _text,
    Cell.LONG: _text,
    Cell.WORDS: _text,
}
