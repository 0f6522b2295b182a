"""What belongs to another year than the master, or stands outside its own period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.inspection.days import year_of_period
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.periods import Period
from khoagiao_xl.vietnamese.day_texts import day_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine

_YEARS_TOUCHED: Final = {"starts": (1, 0), "ends": (0, 1)}  # before and after the period's own
WITH_PERIODS: Final = (schema.DEADLINES, schema.WAIVERS)
WITH_VALIDITY: Final = (schema.UNITS, schema.INDICATORS)


def other_years(context: CheckContext) -> Iterator[Finding]:
    """Rows of a period of another year than the master's: forms and totals of this year never use them."""
    if context.year is None:
        return
    for table in WITH_PERIODS:
        for line in context.lines(table):
            year = year_of_period(line)
            if year not in (None, context.year):
                yield line.question("KT-43", "period", year=context.year)


def due_before_the_end(context: CheckContext) -> Iterator[Finding]:
    """Units that are due before their period is over, but for the year, which is reported as an estimate."""
    for line in context.deadlines:
        due = line.day("unit_due")
        end = line.day("ends")
        if due is None or end is None or _is_estimated(line):
            continue
        if due < end:
            yield line.error(
                "KT-44",
                "unit_due",
                day=day_text(due),
                end=day_text(end),
            )


def _is_estimated(line: SheetLine) -> bool:
    code = line.text("period")
    try:
        period = Period.parse(code)
    except WrongRequest:
        return False
    return period.kind.facts.is_estimated


def far_windows(context: CheckContext) -> Iterator[Finding]:
    """First and last days of a period that lie in none of the years that its figures may touch."""
    for line in context.deadlines:
        year = year_of_period(line)
        if year is None:
            continue
        for field, (before, after) in _YEARS_TOUCHED.items():
            day = line.day(field)
            if day and not year - before <= day.year <= year + after:
                yield line.error(
                    "KT-45",
                    field,
                    day=day_text(day),
                    period=line.text("period"),
                )


def validity(context: CheckContext) -> Iterator[Finding]:
    """Units and indicators that end before they begin."""
    for table in WITH_VALIDITY:
        for line in context.lines(table):
            starts = line.day("valid_from")
            ends = line.day("valid_to")
            if starts and ends and ends < starts:
                yield line.error(
                    "KT-60",
                    "valid_to",
                    found=day_text(ends),
                    other=table.column_of("valid_from").name,
                    bound=day_text(starts),
                )


def holidays(context: CheckContext) -> Iterator[Finding]:
    """A year without a single day off: its deadlines cannot be moved off them."""
    page = context.of_year.pages.get(schema.HOLIDAYS.name)
    if page is None or context.year is None:
        return
    years = {day.year for day in context.rest_days}
    if context.year not in years:
        yield page.finding(
            Severity.QUESTION,
            "KT-46",
            page.first_heading,
            year=context.year,
        )
