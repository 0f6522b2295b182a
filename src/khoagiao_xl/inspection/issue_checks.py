"""The log of hot issues: days out of order, an end without a result, days of another year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.day_texts import day_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.findings import Finding

# Days that may not come before the one on which an issue arose, and what is said of one that does.
_LATER: Final = {"closed_on": "KT-130", "due": "KT-131"}


def days_in_order(context: CheckContext) -> Iterator[Finding]:
    """Issues that ended, or should, before they arose."""
    for line in context.issues:
        arose = line.day("day")
        for field, code in _LATER.items():
            day = line.day(field)
            if day and arose and day < arose:
                yield line.error(
                    code,
                    field,
                    found=day_text(day),
                    bound=day_text(arose),
                )


def closed_without_result(context: CheckContext) -> Iterator[Finding]:
    """Issues with a day on which they can have ended and nothing that says how."""
    for line in context.issues:
        ended = line.day("closed_on")
        arose = line.day("day")
        if ended is None or line.text("result").strip():
            continue
        if arose is None or ended >= arose:
            yield line.question("KT-132", "result")


def years(context: CheckContext) -> Iterator[Finding]:
    """Issues of another year that are over by then: only what is open is carried into the year."""
    if context.year is None:
        return
    for line in context.issues:
        arose = line.day("day")
        if arose is None or arose.year == context.year:
            continue
        ended = line.day("closed_on")
        if arose.year > context.year or (ended and ended.year < context.year):
            yield line.question(
                "KT-133",
                "day",
                found=day_text(arose),
                year=context.year,
            )
