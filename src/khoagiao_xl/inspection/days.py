"""Days that cannot be meant: deadlines out of order, on a rest day, in another year; wrong anniversaries."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.vietnamese.day_texts import day_text, day_with_weekday, weekday_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.pages import SheetLine

SETTLED: Final = {"xong", "bỏ"}  # a task that is done or dropped is asked nothing more
_YEAR: Final = re.compile(r"(\d{4})-")
MOST_YEARS: Final = 100  # after which a review is due
# Each day of a period, and the one that may not come before it.
_ORDER: Final = (
    ("ends", "starts"),
    ("report_due", "unit_due"),
    ("closes", "report_due"),
)
_DUE: Final = (
    (schema.DEADLINES, "unit_due"),
    (schema.DEADLINES, "report_due"),
    (schema.TASKS, "due"),
    (schema.REVIEW_STEPS, "due"),
)


def order(context: CheckContext) -> Iterator[Finding]:
    """Days of a period that come before what they must follow."""
    for line in context.deadlines:
        for later, earlier in _ORDER:
            day = line.day(later)
            bound = line.day(earlier)
            if day and bound and day < bound:
                yield line.error(
                    "KT-60",
                    later,
                    found=day_text(day),
                    other=schema.DEADLINES.column_of(earlier).name,
                    bound=day_text(bound),
                )


def year_of_period(line: SheetLine) -> int | None:
    """Return the year in the code of a line's period, None for what is no such code."""
    match = _YEAR.match(line.text("period"))
    if match:
        return int(match[1])
    return None


def rest_days(context: CheckContext) -> Iterator[Finding]:
    """Deadlines on which the office rests, with the day its own rule would take instead."""
    if context.roll is Roll.NONE:
        return
    for table, field in _DUE:
        for line, day in _open_days(context, table, field):
            if not context.calendar.is_workday(day):
                yield _on_rest_day(context, line, field, day)


def _on_rest_day(context: CheckContext, line: SheetLine, field: str, day: date) -> Finding:
    moved = context.calendar.roll(day, context.roll)
    # A task due «before the 31st» cannot move beyond it.
    before = context.calendar.roll(day, Roll.BACKWARD)
    return line.question(
        "KT-61",
        field,
        day=day_text(day),
        why=_why(context, day),
        roll=context.roll,
        moved=day_with_weekday(moved),
        before=day_with_weekday(before),
    )


def _why(context: CheckContext, day: date) -> str:
    if day not in context.rest_days:
        return weekday_of(day)
    name = context.rest_days[day] or "trang «Ngày nghỉ»"
    return f"ngày nghỉ ({name})"


def _open_days(context: CheckContext, table: Table, field: str) -> Iterator[tuple[SheetLine, date]]:
    """Yield the lines of what is not settled yet, each with its day."""
    for line in context.lines(table):
        day = line.day(field)
        if day and line.text("status") not in SETTLED:
            yield line, day


def other_years(context: CheckContext) -> Iterator[Finding]:
    """Deadlines of tasks before the year of the plan, or long after it."""
    year = context.year
    if year is None:
        return
    for line, day in _open_days(context, schema.TASKS, "due"):
        if day.year not in (year, year + 1):
            yield line.question(
                "KT-62",
                "due",
                day=day_text(day),
                year=year,
            )


def anniversaries(context: CheckContext) -> Iterator[Finding]:
    """Reviews whose day is not that of the directive so many years later."""
    for line in context.reviews:
        day = line.day("anniversary")
        right = right_anniversaries(context, line)
        if day and right and day not in right:
            issued = context.issue_days[line.text("symbol")]
            yield line.question(
                "KT-54",
                "anniversary",
                day=day_text(day),
                years=line.text("years"),
                right=day_text(right[0]),
                issued=day_text(issued),
            )


def right_anniversaries(context: CheckContext, review: SheetLine) -> list[date]:
    """Return the day on which a review is due, or the two days; none where it cannot be known."""
    issued = context.issue_days.get(review.text("symbol"))
    if issued is None:
        return []
    return years_later(issued, review.values.get("years"))


def years_later(day: date, years: object) -> list[date]:
    """Return the day so many years later; for the 29 February of a year without, the days around it.

    Nothing where the years are no number of years.
    """
    if not isinstance(years, int):
        return []
    if not 0 < years <= MOST_YEARS:
        return []
    year = day.year + years
    try:
        return [day.replace(year=year)]
    except ValueError:
        return [date(year, 2, 28), date(year, 3, 1)]
