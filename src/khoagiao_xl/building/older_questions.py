"""The questions of an older master, with what they mean to the totals where it has no column to say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.schema import INDICATORS
from khoagiao_xl.office.rows import MARK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.model.indicators import Indicator

MEANINGS: Final = frozenset({"asked_when", "plan", "over_year"})


def with_meanings(rows: Iterable[Row], lacking: Iterable[str], usual: Iterable[Indicator]) -> list[Row]:
    """Return rows of tblChiTieu with what the usual question of the code means in the columns that are new.

    lacking: headings that the older master has not. A question that is only the office's own, or that it
    adds up in another way, keeps its blanks: its answers would be misread.
    """
    before = list(rows)
    new = _columns(lacking)
    by_code = {item.code: item for item in usual}
    codes = {str(row["Mã"]) for row in before}
    found = []
    for row in before:
        item = by_code.get(str(row["Mã"]))
        meant = _meant(item, codes) if item and _is_added_alike(row, item) else {}
        own = {heading: meant.get(name) for heading, name in new.items()}
        found.append({**row, **own})
    return found


def _columns(lacking: Iterable[str]) -> dict[str, str]:
    """Return heading -> field of the columns that are new."""
    missing = set(lacking)
    found = {}
    for column in INDICATORS.columns:
        if column.field in MEANINGS and column.name in missing:
            found[column.name] = column.field
    return found


def _is_added_alike(row: Mapping[str, Any], item: Indicator) -> bool:
    ways = (row["Theo thời gian"], row["Theo đơn vị"])
    return ways == (item.over_time.value, item.over_units.value)


def _meant(item: Indicator, codes: Collection[str]) -> dict[str, str | None]:
    """Return field -> what stands in its cell; a question that the master has not is not referred to."""
    return {
        "asked_when": item.asked_when if item.asked_when in codes else None,
        "plan": item.plan if item.plan in codes else None,
        "over_year": MARK if item.over_year else None,
    }
