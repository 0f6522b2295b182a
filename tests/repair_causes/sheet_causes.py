"""Causes that lie in the frame of a sheet: the order of its children and rows, merges, links, head and foot."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from tests.repair_causes.opened_package import RELATED, doubled, local
from tests.repair_causes.opened_workbook import M, OpenedSheet, area, place, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LISTED: Final = """
    sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
    autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
    hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
    ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts
    extLst
"""
ORDER: Final = _LISTED.split()
REPEATED: Final = {"conditionalFormatting"}
HIGHEST, WIDEST, LAST_ROW, LAST_COLUMN = 409.5, 255, 1_048_576, 16_384
LONGEST_LINK: Final = 2079
LONGEST_PLACE: Final = 255
LONGEST_HEAD: Final = 255
LONGEST_COMMENT: Final = 32_767
MOST_LINKS: Final = 65_530
_SHEET: Final = re.compile(r"#?(?:'((?:[^']|'')+)'|([^'!]+))!")


def children_out_of_order(sheet: OpenedSheet) -> Iterator[str]:
    names = [local(child) for child in sheet.root]
    known = [name for name in names if name in ORDER]
    if known != sorted(known, key=ORDER.index):
        yield " ".join(known)
    yield from (name for name in doubled(known) if name not in REPEATED)


def rows_out_of_order(sheet: OpenedSheet) -> Iterator[str]:
    last = 0
    for row in sheet.rows:
        number = int(row.get("r", last + 1))
        if not last < number <= LAST_ROW:
            yield f"row {number}"
        last = number


def cells_out_of_order(sheet: OpenedSheet) -> Iterator[str]:
    for row in sheet.rows:
        last = 0
        for cell in row.iterchildren(f"{M}c"):
            column, number = place(str(cell.get("r")))
            if str(number) != row.get("r") or not last < column <= LAST_COLUMN:
                yield str(cell.get("r"))
            last = column


def spans(sheet: OpenedSheet) -> Iterator[str]:
    for row in sheet.rows:
        written = row.get("spans")
        if written is None:
            continue
        first, _, last = written.partition(":")
        columns = [place(str(cell.get("r")))[0] for cell in row.iterchildren(f"{M}c")]
        if columns and not int(first) <= min(columns) <= max(columns) <= int(last):
            yield f"row {row.get('r')}: {written}"


def sizes(sheet: OpenedSheet) -> Iterator[str]:
    for row in sheet.rows:
        if not 0 <= float(row.get("ht", "0")) <= HIGHEST:
            yield f"row {row.get('r')}: {row.get('ht')} points"
    last = 0
    for column in sheet.root.iter(f"{M}col"):
        first, after = int(column.get("min", "0")), int(column.get("max", "0"))
        if not last < first <= after <= LAST_COLUMN or not 0 <= float(column.get("width", "0")) <= WIDEST:
            yield f"columns {first} to {after}"
        last = after


def merges_that_meet(sheet: OpenedSheet) -> Iterator[str]:
    for one, other in combinations(sheet.merges, 2):
        if area(one).meets(area(other)):
            yield f"{one} {other}"


def merges_of_one_cell(sheet: OpenedSheet) -> Iterator[str]:
    for merge in sheet.merges:
        first, _, last = merge.partition(":")
        if first == last or not last:
            yield merge


def links(sheet: OpenedSheet) -> Iterator[str]:
    found = list(sheet.root.iter(f"{M}hyperlink"))
    if len(found) > MOST_LINKS:
        yield f"{len(found)} links"
    names = {each.name.casefold() for each in sheet.book.sheets}
    outside = sheet.book.package.relations(sheet.part)
    for link in found:
        location = link.get("location") or ""
        to = outside.get(str(link.get(f"{RELATED}id")))
        long = [
            name for name in ("location", "tooltip", "display") if len(link.get(name) or "") > LONGEST_PLACE
        ]
        match = None if to else _SHEET.match(location)
        is_lost = match and (match[1] or match[2]).replace("''", "'").casefold() not in names
        if long or is_lost or (to and len(to.target) > LONGEST_LINK) or not (location or to):
            yield f"{link.get('ref')} {location}"


def head_and_foot(sheet: OpenedSheet) -> Iterator[str]:
    for holder in sheet.root.iter(f"{M}headerFooter"):
        yield from (local(item) for item in holder if len(item.text or "") > LONGEST_HEAD)


def comments(sheet: OpenedSheet) -> Iterator[str]:
    has_drawing = sheet.root.find(f"{M}legacyDrawing") is not None
    for part in sheet.book.package.related(sheet.part, "comments"):
        root = sheet.book.package.xml(part)
        notes = [] if root is None else list(root.iter(f"{M}comment"))
        yield from doubled([str(note.get("ref")) for note in notes])
        yield from (str(note.get("ref")) for note in notes if len(texts_of(note)) > LONGEST_COMMENT)
        authors = 0 if root is None else len(list(root.iter(f"{M}author")))
        yield from (str(note.get("ref")) for note in notes if int(note.get("authorId", "0")) >= authors)
        if notes and not has_drawing:
            yield "comments without their drawing"


SHEET_CAUSES: Final[dict[str, Callable[[OpenedSheet], Iterator[str]]]] = {
    "children of a sheet out of order": children_out_of_order,
    "rows out of order": rows_out_of_order,
    "cells out of order": cells_out_of_order,
    "a row's cells outside its spans": spans,
    "a row too high or a column too wide": sizes,
    "merged areas that meet": merges_that_meet,
    "a merged area of one cell": merges_of_one_cell,
    "a link": links,
    "head or foot too long": head_and_foot,
    "comments": comments,
}
