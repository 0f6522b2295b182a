"""What belongs to another year than the master, stands outside its own period, or shares a file name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine

_YEAR: Final = re.compile(r"(\d{4})-")
WITH_PERIODS: Final = (schema.DEADLINES, schema.WAIVERS)
WITH_VALIDITY: Final = (schema.UNITS, schema.INDICATORS)


def other_years(context: CheckContext) -> Iterator[Finding]:
    """Rows of a period of another year than the master's: forms and totals of this year never use them."""
    for table in WITH_PERIODS:
        for line in context.lines(table):
            year = _YEAR.match(line.text("period"))
            if year and context.year and int(year[1]) != context.year:
                yield line.question("KT-43", "period", year=context.year)


def due_before_the_end(context: CheckContext) -> Iterator[Finding]:
    """Units that are due before their period is over, but for the year, which is reported as an estimate."""
    for line in context.lines(schema.DEADLINES):
        due, end = line.day("unit_due"), line.day("ends")
        if due and end and due < end and not _is_estimated(line):
            facts = {"day": f"{due:%d/%m/%Y}", "end": f"{end:%d/%m/%Y}"}
            yield line.error("KT-44", "unit_due", **facts)


def _is_estimated(line: SheetLine) -> bool:
    try:
        return Period.parse(line.text("period")).kind.facts.is_estimated
    except WrongRequest:
        return False


def far_windows(context: CheckContext) -> Iterator[Finding]:
    """First and last days of a period that lie in none of the years that its figures may touch."""
    for line in context.lines(schema.DEADLINES):
        year = _YEAR.match(line.text("period"))
        for field, reach in {"starts": (1, 0), "ends": (0, 1)}.items():
            day = line.day(field)
            if year and day and not _is_near(day, int(year[1]), reach):
                facts = {"day": f"{day:%d/%m/%Y}", "period": line.text("period")}
                yield line.error("KT-45", field, **facts)


def _is_near(day: date, year: int, reach: tuple[int, int]) -> bool:
    before, after = reach
    return year - before <= day.year <= year + after


def validity(context: CheckContext) -> Iterator[Finding]:
    """Units and indicators that end before they begin."""
    for table in WITH_VALIDITY:
        other = table.column_of("valid_from").name
        for line in context.lines(table):
            starts, ends = line.day("valid_from"), line.day("valid_to")
            if starts and ends and ends < starts:
                facts = {"found": f"{ends:%d/%m/%Y}", "other": other, "bound": f"{starts:%d/%m/%Y}"}
                yield line.error("KT-60", "valid_to", **facts)


def one_file_name(context: CheckContext) -> Iterator[Finding]:
    """Units whose forms would bear one file name, so that one would take the place of the other."""
    first: dict[str, SheetLine] = {}
    for line in context.lines(schema.UNITS):
        code = line.text("code").strip()
        same = first.setdefault(files.name_key(code), line) if code else line
        # Codes that differ in case alone are told as one code that stands twice.
        if same.text("code").strip().casefold() != code.casefold():
            facts = {"other": same.text("code"), "row": same.row}
            yield line.error("KT-42", "code", **facts)


def holidays(context: CheckContext) -> Iterator[Finding]:
    """A year without a single day off: its deadlines cannot be moved off them."""
    page = context.of_year.pages.get(schema.HOLIDAYS.name)
    if page is None or context.year is None:
        return
    if not any(day.year == context.year for day in context.rest_days):
        cell = f"{next(iter(page.layout.letters.values()))}{page.layout.header}"
        place = Place(sheet=page.table.sheet, cell=cell)
        yield Finding("KT-46", Severity.QUESTION, place, {"year": context.year})
