"""What the master knows beside the totals: its guidance, who did most, how often the silent were urged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterKind, LetterState
from khoagiao_xl.report.told_basis import YearGuidance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Deadline
    from khoagiao_xl.office.year import Year

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


def reminders_in(year: Year, window: Deadline | None) -> int:
    """Return on how many days within a window reminders were really sent; 0 where nobody knows the window.

    A reminder that lies among the drafts has urged nobody, nor has one of which nobody knows whether it left.
    """
    if window is None or schema.LETTERS.name in year.missing:  # a master of before tblThu
        return 0
    days = set(_days_of_urging(year))
    within = [day for day in days if window.starts <= day <= window.ends]
    return len(within)


def _days_of_urging(year: Year) -> Iterator[date]:
    for letter in year.letters:
        is_urging = letter.kind == LetterKind.REMINDER and letter.state == LetterState.SENT
        if is_urging and letter.sent:
            yield letter.sent.date()
