"""What the dashboard's formulas find out of the tables, found out in Python: what is stored beside them.

A preview, a telephone, Excel's Protected View compute nothing: they show what is stored.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from khoagiao_xl.building.unit_standings import WORST_FIRST
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import REPORTED, Deadline, Duty, State, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from khoagiao_xl.office.year import Year


_WITHOUT_A_FILE = frozenset({State.MISSING, State.WAIVED})


class UnitStanding(NamedTuple):
    """Where a unit stands: its number in tblDonVi, from 1."""

    number: int
    unit: Unit
    state: str


def _worst_first(line: UnitStanding) -> tuple[int, int]:
    state = State(line.state)
    rank = WORST_FIRST.index(state)
    return rank, line.number


@dataclass(frozen=True)
class PeriodFacts:
    """One period of a year as it stands on a day."""

    year: Year
    period: str
    today: date

    @cached_property
    def deadline(self) -> Deadline | None:
        """Its line of tblThoiHan, None where there is none."""
        return self.year.deadlines.get(self.period)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """State -> how many rows of tblTiepNhan are in it."""
        return Counter(duty.state for duty in self._duties)

    @property
    def is_taken(self) -> bool:
        """Whether anything was taken in."""
        return bool(self._duties)

    @property
    def owing(self) -> int:
        """How many units owe it and are not released."""
        return len(self._in_force) - self.counts[State.WAIVED]

    @property
    def reported(self) -> int:
        """How many units have reported."""
        return sum(self.counts[state] for state in REPORTED)

    @property
    def on_time(self) -> int:
        """How many of their reports came on time."""
        return sum(duty.on_time is True for duty in self._duties)

    @property
    def missing(self) -> int:
        """How many units have sent nothing."""
        others = 0
        for state in State:
            if state not in _WITHOUT_A_FILE:
                others += self.counts[state]
        left = self.owing - others
        return max(0, left)

    @cached_property
    def standings(self) -> list[UnitStanding]:
        """Every unit that stands on its last day, the worst off first."""
        told = {duty.unit: duty.state for duty in self._duties}
        found = []
        for number, unit in enumerate(self.year.units, 1):
            if unit not in self._in_force:
                continue
            state = told.get(unit.code, State.MISSING)
            standing = UnitStanding(number, unit, state)
            found.append(standing)
        return sorted(found, key=_worst_first)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Code of a unit -> its row in the sheet of tblTiepNhan."""
        found = {}
        for line in self.year.page(schema.DUTIES).lines:
            if line.text("period") == self.period:
                unit = line.text("unit")
                found[unit] = line.row
        return found

    @cached_property
    def _duties(self) -> list[Duty]:
        return [duty for duty in self.year.duties if duty.period == self.period]

    @cached_property
    def _in_force(self) -> frozenset[Unit]:
        if self.deadline is None:
            return frozenset()
        day = self.deadline.ends
        wholes = {unit.part_of for unit in self.year.units}  # their parts answer for them
        return frozenset(
            unit for unit in self.year.units if unit.is_in_force(day) and unit.code not in wholes
        )


def one_decimal(number: float) -> str:
    """Return a number as the formulas write it into a text: «79,3», «80»."""
    rounded = Decimal(repr(number)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    text = str(rounded).removesuffix(".0")
    return text.replace(".", ",")


def day_in_words(day: date) -> str:
    """Return a day as the formulas write it into a text: «27/3/2024»."""
    return f"{day.day}/{day.month}/{day.year}"
