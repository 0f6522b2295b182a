"""Which cell of the template a cell of a form was: by codes, by headings, else by words.

A unit may have moved, put in or taken out rows and columns; what only moved is no difference.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.safety.scanned_sheet import address, column_number
from khoagiao_xl.model.cell_addresses import column_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from khoagiao_xl.intake.reading.comparing.issued_template import IssuedSheet
    from khoagiao_xl.intake.reading.locating import CodedBlock

    Spot = tuple[int, int]
    Places = Mapping[int, int]

_REFERENCE: Final = re.compile(r"(?<![A-Z0-9_.])([A-Z]{1,3})([1-9]\d{0,6})(?![A-Z0-9_(.])")
_QUOTED: Final = re.compile(r'("(?:[^"]|"")*")')


@dataclass(frozen=True)
class Alignment:
    """rows, columns: place in the form -> place in the template. Nothing has moved where `is_identity`."""

    is_identity: bool = True
    rows: Places = field(default_factory=dict)
    columns: Places = field(default_factory=dict)

    def issued(self, spot: Spot) -> Spot | None:
        """Return which cell of the template a cell of the form was, None for one that was put in."""
        if self.is_identity:
            return spot
        row, column = spot
        if row not in self.rows or column not in self.columns:
            return None
        return self.rows[row], self.columns[column]

    def now(self, spot: Spot) -> Spot:
        """Return where a cell of the template is now; one whose row or column is gone stays where it was."""
        if self.is_identity:
            return spot
        row, column = spot
        return _backwards(self.rows).get(row, row), _backwards(self.columns).get(column, column)

    def moved(self, formula: str) -> str:
        """Return a formula of the template as the program writes it once its cells have moved."""
        if self.is_identity:
            return formula
        pieces = _QUOTED.split(formula)
        return "".join(self._moved_piece(piece) for piece in pieces)

    def _moved_piece(self, piece: str) -> str:
        if piece.startswith('"'):
            return piece
        return _REFERENCE.sub(self._moved_reference, piece)

    def _moved_reference(self, match: re.Match[str]) -> str:
        letters, row = match.groups()
        return address(*self.now((int(row), column_number(letters))))


def _backwards(places: Places) -> Places:
    return {issued: now for now, issued in places.items()}


def align(
    sheet: IssuedSheet, block: CodedBlock | None, keys_of: Callable[[], Mapping[Spot, str]]
) -> Alignment:
    """Return which cell of the template each cell of a form was.

    block: the coded lines of the form's sheet. keys_of: gives what its cells say, as it is compared.
    """
    if block and sheet.block and _is_in_place(sheet.block, block):
        return Alignment()
    keys = keys_of()
    if block and sheet.block:
        lines = {row: sheet.block.rows[code] for code, row in block.rows.items() if code in sheet.block.rows}
        lines[block.header_row] = sheet.block.header_row
        columns = _columns(sheet.block, block)
        return Alignment(False, _rows(sheet, keys, lines), _filled_up(columns, _last(keys, 1)))
    if _most_are_in_place(sheet, keys):
        return Alignment()
    columns = {column: column for column in range(1, _last(keys, 1) + 1)}
    return Alignment(False, _rows(sheet, keys, {}), columns)


def _is_in_place(issued: CodedBlock, block: CodedBlock) -> bool:
    if issued.header_row != block.header_row or issued.code_column != block.code_column:
        return False
    shared = issued.rows.keys() & block.rows.keys()
    if any(issued.rows[code] != block.rows[code] for code in shared):
        return False
    return all(issued.columns.get(heading) == column for heading, column in block.columns.items())


def _most_are_in_place(sheet: IssuedSheet, keys: Mapping[Spot, str]) -> bool:
    kept = sum(keys.get(spot) == key for spot, key in sheet.keys.items())
    return 2 * kept > len(sheet.keys)


def _last(keys: Mapping[Spot, str], axis: int) -> int:
    return max((spot[axis] for spot in keys), default=1)


def _columns(issued: CodedBlock, block: CodedBlock) -> dict[int, int]:
    found = {block.code_column: issued.code_column}
    for heading, column in block.columns.items():
        if heading in issued.columns:
            found[column] = issued.columns[heading]
    return found


def _rows(sheet: IssuedSheet, keys: Mapping[Spot, str], lines: dict[int, int]) -> dict[int, int]:
    """Return the places of the rows: of the lines, of the rows that say the same, of those beside them."""
    found = dict(lines)
    issued = {words: row for row, words in _words_of_rows(sheet.keys).items() if row not in lines.values()}
    for row, words in _words_of_rows(keys).items():
        if row not in found and words in issued:
            found[row] = issued.pop(words)
    return _filled_up(found, _last(keys, 0))


def _words_of_rows(keys: Mapping[Spot, str]) -> dict[int, tuple[str, ...]]:
    rows: dict[int, list[str]] = {}
    for row, column in sorted(keys):
        rows.setdefault(row, []).append(keys[row, column])
    return {row: tuple(words) for row, words in rows.items()}


def _filled_up(known: Mapping[int, int], last: int) -> dict[int, int]:
    """Return the places with those of what lies between: as far from the known one after it, or before it."""
    found = dict(known)
    taken = set(known.values())
    marks = sorted(known)
    for place in range(1, last + 1):
        if place in known:
            continue
        for issued in _beside(place, known, marks):
            if issued > 0 and issued not in taken:
                found[place] = issued
                taken.add(issued)
                break
    return found


def _beside(place: int, known: Mapping[int, int], marks: list[int]) -> Iterator[int]:
    after = bisect_right(marks, place)
    if after < len(marks):
        yield known[marks[after]] - (marks[after] - place)
    before = bisect_left(marks, place) - 1
    if before >= 0:
        yield known[marks[before]] + (place - marks[before])


def column_of(spot: Spot) -> str:
    """Return the letters of the column of a cell."""
    return column_name(spot[1] - 1)
