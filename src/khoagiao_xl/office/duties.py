"""Who owes what: the units that must report a period, and the waivers in force for them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.model.records import Deadline, Unit, Waiver
from khoagiao_xl.office import tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.model.periods import Period

EXTENSION: Final = "GIA-HAN"  # «Đến hết» is the unit's new deadline
RELEASE: Final = "MIEN-NOP"  # the unit need not report this period


@dataclass(frozen=True)
class Waivers:
    """The lines of tblMienTru for one period."""

    lines: tuple[Waiver, ...]

    def extension(self, unit: str) -> date | None:
        """Return the unit's own deadline, if it was given one."""
        days = [line.until for line in self._of(unit, EXTENSION) if line.until]
        return max(days, default=None)

    def is_released(self, unit: str) -> bool:
        """Whether the unit need not report."""
        return bool(self._of(unit, RELEASE))

    def covering(self, unit: str, rule: str, codes: Iterable[str], day: date) -> Waiver | None:
        """Return the waiver in force on `day` for a broken rule, if there is one."""
        wanted = set(codes)
        for line in self._of(unit, rule):
            in_force = line.until is None or day <= line.until
            if in_force and (not line.indicator or line.indicator in wanted):
                return line
        return None

    def _of(self, unit: str, rule: str) -> list[Waiver]:
        return [line for line in self.lines if line.unit == unit and line.rule == rule]


@dataclass(frozen=True)
class Register:
    """What the master says about one period: its deadline, who owes it, what is asked."""

    period: Period
    deadline: Deadline
    units: tuple[Unit, ...]
    indicators: tuple[Indicator, ...]
    waivers: Waivers

    def asked_of(self, unit: Unit) -> tuple[Indicator, ...]:
        """Return the indicators this unit answers in this period, in the order of the form."""
        return tuple(item for item in self.indicators if item.is_asked(self.period.kind, unit.covers))

    def due(self, unit: str) -> date:
        """Return the day on which the unit's report is due, with its extension if it has one."""
        return max(self.deadline.unit_due, self.waivers.extension(unit) or self.deadline.unit_due)

    def closes(self, unit: str) -> date:
        """Return the last day on which a report of the unit still counts."""
        return max(self.deadline.closes, self.waivers.extension(unit) or self.deadline.closes)

    @property
    def owing(self) -> tuple[Unit, ...]:
        """The units that answer at least one indicator in this period, released or not."""
        return tuple(unit for unit in self.units if self.asked_of(unit))


def read_register(book: Book, period: Period) -> Register:
    """Return the register of `period`; raise WrongRequest (KY-02) when the master has no such period."""
    deadlines = tables.read(book, schema.DEADLINES, Deadline)
    units = tuple(tables.read(book, schema.UNITS, Unit))
    indicators = tuple(tables.read(book, schema.INDICATORS, Indicator))
    _refuse_doubled(schema.DEADLINES.sheet, [line.period for line in deadlines])
    _refuse_doubled(schema.UNITS.sheet, [unit.code for unit in units])
    _refuse_doubled(schema.INDICATORS.sheet, [item.code for item in indicators])
    deadline = next((line for line in deadlines if line.period == str(period)), None)
    if deadline is None:
        raise WrongRequest("KY-02", code=period)
    waivers = [line for line in tables.read(book, schema.WAIVERS, Waiver) if line.period == str(period)]
    return Register(
        period,
        deadline,
        units,
        indicators,
        Waivers(tuple(waivers)),
    )


def _refuse_doubled(sheet: str, codes: list[str]) -> None:
    for code, count in Counter(codes).items():
        if count > 1:
            raise WrongRequest("MS-07", sheet=sheet, code=code, count=count)
