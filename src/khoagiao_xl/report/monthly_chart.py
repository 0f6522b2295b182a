"""The chart of the course of propaganda over the months or quarters of a half-year or a year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khoagiao_xl.report.chart_periods import called_parts, left_out, months_told, parts_shown, short_name
from khoagiao_xl.report.chart_series import MONTHLY, Chart, Series, Shape, lines_of
from khoagiao_xl.report.figure_keys import key_of
from khoagiao_xl.wording.chart_words import CHART_WORDS

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.month_course import MonthCourse


def monthly_chart(content: ReportContent, number: int) -> Chart | None:
    """Return the chart, None of too few months and quarters."""
    lines = lines_of(MONTHLY)
    codes = [line["code"] for line in lines]
    months = parts_shown(
        content,
        lambda part: _has_figures(part, codes),
        lambda part: _lacks_units(part, codes),
    )
    if not months:
        return None
    series = [_course(line, months) for line in lines]
    names = [short_name(month) for month in months]
    caption = CHART_WORDS[MONTHLY].format(
        number=number,
        months=months_told(months),
    )
    return Chart(
        MONTHLY,
        caption + _same_units(months),
        categories=tuple(names),
        series=tuple(series),
        reservation=left_out(content, months),
        called=called_parts(months),
    )


def _same_units(parts: Sequence[MonthCourse]) -> str:
    """Return over how many units all parts are, blank where each is over its own."""
    first, *_ = parts
    units = first.same_units
    if not units:
        return ""
    return CHART_WORDS["cung_don_vi"].format(units=units)


def charted_codes() -> list[str]:
    """Return the indicators whose course is shown."""
    lines = lines_of(MONTHLY)
    return [line["code"] for line in lines]


def _has_figures(month: MonthCourse, codes: Sequence[str]) -> bool:
    values = [_value(month, code) for code in codes]
    return any(value is not None for value in values)


def _value(month: MonthCourse, code: str) -> float | None:
    total = month.totals.get(code)
    if total:
        return total.value
    return None


def _course(line: dict[str, str], months: Sequence[MonthCourse]) -> Series:
    code = line["code"]
    values = []
    keys = []
    for month in months:
        value = _value(month, code)
        values.append(value)
        key = key_of(code, month.period)
        keys.append(key)
    if any(month.same_units for month in months):
        keys = []  # they are no totals that anything could be traced to
    return Series(
        line["name"],
        tuple(values),
        shape=Shape(line["shape"]),
        keys=tuple(keys),
    )


def _lacks_units(month: MonthCourse, codes: Sequence[str]) -> bool:
    """Whether units are missing from a figure of the month: beside others it shows less than there is."""
    for code in codes:
        total = month.totals.get(code)
        if total and total.provisional:
            return True
    return False
