"""The rows of tblViecCuThe that belong to a report: those of its period and of the periods within it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.told_standing import is_due
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.report_records import ToldRow
    from khoagiao_xl.report.content import ReportContent

MOST_NAMED: Final = 4  # reports that a sentence names each
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


def rows_before(rows: Iterable[ToldRow], period: Period) -> Iterator[ToldRow]:
    """Yield the rows that the units told in periods of the year that ended before the period began."""
    for row in rows:
        told = Period.parse(row.period)
        if told.year == period.year and told.last_month < period.first_month:
            yield row


def is_of_parts(rows: Iterable[ToldRow], period: Period) -> bool:
    """Whether rows were told in reports within a period: each says how things stood on its own day."""
    code = str(period)
    return any(row.period != code for row in rows)


def reports_of(rows: Iterable[ToldRow], content: ReportContent) -> str:
    """Return in which reports rows were told: «tháng 1, tháng 2»."""
    return reports_named(_periods_of(rows), content)


def told_in(rows: Iterable[ToldRow], content: ReportContent) -> str:
    """Return in which reports the rows were told, «tháng 1, tháng 2»; blank for the whole period."""
    found = _periods_of(rows)
    return "" if are_of_all(found, content.period) else reports_named(found, content)


def is_part_of_long(rows: Iterable[ToldRow], period: Period) -> bool:
    """Whether rows of a half or a year are of a part of it: a quarter has told them already."""
    if not is_long(period):
        return False
    return not are_of_all(_periods_of(rows), period)


def is_long(period: Period) -> bool:
    """Whether its parts have parts: a half or a year, whose units have reported much before."""
    return any(part.parts for part in period.parts)


def speaks_for(rows: Iterable[ToldRow], period: Period) -> bool:
    """Whether rows are of so many months of a period that what most of them name is named most in it."""
    return len(_months_of(_periods_of(rows))) >= len(_months(period)) * MOST


def told_within(rows: Iterable[ToldRow], content: ReportContent) -> str:
    """Return in which reports within the period the rows were told, blank where all are of its own report.

    Those of other reports may be of units that have not made this one: they are no part of its figures.
    """
    found = _periods_of(rows)
    return "" if found == [content.period] else reports_named(found, content)


def reports_named(periods: Iterable[Period], content: ReportContent) -> str:
    """Return «quý I, quý II và báo cáo quý IV đã nhận đến ngày 10/12/2024»: what is not due is not all in.

    Of more than a sentence holds only the kinds: «tháng, quý, năm đã nhận từ đầu năm».
    """
    periods = list(periods)
    if len(periods) > MOST_NAMED:
        return _kinds_named(periods, content)
    due: list[str] = []
    coming: list[str] = []
    for period in periods:
        own = due if period == content.period or is_due(content, period) else coming
        own.append(period.short)
    if not coming:
        return ", ".join(due)
    received = TOLD["da_nhan_den"].format(
        periods=", ".join(coming),
        day=day_text(content.today),
    )
    if not due:
        return received
    return TOLD["va_bao_cao"].format(
        periods=", ".join(due),
        received=received,
    )


def _kinds_named(periods: Iterable[Period], content: ReportContent) -> str:
    kinds = {period.kind for period in periods}
    called = [kind.facts.called for kind in Kind if kind in kinds]
    phrase = "da_nhan_tu_dau_nam" if content.period.begins_year else "da_nhan_trong_ky"
    return TOLD[phrase].format(kinds=", ".join(called))


def _periods_of(rows: Iterable[ToldRow]) -> list[Period]:
    codes = {row.period for row in rows}
    return sorted(map(Period.parse, codes))


def are_of_all(periods: Iterable[Period], whole: Period) -> bool:
    """Whether the periods have every month of the whole one."""
    return _months_of(periods).issuperset(_months(whole))


def _months_of(periods: Iterable[Period]) -> set[int]:
    months: set[int] = set()
    for period in periods:
        months.update(_months(period))
    return months


def _months(period: Period) -> range:
    return range(period.first_month, period.last_month + 1)


def of_list(rows: Iterable[ToldRow], code: str) -> list[ToldRow]:
    """Return the rows of one list: «QT» for conferences."""
    return [row for row in rows if row.list == code]
