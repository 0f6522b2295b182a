"""When the units report the coming periods; by when the office reports upward, those above it say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import REPORTED
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from khoagiao_xl.report.content import ReportContent


def days_of_reports(content: ReportContent, year: int) -> str:
    """Return «các đơn vị gửi báo cáo tháng 3, quý I chậm nhất ngày 18/3/2024, ...», blank for none."""
    by_day = _by_day(content, year)
    if not by_day:
        return ""
    told = list(_months_in_general(content, year))
    for day in sorted(by_day):
        due = TOLD["che_do_ky"].format(
            periods=", ".join(by_day[day]),
            day=day_text(day),
        )
        told.append(due)
    phrase = "che_do_gui_xong" if _has_begun(content, year) else "che_do_gui"
    return TOLD[phrase].format(periods=", ".join(told))


def _has_begun(content: ReportContent, year: int) -> bool:
    """Whether reports of a coming period are in before its day: what is to be done is to send the others."""
    coming = {code for code in content.coming_deadlines if Period.parse(code).year == year}
    reported = {duty.period for duty in content.duties if duty.state in REPORTED}
    return not coming.isdisjoint(reported)


def _by_day(content: ReportContent, year: int) -> Mapping[date, list[str]]:
    found: dict[date, list[str]] = {}
    for code, deadline in content.coming_deadlines.items():
        period = Period.parse(code)
        if period.year != year:
            continue
        alike = found.setdefault(
            deadline.unit_due,
            [],
        )
        alike.append(period.short)
    return found


def _months_in_general(content: ReportContent, year: int) -> Iterator[str]:
    """Yield that months are reported too, where they are too many to be named each."""
    coming = content.period.coming
    named = _months_of(content.coming_deadlines)
    known = _months_of(content.due_days)
    if coming.year != year or any(month.is_within(coming) for month in named):
        return
    if any(month.is_within(coming) for month in known):
        yield TOLD["che_do_thang"]


def _months_of(codes: Iterable[str]) -> list[Period]:
    periods = map(Period.parse, codes)
    return [period for period in periods if period.kind is Kind.MONTH]
