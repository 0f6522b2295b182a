"""The chart of what is done of the year's plan, beside what was planned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khoagiao_xl.report.chart_series import PLANNED, Chart, Series, lines_of
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.figure_keys import key_of
from khoagiao_xl.report.keyed_figures import keyed_figure
from khoagiao_xl.wording.chart_words import CHART_WORDS

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent

PLANNED_FIGURE, DONE_FIGURE = "ke-hoach", "lam-ke-hoach"


def planned_chart(content: ReportContent, number: int) -> Chart | None:
    """Return the chart, None where no unit has given a plan."""
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
    label = clean_line(content.label_of(total))
    short = _short_name(total.code)
    is_part = short.casefold() in label.casefold()
    return short if short and is_part else label


def _short_name(code: str) -> str:
    for line in lines_of(PLANNED):
        if line["code"] == code:
            return line["name"]
    return ""


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
