"""What is not there although it looks so, and what looks like a blank and is none."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from khoagiao_xl.inspection.keys import key_of
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.schema import Cell
from khoagiao_xl.vietnamese.blank_text import is_blank
from khoagiao_xl.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.schema import Column, Table
    from khoagiao_xl.office.pages import SheetLine

_STRUCK: Final = frozenset("ÐƉðɖ")  # letters of other tongues that look like «Đ»
_UNSEEN: Final = "VB-06"  # the repair of a text that held signs nobody sees


def required(context: CheckContext) -> Iterator[Finding]:
    """Cells that must be filled in, in rows that hold anything at all."""
    for page in context.typed_pages:
        needed = [column.field for column in page.columns if column.required]
        for line in page.lines:
            for field in needed:
                if line.values[field] is None:
                    yield line.error("KT-10", field)


def errors_and_spaces(context: CheckContext) -> Iterator[Finding]:
    """Cells that show «#N/A», and those that hold nothing that is seen, which Excel counts as filled."""
    for page in context.typed_pages:
        unread = page.layout.unread
        for cell, text in unread.items():
            if is_blank(text):
                yield page.finding(Severity.QUESTION, "KT-11", cell)
            elif text.startswith("#"):
                yield page.finding(
                    Severity.ERROR,
                    "KT-14",
                    cell,
                    found=text,
                )


def disguised(context: CheckContext) -> Iterator[Finding]:
    """Codes and names with spaces or letters that nobody sees: they equal nothing they look like."""
    for page in context.typed_pages:
        for column in page.columns:
            if _identifies(column, page.table):
                for line in page.lines:
                    yield from _disguised(line, column.field)


def _identifies(column: Column, table: Table) -> bool:
    """Whether the column's texts are compared with others, by the program or by a formula."""
    if column.source or column.choices:
        return True
    if column.cell is Cell.WORDS:
        return True
    if column.cell not in (Cell.TEXT, Cell.LONG):
        return False
    names = ("name", "email", *key_of(table).fields)
    return column.field in names


def _disguised(line: SheetLine, field: str) -> Iterator[Finding]:
    unread = line.page.layout.unread
    raw = unread.get(line.cell(field), line.text(field))
    strange = set(filter(_is_strange, raw))
    if strange:
        letters = ", ".join(sorted(strange))
        yield line.error("KT-13", field, letters=letters)
    elif _has_unseen(raw) or _has_blank_ends(raw):
        yield line.error("KT-12", field)


def _is_strange(letter: str) -> bool:
    if letter.isascii():
        return False
    name = unicodedata.name(letter, "")
    if letter in _STRUCK:
        return True
    return name.startswith(("CYRILLIC", "GREEK"))


def _has_unseen(raw: str) -> bool:
    cleaned = clean(raw, keep_lines=True)
    codes = [repair.code for repair in cleaned.repairs]
    return _UNSEEN in codes


def _has_blank_ends(raw: str) -> bool:
    bare = raw.strip()
    if not bare:
        return False
    return raw != bare
