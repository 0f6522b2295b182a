"""Which units of the list a cell «Chủ trì» names: by name, another name, code or Party body."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Unit

_BETWEEN: Final = re.compile(r"[;,\n]| và ")
_HEADS: Final = ("đảng bộ", "chi bộ", "đảng ủy", "chi ủy", "cấp ủy", "ban chấp hành đảng bộ")


def led_by(text: str, units: Iterable[Unit]) -> list[str]:
    """Return the codes of the units that a lead names, in the order of `units`.

    «Các chi bộ», and whoever is not on the list, is nobody that could be written to alone.
    """
    pieces = [text, *_BETWEEN.split(text)]
    named = set(map(_plain, pieces))
    named.discard("")
    led = []
    for unit in units:
        names = _names(unit)
        if not named.isdisjoint(names):
            led.append(unit.code)
    return led


def _names(unit: Unit) -> set[str]:
    called = [
        unit.name,
        unit.code,
        unit.party_name,
        unit.former_name,
        *unit.aliases,
    ]
    return set(map(_plain, called)) - {""}


def _plain(text: str) -> str:
    """Return a name without what its Party organisation is called, spellings of one name alike."""
    words = fold(text).split()
    folded = " ".join(words)
    plain = folded.strip(" .")
    for head in _HEADS:
        beginning = fold(head)
        plain = plain.removeprefix(f"{beginning} ")
    return plain
