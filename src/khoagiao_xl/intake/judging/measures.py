"""What the forms of one period are judged by: the master's own words, each looked up in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from khoagiao_xl.files.unit_stems import code_key
from khoagiao_xl.forms.naming import unit_by_stem
from khoagiao_xl.intake.judging.last_report import ReportedLast
from khoagiao_xl.intake.judging.unit_names import UnitNames
from khoagiao_xl.intake.reading.difference import Difference
from khoagiao_xl.mail.addresses import address_key, read_addresses
from khoagiao_xl.model import schema
from khoagiao_xl.model.history import NO_HISTORY, History
from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.rules.rule import Rule
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.vietnamese.typed_symbols import parse_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.model.records import Unit
    from khoagiao_xl.office.year import Year


@dataclass(frozen=True)
class IssuedLines:
    """The codes of lines that the office added and dropped after the forms went out."""

    added: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Measures:
    """What a form is judged by. histories: unit -> what it reported in other periods.

    rules: those that are looked at in this kind of period.
    symbols: of the directives the office knows, none where it keeps no list.
    issued: the lines of most forms, whatever the master says now.
    issued_otherwise: how most forms differ from what the master would issue now: they were issued so.
    figures: the figures of a form -> the codes of the units that sent them.
    revised: the units whose last report came in more than one version. office: the office's own addresses.
    issues: the hot issues as they stand in the log.
    """

    obligations: Obligations
    rules: Sequence[Rule]
    master_id: str
    histories: Mapping[str, History] = field(default_factory=dict)
    symbols: frozenset[str] = frozenset()
    issued: IssuedLines = IssuedLines()
    issued_otherwise: frozenset[Difference] = frozenset()
    figures: Mapping[frozenset[tuple[str, str]], tuple[str, ...]] = field(default_factory=dict)
    revised: frozenset[str] = frozenset()
    office: frozenset[str] = frozenset()
    issues: tuple[Issue, ...] = ()

    @classmethod
    def of(cls, year: Year, period: Period) -> Measures:
        """Return what the master says of `period`; raise WrongRequest for what in it cannot be read."""
        return cls(
            year.obligations(period),
            [rule for rule in year.rules if rule.is_looked_at(period.kind)],
            year.settings.master_id,
            year.histories,
            _known_symbols(year),
            revised=frozenset(_revised(year, period)),
            office=frozenset(_keys_of(year.settings.email)),
        )

    @property
    def period(self) -> Period:
        """The period of the forms."""
        return self.obligations.period

    @cached_property
    def period_code(self) -> str:
        """The code of the period, as forms and tables say it."""
        return str(self.period)

    def unit_of(self, reading: FileReading) -> Unit | None:
        """Return the unit that a form says it is of, None for one the office does not have."""
        said = reading.identity.unit_code
        return self.unit_by_key.get(code_key(said))

    def asked_codes_of(self, reading: FileReading) -> list[str]:
        """Return the codes that the unit of a form is asked."""
        unit = self.unit_of(reading)
        if unit is None:
            return []
        return [item.code for item in self.obligations.asked_of(unit)]

    def is_of_the_period(self, reading: FileReading) -> bool:
        """Say whether a file is a form of this master for this period."""
        said = reading.identity
        is_of_this_master = said.master_id == self.master_id
        return reading.is_readable and is_of_this_master and said.period == self.period_code

    def issues_of(self, unit: str) -> list[Issue]:
        """Return the hot issues of a unit."""
        return self._issues_by_unit.get(unit, [])

    @cached_property
    def _issues_by_unit(self) -> Mapping[str, list[Issue]]:
        return grouped(self.issues, attrgetter("unit"))

    def history_of(self, unit: str) -> History:
        """Return what a unit reported in other periods."""
        return self.histories.get(unit, NO_HISTORY)

    @cached_property
    def unit_names(self) -> UnitNames:
        """The units, asked which of them a text names."""
        return UnitNames(self.obligations.units)

    @cached_property
    def unit_by_key(self) -> Mapping[str, Unit]:
        """Code of a unit, as codes are compared -> the unit."""
        return {code_key(unit.code): unit for unit in self.obligations.units}

    @cached_property
    def unit_by_stem(self) -> Mapping[str, str]:
        """What the names of a unit's files begin with -> its code."""
        return unit_by_stem(self.obligations.unit_by_code)

    @cached_property
    def units_by_name(self) -> Mapping[str, set[str]]:
        """Name or alias of a unit, folded -> the codes of the units that are called so."""
        found: dict[str, set[str]] = defaultdict(set)
        for unit in self.obligations.units:
            for name in (unit.name, *unit.aliases):
                called_so = found[fold(name)]
                called_so.add(unit.code)
        return dict(found)

    @cached_property
    def units_by_address(self) -> Mapping[str, Mapping[str, str]]:
        """Address, as addresses are compared -> the units that have it, by code their names.

        Not the office's own: what it sends on is not its.
        """
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for unit in self.obligations.units:
            for key in _keys_of(unit.email):
                found[key][unit.code] = unit.name
        for key in self.office:
            found.pop(key, None)
        return dict(found)

    @cached_property
    def reported_last(self) -> ReportedLast:
        """What the units reported in the period before, as forms show it."""
        previous = str(self.period.previous)
        return ReportedLast.of(previous, self.histories)

    @cached_property
    def all_labels(self) -> frozenset[str]:
        """What the master writes beside any of its indicators, folded."""
        words = set()
        for item in self.obligations.indicators:
            words |= {fold(item.label), fold(item.question)}
        return frozenset(words)


def _keys_of(text: str) -> Iterator[str]:
    """Yield the addresses of a cell as addresses are compared."""
    for address in read_addresses(text).sound:
        yield address_key(address)


def _revised(year: Year, period: Period) -> Iterator[str]:
    """Yield the units that sent their report of the period before more than once."""
    for duty in year.duties_of(period.previous):
        if duty.version > 1:
            yield duty.unit


def _known_symbols(year: Year) -> frozenset[str]:
    """Return the symbols of tblVanBan and the register, as they are compared."""
    found = set()
    for table in (schema.DIRECTIVES, schema.REGISTER):
        for row in year.rows(table):
            symbol = parse_symbol(row["symbol"]) or row["symbol"]
            found.add(symbol.upper())
    return frozenset(found)
