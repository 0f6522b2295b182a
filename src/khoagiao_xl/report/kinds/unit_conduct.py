"""How each unit has kept to its duty to report a period; waived and extended ones are not blamed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import REPORTED, State
from khoagiao_xl.office.open_corrections import units_correcting
from khoagiao_xl.report.kinds.kind_tags import body_names

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.office.year import Year

FIRST_VERSION: Final = 1


@dataclass(frozen=True)
class UnitConduct:
    """What became of one unit's duty. due: its own deadline, with its extension. days_late: up to `today`.

    has_to_correct: what it sent later to put its report right could not be used.
    """

    name: str
    duty: Duty
    due: date
    today: date
    has_to_correct: bool = False

    @property
    def state(self) -> State:
        """What became of it."""
        return self.duty.state

    @property
    def period(self) -> Period:
        """Of which period the report is."""
        return Period.parse(self.duty.period)

    @property
    def has_reported(self) -> bool:
        """Whether its report counts."""
        return self.state in REPORTED

    @property
    def is_on_time(self) -> bool:
        """Whether a report that counts came within its deadline."""
        came_late = self.duty.days_late or self.duty.on_time is False
        if not self.has_reported:
            return False
        return not came_late

    @property
    def is_late(self) -> bool:
        """Whether a report that counts came after its deadline."""
        return self.has_reported and not self.is_on_time

    @property
    def is_good(self) -> bool:
        """Whether it came on time and was taken as it came, with nothing left to explain."""
        if not self.is_on_time or self.has_to_explain or self.has_to_correct:
            return False
        return self.duty.version <= FIRST_VERSION

    @property
    def is_at_fault(self) -> bool:
        """Whether it should have come otherwise; who is released, or has time still, has done no wrong."""
        if self.state is State.WAIVED or self.is_not_due:
            return False
        return not self.is_good

    @property
    def has_to_explain(self) -> bool:
        """Whether its report counts, and something in it was asked about."""
        return self.state is State.QUESTIONED

    @property
    def is_open(self) -> bool:
        """Whether it must report and nothing usable came."""
        if self.has_reported:
            return False
        return self.state is not State.WAIVED

    @property
    def is_not_due(self) -> bool:
        """Whether nothing usable came and it still has time."""
        return self.is_open and self.today <= self.due

    @property
    def owes(self) -> bool:
        """Whether its deadline is over and nothing usable came."""
        return self.is_open and self.today > self.due

    @property
    def days_late(self) -> int:
        """How many days after its deadline its report came; of one that owes, how many have gone by."""
        if self.is_late:
            return self.duty.days_late or 0
        if self.owes:
            return (self.today - self.due).days
        return 0


@dataclass(frozen=True)
class Conducts:
    """The duties of one period as they stand on a day.

    faulted: codes of the units that have not done as they should with a report of a period within it.
    """

    all: tuple[UnitConduct, ...]
    faulted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, year: Year, period: Period, today: date) -> Conducts:
        """Return what became of every unit's duty; raise WrongRequest (KY-05) before any intake."""
        obligations = year.obligations(period)
        duties = year.duties_of(period)
        if not duties:
            raise WrongRequest("KY-05", code=period)
        names = body_names(year)
        correcting = units_correcting(year, period, today)
        found = []
        for duty in duties:
            unit = obligations.unit_by_code.get(duty.unit)
            if unit is not None:
                name = names.get(unit.code, unit.name)
                due = obligations.due(unit.code)
                conduct = UnitConduct(name, duty, due, today, unit.code in correcting)
                found.append(conduct)
        return cls(tuple(found))

    @cached_property
    def waived(self) -> list[UnitConduct]:
        """Those that need not report."""
        return [one for one in self.all if one.state is State.WAIVED]

    @property
    def owing(self) -> int:
        """How many must report."""
        return len(self.all) - len(self.waived)

    @cached_property
    def reported(self) -> list[UnitConduct]:
        """Those whose report counts."""
        return [one for one in self.all if one.has_reported]

    @cached_property
    def late(self) -> list[UnitConduct]:
        """Those whose report counts and came late."""
        return [one for one in self.all if one.is_late]

    @cached_property
    def good(self) -> list[UnitConduct]:
        """Those that did as they should."""
        return [one for one in self.all if one.is_good and one.duty.unit not in self.faulted]

    @cached_property
    def explaining(self) -> list[UnitConduct]:
        """Those that have something to explain still."""
        return [one for one in self.all if one.has_to_explain]

    @cached_property
    def correcting(self) -> list[UnitConduct]:
        """Those whose correction could not be used."""
        return [one for one in self.all if one.has_to_correct]

    @cached_property
    def mended(self) -> list[UnitConduct]:
        """Those that put right what they had sent, within their deadline."""
        found = []
        for one in self.all:
            has_more_to_do = one.has_to_explain or one.has_to_correct
            if one.is_on_time and not has_more_to_do and not one.is_good:
                found.append(one)
        return found

    @cached_property
    def not_due(self) -> list[UnitConduct]:
        """Those that still have time."""
        return [one for one in self.all if one.is_not_due]

    @cached_property
    def owing_still(self) -> list[UnitConduct]:
        """Those whose deadline is over without anything usable."""
        return [one for one in self.all if one.owes]

    @property
    def slow(self) -> list[UnitConduct]:
        """Those whose report came late or is owed still."""
        return [*self.late, *self.owing_still]
