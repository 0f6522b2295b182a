"""What a person reads beside a total: what it lacks, and what of it is carried forward from where."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.grouping import grouped
from khoagiao_xl.totals.some_of import some_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.totals.adding import Contribution
    from khoagiao_xl.totals.period_figures import Figure
    from khoagiao_xl.totals.year_to_date import YearToDate

MOST_NAMED: Final = 8


def note(figure: Figure) -> str:
    """Return what is said of the figure, «trong đó 15 đơn vị lấy số gần nhất: tháng 1 (9)» last."""
    usual = figure.sum.note
    carried = _carried(figure)
    if usual and carried:
        return f"{usual}; {carried}"
    return usual or carried


def _carried(figure: Figure) -> str:
    parts = []
    for period, count in _carried_periods(figure):
        name = _name(period, figure)
        part = f"{name} ({count})"
        parts.append(part)
    if not parts:
        return ""
    facts = {"count": figure.carried_units, "periods": ", ".join(parts)}
    return sentence("TH-06", facts)


def carried_from(figure: Figure) -> Iterator[str]:
    """Yield «2024-M01: 9»: a period in which carried answers were reported, and of how many units."""
    for period, count in _carried_periods(figure):
        yield f"{period}: {count}"


def _carried_periods(figure: Figure) -> list[tuple[Period, int]]:
    """Return each period with how many units it speaks for, the earliest first; a unit at its oldest."""
    of_unit = grouped(figure.carried, attrgetter("unit"))
    oldest = map(_oldest, of_unit.values())
    counts = Counter(oldest)
    return sorted(counts.items(), key=_age_of_first)


def _age_of_first(counted: tuple[Period, int]) -> tuple[int, int, int]:
    period, _ = counted
    return _age(period)


def _oldest(parts: Sequence[Contribution]) -> Period:
    codes = [part.period for part in parts]
    periods = map(Period.parse, codes)
    return min(periods, key=_age)


def _age(period: Period) -> tuple[int, int, int]:
    months = period.kind.facts.months
    return period.year, period.last_month, months


def _name(period: Period, figure: Figure) -> str:
    if period.year == figure.period.year:
        return period.short
    return period.label


def remarks(now: Figure, before: Figure, last_year: Figure, to_date: YearToDate) -> Iterator[str]:
    """Yield «lũy kế: tháng 1 85/92, tháng 2 80/92», «kỳ trước: 80/92», «chưa có số lần nào: SYT»."""
    unreported = [period.short for period in to_date.unreported]
    if unreported:
        listed = ", ".join(unreported)
        yield sentence("TH-15", {"periods": listed})
    periods = list(_lacking(to_date))
    if periods:
        listed = ", ".join(periods)
        yield sentence("TH-02", {"periods": listed})
    yield from _remark("TH-03", before)
    yield from _remark("TH-04", last_year)
    if now.unknown:
        units = some_of(now.unknown, MOST_NAMED)
        yield sentence("TH-07", {"units": units})


def _lacking(to_date: YearToDate) -> Iterator[str]:
    for period, coverage in to_date.gaps.items():
        yield f"{period.short} {coverage}"


def _remark(told: str, figure: Figure) -> Iterator[str]:
    coverage = figure.coverage
    if coverage.is_whole or not coverage.counted:
        return
    facts = {"coverage": coverage}
    yield sentence(told, facts)
