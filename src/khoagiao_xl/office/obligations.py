"""Who owes what in one period: the units that must report it, what each is asked, the waivers in force."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Unit, Waiver
from khoagiao_xl.office.grouping import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.model.records import Duty

EXTENSION: Final = "GIA-HAN"  # «Đến hết» is the unit's new deadline
RELEASE: Final = "MIEN-NOP"  # the unit need not report this period
EDITED: Final = "SUA-TAY"  # a figure that the office has typed over in tblSoLieu counts as it stands there


@dataclass(frozen=True)
class Waivers:
    """The lines of tblMienTru for one period."""

    lines: tuple[Waiver, ...]

    @cached_property
    def _by_unit_and_rule(self) -> Mapping[tuple[str, str], list[Waiver]]:
        return grouped(self.lines, attrgetter("unit", "rule"))

    def extension(self, unit: str) -> date | None:
        """Return the unit's own deadline, if it was given one."""
        lines = self._of(unit, EXTENSION)
        days = (line.until for line in lines)
        given = filter(None, days)
        return max(given, default=None)

    def is_released(self, unit: str) -> bool:
        """Whether the unit need not report."""
        lines = self._of(unit, RELEASE)
        return bool(lines)

    def covering(self, unit: str, rule: str, codes: Iterable[str], day: date) -> Waiver | None:
        """Return the waiver in force on `day` for a broken rule, if there is one."""
        wanted = {"", *codes}  # a waiver that names no indicator is of all
        for line in self._of(unit, rule):
            last = line.until or day
            if day <= last and line.indicator in wanted:
                return line
        return None

    def allowing_edit(self, duty: Duty, code: str) -> Waiver | None:
        """Return the waiver, in force when the report came, by which a figure counts as it was typed."""
        lines = self._of(duty.unit, EDITED)
        if not lines:
            return None
        came = duty.received.date() if duty.received else date.min
        return self.covering(duty.unit, EDITED, (code,), came)

    def _of(self, unit: str, rule: str) -> list[Waiver]:
        key = (unit, rule)
        return self._by_unit_and_rule.get(key, [])


@dataclass(frozen=True)
class Obligations:
    """What the master says about one period: its deadline, who owes it, what is asked.

    units: every unit of the master, under the name it has on the period's last day.
    """

    period: Period
    deadline: Deadline
    units: tuple[Unit, ...]
    indicators: tuple[Indicator, ...]
    waivers: Waivers
    # The lists asked of units with the same «Gồm chỉ tiêu» are one list, worked out once.
    _asked: dict[frozenset[str], tuple[Indicator, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def asked(self) -> tuple[Indicator, ...]:
        """What is asked in this period: the indicators of its kind in force on its last day."""
        return tuple(self._asked_of_anybody())

    def _asked_of_anybody(self) -> Iterator[Indicator]:
        kind = self.period.kind
        last = self.deadline.ends
        for item in self.indicators:
            if item.is_in_force(last) and item.is_asked(kind):
                yield item

    def asked_of(self, unit: Unit) -> tuple[Indicator, ...]:
        """Return the indicators this unit answers in this period, in the order of the form.

        A unit that does not stand on the period's last day, dissolved or not yet founded, answers nothing;
        nor does one of which parts stand then: they answer for it.
        """
        if not unit.is_in_force(self.deadline.ends) or unit.code in self.codes_of_wholes:
            return ()
        known = self._asked
        covers = unit.covers
        if covers not in known:
            known[covers] = tuple(self._asked_among(covers))
        return known[covers]

    def _asked_among(self, covers: frozenset[str]) -> Iterator[Indicator]:
        kind = self.period.kind
        for item in self.asked:
            if item.is_asked(kind, covers):
                yield item

    def due(self, unit: str) -> date:
        """Return the day on which the unit's report is due, with its extension if it has one."""
        usual = self.deadline.unit_due
        own = self.waivers.extension(unit) or usual
        return max(usual, own)

    def closes(self, unit: str) -> date:
        """Return the last day on which a report of the unit still counts."""
        usual = self.deadline.closes
        own = self.waivers.extension(unit) or usual
        return max(usual, own)

    @cached_property
    def unit_by_code(self) -> Mapping[str, Unit]:
        """Code -> unit."""
        return {unit.code: unit for unit in self.units}

    @cached_property
    def unit_names(self) -> Mapping[str, str]:
        """Code of a unit -> what it is called on the period's last day."""
        return {unit.code: unit.name for unit in self.units}

    def name_of(self, unit: str) -> str:
        """Return what the unit of that code is called then; of one that the master has no more, the code."""
        return self.unit_names.get(unit, unit)

    @cached_property
    def party_names(self) -> Mapping[str, str]:
        """Code of a unit -> what a document of the Party calls it on the period's last day."""
        return {unit.code: unit.party_name for unit in self.units}

    def party_name_of(self, unit: str) -> str:
        """Return what a document of the Party calls the unit of a code then; of an unknown one, the code."""
        return self.party_names.get(unit, unit)

    # -- parts of a unit ----------------------------------------------------------------------------------

    @cached_property
    def _whole_by_part(self) -> Mapping[str, str]:
        """Code of a part that stands on the period's last day -> code of the unit that it is one body of."""
        last = self.deadline.ends
        found = {}
        for unit in self.units:
            if unit.part_of in self.unit_by_code and unit.is_in_force(last):
                found[unit.code] = unit.part_of
        return found

    @cached_property
    def codes_of_wholes(self) -> frozenset[str]:
        """The codes of the units that report by their parts in this period, each part with its own form."""
        return frozenset(self._whole_by_part.values())

    def whole_of(self, unit: str) -> str:
        """Return the code of the unit that a part belongs to; of what is no part, its own."""
        return self._whole_by_part.get(unit, unit)

    def wholes_among(self, units: Iterable[str]) -> frozenset[str]:
        """Return the units that any of these codes, of units and of parts, belongs to."""
        if not self._whole_by_part:
            return frozenset(units)
        return frozenset(map(self.whole_of, units))

    def complete_wholes(self, answered: Iterable[str], owing: Iterable[str]) -> frozenset[str]:
        """Return the units that count as having answered: all of their bodies that owe have."""
        given = set(answered)
        lacking = self.wholes_among(set(owing) - given)
        return self.wholes_among(given) - lacking

    @cached_property
    def merged(self) -> tuple[Unit, ...]:
        """The units that are merged into another, whenever that is."""
        return tuple(unit for unit in self.units if unit.merged_into)

    # -- who owes -----------------------------------------------------------------------------------------

    @cached_property
    def owing(self) -> tuple[Unit, ...]:
        """The units that answer at least one indicator in this period, released or not."""
        owing = filter(self.asked_of, self.units)
        return tuple(owing)

    @cached_property
    def owing_codes(self) -> frozenset[str]:
        """The codes of the units that answer at least one indicator in this period, released or not."""
        return frozenset(unit.code for unit in self.owing)
