"""The periods in words, «Quý I/2024» beside 2024-Q1: a list that formulas look in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.building.defined_names import PERIOD
from khoagiao_xl.model.periods import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.building.defined_names import Lists

_CODES, _NAMES, _SHORT = "kgTenKyMa", "kgTenKy", "kgTenKyNgan"
CHOSEN: Final = "kgKyBangLoi"  # name of the cell with the chosen period in words
# What stands between the name of a period and its year.
_JOINT: Final = {Kind.MONTH: "/", Kind.QUARTER: "/", Kind.YEAR: "Năm "}
_USUAL_JOINT: Final = " năm "  # «6 tháng đầu năm 2024»
_BRIEFLY: Final = {Kind.MONTH: "T{index}", Kind.HALF: "6 tháng", Kind.YEAR: "Cả năm"}
_FOUND: Final = "IFERROR(INDEX({names},MATCH(MID({period},6,9),{codes},0)),{period})"
_IN_WORDS: Final = (
    f'=IFERROR(INDEX({_NAMES},MATCH(MID({PERIOD},6,9),{_CODES},0))&LEFT({PERIOD},4),{PERIOD}&"")'
)


def short_name(period: str) -> str:
    """Return the piece of a formula that gives the name of a period within its year: «T3», «Quý I»."""
    return _FOUND.format(names=_SHORT, codes=_CODES, period=period)


def keep_period_names(lists: Lists) -> None:
    """Write the list, and the chosen period in words."""
    codes, names, short_names = [], [], []
    for kind, index in _of_a_year():
        codes.append(kind.code(index))
        names.append(_name(kind, index))
        short_names.append(_short(kind, index))
    lists.keep_column(_CODES, codes)
    lists.keep_column(_NAMES, names)
    lists.keep_column(_SHORT, short_names)
    lists.keep_formula(CHOSEN, _IN_WORDS)


def _of_a_year() -> Iterator[tuple[Kind, int]]:
    for kind in Kind:
        for index in kind.indexes:
            yield kind, index


def _name(kind: Kind, index: int) -> str:
    label = kind.label(index)
    joint = _JOINT.get(kind, _USUAL_JOINT)
    return _capital(label) + joint


def _short(kind: Kind, index: int) -> str:
    if kind in _BRIEFLY:
        return _BRIEFLY[kind].format(index=index)
    return _capital(kind.label(index))


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]  # «quý I» keeps its numeral
