"""The rows of tblViecCuThe that belong to a report: those of its period and of the periods within it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.report_records import ToldRow


MOST: Final = 2 / 3  # of the months of a period: fewer do not speak for it


def periods_within(period: Period) -> list[Period]:
    """Return a period, its quarters and its months: the rows of a list are asked in one of them alone."""
    found = [period]
    for part in period.parts:
        found += periods_within(part)
    return found


def rows_within(rows: Iterable[ToldRow], period: Period) -> Iterator[ToldRow]:
    """Yield the rows that the units told in the period or in one within it."""
    within = periods_within(period)
    codes = {str(each) for each in within}
    for row in rows:
        if row.period in codes:
            yield row


def told_in(rows: Iterable[ToldRow], period: Period) -> str:
    """Return in which reports the rows were told, «tháng 1, tháng 2»; blank for the whole period."""
    codes = {row.period for row in rows}
    found = sorted(map(Period.parse, codes))
    months: set[int] = set()
    for each in found:
        months.update(_months(each))
    if months.issuperset(_months(period)):
        return ""
    return _short(found)


def is_part_of_long(rows: Iterable[ToldRow], period: Period) -> bool:
    """Whether rows of a half or a year are of a part of it: a quarter has told them already."""
    is_long = any(part.parts for part in period.parts)
    if not is_long:
        return False
    return told_in(rows, period) != ""


def speaks_for(rows: Iterable[ToldRow], period: Period) -> bool:
    """Whether rows are of so many months of a period that what most of them name is named most in it."""
    months: set[int] = set()
    for each in {row.period for row in rows}:
        own = _months(Period.parse(each))
        months.update(own)
    return len(months) >= len(_months(period)) * MOST


def told_within(rows: Iterable[ToldRow], period: Period) -> str:
    """Return in which reports within the period the rows were told, blank where all are of its own report.

    Those of other reports may be of units that have not made this one: they are no part of its figures.
    """
    codes = {row.period for row in rows}
    found = sorted(map(Period.parse, codes))
    if found == [period]:
        return ""
    return _short(found)


def _short(periods: Iterable[Period]) -> str:
    return ", ".join(period.short for period in periods)


def _months(period: Period) -> range:
    return range(period.first_month, period.last_month + 1)


def of_list(rows: Iterable[ToldRow], code: str) -> list[ToldRow]:
    """Return the rows of one list: «QT» for conferences."""
    return [row for row in rows if row.list == code]
