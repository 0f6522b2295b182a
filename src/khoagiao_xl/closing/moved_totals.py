"""Totals of open periods that are no longer what their units' answers come to: what the next report tells.

The totals of a month are those of its report until somebody consolidates it anew; a correction that comes
later counts in the quarter, and no closing notes it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.closing_records import LaterChange
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.totals.period_totals import make_totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.office.year import Year

NO_CLOSING: Final = 0


def with_moved_totals(year: Year, period: Period | None) -> Year:
    """Return the year with what has moved in the open periods that the report of `period` goes back to."""
    moved = tuple(_moved_behind(year, period)) if period else ()
    return replace(year, moved_totals=moved) if moved else year


def _moved_behind(year: Year, period: Period) -> Iterator[LaterChange]:
    parts = [part for part in _behind(period) if _is_open(year, part)]
    if not parts:
        return
    counting = FigureSources(year).counting_year
    for part in parts:
        yield from _moved(counting, part)


def _behind(period: Period) -> list[Period]:
    """Return the periods that its year to date goes back to, then its own parts."""
    *earlier, _ = period.to_date
    return [*earlier, *period.parts]


def _is_open(year: Year, part: Period) -> bool:
    """Whether a period was taken in and consolidated, and is not closed."""
    if year.closing_of(part) or str(part) not in year.deadlines:
        return False
    return bool(year.duties_of(part) and year.totals_of(part))


def _moved(year: Year, part: Period) -> Iterator[LaterChange]:
    standing = {total.code: total for total in year.totals_of(part)}
    for now in make_totals(year, part):
        then = standing.get(now.code)
        if then is not None and then.value != now.value:
            yield _change(then, now)


def _change(then: Total, now: Total) -> LaterChange:
    return LaterChange(
        period=then.period,
        round=NO_CLOSING,
        unit="",
        code=then.code,
        label=then.label,
        frozen="",
        now="",
        difference=None,
        frozen_total=then.value,
        new_total=now.value,
        file="",
        noted_at=None,
    )
