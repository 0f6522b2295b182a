"""A quarter, a half and a year that begin a year have one figure for one thing, the fuller: the year to date.

The reports of the period alone leave out who sent shorter ones only («tháng 1», «quý I»). Beside the year to
date they made two figures for one thing: 3.069 in the text and 3.234 in the annex of one year; 758 «từ đầu
năm» in the report of the quarter and 805 in that of its third month, both of one day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.model.records import REPORTED, is_provisional
from khoagiao_xl.model.shorter_periods import smaller
from khoagiao_xl.report.figure_coverage import lacks_to_date
from khoagiao_xl.report.keyed_figures import FullerTotal
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import NAMED
from khoagiao_xl.report.told_standing import is_due
from khoagiao_xl.wording.annex_words import FULLER_NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.model.periods import Kind, Period
    from khoagiao_xl.model.records import Duty, Total
    from khoagiao_xl.report.content import ReportContent


def with_fuller(totals: Iterable[Total], period: Period, provisional_below: float) -> Iterator[Total]:
    """Yield the totals of a period; of one that begins the year and has parts the year to date."""
    is_whole = period.begins_year and bool(period.parts)
    for total in totals:
        if is_whole and _is_fuller(total):
            yield _fuller(total, provisional_below)
        else:
            yield total


def _is_fuller(total: Total) -> bool:
    """Whether the year to date is known, and misses no unit that the period has."""
    if total.to_date is None:
        return False
    return total.to_date_counted >= total.counted


def _fuller(total: Total, provisional_below: float) -> FullerTotal:
    counted = total.to_date_counted
    owing = total.to_date_owing
    fuller = replace(
        total,
        value=total.to_date,
        counted=counted,
        owing=owing,
        provisional=is_provisional(counted, owing, provisional_below),
    )
    facts = vars(fuller)
    return FullerTotal(**facts)


# -- whose report each figure is of -----------------------------------------------------------------------


def stand_ins(content: ReportContent) -> int:
    """Return how many units stand in the figures with shorter reports than that of the period."""
    if not _fuller_ones(content):
        return 0
    shorter = list(_with_shorter_ones(content))
    return len(shorter)


def fuller_note(content: ReportContent) -> Iterator[str]:
    """Yield of how many units the report of the period counts, and how many stand with shorter ones."""
    fuller = _fuller_ones(content)
    shorter = list(_with_shorter_ones(content))
    if not fuller or not shorter:
        return
    kinds = set.union(*shorter)
    in_order = sorted(kinds, key=_longest_first)
    called = [kind.facts.called for kind in in_order]
    note = FULLER_NOTES["cong_ky_ngan"].format(
        period=content.period.short,
        reported=number(content.reported),
        others=number(len(shorter)),
        called=", ".join(called),
    )
    if any(map(lacks_to_date, fuller)):
        note += FULLER_NOTES["chua_du"] + _added_in_part(content)
    yield note


def _added_in_part(content: ReportContent) -> str:
    """Return who stands in the sums with some reports alone and is in no number of units; blank for none."""
    told = []
    for unit, lacking in partly_reported(content):
        periods = [part.short for part in lacking]
        shown = FULLER_NOTES["thieu"].format(
            unit=content.name_of(unit),
            periods=", ".join(periods),
        )
        told.append(shown)
    if not told:
        return ""
    is_many = len(told) > NAMED
    phrase = "cong_mot_phan_so" if is_many else "cong_mot_phan"
    return FULLER_NOTES[phrase].format(
        units=", ".join(told),
        count=number(len(told)),
    )


def added_in_part(total: Total, content: ReportContent) -> int:
    """Return how many units stand in a sum with some of their reports; it counts the whole ones alone."""
    if not isinstance(total, FullerTotal):
        return 0
    parts = list(partly_reported(content))
    missing = total.to_date_owing - total.to_date_counted
    heard = missing - _absent(content)
    return min(len(parts), max(heard, 0))


def _absent(content: ReportContent) -> int:
    reported = _reports(content)
    absent = 0
    for duty in _duties_without_report(content):
        blocks = _blocks(content.period, duty.unit, reported)
        absent += not any(blocks)
    return absent


def partly_reported(content: ReportContent) -> Iterator[tuple[str, list[Period]]]:
    """Yield the units (codes) that lack the report of the period and of some of its parts, and of which."""
    reported = _reports(content)
    for duty in _duties_without_report(content):
        blocks = list(_blocks(content.period, duty.unit, reported))
        lacking = _lacking(blocks, content)
        if blocks and lacking:
            yield duty.unit, lacking


def _fuller_ones(content: ReportContent) -> list[FullerTotal]:
    return [total for total in content.totals if isinstance(total, FullerTotal)]


def _longest_first(kind: Kind) -> int:
    facts = kind.facts
    return -facts.months


def _with_shorter_ones(content: ReportContent) -> Iterator[set[Kind]]:
    """Yield of each unit without a report of the period the kinds of the shorter ones that it sent."""
    reported = _reports(content)
    for duty in _duties_without_report(content):
        blocks = _blocks(content.period, duty.unit, reported)
        kinds = {block.kind for block in blocks}
        if kinds:
            yield kinds


def _lacking(blocks: Sequence[Period], content: ReportContent) -> list[Period]:
    """Return the parts that are due and in none of the periods that a unit has reported."""
    lacking = []
    for part in content.period.parts:
        is_known = any(part.is_within(block) for block in blocks)
        if is_due(content, part) and not is_known:
            lacking.append(part)
    return lacking


def _duties_without_report(content: ReportContent) -> Iterator[Duty]:
    code = str(content.period)
    for duty in content.duties_by_period.get(code, ()):
        if duty.state not in REPORTED:
            yield duty


def _reports(content: ReportContent) -> set[tuple[str, str]]:
    found = set()
    for duty in content.duties:
        if duty.state in REPORTED:
            report = (duty.period, duty.unit)
            found.add(report)
    return found


def _blocks(period: Period, unit: str, reported: set[tuple[str, str]]) -> Iterator[Period]:
    """Yield the longest periods within one that a unit has reported."""
    code = str(period)
    if (code, unit) in reported:
        yield period
        return
    for part in smaller(period):
        yield from _blocks(part, unit, reported)
