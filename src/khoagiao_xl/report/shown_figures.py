"""The figures of an indicator as the cells of its row show them, each under its key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.figure_coverage import is_of_all, lacks_to_date
from khoagiao_xl.report.figure_keys import key_of, mark
from khoagiao_xl.report.keyed_figures import TO_DATE, own_key
from khoagiao_xl.report.sentences import figure_of, number

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total


@dataclass(frozen=True)
class ShownFigure:
    """A figure as its cell shows it, and whether owing units are missing from it."""

    text: str
    is_partial: bool = False


def figures_of(total: Total, period: Period) -> Mapping[str, ShownFigure]:
    """Return the figures of an indicator by the tags of their columns."""
    return {
        "ky_nay": _this_period(total, period),
        "luy_ke": _to_date(total, period),
        "ky_truoc": _earlier(
            total.previous,
            total,
            period.previous,
            counted=total.previous_counted,
            owing=total.previous_owing,
        ),
        "cung_ky": _earlier(
            total.last_year,
            total,
            period.same_last_year,
            counted=total.last_year_counted,
            owing=total.last_year_owing,
        ),
    }


def _this_period(total: Total, period: Period) -> ShownFigure:
    value = figure_of(total)
    key = key_of(total.code, period, own_key(total))
    is_partial = total.provisional
    if total.carried_units:
        is_partial = not is_of_all(total)
    return _figure(value, key, is_partial=is_partial)


def _to_date(total: Total, period: Period) -> ShownFigure:
    """Return the year to date; of a period that begins the year it is the figure itself."""
    value = None if period.begins_year else total.to_date
    key = key_of(total.code, period, TO_DATE)
    is_partial = lacks_to_date(total)
    return _figure(value, key, is_partial=is_partial)


def _earlier(value: float | None, total: Total, then: Period, *, counted: int, owing: int) -> ShownFigure:
    """Return what the figure was in another period, and whether units that owed it then are missing."""
    key = key_of(total.code, then)
    return _figure(value, key, is_partial=counted < owing)


def _figure(value: float | None, key: str, *, is_partial: bool) -> ShownFigure:
    """Return a figure under its key; the column of measures says what it counts, also per cent."""
    if value is None:
        return ShownFigure(NONE)
    shown = number(value, in_text=False)
    return ShownFigure(mark(shown, key), is_partial)
