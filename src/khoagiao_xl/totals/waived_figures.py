"""What «Ghi chú» of a total says of waivers: «miễn R01: TCT», a line of its own under what else is noted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.office.used_waivers import UsedWaiver, used_waivers
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.office.year import Year


def with_waivers(totals: Iterable[Total], year: Year, period: Period) -> list[Total]:
    """Return the totals, each with the waivers that were used for figures in it."""
    notes = _notes(year, period)
    return [_noted(total, notes) for total in totals]


def _noted(total: Total, notes: Mapping[str, str]) -> Total:
    note = notes.get(total.code)
    if note is None:
        return total
    lines = filter(None, (total.note, note))
    return replace(total, note="\n".join(lines))


def _notes(year: Year, period: Period) -> Mapping[str, str]:
    """Return indicator -> «miễn R01: TCT, SYT; miễn R03: SYT»."""
    waivers = used_waivers(year, period)
    by_figure = grouped(waivers, attrgetter("figure"))
    notes = {}
    for figure, used in by_figure.items():
        by_rule = grouped(used, attrgetter("rule"))
        told = map(_told, by_rule.values())
        notes[figure] = "; ".join(told)
    return notes


def _told(used: Sequence[UsedWaiver]) -> str:
    """Return what is said of one rule."""
    rule = used[0].rule
    units = [waiver.unit for waiver in used]
    facts = {
        "rule": rule,
        "units": ", ".join(units),
    }
    return sentence("CK-50", facts)
