"""The profile of a new master with what its predecessor leaves to it, and what is said of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.building.next_year.carried_customs import (
    carry_indicators,
    carry_letter_words,
    carry_register,
    carry_rules,
    carry_settings,
)
from khoagiao_xl.building.next_year.carried_issues import CarriedIssues, carry_issues
from khoagiao_xl.building.next_year.carried_plan import CarriedPlan, carry_plan
from khoagiao_xl.building.next_year.carried_units import CarriedUnits, carry_units
from khoagiao_xl.building.next_year.predecessor import Predecessor, path_from
from khoagiao_xl.model import schema
from khoagiao_xl.model.indicators import Indicator
from khoagiao_xl.office.profiles import Profile, load_profile, profile_in_force, profiles_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.building.next_year.carried_customs import Customs, Key

MOST_NAMED: Final = 12


@dataclass(frozen=True)
class Succession:
    """profile: what the new master begins with. notes: what was carried over, what was not, and why."""

    profile: Profile
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Estate:
    """What a master leaves to that of the year of `begun`, table by table."""

    last: Predecessor
    begun: Profile
    has_own_units: bool = False

    @cached_property
    def units(self) -> CarriedUnits:
        """The units that still stand."""
        return carry_units(self.last.year.units, self.begun.year)

    @cached_property
    def plan(self) -> CarriedPlan:
        """Directives, reviews and their steps."""
        return carry_plan(self.last)

    @cached_property
    def issues(self) -> CarriedIssues:
        """The hot issues that are open."""
        return carry_issues(self.last, self.units)

    @cached_property
    def indicators(self) -> Customs:
        """The office's indicators."""
        return carry_indicators(self.last, self.begun)

    @cached_property
    def rules(self) -> Customs:
        """The office's rules."""
        return carry_rules(self.last, self.begun)

    @cached_property
    def letter_words(self) -> Customs:
        """The office's words for its letters."""
        return carry_letter_words(self.last, self.begun)

    @property
    def profile(self) -> Profile:
        """What the new master begins with."""
        plan = self.plan
        register = carry_register(self.last, self.begun)
        indicators = map(Indicator.from_row, self.indicators.rows)
        return replace(
            self.begun,
            units=self.units.units,
            indicators=tuple(indicators),
            rules=self.rules.rows,
            register=register.rows,
            letter_words=self.letter_words.rows,
            settings=carry_settings(self.last, self.begun),
            review_steps=plan.steps or self.begun.review_steps,
            carried={
                schema.DIRECTIVES.name: plan.directives,
                schema.REVIEWS.name: plan.reviews,
                schema.PROPOSALS.name: plan.proposals,
                schema.ISSUES.name: self.issues.rows,
                schema.ASSIGNEES.name: tuple(self.last.rows(schema.ASSIGNEES)),
            },
        )

    @property
    def told(self) -> Iterator[str]:
        """What is said of it."""
        yield _carried(self)
        yield from _left(self)
        yield from customs_told(self.indicators, schema.INDICATORS)
        yield from customs_told(self.rules, schema.RULES)
        yield from customs_told(self.letter_words, schema.LETTER_WORDS)
        yield from _remarks(self.last, self.begun)


def succeed(
    last: Predecessor, asked_profile: str, year: int, folder: Path, *, has_own_units: bool = False
) -> Succession:
    """Return what a master of `year` in `folder` begins with after `last`.

    asked_profile: the kind of office, blank for that of `last`; raise WrongRequest (HS-01) for an unknown
    one. has_own_units: a list of its own takes the place of the units, of which then nothing is said.
    """
    name = asked_profile or _profile_name(last, year)
    begun = load_profile(name, year)
    estate = Estate(last, begun, has_own_units=has_own_units)
    profile = estate.profile
    notes = list(estate.told)
    if year == last.number + 1:
        path = path_from(folder, last.year.path)
        profile = profile.with_setting("so_nam_truoc", path)
    else:
        notes.append(sentence("NC-18", {"year": year, "last": last.number}))
    return Succession(profile, tuple(notes))


def _profile_name(last: Predecessor, year: int) -> str:
    """Return the predecessor's kind of office where that still stands in `year`, else the one that does."""
    name = last.year.settings.profile
    return name if name in profiles_of(year) else profile_in_force(year)


# -- what is said -----------------------------------------------------------------------------------------


def _carried(estate: Estate) -> str:
    plan = estate.plan
    facts = {
        "name": estate.last.name,
        "units": "" if estate.has_own_units else sentence("NC-28", {"count": len(estate.units.units)}),
        "directives": len(plan.directives),
        "reviews": len(plan.reviews),
        "steps": len(plan.steps),
        "issues": len(estate.issues.rows),
    }
    return sentence("NC-11", facts)


def _left(estate: Estate) -> Iterator[str]:
    units = CarriedUnits((), (), ()) if estate.has_own_units else estate.units
    left = [
        *units.left,
        *estate.plan.left,
        *estate.issues.left,
        sentence("NC-26", {}),
    ]
    yield sentence("NC-12", {"left": "; ".join(left)})
    for unit in units.orphans:
        yield sentence("NC-17", {"unit": unit.name, "code": unit.part_of})


def customs_told(customs: Customs, table: schema.Table) -> Iterator[str]:
    """Yield what is said of a table's rows that the office made its own, and of those that came or went."""
    for code, keys in (("NC-13", customs.kept), ("NC-14", customs.added), ("NC-15", customs.retired)):
        if keys:
            facts = {
                "sheet": table.sheet,
                "count": len(keys),
                "codes": _listed(keys),
            }
            yield sentence(code, facts)


def _listed(keys: Iterable[Key]) -> str:
    named = dict.fromkeys(code for code, *_ in keys)
    codes = list(named)
    listed = ", ".join(codes[:MOST_NAMED])
    return f"{listed}, …" if len(codes) > MOST_NAMED else listed


def _remarks(last: Predecessor, profile: Profile) -> Iterator[str]:
    if last.is_open:
        yield sentence("NC-16", {"name": last.name})
    before = last.year.settings.profile
    if before != profile.name:
        facts = {
            "before": before,
            "now": profile.name,
            "year": profile.year,
        }
        yield sentence("NC-19", facts)
