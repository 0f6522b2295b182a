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


def guarded(cells: Any, lines: Sequence[Sequence[Value]]) -> list[list[Value]]:
    """Return `lines` as they must be written into `cells`, an xlwings Range of the same shape in Excel.

    In a column of texts a text is written bare. Elsewhere it gets the apostrophe that Excel takes away.
    """
    columns = []
    for at, values in enumerate(_turned(lines)):
        column = _guarded_column(cells[:, at], values)
        columns.append(column)
    return _turned(columns)


def _turned(lines: Sequence[Sequence[Value]]) -> list[list[Value]]:
    """Return columns as lines, or lines as columns."""
    turned = zip(*lines, strict=True)
    return list(map(list, turned))


def _guarded_column(cells: Any, values: Sequence[Value]) -> list[Value]:
    """Return the values of one column of `cells`, as they must be written."""
    has_numbers = any(map(_is_number, values))
    has_riddles = any(map(_is_riddle, values))
    if not has_numbers and not has_riddles:
        return list(values)
    is_text = _common_format(cells) == TEXT
    if is_text and has_numbers:
        cells.number_format = GENERAL  # Excel would make a text of each number
        is_text = False
    if is_text:
        return list(values)
    return list(map(_with_apostrophe, values))


def _common_format(cells: Any) -> str:
    """Return the number format of a column, which all its cells then have: that of the first."""
    shown = cells.number_format
    if shown is None:  # somebody has pasted cells of another format among them
        first = cells[0, 0]
        shown = cells.number_format = first.number_format
    return str(shown)


def _is_number(value: Value) -> bool:
    return value is not None and not isinstance(value, str)


def _is_riddle(value: Value) -> bool:
    """Whether Excel would have to guess what a text is."""
    return isinstance(value, str) and not is_plain(value)


def _with_apostrophe(value: Value) -> Value:
    if not _is_riddle(value):
        return value
    return f"'{value}"


def parted(lines: Sequence[Sequence[Value]]) -> tuple[list[list[Value]], dict[tuple[int, int], str]]:
    """Return the block as Excel takes it at once, and by (row, column) the texts to be written one by one."""
    block = []
    alone = {}
    for row, line in enumerate(lines):
        taken: list[Value] = []
        for column, value in enumerate(line):
            if isinstance(value, str) and _is_too_long(value):
                alone[row, column] = value
                taken.append(None)
            else:
                taken.append(_takeable(value))
        block.append(taken)
    return block, alone


def _is_too_long(text: str) -> bool:
    return len(text) > LONGEST_IN_BLOCK


def _takeable(value: Value) -> Value:
    if type(value) is int and abs(value) >= BIGGEST:
        return float(value)
    return value
