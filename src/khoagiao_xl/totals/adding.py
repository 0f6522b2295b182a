"""Adding up the units: one figure per indicator from what they reported, by the way the indicator says."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.indicators import Indicator, OverUnits
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.vietnamese.yes_no import YES
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from khoagiao_xl.model.history import Answer

BLANK: Final = (None, "")
DECIMALS: Final = 6  # finer is dust of binary fractions: no form takes more than one


@dataclass(frozen=True)
class Report:
    """What one unit reported of one period: indicator code -> figure or words, None for a blank."""

    unit: str
    answers: Mapping[str, Answer]

    def answers_to(self, codes: Iterable[str]) -> bool:
        """Whether it says something under every one of `codes`."""
        return all(self.answers.get(code) not in BLANK for code in codes)

    def number(self, code: str) -> float:
        """Return the figure under `code`, which the unit has given."""
        answer = self.answers[code]
        return float(answer or 0)

    def words(self, code: str) -> set[str]:
        """Return the texts of a list, which are separated by «;»."""
        text = str(self.answers[code])
        parts = text.split(";")
        words = {part.strip() for part in parts}
        return words - {""}


@dataclass(frozen=True)
class Sum:
    """What came of an indicator: the figure (None when nobody gave one), and the units behind it."""

    number: float | int | None
    units: int
    note: str = ""


NOBODY: Final = Sum(None, 0)


def add_up(reports: Sequence[Report], item: Indicator) -> Sum:
    """Return the figure of `item` over all `reports`, of one period or of several.

    Raise KeyError for an indicator whose answers are joined and not added.
    """
    way = WAYS[item.over_units]
    return way(reports, item)


def _sum(reports: Sequence[Report], item: Indicator) -> Sum:
    given = _answering(reports, item.code)
    if not given:
        return NOBODY
    number = _total(given, item.code)
    return Sum(_tidy(number), _units(given))


def _ratio(reports: Sequence[Report], item: Indicator) -> Sum:
    """A ratio of sums over the units that gave both of its terms; never a mean of percentages."""
    expression = Expression.parse(item.formula)
    given = _answering(reports, *expression.codes)
    if not given:
        return NOBODY
    sums = {}
    for code in expression.codes:
        sums[code] = _total(given, code)
    share = expression.evaluate(sums)
    if share is not None:
        share = round(share, 1)
    return Sum(share, _units(given))


def _weighted(reports: Sequence[Report], item: Indicator) -> Sum:
    """A mean in which a unit counts as much as its people, whose number stands under another code."""
    *_, weight = item.over_units.split(" ")
    given = _answering(reports, item.code, weight)
    people = _total(given, weight)
    if not people:
        return NOBODY
    products = []
    for report in given:
        value = report.number(item.code)
        own_people = report.number(weight)
        products.append(value * own_people)
    mean = fsum(products) / people
    rounded = round(mean, 1)
    return Sum(rounded, _units(given))


def _count_yes(reports: Sequence[Report], item: Indicator) -> Sum:
    given = _answering(reports, item.code)
    if not given:
        return NOBODY
    yes = [report for report in given if report.answers[item.code] == YES]
    count = _units(yes)
    return Sum(
        number=count,
        units=_units(given),
        note=sentence("TH-05", {}),
    )


def _distinct(reports: Sequence[Report], item: Indicator) -> Sum:
    """The different documents that any unit named; the same one named by many counts once (R31)."""
    if not reports:
        return NOBODY
    named: set[str] = set()
    for report in _answering(reports, item.code):
        named |= report.words(item.code)
    in_order = sorted(named)
    # A unit that reported and named none has answered all the same: its answer is «none».
    return Sum(
        number=len(named),
        units=_units(reports),
        note="; ".join(in_order),
    )


def _answering(reports: Iterable[Report], *codes: str) -> list[Report]:
    return [report for report in reports if report.answers_to(codes)]


def _total(given: Iterable[Report], code: str) -> float:
    figures = (report.number(code) for report in given)
    return fsum(figures)


def _units(given: Iterable[Report]) -> int:
    units = {report.unit for report in given}
    return len(units)


def _tidy(value: float) -> float | int:
    """Return a sum without the dust of binary fractions, as int when it is whole."""
    tidy = round(value, DECIMALS)
    if tidy.is_integer():
        return int(tidy)
    return tidy


WAYS: Final[Mapping[OverUnits, Callable[[Sequence[Report], Indicator], Sum]]] = {
    OverUnits.SUM: _sum,
    OverUnits.COMPUTED: _ratio,
    OverUnits.WEIGHTED: _weighted,
    OverUnits.COUNT_YES: _count_yes,
    OverUnits.DISTINCT: _distinct,
}
