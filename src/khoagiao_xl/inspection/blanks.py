"""What is not there although it looks so, and what looks like a blank and is none."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from khoagiao_xl.inspection.keys import key_of
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.schema import Cell
from khoagiao_xl.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.master_pages import Master
    from khoagiao_xl.model.schema import Column, Table
    from khoagiao_xl.office.pages import Line, Page

_STRUCK: Final = frozenset("ÐƉðɖ")  # letters of other tongues that look like «Đ»


def required(master: Master) -> Iterator[Finding]:
    """Cells that must be filled in, in rows that hold anything at all."""
    for page in master.typed():
        for line in page.lines:
            for column in page.columns:
                if column.required and line.values.get(column.field) is None:
                    yield page.finding("KT-10", Severity.ERROR, line, column.field)


def errors_and_spaces(master: Master) -> Iterator[Finding]:
    """Cells that show «#N/A», and those that hold nothing but spaces, which Excel counts as filled."""
    for page in master.typed():
        for address, text in page.layout.unread.items():
            place = Place(sheet=page.table.sheet, cell=address)
            if text.strip():
                if text.startswith("#"):
                    yield Finding("KT-14", Severity.ERROR, place, {"found": text})
            else:
                yield Finding("KT-11", Severity.QUESTION, place)


def disguised(master: Master) -> Iterator[Finding]:
    """Codes and names with spaces or letters that nobody sees: they equal nothing they look like."""
    for page in master.typed():
        for column in page.columns:
            if _identifies(column, page.table):
                for line in page.lines:
                    yield from _disguised(page, line, column)


def _identifies(column: Column, table: Table) -> bool:
    """Whether the column's texts are compared with others, by the program or by a formula."""
    is_list = bool(column.source or column.choices or column.cell is Cell.WORDS)
    is_name = column.field in {"name", "email", *key_of(table).fields}
    return is_list or (is_name and column.cell in {Cell.TEXT, Cell.LONG})


def _disguised(page: Page, line: Line, column: Column) -> Iterator[Finding]:
    raw = page.layout.unread.get(page.cell(line.row, column.field), line.text(column.field))
    strange = sorted({letter for letter in raw if _is_strange(letter)})
    unseen = any(repair.code == "VB-06" for repair in clean(raw, keep_lines=True).repairs)
    if strange:
        yield page.finding("KT-13", Severity.ERROR, line, column.field, letters=", ".join(strange))
    elif unseen or (raw != raw.strip() and raw.strip()):
        yield page.finding("KT-12", Severity.ERROR, line, column.field)


def _is_strange(letter: str) -> bool:
    return letter in _STRUCK or unicodedata.name(letter, "").startswith(("CYRILLIC", "GREEK"))
