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
OUTCOMES: Final = {"dung_han": "in_time", "sau_han": "late", "chua_bao_cao": "missing"}
STAR: Final = PHRASES["sao_tam_tinh"]
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
        told = [self._told(series) for series in self.series]
        return CHART_WORDS["mo_ta"].format(
            caption=self.caption,
            series="; ".join(told),
        )

    def _told(self, series: Series) -> str:
        points = self._points(series)
        return CHART_WORDS["mo_ta_day"].format(
            name=series.name,
            points=", ".join(points),
        )

    def _points(self, series: Series) -> Iterator[str]:
        points = zip(self.categories, series.values, strict=True)
        for category, value in points:
            if value is None:
                continue
            yield CHART_WORDS["mo_ta_diem"].format(
                category=category,
                value=number(value, in_text=False),
            )


def charts_of(content: ReportContent) -> list[Chart]:
    """Return the charts of a report, numbered; nothing of what has fewer than two points to show."""
    charts: list[Chart] = []
    for draw in (_monthly, _planned, _timely):
        at = len(charts) + 1
        chart = draw(content, at)
        if chart:
            charts.append(chart)
    return charts


def charts_sentence(charts: Sequence[Chart]) -> str:
    """Return the sentence of the running text that names the charts; nothing where there is none."""
    named = []
    for at, chart in enumerate(charts, 1):
        words = CHART_WORDS[f"loi_{chart.tag}"]
        told = words.format(number=at)
        named.append(told)
    sentence = "; ".join(named)
    if not sentence:
        return ""
    first, rest = sentence[:1], sentence[1:]
    return f"{first.upper()}{rest}."


def _caption(tag: str, number: int, content: ReportContent) -> str:
    words = CHART_WORDS[tag]
    period = content.period.label
    return words.format(number=number, period=period)


# -- the course of the year -------------------------------------------------------------------------------


def _monthly(content: ReportContent, number: int) -> Chart | None:
    lines = _lines(MONTHLY)
    codes = [line["code"] for line in lines]
    months = [month for month in content.months if _has_figures(month, codes)]
    if len(months) < FEWEST_POINTS:
        return None
    series = [_course(line, months) for line in lines]
    names = [_month_name(month, codes) for month in months]
    caption = _caption(MONTHLY, number, content)
    starred = [name for name in names if name.endswith(STAR)]
    if starred:
        caption += CHART_WORDS["chua_du"]
    return Chart(
        MONTHLY,
        caption,
        categories=tuple(names),
        series=tuple(series),
    )


@cache
def _lines(chart: str) -> list[dict[str, str]]:
    """Return the rows of a chart in the table of charts."""
    table = files("khoagiao_xl") / TABLE
    text = table.read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return [row for row in rows if row["chart"] == chart]


def _has_figures(month: MonthCourse, codes: Sequence[str]) -> bool:
    values = [_value(month, code) for code in codes]
    return set(values) != {None}


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
    for code in codes:
        total = month.totals.get(code)
        if total and total.provisional:
            return name + STAR
    return name


def _short_name(month: MonthCourse) -> str:
    index = month.period.index
    return CHART_WORDS["thang"].format(number=index)


# -- the plan ---------------------------------------------------------------------------------------------


def _planned(content: ReportContent, number: int) -> Chart | None:
    planned = [total for total in content.totals if total.plan_value]
    if not planned:
        return None
    labels = [clean_line(content.label_of(total)) for total in planned]
    plan = [total.plan_value for total in planned]
    done = [total.plan_done or 0 for total in planned]
    return Chart(
        PLANNED,
        _caption(PLANNED, number, content),
        categories=tuple(labels),
        series=(
            Series(CHART_WORDS["ke_hoach"], tuple(plan)),
            Series(CHART_WORDS["thuc_hien"], tuple(done)),
        ),
    )


# -- who reported in time ---------------------------------------------------------------------------------


def _timely(content: ReportContent, number: int) -> Chart | None:
    months = [month for month in content.months if month.owing]
    if len(months) < FEWEST_POINTS:
        return None
    names = [_short_name(month) for month in months]
    return Chart(
        TIMELY,
        _caption(TIMELY, number, content),
        categories=tuple(names),
        series=tuple(_outcomes(months)),
    )


def _outcomes(months: Sequence[MonthCourse]) -> Iterator[Series]:
    """Yield the units in time, late and missing; what there was in no month is not spoken of."""
    for name, field in OUTCOMES.items():
        values = [getattr(month, field) for month in months]
        if any(values):
            yield Series(
                CHART_WORDS[name],
                tuple(values),
                Shape.STACKED,
            )
