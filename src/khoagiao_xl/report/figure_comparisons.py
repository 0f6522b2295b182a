"""Like with like: a figure against an earlier period, over the units that reported it both times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import is_provisional
from khoagiao_xl.report.keyed_figures import (
    BASES,
    LAST_YEAR,
    PERCENT,
    Base,
    change_of,
    is_counted,
    is_yes_no,
    keyed_figure,
    units_of,
)
from khoagiao_xl.report.plain_changes import NOTEWORTHY, are_mostly_apart, is_apart
from khoagiao_xl.report.sentences import answered, fraction, keyed, measure_behind, number
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total

FEW: Final = 50  # of what is counted: fewer are told as a number, never as a percentage


def bases_of(period: Period) -> list[Base]:
    """Return what a period is set against: the one before, and the same of last year, each once."""
    facts = period.kind.facts
    bases = [BASES[facts.compared]]
    is_another = period.previous != period.same_last_year
    if is_another and LAST_YEAR not in bases:
        bases.append(LAST_YEAR)
    return bases


def usual_units(totals: Iterable[Total], period: Period, least: float) -> dict[str, int]:
    """Return name of a base -> over how many units most figures are compared with it."""
    found: dict[str, int] = {}
    known = list(totals)
    for base in bases_of(period):
        compared = _compared(known, base, least)
        alike = Counter(units_of(total, base) for total in compared)
        for units, _ in alike.most_common(1):
            found[base.name] = units
    return found


def bases_apart(totals: Iterable[Total], period: Period, least: float) -> frozenset[str]:
    """Return the names of the bases against which most totals move another way than told like with like."""
    known = list(totals)
    apart = set()
    for base in bases_of(period):
        compared = _compared(known, base, least)
        if are_mostly_apart(compared, base):
            apart.add(base.name)
    return frozenset(apart)


def _compared(totals: Iterable[Total], base: Base, least: float) -> list[Total]:
    return [total for total in totals if is_comparable(total, base, least)]


def trends(total: Total, period: Period, least: float, usual: Mapping[str, int]) -> Iterator[str]:
    """Yield «tăng 4,6% so với tháng trước» for each base that the figure can be held against.

    least: the share of the owing units (per cent) that must stand in both periods. usual: see usual_units.
    A change over other units than the head says of all changes, or where the totals moved another way, says
    over how many it is.
    """
    for base in bases_of(period):
        if is_comparable(total, base, least):
            over = _over(total, base, usual)
            yield _trend(total, base, period) + over


def _over(total: Total, base: Base, usual: Mapping[str, int]) -> str:
    """Return over how many units; blank for those of the head where the totals do not speak against it."""
    units = units_of(total, base)
    is_told_at_head = units in (answered(total), usual.get(base.name))
    if is_told_at_head and not is_told_apart(total, base):
        return ""
    return PHRASES["tren_so_don_vi"].format(units=number(units))


def _trend(total: Total, base: Base, period: Period) -> str:
    against = against_of(base, period)
    phrase = PHRASES[_way(total, base)]
    then = _shown(total, base, base.then)
    return phrase.format(
        against=against,
        then=then + measure_behind(total),
        share=size_of_change(total, base),
    )


def _way(total: Total, base: Base) -> str:
    """Return the phrase for how a figure has changed."""
    change = change_of(total, base) or 0
    if not keyed_figure(total, base.now):
        return "truoc_do"
    if change == 0:
        return "khong_doi"
    if abs(change) < NOTEWORTHY:
        return "xap_xi"
    return "tang" if change > 0 else "giam"


def _is_of_few(total: Total, base: Base) -> bool:
    if not is_counted(total):
        return False
    then = keyed_figure(total, base.then) or 0
    now = keyed_figure(total, base.now) or 0
    fewer = min(then, now)
    return fewer < FEW


def is_told_apart(total: Total, base: Base) -> bool:
    """Say whether the totals of the annex speak against how the figure is told to have changed."""
    shown = getattr(total, base.name)
    if _way(total, base) == "truoc_do":
        return shown not in (None, keyed_figure(total, base.then))
    return is_apart(total, base) or _is_beside_another(total, base)


def _is_beside_another(total: Total, base: Base) -> bool:
    """Whether the annex shows two equal totals, or a few more or fewer, and the text tells another change."""
    before: float | None = getattr(total, base.name)
    told = change_of(total, base)
    if before is None or total.value is None or not told:
        return False
    if total.value == before:
        return True
    is_told_as_number = _is_of_few(total, base) and abs(told) >= NOTEWORTHY
    return is_told_as_number and total.value - before != keyed_figure(total, base.difference)


def is_steady(total: Total, base: Base) -> bool:
    """Whether a figure is about what it was."""
    change = change_of(total, base) or 0
    return abs(change) < NOTEWORTHY


def is_steady_against_all(total: Total, period: Period) -> bool:
    """Whether a figure is about what it was at every base."""
    return all(is_steady(total, base) for base in bases_of(period))


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


def against_of(base: Base, period: Period) -> str:
    """Return what a figure is held against: «tháng trước», «cùng kỳ năm trước»."""
    facts = period.kind.facts
    against = PHRASES[f"so_voi_{base.name}"]
    return against.format(called=facts.called)


def _shown(total: Total, base: Base, what: str) -> str:
    if not is_yes_no(total):
        return keyed(total, what, total.unit_of_measure)
    units = units_of(total, base)
    said_yes = keyed(total, what, in_text=False)
    return fraction(said_yes, units)


def size_of_change(total: Total, base: Base) -> str:
    """Return by how much a figure has changed: few things, and units, are told as they are, «16 cuộc»."""
    if is_yes_no(total) or _is_of_few(total, base):
        difference = keyed(total, base.difference, total.unit_of_measure)
        return difference + measure_behind(total)
    unit = "phan_tram"
    if total.unit_of_measure == PERCENT:
        unit = "diem_phan_tram"
    size = keyed(total, base.change, in_text=False)
    return PHRASES[unit].format(size=size)
