"""How a period that does not come to the same as its parts is told, with the units behind it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.totals.some_of import some_of
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.totals.identities import Break, PartsIdentity

IN_A_CELL: Final = 40  # a cell is no list of a thousand units
IN_A_SENTENCE: Final = 8


def told(identity: PartsIdentity) -> Iterator[str]:
    """Yield «quý I 559, cộng các tháng 571», then each kind of break with its units; nothing for a fit."""
    breaks = identity.breaks
    if not breaks:
        return
    names = _names(identity.period)
    sums = {"of_whole": identity.whole, "of_parts": identity.parts}
    yield sentence("TH-10", names | sums)
    for code, own in sorted(grouped(breaks, _code).items()):
        units = [_shown(found) for found in own]
        facts = {"count": len(own), "units": some_of(units, IN_A_CELL)}
        yield sentence(code, names | facts)


def told_of_all(identities: Sequence[PartsIdentity]) -> Iterator[str]:
    """Yield for the whole period in which indicators it does not fit, and who contradicts himself."""
    broken = [identity for identity in identities if identity.breaks]
    if not broken:
        return
    names = _names(broken[0].period)
    codes = [identity.item.code for identity in broken]
    facts = {"count": len(codes), "codes": some_of(codes, IN_A_SENTENCE, "TH-09")}
    yield sentence("TH-21", names | facts)
    units = list(_contradicting(broken))
    if units:
        facts = {"count": len(units), "units": some_of(units, IN_A_SENTENCE)}
        yield sentence("TH-22", names | facts)


def _contradicting(broken: Sequence[PartsIdentity]) -> Iterator[str]:
    """Yield «SYT (KG201, KG202)»: who reported both in full with other figures, and of what."""
    pairs = chain.from_iterable(map(_contradicted, broken))
    for unit, own in grouped(pairs, _unit_of).items():
        codes = ", ".join(code for _, code in own)
        yield f"{unit} ({codes})"


def _contradicted(identity: PartsIdentity) -> Iterator[tuple[str, str]]:
    for found in identity.breaks:
        if found.is_contradiction:
            yield found.unit, identity.item.code


def _unit_of(pair: tuple[str, str]) -> str:
    unit, _ = pair
    return unit


def _names(period: Period) -> dict[str, object]:
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
    whole = value_text(found.whole)
    parts = value_text(found.parts)
    if found.is_contradiction:
        return f"{found.unit} {whole} ≠ {parts}"
    size = value_text(found.difference)
    return f"{found.unit} {size}"
