"""Offices of any kind: three to eight units that report, leave blank, are waived, dissolved or silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any, Final

from khoagiao_xl.model.records import State, Unit
from khoagiao_xl.office.year import Year
from tests.totals.paper_world import QUESTIONS, year_of

PERIODS: Final = ("M01", "M02", "M03", "Q1", "M04", "M05", "M06", "Q2", "H1")
LAST_YEAR: Final = ("M03", "Q1", "Q4", "M12")
DOCUMENTS: Final = ("45-NQ/TW", "25-CT/TW", "45-NQ/TW; 25-CT/TW")
SILENT: Final = (State.MISSING, State.RETURNED, State.UNUSABLE, State.EXTENDED, State.WAIVED)
MONTHLY_ONLY: Final = frozenset({"KG001", "KG106", "KG107", "KG108", "KG109", "KG112", "KG302"})


@dataclass
class World:
    """What is so, as plain data; keys of states and answers: (tail of a period, unit)."""

    number: int
    periods: tuple[str, ...]
    units: tuple[Unit, ...]
    states: dict[tuple[str, str], State] = field(default_factory=dict)
    answers: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    before: World | None = None

    def year(self) -> Year:
        """Return it as the product knows it."""
        came = {
            tail: {unit: given for (period, unit), given in self.answers.items() if period == tail}
            for tail in self.periods
        }
        last = self.before.year() if self.before else None
        return year_of(came, states=self.states, units=self.units, year=self.number, last_year=last)


def world_of(seed: int) -> World:
    """Return an office; the same seed is the same office."""
    luck = Random(seed)
    units = tuple(_units(luck))
    periods = tuple(tail for tail in PERIODS if luck.random() < 0.85)
    before = _fill(luck, World(2023, LAST_YEAR, units)) if luck.random() < 0.5 else None
    return _fill(luck, World(2024, periods, units, before=before))


def _units(luck: Random) -> Iterator[Unit]:
    for code in "ABCDEFGH"[: luck.randint(3, 8)]:
        ended = luck.choice([None, None, None, date(2024, luck.randint(1, 6), luck.randint(1, 28))])
        covers = luck.choice([frozenset(), frozenset(), MONTHLY_ONLY])
        yield Unit(code, f"Đơn vị {code}", covers=covers, valid_to=ended)


def _fill(luck: Random, world: World) -> World:
    for tail in world.periods:
        for unit in world.units:
            key = (tail, unit.code)
            world.states[key] = _state(luck)
            asked = [item.code for item in QUESTIONS if not unit.covers or item.code in unit.covers]
            if _stood(unit, world.number, tail):
                world.answers[key] = {code: _answer(luck, code) for code in asked}
    return world


def _stood(unit: Unit, year: int, tail: str) -> bool:
    return unit.valid_to is None or end_of(year, tail) <= unit.valid_to


def end_of(year: int, tail: str) -> date:
    """Return the last day of a period."""
    number = int(tail[1:])
    return date(year, number * {"M": 1, "Q": 3, "H": 6}[tail[0]], 14)


def _state(luck: Random) -> State:
    if luck.random() < 0.3:
        return luck.choice(SILENT)
    return luck.choice([State.ACCEPTED, State.ACCEPTED, State.QUESTIONED, State.NOTHING])


def _answer(luck: Random, code: str) -> Any:
    if luck.random() < 0.15:
        return None
    if code == "KG105":
        return luck.choice(DOCUMENTS)
    if code == "KG605":
        return luck.choice(["Có", "Không"])
    if code == "KG112":
        return luck.choice(["Có", "Không", "Không thuộc"])
    return luck.choice([0, luck.randint(0, 9), luck.randint(0, 200)])
