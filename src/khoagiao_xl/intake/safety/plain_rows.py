"""The rows of a sheet read by a pattern, where they are written as programs write them.

A sheet of a form has hundreds of cells: here the time goes. Most rows come back in every form, and are kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.intake.safety.scanned_sheet import NUMBER, ScannedCell
from khoagiao_xl.intake.safety.sheet_rows import Row, WrittenCell, row_of
from khoagiao_xl.intake.safety.xml_pattern import (
    ATTRIBUTES,
    KEPT_SPACE,
    TEXT,
    NotPlain,
    unescaped,
    written_attributes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_END: Final = "</row>"
_LARGEST: Final = 8192  # letters of a row that is kept
_SPACE = r"[ \n\r\t]*+"


_BLANK_ROWS = rf"(?:{_SPACE}<row{ATTRIBUTES}/>)*+"
_HEAD: Final = re.compile(rf"({_BLANK_ROWS}){_SPACE}<row({ATTRIBUTES})>")
_ONLY_BLANK_ROWS: Final = re.compile(rf"({_BLANK_ROWS}){_SPACE}")
_BLANK_ROW: Final = re.compile(rf"<row({ATTRIBUTES})/>")
# A cell: where, style, kind, «f», formula, value, a text of its own; else a letter that is part of none.
_CELLS: Final = re.compile(
    r'<c r="([A-Z]{1,3}[0-9]{1,7})"(?: s="([0-9]{1,6})")?+(?: t="([a-zA-Z]{1,9})")?+'
    rf"(?:/>|>(?:<(f){ATTRIBUTES}(?:/>|>({TEXT})</f>))?+"
    rf"(?:<v{KEPT_SPACE}>({TEXT})</v>|<is><t{KEPT_SPACE}>({TEXT})</t></is>|<v/>)?+</c>)"
    "|(.)",
    re.DOTALL,
)


class PlainSheet(NamedTuple):
    """A sheet taken apart: its XML without the rows, and the rows, in pieces that end where one ends."""

    frame: bytes
    pieces: list[str]

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Return the sheet; raise NotPlain for one whose rows cannot be told from the rest."""
        before, opening, rest = data.partition(_OPEN)
        inside, closing, after = rest.rpartition(_CLOSE)
        if not opening or not closing or data.count(b"sheetData") != 2:
            raise NotPlain
        text = inside.decode(errors="replace")  # what stands in for bytes that are no letter is not plain
        *pieces, last = text.split(_END)
        ended = [piece + _END for piece in pieces]
        return cls(before + b"<sheetData/>" + after, [*ended, last])

    def rows(self) -> Iterator[Row]:
        """Yield the rows; raise NotPlain or OutOfPlace for one that is written otherwise."""
        for piece in self.pieces:
            read = _rows if len(piece) > _LARGEST else _kept_rows
            yield from read(piece)


def _rows(piece: str) -> list[Row]:
    """Return the blank rows with which a piece begins, and the row with cells with which it ends."""
    head = _HEAD.match(piece)
    if head is None or not piece.endswith(_END):
        return _only_blank_rows(piece)
    blank, told = head.groups()
    cells = _cells(piece, head.end(), len(piece) - len(_END))
    return [*_blank_rows(blank), _row(told, cells)]


_kept_rows = lru_cache(maxsize=4096)(_rows)


def _only_blank_rows(piece: str) -> list[Row]:
    blank = _ONLY_BLANK_ROWS.fullmatch(piece)
    if blank is None:
        raise NotPlain
    return _blank_rows(blank[1])


def _blank_rows(text: str) -> list[Row]:
    return [_row(told, ()) for told in _BLANK_ROW.findall(text)] if text else []


def _row(told: str, cells: Sequence[WrittenCell]) -> Row:
    at = written_attributes(told)
    if "r" not in at:
        raise NotPlain
    return row_of(at, cells)


def _cells(piece: str, begin: int, end: int) -> list[WrittenCell]:
    """Return the cells of a stretch; raise NotPlain for one that has anything else in it."""
    cells: list[WrittenCell] = []
    for where, style, kind, f, formula, value, own, other in _CELLS.findall(piece, begin, end):
        if other:
            raise NotPlain
        raw = unescaped(value or own)
        if f:
            told = unescaped(formula)
            cells.append((where, ScannedCell(kind or NUMBER, raw, int(style or 0), told)))
        elif raw:
            cells.append((where, ScannedCell(kind or NUMBER, raw, int(style or 0))))
        else:
            cells.append((where, None))
    return cells
