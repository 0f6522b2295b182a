"""Like with like: a figure against an earlier period, over the units that reported it both times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import is_provisional
from khoagiao_xl.report.keyed_figures import (
    BASES,
    LAST_YEAR,
    PERCENT,
    Base,
    change_of,
    is_yes_no,
    units_of,
)
from khoagiao_xl.report.sentences import fraction, keyed, measure_behind, number
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total

SMALLEST: Final = 0.05  # of a per cent: less is shown as 0


@dataclass(frozen=True)
class Compared:
    """One figure that can be compared: what it is called, and its total."""

    name: str
    total: Total


def bases_of(period: Period) -> list[Base]:
    """Return what a period is set against: the one before, and the same of last year, each once."""
    facts = period.kind.facts
    bases = [BASES[facts.compared]]
    is_another = period.previous != period.same_last_year
    if is_another and LAST_YEAR not in bases:
        bases.append(LAST_YEAR)
    return bases


def comparison_sentences(figures: Sequence[Compared], period: Period, least: float) -> Iterator[str]:
    """Yield «So với tháng trước, tính trên 65 đơn vị báo cáo cả hai kỳ: ...» for each base and set of units.

    least: the share of the owing units (per cent) that must stand in both periods.
    """
    for base in bases_of(period):
        by_units = _by_units(figures, base, least)
        for units, alike in by_units.items():
            changes = [_change(figure, base) for figure in alike]
            yield PHRASES["so_sanh"].format(
                against=_against(base, period),
                units=number(units),
                changes="; ".join(changes),
            )


def is_comparable(total: Total, base: Base, least: float) -> bool:
    """Say whether enough units gave the figure both times, and on a base that is not 0."""
    units = units_of(total, base)
    if not units:
        return False
    if is_provisional(units, total.owing, least):
        return False
    return change_of(total, base) is not None


def is_compared_with_any(total: Total, period: Period, least: float) -> bool:
    """Say whether the figure can be compared with anything."""
    return any(is_comparable(total, base, least) for base in bases_of(period))


def _by_units(figures: Iterable[Compared], base: Base, least: float) -> dict[int, list[Compared]]:
    found: dict[int, list[Compared]] = {}
    for figure in figures:
        if not is_comparable(figure.total, base, least):
            continue
        units = units_of(figure.total, base)
        own = found.setdefault(units, [])
        own.append(figure)
    return found


def _against(base: Base, period: Period) -> str:
    facts = period.kind.facts
    against = PHRASES[f"so_voi_{base.name}"]
    return against.format(called=facts.called)


def _change(figure: Compared, base: Base) -> str:
    """Return «số cuộc tuyên truyền từ 151 lên 158 cuộc, tăng 4,6%»."""
    total = figure.total
    change = change_of(total, base) or 0
    direction = _direction(change)
    return PHRASES[direction].format(
        name=figure.name,
        then=_shown(total, base, base.then),
        now=_shown(total, base, base.now),
        measure=measure_behind(total),
        share=_share(total, base, change),
    )


def _direction(change: float) -> str:
    if change == 0:
        return "khong_doi"
    return "tang" if change > 0 else "giam"


def _shown(total: Total, base: Base, what: str) -> str:
    if not is_yes_no(total):
        return keyed(total, what, total.unit_of_measure)
    units = units_of(total, base)
    said_yes = keyed(total, what, in_text=False)
    return fraction(said_yes, units)


def _share(total: Total, base: Base, change: float) -> str:
    """Return «4,6%», for rates and yes/no «1,1 điểm %»; less than is shown is said to be less."""
    unit = "phan_tram"
    if is_yes_no(total) or total.unit_of_measure == PERCENT:
        unit = "diem_phan_tram"
    if abs(change) < SMALLEST:
        return PHRASES[unit].format(size=PHRASES["rat_it"])
    size = keyed(total, base.change, in_text=False)
    return PHRASES[unit].format(size=size)
