"""Which cell of the template a cell of a form was: by codes, by headings, else by words.

A unit may have moved, put in or taken out rows and columns; what only moved is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.reading.comparing.aligned_places import Places, filled_up
from khoagiao_xl.intake.safety.scanned_sheet import address, column_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.intake.reading.comparing.issued_template import IssuedSheet
    from khoagiao_xl.intake.reading.locating import CodedBlock

    Spot = tuple[int, int]
    Keys = Mapping[Spot, str]

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
        row = self.rows.get(spot[0])
        column = self.columns.get(spot[1])
        if row is None or column is None:
            return None
        return row, column

    def now(self, spot: Spot) -> Spot:
        """Return where a cell of the template is now; one whose row or column is gone stays where it was."""
        row, column = spot
        row_now = self._rows_now.get(row, row)
        column_now = self._columns_now.get(column, column)
        return row_now, column_now

    @cached_property
    def _rows_now(self) -> Places:
        return _backwards(self.rows)

    @cached_property
    def _columns_now(self) -> Places:
        return _backwards(self.columns)

    def moved(self, formula: str) -> str:
        """Return a formula of the template as programs write it once its cells have moved."""
        if self.is_identity:
            return formula
        pieces = _QUOTED.split(formula)
        pieces[::2] = map(self._moved_piece, pieces[::2])
        return "".join(pieces)

    def _moved_piece(self, piece: str) -> str:
        return _REFERENCE.sub(self._moved_reference, piece)

    def _moved_reference(self, match: re.Match[str]) -> str:
        letters, row = match.groups()
        issued = int(row), column_number(letters)
        now = self.now(issued)
        return address(*now)


def _backwards(places: Places) -> Places:
    return {issued: now for now, issued in places.items()}


IN_PLACE: Final = Alignment()


def align(sheet: IssuedSheet, block: CodedBlock | None, keys_of: Callable[[], Keys]) -> Alignment:
    """Return which cell of the template each cell of a form was.

    block: the coded lines of the form's sheet. keys_of: gives what its cells say, as it is compared.
    """
    if block is None or sheet.block is None:
        return _by_words(sheet, keys_of())
    if _is_in_place(sheet.block, block):
        return IN_PLACE
    return _by_codes(sheet, sheet.block, block, keys_of())


def _is_in_place(issued: CodedBlock, block: CodedBlock) -> bool:
    if issued.header_row != block.header_row or issued.code_column != block.code_column:
        return False
    for code in issued.rows.keys() & block.rows.keys():
        if issued.rows[code] != block.rows[code]:
            return False
    return block.columns.items() <= issued.columns.items()


def _by_codes(sheet: IssuedSheet, issued: CodedBlock, block: CodedBlock, keys: Keys) -> Alignment:
    lines = {block.header_row: issued.header_row}
    for code, row in block.rows.items():
        if code in issued.rows:
            lines[row] = issued.rows[code]
    columns = {block.code_column: issued.code_column}
    for heading, column in block.columns.items():
        if heading in issued.columns:
            columns[column] = issued.columns[heading]
    rows = _rows(sheet, keys, lines)
    last = _last_column(keys)
    return Alignment(False, rows, filled_up(columns, last))


def _by_words(sheet: IssuedSheet, keys: Keys) -> Alignment:
    """Return the alignment of a sheet without codes: rows that say the same, if more stay in place so."""
    in_place = _kept(sheet, keys, IN_PLACE)
    if in_place == len(sheet.keys):
        return IN_PLACE
    columns = range(1, _last_column(keys) + 1)
    moved = Alignment(
        is_identity=False,
        rows=_rows(sheet, keys, {}),
        columns={column: column for column in columns},
    )
    if _kept(sheet, keys, moved) > in_place:
        return moved
    return IN_PLACE


def _kept(sheet: IssuedSheet, keys: Keys, alignment: Alignment) -> int:
    """Return how many cells say what they said in the template."""
    count = 0
    for spot, key in keys.items():
        issued = alignment.issued(spot)
        count += issued is not None and sheet.keys.get(issued) == key
    return count


def _last_column(keys: Keys) -> int:
    columns = {column for _, column in keys}
    return max(columns, default=1)


def _rows(sheet: IssuedSheet, keys: Keys, lines: Places) -> Places:
    """Return the places of the rows: of the lines, of the rows that begin alike, of those beside them."""
    found = dict(lines)
    taken = set(lines.values())
    issued = _rows_by_first_words(sheet.keys)
    for words, row in _rows_by_first_words(keys).items():
        same = issued.get(words)
        if row not in found and same is not None and same not in taken:
            found[row] = same
            taken.add(same)
    rows = {row for row, _ in keys}
    last = max(rows, default=1)
    return filled_up(found, last)


def _rows_by_first_words(keys: Keys) -> dict[str, int]:
    """Return what stands first in a row -> the row; the first of several."""
    seen: set[int] = set()
    found: dict[str, int] = {}
    for spot in sorted(keys):
        row, _ = spot
        if row not in seen:
            seen.add(row)
            found.setdefault(keys[spot], row)
    return found
