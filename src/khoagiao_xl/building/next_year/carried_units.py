"""The units that still stand in the year to come, each under the name it has then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.records import Unit


@dataclass(frozen=True)
class CarriedUnits:
    """units: as they go into the new master; gone: those whose last day has passed.

    orphans: parts of a unit that is gone, which now stand for themselves.
    """

    units: tuple[Unit, ...]
    gone: tuple[Unit, ...]
    orphans: tuple[Unit, ...]

    @property
    def left(self) -> Iterator[str]:
        """What is said of those that stayed behind."""
        if not self.gone:
            return
        named = [f"{unit.name} ({unit.code})" for unit in self.gone]
        facts = {
            "count": len(named),
            "names": "; ".join(named),
        }
        yield sentence("NC-21", facts)


def carry_units(units: Iterable[Unit], year: int) -> CarriedUnits:
    """Return the units that stand on or after the first day of `year`."""
    first = date(year, 1, 1)
    standing: list[Unit] = []
    gone: list[Unit] = []
    for unit in units:
        has_ended = unit.valid_to is not None and unit.valid_to < first
        whole = gone if has_ended else standing
        whole.append(unit)
    codes = {unit.code for unit in standing}
    carried = [_in_year(unit, first, codes) for unit in standing]
    orphans = [unit for unit in standing if unit.part_of and unit.part_of not in codes]
    return CarriedUnits(tuple(carried), tuple(gone), tuple(orphans))


def _in_year(unit: Unit, first: date, codes: set[str]) -> Unit:
    """Return the unit with what happened before `first` settled: a new name is its name, the old an alias."""
    if unit.valid_from and unit.valid_from < first:
        unit = replace(unit, valid_from=None)
    if unit.renamed_on and unit.renamed_on < first:
        unit = _settled_name(unit)
    if unit.part_of not in codes:
        unit = replace(unit, part_of="")
    if unit.merged_into not in codes:
        unit = replace(unit, merged_into="")
    return unit


def _settled_name(unit: Unit) -> Unit:
    aliases = unit.aliases
    former = unit.former_name
    if former and former not in aliases:
        aliases = (*aliases, former)
    return replace(
        unit,
        aliases=aliases,
        former_name="",
        renamed_on=None,
    )
