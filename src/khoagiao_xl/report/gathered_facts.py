"""What the master knows beside the totals: its guidance, who did most, how often the silent were urged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.report.told_basis import YearGuidance
from khoagiao_xl.report.told_rows import periods_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year

URGING: Final = "Đôn đốc"  # how the journal calls the action that drafts reminders
WORK: Final = "KG201"  # by which units are told that did most


def guidances_of(year: Year) -> Iterator[YearGuidance]:
    """Yield the guidances that the plan was made from."""
    for row in year.rows(schema.SOURCES):
        yield YearGuidance.from_row(row)


def leaders_of(year: Year, period: Period) -> list[tuple[str, float]]:
    """Return the units with what they did in the period, the most first; those that did nothing are none."""
    code = str(period)
    found = []
    for (reported, unit), answers in year.reported.items():
        figure = answers.get(WORK)
        if reported != code or not isinstance(figure, int | float):
            continue
        if figure > 0:
            leader = (unit, float(figure))
            found.append(leader)
    return sorted(found, key=_most_first)


def _most_first(leader: tuple[str, float]) -> tuple[float, str]:
    unit, figure = leader
    return -figure, unit


def reminders_in(year: Year, period: Period) -> int:
    """Return how often reminders were drafted for a period and those within it, as the journal has it."""
    within = periods_within(period)
    codes = {str(each) for each in within}
    rows = year.rows(schema.JOURNAL)
    urged = [row["period"] for row in rows if row["action"] == URGING]
    counted = [code for code in urged if code in codes]
    return len(counted)
