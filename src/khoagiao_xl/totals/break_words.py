"""How a period that does not come to the same as its parts is told, with the units behind it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.totals.some_of import some_of
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.totals.identities import Break, PartsIdentity

IN_A_CELL: Final = 40  # a cell is no list of a thousand units
IN_A_SENTENCE: Final = 8
Facts = dict[str, object]


def told(identity: PartsIdentity) -> Iterator[str]:
    """Yield «quý I 559, cộng các tháng 571», then each kind of break with its units; nothing for a fit."""
    breaks = identity.breaks
    if not breaks:
        return
    names = _names(identity.period)
    sums: Facts = {
        "of_whole": identity.whole,
        "of_parts": identity.parts,
    }
    yield sentence("TH-10", names | sums)
    by_code = grouped(breaks, _code)
    for code in sorted(by_code):
        own = by_code[code]
        units = list(map(_shown, own))
        facts = _counted(units, IN_A_CELL)
        yield sentence(code, names | facts)


def _counted(units: Sequence[str], most: int) -> Facts:
    return {
        "count": len(units),
        "units": some_of(units, most),
    }


def told_of_all(identities: Sequence[PartsIdentity]) -> Iterator[str]:
    """Yield for the whole period in which indicators it does not fit, and who contradicts himself."""
    broken = [identity for identity in identities if identity.breaks]
    if not broken:
        return
    first = broken[0]
    names = _names(first.period)
    codes = [identity.item.code for identity in broken]
    facts: Facts = {
        "count": len(codes),
        "codes": some_of(codes, IN_A_SENTENCE, "TH-09"),
    }
    yield sentence("TH-21", names | facts)
    one_sided = list(_one_sided(broken))
    if one_sided:
        named = _counted(one_sided, IN_A_SENTENCE)
        yield sentence("TH-24", names | named)
    units = list(_contradicting(broken))
    if units:
        named = _counted(units, IN_A_SENTENCE)
        yield sentence("TH-22", names | named)


def _contradicting(broken: Sequence[PartsIdentity]) -> Iterator[str]:
    """Yield «SYT (KG201, KG202)»: who reported both in full with other figures, and of what."""
    codes_of = defaultdict(list)
    for identity in broken:
        code = identity.item.code
        for unit in _contradicted(identity):
            codes_of[unit].append(code)
    for unit, codes in codes_of.items():
        listed = ", ".join(codes)
        yield f"{unit} ({listed})"


def _one_sided(broken: Sequence[PartsIdentity]) -> Iterable[str]:
    """Return the units of which one side is missing, each once."""
    units: dict[str, None] = {}
    for identity in broken:
        for found in identity.breaks:
            if not found.is_contradiction:
                units[found.unit] = None
    return units


def _contradicted(identity: PartsIdentity) -> Iterator[str]:
    for found in identity.breaks:
        if found.is_contradiction:
            yield found.unit


def _names(period: Period) -> Facts:
    """Return what the period and its parts are called: «quý I» and «tháng», «ước cả năm» and «quý»."""
    *_, part = period.parts
    whole = period.short
    if period.kind.facts.is_estimated:
        whole = sentence("TH-14", {})
    return {"whole": whole, "part": part.kind.facts.called}


def _code(found: Break) -> str:
    if found.is_contradiction:
        return "TH-11"
    return "TH-13" if found.whole is None else "TH-12"


def _shown(found: Break) -> str:
    """Return «SYT 12 ≠ 10» of one that reported both, else «SYT 12»: by how much the two differ for it."""
    unit = found.unit
    if found.is_contradiction:
        whole = value_text(found.whole)
        parts = value_text(found.parts)
        return f"{unit} {whole} ≠ {parts}"
    size = value_text(found.difference)
    return f"{unit} {size}"
