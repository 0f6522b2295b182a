"""The charts of half-year and year reports: which there are, and the figures that each shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.figure_keys import key_of
from khoagiao_xl.report.keyed_figures import keyed_figure
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.report.told_standing import is_due
from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.wording.chart_words import CHART_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.month_course import MonthCourse

TABLE: Final = "report_charts.csv"
MONTHLY, PLANNED, TIMELY = "bieu_do_thang", "bieu_do_ke_hoach", "bieu_do_dung_han"
CHARTS: Final = (MONTHLY, PLANNED, TIMELY)
OUTCOMES: Final = {"dung_han": "in_time", "sau_han": "late", "chua_bao_cao": "missing"}
PLANNED_FIGURE, DONE_FIGURE = "ke-hoach", "lam-ke-hoach"
ENOUGH: Final = 0.5  # of a period, below which its parts show no course of it
FEWEST_POINTS: Final = 2  # a single one is no course


class Shape(StrEnum):
    """How a series is drawn."""

    COLUMNS = "columns"
    STACKED = "stacked"
    LINE = "line"  # on an axis of its own at the right


@dataclass(frozen=True)
class Series:
    """Figures of one kind, one for each category of its chart; None where there is no figure.

    keys: of each figure, by which it is traced (figure_keys.py); none of what is counted of duties.
    """

    name: str
    values: tuple[float | None, ...]
    shape: Shape = Shape.COLUMNS
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart. tag: by which a template has it. categories: along its lower side.

    reservation: what its sentence says of what it does not show. called: what its parts are called, «quý».
    """

    tag: str
    caption: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    reservation: str = ""
    called: str = ""

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
    named = [_named(chart, at) for at, chart in enumerate(charts, 1)]
    if not named:
        return ""
    return capital("; ".join(named)) + "."


def chart_sentence(chart: Chart, number: int) -> str:
    """Return the sentence of the running text that names one chart."""
    return capital(_named(chart, number)) + "."


def _named(chart: Chart, number: int) -> str:
    words = CHART_WORDS[f"loi_{chart.tag}"]
    named = words.format(number=number, called=chart.called)
    return named + chart.reservation


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


# -- the course of the year -------------------------------------------------------------------------------


def _monthly(content: ReportContent, number: int) -> Chart | None:
    lines = _lines(MONTHLY)
    codes = [line["code"] for line in lines]
    months = _parts_shown(
        content,
        lambda part: _has_figures(part, codes),
        lambda part: _lacks_units(part, codes),
    )
    if not months:
        return None
    series = [_course(line, months) for line in lines]
    names = [_short_name(month) for month in months]
    caption = CHART_WORDS[MONTHLY].format(
        number=number,
        months=months_told(months),
    )
    return Chart(
        MONTHLY,
        caption + _same_units(months),
        categories=tuple(names),
        series=tuple(series),
        reservation=_reservation(content, months),
        called=_called(months),
    )


def _same_units(parts: Sequence[MonthCourse]) -> str:
    """Return over how many units all parts are, blank where each is over its own."""
    first, *_ = parts
    units = first.same_units
    if not units:
        return ""
    return CHART_WORDS["cung_don_vi"].format(units=units)


def _parts_shown(
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


def _called(parts: Sequence[MonthCourse]) -> str:
    first, *_ = parts
    facts = first.period.kind.facts
    return facts.called


def _reservation(content: ReportContent, parts: Sequence[MonthCourse]) -> str:
    """Say which other months or quarters of the period have no totals, and which are not due yet."""
    shown = [part.period for part in parts]
    first, *_ = shown
    alike = [Period(first.year, first.kind, index) for index in first.kind.indexes]
    others: dict[str, list[str]] = {}
    for part in alike:
        is_left_out = part not in shown
        if is_left_out and part.is_within(content.period):
            phrase = "phan_khac" if is_due(content, part) else "phan_chua_den_han"
            others.setdefault(phrase, []).append(part.short)
    told = [CHART_WORDS[phrase].format(parts=", ".join(named)) for phrase, named in others.items()]
    return f" ({'; '.join(told)})" if told else ""


def charted_codes() -> list[str]:
    """Return the indicators whose course is shown."""
    lines = _lines(MONTHLY)
    return [line["code"] for line in lines]


@cache
def _lines(chart: str) -> list[dict[str, str]]:
    """Return the rows of a chart in the table of charts."""
    rows = shipped_rows(TABLE)
    return [row for row in rows if row["chart"] == chart]


def _has_figures(month: MonthCourse, codes: Sequence[str]) -> bool:
    values = [_value(month, code) for code in codes]
    return set(values) != {None}


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


def _short_name(part: MonthCourse) -> str:
    """Return «T3», «Quý I»."""
    period = part.period
    if period.kind is Kind.MONTH:
        return CHART_WORDS["thang"].format(number=period.index)
    return capital(period.short)


# -- the plan ---------------------------------------------------------------------------------------------


def _planned(content: ReportContent, number: int) -> Chart | None:
    planned = [total for total in content.totals if total.plan_value]
    if not planned:
        return None
    labels = [_planned_name(total, content) for total in planned]
    return Chart(
        PLANNED,
        CHART_WORDS[PLANNED].format(number=number),
        categories=tuple(labels),
        series=(
            _of_plan("ke_hoach", planned, PLANNED_FIGURE),
            _of_plan("thuc_hien", planned, DONE_FIGURE),
        ),
    )


def _planned_name(total: Total, content: ReportContent) -> str:
    """Return what is planned and done: «... đã thực hiện» of a label would stand below the plan too.

    An office that calls it something else keeps its own name: the short one has to be a part of the label.
    """
    names = {line["code"]: line["name"] for line in _lines(PLANNED)}
    label = clean_line(content.label_of(total))
    short = names.get(total.code, label)
    return short if short.casefold() in label.casefold() else label


def _of_plan(name: str, planned: Sequence[Total], what: str) -> Series:
    values = []
    keys = []
    for total in planned:
        value = keyed_figure(total, what)
        values.append(value)
        key = key_of(total.code, total.period, what)
        keys.append(key)
    return Series(
        CHART_WORDS[name],
        tuple(values),
        keys=tuple(keys),
    )


# -- who reported in time ---------------------------------------------------------------------------------


def _timely(content: ReportContent, number: int) -> Chart | None:
    months = _parts_shown(content, lambda part: bool(part.owing), lambda _: False)
    if not months:
        return None
    names = [_short_name(month) for month in months]
    return Chart(
        TIMELY,
        CHART_WORDS[TIMELY].format(number=number, months=months_told(months)),
        categories=tuple(names),
        series=tuple(_outcomes(months)),
        called=_called(months),
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
