"""Days that cannot be meant: deadlines out of order, on a rest day, in another year; wrong anniversaries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.workdays import Roll

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.master_pages import Master
    from khoagiao_xl.office.pages import Line, Page

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
SETTLED: Final = {"xong", "bỏ"}  # a task that is done or dropped is asked nothing more
MOST_YEARS: Final = 100  # after which a review is due
# Each day of a period, and the one that may not come before it.
_ORDER: Final = (("ends", "starts"), ("report_due", "unit_due"), ("closes", "report_due"))
_DUE: Final = (
    (schema.DEADLINES, "unit_due"),
    (schema.DEADLINES, "report_due"),
    (schema.TASKS, "due"),
    (schema.REVIEW_STEPS, "due"),
)


def order(master: Master) -> Iterator[Finding]:
    """Days of a period that come before what they must follow."""
    for page, line in master.lines(schema.DEADLINES):
        for later, earlier in _ORDER:
            day, bound = line.day(later), line.day(earlier)
            if day and bound and day < bound:
                facts = {"found": f"{day:%d/%m/%Y}", "other": page.table.column_of(earlier).name}
                yield page.finding("KT-60", Severity.ERROR, line, later, **facts, bound=f"{bound:%d/%m/%Y}")


def rest_days(master: Master) -> Iterator[Finding]:
    """Deadlines on which the office rests, with the day its own rule would take instead."""
    if master.roll is Roll.NONE:
        return
    for page, line, field, day in _deadlines(master):
        if not master.calendar.is_workday(day):
            facts = {
                "day": f"{day:%d/%m/%Y}",
                "why": _why(master, day),
                "roll": master.roll,
                "moved": _named(master.calendar.roll(day, master.roll)),
                # A task due «before the 31st» cannot move beyond it.
                "before": _named(master.calendar.roll(day, Roll.BACKWARD)),
            }
            yield page.finding("KT-61", Severity.QUESTION, line, field, **facts)


def _why(master: Master, day: date) -> str:
    if day not in master.rest_days:
        return WEEKDAYS[day.weekday()]
    return f"ngày nghỉ ({master.rest_days[day] or 'trang «Ngày nghỉ»'})"


def _named(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def _deadlines(master: Master) -> Iterator[tuple[Page, Line, str, date]]:
    for table, field in _DUE:
        for page, line in master.lines(table):
            day = line.day(field)
            if day and line.text("status") not in SETTLED:
                yield page, line, field, day


def other_years(master: Master) -> Iterator[Finding]:
    """Deadlines of tasks before the year of the plan, or long after it."""
    for page, line, field, day in _deadlines(master):
        if page.table is schema.TASKS and master.year and not 0 <= day.year - master.year <= 1:
            facts = {"day": f"{day:%d/%m/%Y}", "year": master.year}
            yield page.finding("KT-62", Severity.QUESTION, line, field, **facts)


def anniversaries(master: Master) -> Iterator[Finding]:
    """Reviews whose day is not that of the directive so many years later."""
    issued = {
        line.text("symbol"): day for _, line in master.lines(schema.DIRECTIVES) if (day := line.day("issued"))
    }
    for page, line in master.lines(schema.REVIEWS):
        day, from_day = line.day("anniversary"), issued.get(line.text("symbol"))
        right = years_later(from_day, line.values.get("years")) if from_day else []
        if day and from_day and right and day not in right:
            facts = {"day": f"{day:%d/%m/%Y}", "years": line.text("years"), "right": f"{right[0]:%d/%m/%Y}"}
            issue = f"{from_day:%d/%m/%Y}"
            yield page.finding("KT-54", Severity.QUESTION, line, "anniversary", **facts, issued=issue)


def years_later(day: date, years: object) -> list[date]:
    """Return the day so many years later; for the 29 February of a year without, the days around it.

    Nothing where the years are no number of years.
    """
    if not isinstance(years, int) or not 0 < years <= MOST_YEARS:
        return []
    try:
        return [day.replace(year=day.year + years)]
    except ValueError:
        return [date(day.year + years, 2, 28), date(day.year + years, 3, 1)]
