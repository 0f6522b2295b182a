"""What the totals say of a period that does not come to the same as its parts, read out of their sentences.

The totals carry it per indicator, in sentences of the catalogue with the codes of the units.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.wording import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total

SUMS: Final = "TH-10"  # what the period and its parts come to
OTHER, LACKS_A_PART, LACKS_THE_WHOLE = "TH-11", "TH-12", "TH-13"  # the kinds of breaks
UNEQUAL: Final = " ≠ "
_BLANK: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class BrokenUnit:
    """A unit behind a break (its code), and what it said of the whole and of the parts where it said both."""

    unit: str
    whole: str = ""
    parts: str = ""


def broken_units(kind: str, total: Total, period: Period) -> Iterator[BrokenUnit]:
    """Yield the units of a kind of break of «SYT 12 ≠ 10, STP 3»."""
    for facts in _found(kind, total, period):
        listed = facts["units"].split(", ")
        yield from map(_broken_unit, listed)


def _broken_unit(shown: str) -> BrokenUnit:
    """Return the unit of «SYT 12 ≠ 10»; of «STP 3» without figures, which say by how much alone."""
    unit, _, figures = shown.partition(" ")
    whole, sign, parts = figures.partition(UNEQUAL)
    if not sign:
        return BrokenUnit(unit)
    return BrokenUnit(unit, whole, parts)


def has_other_sum(total: Total, period: Period) -> bool:
    """Whether the whole and the parts come to different figures; units may make up for each other."""
    sums = _found(SUMS, total, period)
    return any(map(_differ, sums))


def _differ(facts: Mapping[str, str]) -> bool:
    whole, parts = facts["of_whole"], facts["of_parts"]
    return whole != parts


def _found(kind: str, total: Total, period: Period) -> Iterator[Mapping[str, str]]:
    """Yield the facts of every sentence of a kind."""
    pattern = _pattern(kind, period)
    for told in total.breaks:
        found = pattern.fullmatch(told)
        if found:
            yield found.groupdict()


def _called(period: Period) -> Mapping[str, str]:
    """Return what the period and its parts are called in those sentences."""
    *_, part = period.parts
    facts = part.kind.facts
    whole = period.short
    if period.kind.facts.is_estimated:
        whole = SENTENCES["TH-14"]
    return {"whole": whole, "part": facts.called}


@cache
def _pattern(kind: str, period: Period) -> re.Pattern[str]:
    """Return what finds the facts in a sentence of a kind that are not known: the same for every figure."""
    called = _called(period)
    pieces = _BLANK.split(SENTENCES[kind])
    pattern = ""
    for at, piece in enumerate(pieces):
        is_fact = at % 2 == 1
        if is_fact and piece not in called:
            pattern += f"(?P<{piece}>.+?)"
        else:
            known = called.get(piece, piece) if is_fact else piece
            pattern += re.escape(known)
    return re.compile(pattern)
