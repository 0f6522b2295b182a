"""Adding up the units: one figure per indicator from rows of tblSoLieu, by the way the indicator says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from khoagiao_xl.model.indicators import Indicator, OverUnits
from khoagiao_xl.rules.expression import Expression

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pandas import DataFrame


@dataclass(frozen=True)
class Sum:
    """What came of one indicator: the figure (None when nobody reported one), from how many units."""

    number: float | int | None
    units: int
    note: str = ""


def add_up(rows: Sequence[Mapping[str, Any]], indicators: Sequence[Indicator]) -> dict[str, Sum]:
    """Return indicator code -> figure over all `rows` (fields «unit» and one per indicator code)."""
    from pandas import DataFrame

    codes = [item.code for item in indicators]
    frame = DataFrame.from_records(list(rows), columns=["unit", *codes])
    return {item.code: _WAYS[item.over_units](frame, item) for item in indicators}


def _sum(frame: DataFrame, item: Indicator) -> Sum:
    given = frame[frame[item.code].notna()]
    if given.empty:
        return Sum(None, 0)
    return Sum(_plain(given[item.code].astype(float).sum()), given["unit"].nunique())


def _ratio(frame: DataFrame, item: Indicator) -> Sum:
    """A ratio of sums over the units that gave both of its terms; never a mean of percentages."""
    expression = Expression.parse(item.formula)
    known = [code for code in expression.codes if code in frame.columns]
    given = frame[frame[known].notna().all(axis=1)] if len(known) == len(expression.codes) else frame[:0]
    sums = {code: float(given[code].astype(float).sum()) for code in known}
    value = expression.evaluate(sums) if not given.empty else None
    return Sum(None if value is None else round(value, 1), given["unit"].nunique())


def _weighted(frame: DataFrame, item: Indicator) -> Sum:
    weight = item.over_units.rsplit(" ", 1)[-1]
    given = frame[frame[[item.code, weight]].notna().all(axis=1)]
    people = given[weight].astype(float)
    if given.empty or not people.sum():
        return Sum(None, 0)
    mean = (given[item.code].astype(float) * people).sum() / people.sum()
    return Sum(round(float(mean), 1), given["unit"].nunique())


def _count_yes(frame: DataFrame, item: Indicator) -> Sum:
    given = frame[frame[item.code].fillna("") != ""]
    if given.empty:
        return Sum(None, 0)
    yes = given[given[item.code] == "Có"]["unit"].nunique()
    return Sum(int(yes), given["unit"].nunique(), "số đơn vị trả lời «Có»")


def _distinct(frame: DataFrame, item: Indicator) -> Sum:
    """The different documents that any unit named; the same one named by many counts once (R31)."""
    given = frame[frame[item.code].fillna("") != ""]
    # A unit that reported and named none has answered all the same: its answer is «none».
    units = frame["unit"].nunique()
    symbols = sorted({word.strip() for text in given[item.code] for word in str(text).split(";")} - {""})
    return Sum(len(symbols) if units else None, units, "; ".join(symbols))


def _plain(value: float) -> float | int:
    """Return a sum without the dust of binary fractions, as int when it is whole."""
    tidy = round(float(value), 6)
    return int(tidy) if tidy.is_integer() else tidy


_WAYS: Mapping[OverUnits, Callable[[DataFrame, Indicator], Sum]] = {
    OverUnits.SUM: _sum,
    OverUnits.COMPUTED: _ratio,
    OverUnits.WEIGHTED: _weighted,
    OverUnits.COUNT_YES: _count_yes,
    OverUnits.DISTINCT: _distinct,
}
