"""A quarter, a half and a year that begin a year have one figure for one thing, the fuller: the year to date.

The reports of the period alone leave out who sent shorter ones only («tháng 1», «quý I»). Beside the year to
date they made two figures for one thing: 3.069 in the text and 3.234 in the annex of one year; 758 «từ đầu
năm» in the report of the quarter and 805 in that of its third month, both of one day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import periods_of
from khoagiao_xl.model.records import is_provisional
from khoagiao_xl.report.keyed_figures import FullerTotal
from khoagiao_xl.report.told_rows import are_of_all

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from khoagiao_xl.model.periods import Kind, Period
    from khoagiao_xl.model.records import Total


def with_fuller(
    totals: Iterable[Total],
    period: Period,
    provisional_below: float,
    asked_with: Mapping[str, Collection[Kind]] | None = None,
) -> Iterator[Total]:
    """Yield the totals of a period; of one that begins the year and has parts the year to date.

    asked_with: code of an indicator -> the kinds of period that ask it.
    """
    is_whole = period.begins_year and bool(period.parts)
    kinds = asked_with or {}
    for total in totals:
        if is_whole and _is_fuller(total):
            part = _only_part(period, kinds.get(total.code, ()))
            yield _fuller(total, provisional_below, part)
        else:
            yield total


def _is_fuller(total: Total) -> bool:
    """Whether the year to date is known, and misses no unit that the period has."""
    if total.to_date is None:
        return False
    return total.to_date_counted >= total.counted


def _only_part(period: Period, kinds: Collection[Kind]) -> str:
    """Return which part of a period its shorter reports ask of a figure; blank for all of it, and for none.

    Of who has sent «6 tháng» and no «năm» nobody knows what came behind June where no quarter asks it.
    """
    others = [each for each in periods_of(period.year) if each != period and each.is_within(period)]
    asking = [each for each in others if each.kind in kinds]
    if are_of_all(asking, period):
        return ""
    return ", ".join(each.short for each in asking)


def _fuller(total: Total, provisional_below: float, part: str) -> FullerTotal:
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
    in_part = counted - total.counted if part else 0
    return FullerTotal(**facts, part_units=in_part, part=part)
