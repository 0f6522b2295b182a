"""Who has not made the report of a period, and which shorter ones within it stand for it in the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.records import REPORTED
from khoagiao_xl.model.shorter_periods import smaller
from khoagiao_xl.report.keyed_figures import FullerTotal
from khoagiao_xl.report.told_standing import is_due

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.periods import Kind, Period
    from khoagiao_xl.model.records import Duty, Total
    from khoagiao_xl.report.content import ReportContent


def added_in_part(total: Total, content: ReportContent) -> int:
    """Return how many units stand in a sum with some of their reports; it counts the whole ones alone."""
    if not isinstance(total, FullerTotal):
        return 0
    parts = [unit for unit, _ in partly_reported(content) if _was_asked(unit, total, content)]
    missing = total.to_date_owing - total.to_date_counted
    heard = missing - _absent(content)
    return min(len(parts), max(heard, 0))


def _was_asked(unit: str, total: Total, content: ReportContent) -> bool:
    """Whether a report that a unit has sent asks the figure; one that nobody knows of is asked in all."""
    kinds = content.asked_with.get(total.code)
    blocks = _blocks(content.period, unit, _reports(content))
    return kinds is None or any(block.kind in kinds for block in blocks)


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


def kinds_sent_instead(content: ReportContent) -> Iterator[set[Kind]]:
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
