"""What the forms of one period are judged by: the master's own words, each looked up in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.unit_names import UnitNames
from khoagiao_xl.model import schema
from khoagiao_xl.model.history import NO_HISTORY, History
from khoagiao_xl.model.periods import Period, periods_of
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.rules.rule import Rule
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.vietnamese.typed_symbols import parse_symbol

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year


@dataclass(frozen=True)
class IssuedWords:
    """Code -> the label, and the unit of measure, that forms were issued with; folded."""

    labels: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Measures:
    """What a form is judged by. histories: unit -> what it reported in other periods.

    rules: those that are looked at in this kind of period.
    symbols: of the directives the office knows, none where it keeps no list.
    issued: what most forms have beside each indicator, whatever the master says now.
    """

    obligations: Obligations
    rules: Sequence[Rule]
    master_id: str
    histories: Mapping[str, History] = field(default_factory=dict)
    symbols: frozenset[str] = frozenset()
    issued: IssuedWords = IssuedWords()

    @classmethod
    def of(cls, year: Year, period: Period) -> Measures:
        """Return what the master says of `period`; raise WrongRequest for what in it cannot be read."""
        return cls(
            year.obligations(period),
            [rule for rule in year.rules if rule.is_looked_at(period.kind)],
            year.settings.master_id,
            year.histories,
            _known_symbols(year),
        )

    @property
    def period(self) -> Period:
        """The period of the forms."""
        return self.obligations.period

    @cached_property
    def period_code(self) -> str:
        """The code of the period, as forms and tables say it."""
        return str(self.period)

    def history_of(self, unit: str) -> History:
        """Return what a unit reported in other periods."""
        return self.histories.get(unit, NO_HISTORY)

    @cached_property
    def unit_names(self) -> UnitNames:
        """The units, asked which of them a text names."""
        return UnitNames(self.obligations.units)

    @cached_property
    def units_by_name(self) -> Mapping[str, set[str]]:
        """Name or alias of a unit, folded -> the codes of the units that are called so."""
        found: dict[str, set[str]] = defaultdict(set)
        for unit in self.obligations.units:
            for name in (unit.name, *unit.aliases):
                found[fold(name)].add(unit.code)
        return dict(found)

    @cached_property
    def other_periods(self) -> frozenset[str]:
        """The names of the other periods of this year and the years beside it, folded."""
        own = self.period
        found: set[str] = set()
        for year in (own.year - 1, own.year, own.year + 1):
            found.update(fold(period.label) for period in periods_of(year))
        found.discard(fold(own.label))
        return frozenset(found)

    @cached_property
    def own_labels(self) -> Mapping[str, str]:
        """Code -> what the master writes beside it, folded."""
        return {item.code: fold(item.label) for item in self.obligations.indicators}

    @cached_property
    def own_measures(self) -> Mapping[str, str]:
        """Code -> its unit of measure as the master writes it, folded."""
        return {item.code: fold(item.unit) for item in self.obligations.indicators}

    @cached_property
    def all_labels(self) -> frozenset[str]:
        """What the master writes beside any of its indicators, folded."""
        return frozenset(self.own_labels.values())


def _known_symbols(year: Year) -> frozenset[str]:
    """Return the symbols of tblVanBan and the register, as they are compared."""
    found = set()
    for table in (schema.DIRECTIVES, schema.REGISTER):
        for row in year.rows(table):
            symbol = parse_symbol(row["symbol"]) or row["symbol"]
            found.add(symbol.upper())
    return frozenset(found)
