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
    without_groups,
    written_attributes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Self

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_END: Final = "</row>"
_LARGEST: Final = 8192  # letters of a row that is kept
_SPACE = r"[ \n\r\t]*+"


def _cell(attributes: str, text: str) -> str:
    """Return the pattern of a cell; groups: where, style, kind, «f», formula, value, a text of its own."""
    return (
        r'<c r="([A-Z]{1,3}[0-9]{1,7})"(?: s="([0-9]{1,6})")?+(?: t="([a-zA-Z]{1,9})")?+'
        rf"(?:/>|>(?:<(f){attributes}(?:/>|>({text})</f>))?+"
        rf"(?:<v{KEPT_SPACE}>({text})</v>|<is><t{KEPT_SPACE}>({text})</t></is>|<v/>)?+</c>)"
    )


_WHOLE: Final = re.compile(
    rf"(?:{_SPACE}<row{ATTRIBUTES}/>)*+{_SPACE}"
    rf"(?:<row{ATTRIBUTES}>(?:{without_groups(_cell(ATTRIBUTES, TEXT))})*+</row>)?+"
)
# What is taken out of rows that are wholly covered by that.
_CELLS: Final = re.compile(_cell("[^<>]*?", "[^<]*+"))
_ROWS: Final = re.compile(r"<row([^<>]*?)/?>")


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
    if not _WHOLE.fullmatch(piece):
        raise NotPlain
    told = [written_attributes(tag) for tag in _ROWS.findall(piece)]
    cells = [(where, _plain_cell(*found)) for where, *found in _CELLS.findall(piece)]
    rows = [_row(at, ()) for at in told[:-1]]
    if told:
        rows.append(_row(told[-1], cells))
    return rows


_kept_rows = lru_cache(maxsize=4096)(_rows)


def _row(at: Mapping[str, str], cells: Sequence[WrittenCell]) -> Row:
    if "r" not in at:
        raise NotPlain
    return row_of(at, cells)


def _plain_cell(style: str, kind: str, f: str, formula: str, value: str, own: str) -> ScannedCell | None:
    raw = unescaped(value or own)
    if f:
        return ScannedCell(kind or NUMBER, raw, int(style or 0), unescaped(formula))
    if raw:
        return ScannedCell(kind or NUMBER, raw, int(style or 0))
    return None
