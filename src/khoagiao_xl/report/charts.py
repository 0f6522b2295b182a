"""The charts of half-year and year reports: which there are, and the figures that each shows."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.chart_words import CHART_WORDS
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.month_course import MonthCourse

TABLE: Final = "data/report_charts.csv"
MONTHLY, PLANNED, TIMELY = "bieu_do_thang", "bieu_do_ke_hoach", "bieu_do_dung_han"
CHARTS: Final = (MONTHLY, PLANNED, TIMELY)
FEWEST_POINTS: Final = 2  # a single one is no course


class Shape(StrEnum):
    """How a series is drawn."""

    COLUMNS = "columns"
    STACKED = "stacked"
    LINE = "line"  # on an axis of its own at the right


@dataclass(frozen=True)
class Series:
    """Figures of one kind, one for each category of its chart; None where there is no figure."""

    name: str
    values: tuple[float | None, ...]
    shape: Shape = Shape.COLUMNS

    @property
    def has_figures(self) -> bool:
        """Whether it shows anything."""
        return any(value is not None for value in self.values)


@dataclass(frozen=True)
class Chart:
    """A chart. tag: by which a template has it. categories: along its lower side."""

    tag: str
    caption: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def in_words(self) -> str:
        """What it shows, for who cannot see it."""
        told = []
        for series in self.series:
            points = ", ".join(self._points(series))
            line = CHART_WORDS["mo_ta_day"].format(name=series.name, points=points)
            told.append(line)
        return CHART_WORDS["mo_ta"].format(caption=self.caption, series="; ".join(told))

    def _points(self, series: Series) -> Iterator[str]:
        for category, value in zip(self.categories, series.values, strict=True):
            if value is not None:
                shown = number(value, in_text=False)
                yield CHART_WORDS["mo_ta_diem"].format(category=category, value=shown)


def charts_of(content: ReportContent) -> list[Chart]:
    """Return the charts of a report, numbered; nothing of what has fewer than two points to show."""
    charts: list[Chart] = []
    for draw in (_monthly, _planned, _timely):
        chart = draw(content, len(charts) + 1)
        if chart:
            charts.append(chart)
    return charts


def _caption(tag: str, number: int, content: ReportContent) -> str:
    return CHART_WORDS[tag].format(number=number, period=content.period.label)


# -- the course of the year -------------------------------------------------------------------------------


def _monthly(content: ReportContent, number: int) -> Chart | None:
    lines = _lines(MONTHLY)
    codes = [line["code"] for line in lines]
    months = [month for month in content.months if _has_figures(month, codes)]
    if len(months) < FEWEST_POINTS:
        return None
    series = [_course(line, months) for line in lines]
    categories = [_month_name(month, codes) for month in months]
    caption = _caption(MONTHLY, number, content)
    if any(STAR in category for category in categories):
        caption += CHART_WORDS["chua_du"]
    return Chart(MONTHLY, caption, tuple(categories), tuple(series))


STAR: Final = PHRASES["sao_tam_tinh"]


@cache
def _lines(chart: str) -> list[dict[str, str]]:
    """Return the rows of a chart in the table of charts."""
    table = files("khoagiao_xl") / TABLE
    text = table.read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return [row for row in rows if row["chart"] == chart]


def _has_figures(month: MonthCourse, codes: Sequence[str]) -> bool:
    return any(_value(month, code) is not None for code in codes)


def _value(month: MonthCourse, code: str) -> float | None:
    total = month.totals.get(code)
    return total.value if total else None


def _course(line: dict[str, str], months: Sequence[MonthCourse]) -> Series:
    code = line["code"]
    values = [_value(month, code) for month in months]
    shape = Shape(line["shape"])
    return Series(line["name"], tuple(values), shape)


def _month_name(month: MonthCourse, codes: Sequence[str]) -> str:
    """Return «T3», starred where units are missing from a figure of the month."""
    name = _short_name(month)
    totals = [month.totals[code] for code in codes if code in month.totals]
    is_partial = any(total.provisional for total in totals)
    return name + STAR if is_partial else name


def _short_name(month: MonthCourse) -> str:
    return CHART_WORDS["thang"].format(number=month.period.index)


# -- the plan ---------------------------------------------------------------------------------------------


def _planned(content: ReportContent, number: int) -> Chart | None:
    planned = [total for total in content.totals if total.plan_value and total.plan_units]
    if not planned:
        return None
    plan = [total.plan_value for total in planned]
    done = [total.plan_done or 0 for total in planned]
    return Chart(
        PLANNED,
        _caption(PLANNED, number, content),
        tuple(clean_line(content.label_of(total)) for total in planned),
        (
            Series(CHART_WORDS["ke_hoach"], tuple(plan)),
            Series(CHART_WORDS["thuc_hien"], tuple(done)),
        ),
    )


# -- who reported in time ---------------------------------------------------------------------------------


def _timely(content: ReportContent, number: int) -> Chart | None:
    months = [month for month in content.months if month.owing]
    if len(months) < FEWEST_POINTS:
        return None
    counts = {
        "dung_han": [month.in_time for month in months],
        "sau_han": [month.late for month in months],
        "chua_bao_cao": [month.missing for month in months],
    }
    series = []
    for name, values in counts.items():
        if any(values):
            stacked = Series(CHART_WORDS[name], tuple(values), Shape.STACKED)
            series.append(stacked)
    categories = [_short_name(month) for month in months]
    caption = _caption(TIMELY, number, content)
    return Chart(TIMELY, caption, tuple(categories), tuple(series))
