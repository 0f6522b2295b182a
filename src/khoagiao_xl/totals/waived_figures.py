"""What «Ghi chú» of a total says of waivers: «miễn R01: TCT», a line of its own under what else is noted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.office.used_waivers import used_waivers
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
    units: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for used in used_waivers(year, period):
        units[used.figure][used.rule].append(used.unit)
    return {figure: _told(by_rule) for figure, by_rule in units.items()}


def _told(units_by_rule: Mapping[str, list[str]]) -> str:
    told = []
    for rule, units in units_by_rule.items():
        facts = {"rule": rule, "units": ", ".join(units)}
        told.append(sentence("CK-50", facts))
    return "; ".join(told)
