"""Words of a form that name another unit or another period than its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.period_names import parse_period
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.model.records import Unit

_BETWEEN: Final = re.compile(r"\s[-–—]+\s|[:;,|()\n]")  # what parts a name from what stands beside it


def may_be_called(unit: Unit, name: str, measures: Measures) -> bool:
    """Say whether a unit may be called so: by any name that is not another unit's."""
    owners = measures.units_by_name.get(fold(name))
    return owners is None or unit.code in owners


def another_unit_in(words: str, unit: Unit, measures: Measures) -> str:
    """Return the code of the first other unit that is named in the words, blank for none."""
    for piece in _pieces(words):
        if not may_be_called(unit, piece, measures):
            owners = measures.units_by_name[fold(piece)]
            return min(owners)
    return ""


def names_another_period(words: str, measures: Measures) -> bool:
    """Say whether the words name another period, however it is written."""
    named = set(_periods_in(words, measures.period.year))
    own = measures.period_code
    if own in named:
        named.discard(f"{measures.period.year}-Y")  # «tháng 3 - năm 2024» is one period
    return bool(named - {own})


def _periods_in(words: str, year: int) -> Iterator[str]:
    for piece in _pieces(words):
        code = parse_period(piece, year)
        is_bare_number = piece.strip().isdigit()
        if code and not is_bare_number:
            yield code


def _pieces(words: str) -> Iterator[str]:
    yield words
    yield from filter(str.strip, _BETWEEN.split(words))
