"""What does not fit its file, as lines for people: reports of which nothing is known one line a period."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.office.figure_breaks import BreakKind, FigureBreak
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.model.results import Outcome

NAMED: Final = 5  # units of a line that stands for many
MOST: Final = 12  # things that do not fit that an action tells, one line each


def with_breaks(outcome: Outcome, breaks: Sequence[FigureBreak]) -> Outcome:
    """Return the outcome with what does not fit its file; its status is 1 where somebody is needed."""
    told = told_breaks(breaks)
    if not told:
        return outcome
    needed = any(broken.kind.needs_a_hand for broken in breaks)
    return replace(
        outcome,
        status=max(outcome.status, int(needed)),
        details=(*outcome.details, *told),
    )


def told_breaks(breaks: Sequence[FigureBreak]) -> list[str]:
    """Return a sentence for each thing that does not fit, after a dozen of them the number of the others."""
    own = [broken.message for broken in breaks if broken.kind is not BreakKind.UNKNOWN]
    told = own[:MOST]
    more = len(own) - len(told)
    if more:
        others = sentence("DC-09", {"count": more})
        told.append(others)
    for facts in unknown_by_period(breaks):
        unknown = sentence(BreakKind.UNKNOWN, facts)
        told.append(unknown)
    return told


def unknown_by_period(breaks: Sequence[FigureBreak]) -> list[Mapping[str, object]]:
    """Return period, number and first names of the reports that can be held against nothing."""
    names: dict[str, list[str]] = {}
    for broken in breaks:
        if broken.kind is not BreakKind.UNKNOWN:
            continue
        name = broken.unit_name or broken.unit
        own = names.setdefault(broken.period, [])
        own.append(name)
    return [_facts(period, own) for period, own in names.items()]


def _facts(period: str, names: Sequence[str]) -> Mapping[str, object]:
    first = names[:NAMED]
    named = ", ".join(first)
    count = len(names)
    if count > NAMED:
        named += ", ..."
    return {
        "period": period,
        "count": count,
        "unit": named,
    }
