"""The chart of how many units sent their reports in time, late or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.chart_periods import called_parts, months_told, parts_shown, short_name
from khoagiao_xl.report.chart_series import TIMELY, Chart, Series, Shape
from khoagiao_xl.wording.chart_words import CHART_WORDS

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.month_course import MonthCourse

OUTCOMES: Final = {"dung_han": "in_time", "sau_han": "late", "chua_bao_cao": "missing"}


def senders_chart(content: ReportContent, number: int) -> Chart | None:
    """Return the chart, None of too few months and quarters."""
    months = parts_shown(content, lambda part: bool(part.owing), lambda _: False)
    if not months:
        return None
    names = [short_name(month) for month in months]
    return Chart(
        TIMELY,
        CHART_WORDS[TIMELY].format(
            number=number,
            months=months_told(months),
        ),
        categories=tuple(names),
        series=tuple(_outcomes(months)),
        called=called_parts(months),
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
