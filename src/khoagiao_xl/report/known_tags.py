"""What a template may ask for: the tags of a report, and the columns of each of its tables."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from khoagiao_xl.report import review_table
from khoagiao_xl.report.appendix_layout import APPENDICES, TableColumn
from khoagiao_xl.report.kind_layouts import PLANNED_REVIEWS


@dataclass(frozen=True)
class KnownTags:
    """What a template may ask for. tags: name -> value; fields: of each table, the names of its columns."""

    tags: Mapping[str, Any]
    _known: dict[str, frozenset[str] | None] = dataclasses.field(
        default_factory=dict, repr=False, compare=False
    )

    def fields_of(self, table: str) -> frozenset[str] | None:
        """Return the names of the columns of a table; None where it has no row to tell them."""
        if table not in self._known:
            self._known[table] = self._found_in(table)
        return self._known[table]

    def _found_in(self, table: str) -> frozenset[str] | None:
        rows = self.tags[table]
        if not isinstance(rows, list | tuple):
            return frozenset()
        found = set(_columns_shipped().get(table, ()))
        for row in rows:
            found |= _names_in(row)
        return frozenset(found) or None


@cache
def _columns_shipped() -> Mapping[str, frozenset[str]]:
    """Return for each table of the tool's own what its rows hold: it may be empty in one report."""
    # Two tables bear the tag of reviews, the reports' and the programme's, and either may be empty.
    planned = _tags_of(PLANNED_REVIEWS.columns)
    found = {review_table.TAG: _tags_of(review_table.COLUMNS) | planned}
    for appendix in APPENDICES:
        group = {appendix.group} - {""}
        found[appendix.tag] = _tags_of(appendix.columns) | group
    return found


def _tags_of(columns: Iterable[TableColumn]) -> frozenset[str]:
    names: set[str] = set()
    for column in columns:
        names.update(column.tags)
    return frozenset(names)


def _names_in(row: Any) -> set[str]:
    if is_dataclass(row):
        return {field.name for field in fields(row)}
    return set(row)
