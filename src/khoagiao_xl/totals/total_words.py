"""What a person reads beside a total: what it lacks, and what of it is carried forward from where."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import coverage_of
from khoagiao_xl.totals.some_of import some_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.totals.period_figures import Figure
    from khoagiao_xl.totals.year_to_date import YearToDate

MOST_NAMED: Final = 8


def note(figure: Figure) -> str:
    """Return what is said of the figure, «trong đó 15 đơn vị lấy số gần nhất: tháng 1 (9)» last."""
    said = [figure.sum.note, _carried(figure)]
    return "; ".join(filter(None, said))


def _carried(figure: Figure) -> str:
    periods = _carried_periods(figure)
    if not periods:
        return ""
    parts = []
    for period, units in periods.items():
        name = _name(period, figure)
        parts.append(f"{name} ({len(units)})")
    return sentence("TH-06", {"count": figure.carried_units, "periods": ", ".join(parts)})


def carried_from(figure: Figure) -> Iterator[str]:
    """Yield «2024-M01: 9»: a period in which carried answers were reported, and of how many units."""
    for period, units in _carried_periods(figure).items():
        yield f"{period}: {len(units)}"


def _carried_periods(figure: Figure) -> Mapping[Period, set[str]]:
    """Return period -> the units whose answer it gave, the earliest first; a unit stands at its oldest."""
    oldest: dict[str, Period] = {}
    for part in figure.carried:
        period = Period.parse(part.period)
        known = oldest.setdefault(part.unit, period)
        oldest[part.unit] = min(known, period, key=_age)
    units_of = defaultdict(set)
    for unit in sorted(oldest):
        units_of[oldest[unit]].add(unit)
    return {period: units_of[period] for period in sorted(units_of, key=_age)}


def _age(period: Period) -> tuple[int, int, int]:
    return period.year, period.last_month, period.kind.facts.months


def _name(period: Period, figure: Figure) -> str:
    return period.short if period.year == figure.period.year else period.label


def remarks(now: Figure, before: Figure, last_year: Figure, to_date: YearToDate) -> Iterator[str]:
    """Yield «lũy kế: tháng 1 85/92, tháng 2 80/92», «kỳ trước: 80/92», «chưa có số lần nào: SYT»."""
    periods = list(_lacking(to_date))
    if periods:
        listed = ", ".join(periods)
        yield sentence("TH-02", {"periods": listed})
    yield from _remark("TH-03", before)
    yield from _remark("TH-04", last_year)
    if now.unknown:
        yield sentence("TH-07", {"units": some_of(now.unknown, MOST_NAMED)})


def _lacking(to_date: YearToDate) -> Iterator[str]:
    for period, lacking in to_date.gaps.items():
        owing = to_date.owing(period)
        coverage = coverage_of(owing - lacking, owing)
        yield f"{period.short} {coverage}"


def _remark(told: str, figure: Figure) -> Iterator[str]:
    coverage = figure.coverage
    if coverage.counted and not coverage.is_whole:
        yield sentence(told, {"coverage": str(coverage)})
