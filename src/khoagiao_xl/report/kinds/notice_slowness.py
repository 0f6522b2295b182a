"""Who is slow, as a notice tells it: with the report of the period, and with those within it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import State
from khoagiao_xl.report.kinds.notice_requests import counted
from khoagiao_xl.report.kinds.notice_words import named_units, of_report, say
from khoagiao_xl.report.kinds.reports_within import ReportsWithin, counts_by_period
from khoagiao_xl.report.kinds.unit_conduct import Conducts
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.told_kinds import NOTICE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.report.kinds.reports_within import ByUnit

# What is counted of a unit that sent nothing usable in time.
COUNTED: Final = {State.MISSING: "phan_chua", State.EXTENDED: "phan_chua", State.UNUSABLE: "phan_loi",
                  State.RETURNED: "phan_tra"}  # fmt: skip


def slow_told(
    conducts: Conducts, within: ReportsWithin, period: Period, table: str, name_table: str
) -> Iterator[str]:
    """Yield who is slow with which report, and of whom an explanation or a correction is awaited."""
    own = of_report(period, within)
    yield _slow(conducts, own, table)
    named = {one.duty.unit for one in conducts.slow}
    yield from _within("con_thieu", within.lacked, named, table)
    yield from _within("cham_ky", within.late, named | within.lacked.keys(), table)
    all_open = [(own, conducts), *_of_open_parts(within)]
    for of, each in all_open:
        yield from named_units("cho_giai_trinh", each.explaining, name_table, of)
        yield from named_units("cho_ban_sua", each.correcting, name_table, of)


def _of_open_parts(within: ReportsWithin) -> Iterator[tuple[str, Conducts]]:
    for period, conducts in within.still_open:
        yield say("cua_bao_cao", period=period.short), conducts


def _within(phrase: str, reports: ByUnit, named: AbstractSet[str], table: str) -> Iterator[str]:
    """Yield of how many units reports within the period are slow, and how many of these were told of."""
    if not reports:
        return
    counts = counts_by_period(reports)
    are_several = sum(counts.values()) > len(reports)
    yield say(
        phrase,
        count=number(len(reports)),
        again=_again(named & reports.keys()),
        kinds=_kinds(counts),
        appendix=say("phu_luc", appendix=table),
        parts=counted(counts),
        several=NOTICE_TEXTS["nhieu_bao_cao"] if are_several else "",
    )


def _again(units: AbstractSet[str]) -> str:
    """Return how many of the units have been told of before."""
    count = len(units)
    return say("da_neu", count=number(count)) if count else ""


def _kinds(periods: Iterable[Period]) -> str:
    """Return «tháng»; of a half year «tháng, quý»."""
    called = [period.kind.facts.called for period in periods]
    kinds = dict.fromkeys(called)
    return ", ".join(kinds)


def _slow(conducts: Conducts, of: str, table: str) -> str:
    if not conducts.slow:
        return say("khong_cham_ky", of=of) if of else NOTICE_TEXTS["khong_cham"]
    return say(
        "con_cham",
        of=of,
        count=number(len(conducts.slow)),
        appendix=say("phu_luc", appendix=table),
        parts=", ".join(_parts(conducts)),
    )


def _parts(conducts: Conducts) -> Iterator[str]:
    if conducts.late:
        yield say("phan_cham", count=number(len(conducts.late)))
    counts: dict[str, int] = {}
    for unit in conducts.owing_still:
        phrase = COUNTED[unit.state]
        counts[phrase] = counts.get(phrase, 0) + 1
    for phrase, count in counts.items():
        yield say(phrase, count=number(count))
