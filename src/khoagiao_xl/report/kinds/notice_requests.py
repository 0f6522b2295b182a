"""What a notice asks of whom: the reports and explanations that are owed, and to come in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.office.days_to_answer import urged_until
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.kinds.kind_tags import staff_of
from khoagiao_xl.report.kinds.notice_words import say
from khoagiao_xl.report.kinds.reports_within import counts_by_period
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.told_kinds import NOTICE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.reports_within import ReportsWithin
    from khoagiao_xl.report.kinds.unit_conduct import Conducts


def asked_of_units(
    year: Year, conducts: Conducts, within: ReportsWithin, order: DocumentOrder
) -> Iterator[str]:
    """Yield what is asked of whom: what is owed by a day, of who came late only that it come in time."""
    period = order.asked_period
    asked = [*_works(conducts, within, period.label), *_works_within(within)]
    if asked:
        until = urged_until(year, period, order.today)
        yield say(
            "yeu_cau",
            works="; ".join(asked),
            staff=staff_of(year),
            until=day_text(until),
        )
    yield from _not_asked(within)
    late = _late_told(conducts, within, period)
    yield from late
    if not asked and not late:
        yield NOTICE_TEXTS["yeu_cau_chung"]


def _works(conducts: Conducts, within: ReportsWithin, period: str) -> Iterator[str]:
    explaining = list(conducts.explaining)
    correcting = list(conducts.correcting)
    for _, each in within.still_open:
        explaining += each.explaining
        correcting += each.correcting
    owed = {
        "viec_gui": conducts.owing_still,
        "viec_giai_trinh": explaining,
        "viec_sua": correcting,
    }
    for phrase, units in owed.items():
        if units:
            codes = {one.duty.unit for one in units}
            count = len(codes)
            yield say(
                phrase,
                count=number(count),
                period=period,
            )


def _works_within(within: ReportsWithin) -> Iterator[str]:
    """Yield the reports within the period that are asked for: not those of a period that is closed."""
    for period, count in counts_by_period(within.lacked).items():
        if period not in within.closed:
            yield say(
                "viec_gui_ky",
                period=period.short,
                count=number(count),
            )


def _not_asked(within: ReportsWithin) -> Iterator[str]:
    """Say of which periods no report is asked for any more, that nobody need guess."""
    counts = counts_by_period(within.lacked)
    closed = {period: count for period, count in counts.items() if period in within.closed}
    if closed:
        parts = counted(closed)
        yield say("khong_gui_nua", parts=parts)


def _late_told(conducts: Conducts, within: ReportsWithin, period: Period) -> list[str]:
    """Return what is asked of those that came late: by report, where reports of several periods did."""
    counts = counts_by_period(within.late)
    if counts and conducts.late:
        counts = {period: len(conducts.late), **counts}
    if counts:
        parts = counted(counts)
        return [say("yeu_cau_cham_ky", parts=parts)]
    if conducts.late:
        count = len(conducts.late)
        return [say("yeu_cau_cham", count=number(count))]
    return []


def counted(counts: Mapping[Period, int]) -> str:
    """Return «tháng 1: 07 đơn vị, tháng 2: 07 đơn vị»."""
    told = []
    for period, count in counts.items():
        told.append(
            say(
                "ky_don_vi",
                period=period.short,
                count=number(count),
            )
        )
    return ", ".join(told)
