"""Texts that stay texts in Excel, which takes what is written for what a person would have typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Value

TEXT: Final = "@"
GENERAL: Final = "General"
LONGEST_IN_BLOCK: Final = 8000  # Excel refuses a whole block for one text of more than 8,203 characters
BIGGEST: Final = 2**31  # and for a whole number that needs more than 32 bits
# Words without a digit are nothing else, but for these.
_PLAIN: Final = re.compile(r"(?!true\b|false\b)[^\W\d_][^\d]*", re.IGNORECASE | re.DOTALL)


def is_plain(text: str) -> bool:
    """Whether Excel takes `text` for a text whatever the format of its cell."""
    return bool(_PLAIN.fullmatch(text))


def holds_numbers(values: Sequence[Value]) -> bool:
    """Whether a column needs another format than text: in such a one Excel makes a number a text."""
    return any(value is not None and not isinstance(value, str) for value in values)


def guarded(cells: Any, lines: Sequence[Sequence[Value]]) -> list[list[Value]]:
    """Return `lines` as they must be written into `cells`, an xlwings Range of the same shape in Excel.

    In a column of texts a text is written bare. Elsewhere it gets the apostrophe that Excel takes away.
    """
    columns = [_column(cells[:, at], values) for at, values in enumerate(zip(*lines, strict=True))]
    return [list(line) for line in zip(*columns, strict=True)]


def parted(lines: Sequence[Sequence[Value]]) -> tuple[list[list[Value]], dict[tuple[int, int], str]]:
    """Return the block as Excel takes it at once, and by (row, column) the texts to be written one by one."""
    alone = {
        (row, column): value
        for row, line in enumerate(lines)
        for column, value in enumerate(line)
        if isinstance(value, str) and len(value) > LONGEST_IN_BLOCK
    }
    block = [
        [None if (row, column) in alone else _number(value) for column, value in enumerate(line)]
        for row, line in enumerate(lines)
    ]
    return block, alone


def _number(value: Value) -> Value:
    is_big = isinstance(value, int) and not isinstance(value, bool) and abs(value) >= BIGGEST
    return float(value) if is_big and not isinstance(value, str) else value  # type: ignore[arg-type]


def _column(cells: Any, values: Sequence[Value]) -> list[Value]:
    if all(not isinstance(value, str) or is_plain(value) for value in values) and not holds_numbers(values):
        return list(values)
    is_text = cells[0, 0].number_format == TEXT
    if is_text and holds_numbers(values):
        cells.number_format = GENERAL
        is_text = False
    return list(values) if is_text else [_with_apostrophe(value) for value in values]


def _with_apostrophe(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and not is_plain(value) else value
