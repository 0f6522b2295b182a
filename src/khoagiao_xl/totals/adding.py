"""Adding up the units: one figure per indicator from what they contribute, by the way the indicator says."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.model.history import Answer
from khoagiao_xl.model.indicators import Indicator, OverUnits
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.vietnamese.yes_no import YES
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

DECIMALS: Final = 6  # finer is dust of binary fractions: no form takes more than one


class Contribution(NamedTuple):
    """One unit's part in a figure of one period: one answer, of the indicator or of a term of its formula.

    period: code of the period whose report gave the answer; another than the figure's own where it was
    carried forward from there, or where the figure adds several periods up.
    carried: the unit is silent in the figure's own period, and this is what it last reported.
    """

    unit: str
    period: str
    code: str
    value: Answer
    carried: bool = False


@dataclass(frozen=True)
class Sum:
    """What came of an indicator: the figure, None when nobody gave one, and what is to be said of it."""

    number: float | int | None
    note: str = ""


NOTHING_KNOWN: Final = Sum(None)


def add_up(contributions: Sequence[Contribution], item: Indicator) -> Sum:
    """Return the figure of `item`; the contributions are those of its terms, of one period or of several.

    Raise KeyError for an indicator whose answers are joined and not added.
    """
    if not contributions:
        return NOTHING_KNOWN
    way = WAYS[item.over_units]
    return way(contributions, item)


def adds_up(item: Indicator) -> bool:
    """Whether the units' answers make one figure."""
    return item.over_units in WAYS


def terms_of(item: Indicator) -> tuple[str, ...]:
    """Return the codes of the answers that put a unit into the figure: of most indicators its own."""
    own = item.code
    way = item.over_units
    if way is OverUnits.COMPUTED:
        expression = Expression.parse(item.formula)
        return expression.codes
    if way is OverUnits.WEIGHTED:
        return own, _weight(item)
    return (own,)


def _weight(item: Indicator) -> str:
    *_, weight = item.over_units.split(" ")
    return weight


def _sum(contributions: Sequence[Contribution], _: Indicator) -> Sum:
    figures = map(_figure, contributions)
    total = fsum(figures)
    return Sum(_tidy(total))


def _ratio(contributions: Sequence[Contribution], item: Indicator) -> Sum:
    """A ratio of sums over the units that gave all of its terms; never a mean of percentages."""
    expression = Expression.parse(item.formula)
    sums = {}
    for code in expression.codes:
        figures = _by_unit(contributions, code)
        sums[code] = fsum(figures.values())
    share = expression.evaluate(sums)
    if share is not None:
        share = round(share, 1)
    return Sum(share)


def _weighted(contributions: Sequence[Contribution], item: Indicator) -> Sum:
    """A mean in which a unit counts as much as its people, whose number stands under another code."""
    weight = _weight(item)
    people = _by_unit(contributions, weight)
    everybody = fsum(people.values())
    if not everybody:
        return NOTHING_KNOWN
    products = []
    values = _by_unit(contributions, item.code)
    for unit, value in values.items():
        product = value * people[unit]
        products.append(product)
    total = fsum(products)
    mean = total / everybody
    rounded = round(mean, 1)
    return Sum(rounded)


def _by_unit(contributions: Sequence[Contribution], code: str) -> dict[str, float]:
    """Return unit -> what it gave, in all of its periods together."""
    found: dict[str, float] = {}
    for part in contributions:
        if part.code != code:
            continue
        so_far = found.get(part.unit, 0)
        found[part.unit] = so_far + _figure(part)
    return found


def _count_yes(contributions: Sequence[Contribution], _: Indicator) -> Sum:
    said = sentence("TH-05", {})
    count = 0
    for part in contributions:
        count += part.value == YES
    return Sum(count, said)


def _distinct(contributions: Sequence[Contribution], _: Indicator) -> Sum:
    """The different documents that any unit named; the same one named by many counts once (R31)."""
    named: set[str] = set()
    for part in contributions:
        named |= words_of(part)
    in_order = sorted(named)
    listed = "; ".join(in_order)
    return Sum(len(named), listed)


def words_of(part: Contribution) -> set[str]:
    """Return the texts of a list, which are separated by «;»."""
    text = str(part.value)
    pieces = text.split(";")
    words = {piece.strip() for piece in pieces}
    return words - {""}


def _figure(part: Contribution) -> float:
    value = part.value or 0
    return float(value)


def _tidy(value: float) -> float | int:
    """Return a sum without the dust of binary fractions, as int when it is whole."""
    tidy = round(value, DECIMALS)
    if tidy.is_integer():
        return int(tidy)
    return tidy


WAYS: Final[Mapping[OverUnits, Callable[[Sequence[Contribution], Indicator], Sum]]] = {
    OverUnits.SUM: _sum,
    OverUnits.COMPUTED: _ratio,
    OverUnits.WEIGHTED: _weighted,
    OverUnits.COUNT_YES: _count_yes,
    OverUnits.DISTINCT: _distinct,
}
