"""The rules of the official layout as data: profiles of the Party's documents of each age and of the state's.

data/layout_profiles.csv says which holds when, data/layout_rules.csv what each rule asks for: lengths in mm,
sizes and room in points, spans as «14-15»; `yes`, `no`; a blank says that the profile asks for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from khoagiao_xl.layout.departures import Gravity
from khoagiao_xl.shipped_tables import shipped_rows

PARTY: Final = "Party"
STATE: Final = "state"
_GRAVITIES: Final = {"E": Gravity.ERROR, "W": Gravity.WARNING, "I": Gravity.NOTE}
_ENDLESS: Final = 1_000_000.0
Span = tuple[float, float]


@dataclass(frozen=True)
class LayoutRule:
    """What one rule asks for in one profile. values: name -> what data/layout_rules.csv says."""

    name: str
    values: dict[str, str]

    @property
    def is_on(self) -> bool:
        """Whether the profile knows the rule."""
        return self.values.get("gravity", "") in _GRAVITIES

    def gravity(self, name: str = "gravity") -> Gravity:
        """Return how grave a departure from it is."""
        return _GRAVITIES[self.values[name]]

    def asks(self, name: str) -> bool:
        """Say whether it asks for anything under a name."""
        return bool(self.values.get(name))

    def text(self, name: str) -> str:
        """Return a value as it is written."""
        return self.values.get(name, "")

    def span(self, name: str) -> Span:
        """Return the least and the most of a value: (14, 15) of «14-15», (18, a great deal) of «18-»."""
        low, dash, high = self.values[name].partition("-")
        least = float(low)
        if not dash:
            return least, least
        return least, float(high) if high else _ENDLESS

    def of(self, prefix: str) -> LayoutRule:
        """Return the rule for a second part it speaks of: its values that begin with `prefix_`."""
        start = f"{prefix}_"
        values = {"gravity": self.values["gravity"]}
        for name, value in self.values.items():
            if name.startswith(start):
                values[name.removeprefix(start)] = value
        return LayoutRule(self.name, values)


@dataclass(frozen=True)
class LayoutProfile:
    """The layout of one kind of body at one time. side: whose documents, the Party's or the state's."""

    name: str
    side: str
    valid_from: date
    valid_to: date | None
    national_title: str
    title: str

    @property
    def is_state(self) -> bool:
        """Whether it is for bodies of the state."""
        return self.side == STATE

    def rule(self, name: str) -> LayoutRule:
        """Return a rule as this profile has it."""
        values = _rules()[self.name].get(name, {})
        return LayoutRule(name, values)

    def holds_on(self, day: date) -> bool:
        """Say whether it is in force on a day."""
        if day < self.valid_from:
            return False
        return self.valid_to is None or day <= self.valid_to


@cache
def profiles() -> tuple[LayoutProfile, ...]:
    """Return every profile, the older first."""
    found: list[LayoutProfile] = []
    for row in shipped_rows("layout_profiles.csv"):
        end = row["valid_to"]
        profile = LayoutProfile(
            name=row["profile"],
            side=row["side"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=date.fromisoformat(end) if end else None,
            national_title=row["national_title"],
            title=row["title"],
        )
        found.append(profile)
    return tuple(found)


def profile_named(name: str) -> LayoutProfile:
    """Return a profile: HD36, HD05, ND30. KeyError for another name."""
    known = {profile.name: profile for profile in profiles()}
    return known[name]


def profile_on(side: str, day: date | None) -> LayoutProfile:
    """Return the profile of a side in force on a day; the newest where the day is not known or before all."""
    of_side = [profile for profile in profiles() if profile.side == side]
    if day is not None:
        for profile in of_side:
            if profile.holds_on(day):
                return profile
    return of_side[-1]


@cache
def _rules() -> dict[str, dict[str, dict[str, str]]]:
    """Return profile -> rule -> name -> value."""
    rules: dict[str, dict[str, dict[str, str]]] = {}
    for row in shipped_rows("layout_rules.csv"):
        rule = row.pop("rule")
        name = row.pop("name")
        for profile, value in row.items():
            of_profile = rules.setdefault(profile, {})
            of_rule = of_profile.setdefault(rule, {})
            of_rule[name] = value
    return rules
