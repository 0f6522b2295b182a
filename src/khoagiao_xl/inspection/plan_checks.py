"""Rows of the plan held against each other and against their own words: twins, deadlines, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.guidance import SchoolYear, find_due
from khoagiao_xl.inspection.days import SETTLED, right_anniversaries, year_of_period
from khoagiao_xl.inspection.nearest_names import suggest
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine

_MONTHS_BEYOND: Final = 2  # a report of December may be due in January, one of January be opened in December


def tasks_twice(context: CheckContext) -> Iterator[Finding]:
    """The second of two tasks with the same words and the same lead."""
    first: dict[tuple[str, str], SheetLine] = {}
    for line in context.tasks:
        text = fold(line.text("text"))
        lead = fold(line.text("lead"))
        if not text or not lead:
            continue
        if line.text("status") in SETTLED:
            continue
        same = first.setdefault((text, lead), line)
        if same is not line:
            yield line.question(
                "KT-40",
                "text",
                first=same.cell("text"),
                row=same.row,
            )


def deadlines_in_words(context: CheckContext) -> Iterator[Finding]:
    """Deadlines whose words name another day, and words without the day that they name."""
    for line in context.tasks:
        meant = _named_day(context, line)
        if meant is None or line.text("status") in SETTLED:
            continue
        day = line.day("due")
        facts = {
            "words": line.text("due_words"),
            "proposal": day_text(meant),
        }
        if line.values.get("due") is None:
            yield line.question("KT-66", "due", **facts)
        elif day and day not in _moved(context, meant) and not _is_of_school_year(context, line):
            yield line.question("KT-67", "due", **facts, day=day_text(day))


def _named_day(context: CheckContext, line: SheetLine) -> date | None:
    """Return the last day that the deadline's words name."""
    if context.year is None:
        return None
    return _last_day(line, context.year)


def _last_day(line: SheetLine, year: int) -> date | None:
    days = []
    for words in line.words("due_words"):
        day = find_due(words, year, is_cell=True).day
        if day:
            days.append(day)
    return max(days, default=None)


def _is_of_school_year(context: CheckContext, line: SheetLine) -> bool:
    """Say whether the deadline is what its words name in a school year: «tháng 5» of the next year."""
    if context.year is None:
        return False
    for year in (context.year, context.year - 1):
        if _last_day(line, SchoolYear(year)) == line.day("due"):
            return True
    return False


def _moved(context: CheckContext, day: date) -> set[date]:
    # Who moves a deadline off a Sunday, as KT-61 asks, leaves its words as they are.
    return {
        day,
        context.calendar.roll(day, Roll.FORWARD),
        context.calendar.roll(day, Roll.BACKWARD),
    }


def blank_anniversaries(context: CheckContext) -> Iterator[Finding]:
    """Reviews without their day although the directive's day and the years are known."""
    for line in context.reviews:
        if line.values.get("anniversary") is not None:
            continue
        right = right_anniversaries(context, line)
        if right:
            proposal = day_text(right[0])
            yield line.question("KT-68", "anniversary", proposal=proposal)


def steps_of_reviews(context: CheckContext) -> Iterator[Finding]:
    """Steps of a review that there is not."""
    known = [*context.texts(schema.REVIEWS, "code"), schema.SAMPLE_REVIEW]
    codes = frozenset(known)
    for line in context.review_steps:
        review = line.text("review")
        if review and review not in codes:
            yield line.question(
                "KT-31",
                "review",
                sheet=schema.REVIEWS.sheet,
                near=suggest(review, known),
            )


def far_periods(context: CheckContext) -> Iterator[Finding]:
    """Deadlines of a period that lie more than two months outside the period's own year."""
    for line in context.deadlines:
        year = year_of_period(line)
        if year is None:
            continue
        for field in ("unit_due", "report_due", "closes"):
            day = line.day(field)
            if day and not _is_near(day, year):
                yield line.question(
                    "KT-69",
                    field,
                    day=day_text(day),
                    period=line.text("period"),
                )


def _is_near(day: date, year: int) -> bool:
    years = day.year - year
    months = 12 * years + day.month
    last = 12 + _MONTHS_BEYOND
    return -_MONTHS_BEYOND < months <= last
