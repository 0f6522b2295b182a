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

    from khoagiao_xl.inspection.master_pages import Master
    from khoagiao_xl.office.pages import Line

_YEAR: Final = re.compile(r"(\d{4})-")
WITH_PERIODS: Final = (schema.DEADLINES, schema.WAIVERS)
WITH_VALIDITY: Final = (schema.UNITS, schema.INDICATORS)


def other_years(master: Master) -> Iterator[Finding]:
    """Rows of a period of another year than the master's: forms and totals of this year never use them."""
    for table in WITH_PERIODS:
        for page, line in master.lines(table):
            year = _YEAR.match(line.text("period"))
            if year and master.year and int(year[1]) != master.year:
                yield page.finding("KT-43", Severity.QUESTION, line, "period", year=master.year)


def due_before_the_end(master: Master) -> Iterator[Finding]:
    """Units that are due before their period is over, but for the year, which is reported as an estimate."""
    for page, line in master.lines(schema.DEADLINES):
        due, end = line.day("unit_due"), line.day("ends")
        if due and end and due < end and not _is_estimated(line):
            facts = {"day": f"{due:%d/%m/%Y}", "end": f"{end:%d/%m/%Y}"}
            yield page.finding("KT-44", Severity.ERROR, line, "unit_due", **facts)


def _is_estimated(line: Line) -> bool:
    try:
        return Period.parse(line.text("period")).kind.facts.is_estimated
    except WrongRequest:
        return False


def far_windows(master: Master) -> Iterator[Finding]:
    """First and last days of a period that lie in none of the years that its figures may touch."""
    for page, line in master.lines(schema.DEADLINES):
        year = _YEAR.match(line.text("period"))
        for field, reach in {"starts": (1, 0), "ends": (0, 1)}.items():
            day = line.day(field)
            if year and day and not _is_near(day, int(year[1]), reach):
                facts = {"day": f"{day:%d/%m/%Y}", "period": line.text("period")}
                yield page.finding("KT-45", Severity.ERROR, line, field, **facts)


def _is_near(day: date, year: int, reach: tuple[int, int]) -> bool:
    before, after = reach
    return year - before <= day.year <= year + after


def validity(master: Master) -> Iterator[Finding]:
    """Units and indicators that end before they begin."""
    for table in WITH_VALIDITY:
        other = table.column_of("valid_from").name
        for page, line in master.lines(table):
            starts, ends = line.day("valid_from"), line.day("valid_to")
            if starts and ends and ends < starts:
                facts = {"found": f"{ends:%d/%m/%Y}", "other": other, "bound": f"{starts:%d/%m/%Y}"}
                yield page.finding("KT-60", Severity.ERROR, line, "valid_to", **facts)


def one_file_name(master: Master) -> Iterator[Finding]:
    """Units whose forms would bear one file name, so that one would take the place of the other."""
    first: dict[str, Line] = {}
    for page, line in master.lines(schema.UNITS):
        code = line.text("code").strip()
        same = first.setdefault(files.name_key(code), line) if code else line
        # Codes that differ in case alone are told as one code that stands twice.
        if same.text("code").strip().casefold() != code.casefold():
            facts = {"other": same.text("code"), "row": same.row}
            yield page.finding("KT-42", Severity.ERROR, line, "code", **facts)


def holidays(master: Master) -> Iterator[Finding]:
    """A year without a single day off: its deadlines cannot be moved off them."""
    page = master.pages.get(schema.HOLIDAYS.name)
    if page is None or master.year is None:
        return
    if not any(day.year == master.year for day in master.rest_days):
        cell = f"{next(iter(page.layout.letters.values()))}{page.layout.header}"
        place = Place(sheet=page.table.sheet, cell=cell)
        yield Finding("KT-46", Severity.QUESTION, place, {"year": master.year})
