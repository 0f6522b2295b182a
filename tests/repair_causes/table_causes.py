"""Causes that lie in tables: heads, columns, areas, filters, ids and names."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from tests.repair_causes.opened_package import doubled
from tests.repair_causes.opened_workbook import M, OpenedSheet, OpenedTable, OpenedWorkbook, area

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def _address(column: int, row: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def heads_that_differ(table: OpenedTable) -> Iterator[str]:
    for at, column in enumerate(table.columns, table.area.left):
        name = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(column.get("name")))
        head = table.sheet.shown.get(_address(at, table.area.top), "")
        if head != name:
            yield f"{table.name}: {head!r} is not {name!r}"


def columns_twice(table: OpenedTable) -> Iterator[str]:
    yield from doubled([str(column.get("name")) for column in table.columns])
    yield from doubled([f"id {column.get('id')}" for column in table.columns])


def columns_of_another_count(table: OpenedTable) -> Iterator[str]:
    holder = table.root.find(f"{M}tableColumns")
    said = "" if holder is None else holder.get("count")
    wide = table.area.right - table.area.left + 1
    if not said or not int(said) == len(table.columns) == wide:
        yield table.name


def no_body(table: OpenedTable) -> Iterator[str]:
    heads = int(table.root.get("headerRowCount", "1"))
    totals = int(table.root.get("totalsRowCount", "0"))
    if table.area.bottom - table.area.top + 1 - heads - totals < 1:
        yield table.name


def filters_elsewhere(table: OpenedTable) -> Iterator[str]:
    found = table.root.find(f"{M}autoFilter")
    if found is None:
        return
    wanted = table.area
    if int(table.root.get("totalsRowCount", "0")):
        wanted = wanted._replace(bottom=wanted.bottom - 1)
    if area(str(found.get("ref"))) != wanted:
        yield f"{table.name}: {found.get('ref')}"


def over_merges(table: OpenedTable) -> Iterator[str]:
    yield from (merge for merge in table.sheet.merges if area(merge).meets(table.area))


def styles_of_columns_there_are_not(table: OpenedTable) -> Iterator[str]:
    known = table.sheet.book.count_of("dxfs")
    for element in table.root.iter():
        for name, value in element.attrib.items():
            attribute = str(name)
            if attribute.endswith("DxfId") and int(value) >= known:
                yield f"{table.name} {attribute}"


TABLE_CAUSES: Final[dict[str, Callable[[OpenedTable], Iterator[str]]]] = {
    "the head of a table is not the name of its column": heads_that_differ,
    "a column of a table twice": columns_twice,
    "columns of a table that are not counted right": columns_of_another_count,
    "a table without a row": no_body,
    "the filter of a table elsewhere": filters_elsewhere,
    "a table over merged cells": over_merges,
    "the style of a column that is not there": styles_of_columns_there_are_not,
}


def ids_twice(book: OpenedWorkbook) -> Iterator[str]:
    yield from doubled([str(table.root.get("id")) for table in book.tables])


def names_twice(book: OpenedWorkbook) -> Iterator[str]:
    names = [str(item.get("name")) for item in book.names if item.get("localSheetId") is None]
    yield from doubled([table.name for table in book.tables] + names)


def parts_that_are_not_counted_right(book: OpenedWorkbook) -> Iterator[str]:
    for sheet in book.sheets:
        parts = sheet.root.find(f"{M}tableParts")
        told = 0 if parts is None else len(parts)
        said = told if parts is None else int(parts.get("count", told))
        if not told == said == len(sheet.tables):
            yield sheet.name


def tables_that_meet(book: OpenedWorkbook) -> Iterator[str]:
    for sheet in book.sheets:
        yield from _meeting(sheet)


def _meeting(sheet: OpenedSheet) -> Iterator[str]:
    for one, other in combinations(sheet.tables, 2):
        if one.area.meets(other.area):
            yield f"{one.name} {other.name}"
    found = sheet.root.find(f"{M}autoFilter")
    for table in sheet.tables:
        if found is not None and area(str(found.get("ref"))).meets(table.area):
            yield f"{table.name} under the filter of the sheet"


TABLES_TOGETHER: Final[dict[str, Callable[[OpenedWorkbook], Iterator[str]]]] = {
    "the id of a table twice": ids_twice,
    "the name of a table twice": names_twice,
    "the tables of a sheet that are not counted right": parts_that_are_not_counted_right,
    "tables that meet": tables_that_meet,
}
