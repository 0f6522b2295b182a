"""Rows of the plan held against each other and against their own words: twins, deadlines, steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from khoagiao_xl.guidance import find_due
from khoagiao_xl.inspection.days import SETTLED, years_later
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from khoagiao_xl.inspection.master_pages import Line, Master

_MONTHS_BEYOND = 2  # a report of December may be due in January, one of January be opened in December


def tasks_twice(master: Master) -> Iterator[Finding]:
    """The second of two tasks with the same words and the same lead."""
    first: dict[tuple[str, str], Line] = {}
    for page, line in master.lines(schema.TASKS):
        if not (line.text("text") and line.text("lead")) or line.text("status") in SETTLED:
            continue
        same = first.setdefault((fold(line.text("text")), fold(line.text("lead"))), line)
        if same is not line:
            facts = {"first": page.cell(same.row, "text"), "row": same.row}
            yield page.finding("KT-40", Severity.QUESTION, line, "text", **facts)


def deadlines_in_words(master: Master) -> Iterator[Finding]:
    """Deadlines whose words name another day, and words without the day that they name."""
    for page, line in master.lines(schema.TASKS):
        meant, day = _named_day(master, line), line.day("due")
        if not meant or line.text("status") in SETTLED:
            continue
        facts = {"words": line.text("due_words"), "proposal": f"{meant:%d/%m/%Y}"}
        if line.values.get("due") is None:
            yield page.finding("KT-66", Severity.QUESTION, line, "due", **facts)
        elif day and day not in _moved(master, meant):
            yield page.finding("KT-67", Severity.QUESTION, line, "due", **facts, day=f"{day:%d/%m/%Y}")


def _named_day(master: Master, line: Line) -> date | None:
    """Return the last day that the deadline's words name."""
    if not master.year:
        return None
    named = [find_due(words, master.year, is_cell=True).day for words in line.words("due_words")]
    return max(filter(None, named), default=None)


def _moved(master: Master, day: date) -> set[date]:
    # Who moves a deadline off a Sunday, as KT-61 asks, leaves its words as they are.
    return {day, master.calendar.roll(day, Roll.FORWARD), master.calendar.roll(day, Roll.BACKWARD)}


def blank_anniversaries(master: Master) -> Iterator[Finding]:
    """Reviews without their day although the directive's day and the years are known."""
    issued = {
        line.text("symbol"): day for _, line in master.lines(schema.DIRECTIVES) if (day := line.day("issued"))
    }
    for page, line in master.lines(schema.REVIEWS):
        from_day = issued.get(line.text("symbol"))
        right = years_later(from_day, line.values.get("years")) if from_day else []
        if right and line.values.get("anniversary") is None:
            facts = {"proposal": f"{right[0]:%d/%m/%Y}"}
            yield page.finding("KT-68", Severity.QUESTION, line, "anniversary", **facts)


def steps_of_reviews(master: Master) -> Iterator[Finding]:
    """Steps of a review that there is not."""
    known = [*master.texts(schema.REVIEWS, "code"), schema.SAMPLE_REVIEW]
    for page, line in master.lines(schema.REVIEW_STEPS):
        review = line.text("review")
        if review and review not in known:
            facts = {"sheet": schema.REVIEWS.sheet, "near": master.suggest(review, known)}
            yield page.finding("KT-31", Severity.QUESTION, line, "review", **facts)


def far_periods(master: Master) -> Iterator[Finding]:
    """Deadlines of a period that lie more than two months outside the period's own year."""
    for page, line in master.lines(schema.DEADLINES):
        year = re.match(r"(\d{4})-", line.text("period"))
        for field in ("unit_due", "report_due", "closes") if year else ():
            day = line.day(field)
            if day and year and not _is_near(day, int(year[1])):
                facts = {"day": f"{day:%d/%m/%Y}", "period": line.text("period")}
                yield page.finding("KT-69", Severity.QUESTION, line, field, **facts)


def _is_near(day: date, year: int) -> bool:
    return -_MONTHS_BEYOND <= 12 * (day.year - year) + day.month - 1 < 12 + _MONTHS_BEYOND
