"""Which months or quarters a chart shows as the course of a half-year or a year, and how they are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.report.told_standing import is_due
from khoagiao_xl.wording.chart_words import CHART_WORDS

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.month_course import MonthCourse

ENOUGH: Final = 0.5  # of a period, below which its parts show no course of it
FEWEST_POINTS: Final = 2  # a single one is no course


def parts_shown(
    content: ReportContent, is_known: Callable[[MonthCourse], bool], is_starred: Callable[[MonthCourse], bool]
) -> list[MonthCourse]:
    """Return the months where all are known, else the quarters, else what months there are; nothing of few.

    Three months of a year are no course of it, nor is a month that units are missing from (`is_starred`).
    """
    period = content.period
    months = list(filter(is_known, content.months))
    quarters = list(filter(is_known, content.quarters))
    if any(map(is_starred, months)):
        months = []
    if _share(months, period) == 1:
        return months
    for parts in (quarters, months):
        is_course = len(parts) >= FEWEST_POINTS
        if is_course and _share(parts, period) >= ENOUGH:
            return parts
    return []


def _share(parts: Sequence[MonthCourse], period: Period) -> float:
    """Return how much of a period they cover."""
    months = 0
    for part in parts:
        facts = part.period.kind.facts
        months += facts.months
    return months / period.last_month


def called_parts(parts: Sequence[MonthCourse]) -> str:
    """Return what the parts are called: «tháng», «quý»."""
    first, *_ = parts
    facts = first.period.kind.facts
    return facts.called


def left_out(content: ReportContent, parts: Sequence[MonthCourse]) -> str:
    """Say which other months or quarters of the period have no totals, and which are not due yet."""
    shown = [part.period for part in parts]
    first, *_ = shown
    alike = [Period(first.year, first.kind, index) for index in first.kind.indexes]
    within = [part for part in alike if part.is_within(content.period)]
    others: dict[str, list[str]] = {}
    for part in within:
        if part in shown:
            continue
        phrase = "phan_khac" if is_due(content, part) else "phan_chua_den_han"
        own = others.setdefault(phrase, [])
        own.append(part.short)
    told = []
    for phrase, names in others.items():
        words = CHART_WORDS[phrase]
        parts_told = words.format(parts=", ".join(names))
        told.append(parts_told)
    joined = "; ".join(told)
    return f" ({joined})" if told else ""


def months_told(months: Sequence[MonthCourse]) -> str:
    """Return «tháng 1 - tháng 3 năm 2024», of months that do not follow each other each by its name."""
    periods = [month.period for month in months]
    first, *_ = periods
    *others, last = periods
    span = last.index - first.index + 1
    if span == len(periods):
        return CHART_WORDS["cac_thang"].format(
            first=first.short,
            last=last.label,
        )
    names = [period.short for period in others]
    return ", ".join([*names, last.label])


def short_name(part: MonthCourse) -> str:
    """Return «T3», «Quý I»."""
    period = part.period
    if period.kind is Kind.MONTH:
        return CHART_WORDS["thang"].format(number=period.index)
    return capital(period.short)
