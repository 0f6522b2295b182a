"""The charts of half-year and year reports: which there are, and the sentences that name them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.monthly_chart import monthly_chart
from khoagiao_xl.report.planned_chart import planned_chart
from khoagiao_xl.report.senders_chart import senders_chart
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.wording.chart_words import CHART_WORDS

if TYPE_CHECKING:
    from khoagiao_xl.report.chart_series import Chart
    from khoagiao_xl.report.content import ReportContent

DRAWN: Final = (monthly_chart, planned_chart, senders_chart)  # in the order of the report


def charts_of(content: ReportContent) -> list[Chart]:
    """Return the charts of a report, numbered; nothing of what has fewer than two points to show."""
    charts: list[Chart] = []
    for draw in DRAWN:
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
    named = words.format(
        number=number,
        called=chart.called,
    )
    return named + chart.reservation
