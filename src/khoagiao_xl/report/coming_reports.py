"""When the units report the coming periods, and until when the office reports each of them upward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import REPORTED
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.report.content import ReportContent

    Days = tuple[date, date]  # until when the units report, until when the office does


def days_of_reports(content: ReportContent, year: int) -> str:
    """Return «các đơn vị gửi báo cáo tháng 3, quý I chậm nhất ngày 18/3/2024; ...», blank for none.

    A day upward that all periods share is told once behind them, others each with its period.
    """
    by_days = _by_days(content, year)
    if not by_days:
        return ""
    upward = {up for _, up in by_days}
    is_shared = len(upward) == 1
    told = list(_months_in_general(content, year))
    for days in sorted(by_days):
        due = _due(
            days,
            by_days[days],
            is_shared=is_shared,
        )
        told.append(due)
    phrase = "che_do_gui_xong" if _has_begun(content, year) else "che_do_gui"
    sent = TOLD[phrase].format(periods=", ".join(told))
    if not is_shared:
        return sent
    (day,) = upward
    return sent + TOLD["che_do_tong_hop"].format(day=day_text(day))


def _has_begun(content: ReportContent, year: int) -> bool:
    """Whether reports of a coming period are in before its day: what is to be done is to send the others."""
    coming = {code for code in content.coming_deadlines if Period.parse(code).year == year}
    reported = {duty.period for duty in content.duties if duty.state in REPORTED}
    return not coming.isdisjoint(reported)


def _by_days(content: ReportContent, year: int) -> Mapping[Days, list[str]]:
    found: dict[Days, list[str]] = {}
    for code, deadline in content.coming_deadlines.items():
        period = Period.parse(code)
        if period.year != year:
            continue
        days = (deadline.unit_due, deadline.report_due)
        alike = found.setdefault(
            days,
            [],
        )
        alike.append(period.short)
    return found


def _due(days: Days, periods: Sequence[str], *, is_shared: bool) -> str:
    """Return «báo cáo quý III chậm nhất ngày 17/9/2024 (báo cáo cấp trên chậm nhất ngày 20/9/2024)»."""
    due, upward = days
    phrase = "che_do_ky" if is_shared else "che_do_ky_len"
    return TOLD[phrase].format(
        periods=", ".join(periods),
        day=day_text(due),
        upward=day_text(upward),
    )


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
