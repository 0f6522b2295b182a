"""A chart of a report as data: its series, what it shows in words, the table of what each shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from khoagiao_xl.report.sentences import number
from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.wording.chart_words import CHART_WORDS

TABLE: Final = "report_charts.csv"
MONTHLY, PLANNED, TIMELY = "bieu_do_thang", "bieu_do_ke_hoach", "bieu_do_dung_han"
CHARTS: Final = (MONTHLY, PLANNED, TIMELY)


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


@cache
def lines_of(chart: str) -> list[dict[str, str]]:
    """Return the rows of a chart in the table of charts."""
    rows = shipped_rows(TABLE)
    return [row for row in rows if row["chart"] == chart]
