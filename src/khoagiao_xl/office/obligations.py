"""Who owes what in one period: the units that must report it, what each is asked, the waivers in force."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Deadline, Unit, Waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

EXTENSION: Final = "GIA-HAN"  # «Đến hết» is the unit's new deadline
RELEASE: Final = "MIEN-NOP"  # the unit need not report this period


@dataclass(frozen=True)
class Waivers:
    """The lines of tblMienTru for one period."""

    lines: tuple[Waiver, ...]

    @cached_property
    def _by_unit_and_rule(self) -> Mapping[tuple[str, str], list[Waiver]]:
        found: dict[tuple[str, str], list[Waiver]] = defaultdict(list)
        for line in self.lines:
            key = (line.unit, line.rule)
            found[key].append(line)
        return found

    def extension(self, unit: str) -> date | None:
        """Return the unit's own deadline, if it was given one."""
        lines = self._of(unit, EXTENSION)
        days = [line.until for line in lines if line.until]
        return max(days, default=None)

    def is_released(self, unit: str) -> bool:
        """Whether the unit need not report."""
        lines = self._of(unit, RELEASE)
        return bool(lines)

    def covering(self, unit: str, rule: str, codes: Iterable[str], day: date) -> Waiver | None:
        """Return the waiver in force on `day` for a broken rule, if there is one."""
        wanted = {"", *codes}  # a waiver that names no indicator is of all
        for line in self._of(unit, rule):
            in_force = line.until is None or day <= line.until
            if in_force and line.indicator in wanted:
                return line
        return None

    def _of(self, unit: str, rule: str) -> list[Waiver]:
        key = (unit, rule)
        return self._by_unit_and_rule.get(key, [])


@dataclass(frozen=True)
class Obligations:
    """What the master says about one period: its deadline, who owes it, what is asked."""

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
        last = self.deadline.ends
        kind = self.period.kind
        in_force = [item for item in self.indicators if item.is_in_force(last)]
        return tuple(item for item in in_force if item.is_asked(kind))

    def asked_of(self, unit: Unit) -> tuple[Indicator, ...]:
        """Return the indicators this unit answers in this period, in the order of the form.

        A unit that does not stand on the period's last day, dissolved or not yet founded, answers nothing.
        """
        if not unit.is_in_force(self.deadline.ends):
            return ()
        covers = unit.covers
        if covers not in self._asked:
            self._asked[covers] = tuple(self._asked_among(covers))
        return self._asked[covers]

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
    def owing(self) -> tuple[Unit, ...]:
        """The units that answer at least one indicator in this period, released or not."""
        return tuple(unit for unit in self.units if self.asked_of(unit))

    @cached_property
    def owing_codes(self) -> frozenset[str]:
        """The codes of the units that answer at least one indicator in this period, released or not."""
        return frozenset(unit.code for unit in self.owing)
