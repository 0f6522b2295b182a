"""Where the lines of a form are: by codes and headings, wherever they moved, whatever the sheet is called."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.safety.scanned_sheet import address
from khoagiao_xl.model.findings import Place
from khoagiao_xl.vietnamese.known_texts import known
from khoagiao_xl.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Rows = Sequence[Sequence[Any]]

CODE: Final = re.compile(r"[A-Z]{2}\d{3}")  # KG101; the office may add lines of its own
_SHORTEST, _LONGEST = 5, 20  # characters in which a code is looked for
_OURS: Final = (
    *form_layout.FIGURES_HEADER,
    *form_layout.NARRATIVE_HEADER,
    *form_layout.DETAILS_HEADER,
)
_HEADINGS: Final = {fold(name): name for name in _OURS}
_HEADINGS_SEARCHED: Final = 12  # rows above the first code in which the heading may stand
FIGURE: Final = form_layout.FIGURES_HEADER[form_layout.VALUE]
ANSWER: Final = form_layout.NARRATIVE_HEADER[form_layout.ANSWER]
# What of a heading tells which sheet of ours it is, under whatever name.
_TELLING: Final = {
    FIGURE: form_layout.FIGURES,
    form_layout.DETAIL: form_layout.DETAILS,
    ANSWER: form_layout.NARRATIVE,
}


@dataclass
class CodedBlock:
    """A sheet that holds coded lines; columns counted from 1, rows from 1."""

    file: str
    sheet: str
    code_column: int
    columns: dict[str, int]  # heading -> column
    rows: dict[str, int] = field(default_factory=dict)  # code -> row
    doubled: dict[str, list[int]] = field(default_factory=dict)
    repaired: dict[str, str] = field(default_factory=dict)  # code -> what stood there
    header_row: int = 0
    usual: str = form_layout.FIGURES  # which sheet of ours it is, under whatever name

    def place(self, row: int, column: int) -> Place:
        """Return where a cell of the sheet is."""
        return Place(self.file, self.sheet, address(row, column))

    def inputs(self, headings: Sequence[str]) -> list[int]:
        """Return the columns of those of the headings that are there."""
        return [self.columns[heading] for heading in headings if heading in self.columns]

    def add(self, code: str, row: int, typed: object) -> None:
        """Take in a line; typed: what stands where its code should."""
        if code in self.rows:
            first = self.rows[code]
            self.doubled.setdefault(code, [first]).append(row)
            return
        self.rows[code] = row
        if typed != code:
            self.repaired[code] = str(typed)


def code_of(value: object) -> str:
    """Return the indicator code that a cell holds, empty when it holds none."""
    if not isinstance(value, str) or not _SHORTEST <= len(value) <= _LONGEST:
        return ""
    return _code_in(value)


@known
def _code_in(value: str) -> str:
    if value.isalpha():
        return ""
    if CODE.fullmatch(value):
        return value
    text = clean(value).text.upper()
    tight = text.replace(" ", "")
    if CODE.fullmatch(tight):
        return tight
    return ""


def find_blocks(file: str, grids: Mapping[str, Rows]) -> list[CodedBlock]:
    """Return every sheet with a column of codes under a heading of ours."""
    blocks = [_find_block(file, name, rows) for name, rows in grids.items()]
    return [block for block in blocks if block]


def find_changed_heading(grids: Mapping[str, Rows], header: Sequence[str], wanted: str) -> Place | None:
    """Return where `wanted` should head its column on a sheet that has our codes and other headings.

    header: all headings of such a sheet, in their order. The place is of no file.
    """
    for name, rows in grids.items():
        lines = [row for row, _, _ in _codes(rows)]
        cell = _changed_heading(rows, min(lines), header, wanted) if lines else ""
        if cell:
            return Place(sheet=name, cell=cell)
    return None


def _changed_heading(rows: Rows, first: int, header: Sequence[str], wanted: str) -> str:
    """Return the cell beside the headings as issued, nearest above the first code; blank for none."""
    at = header.index(wanted)
    before = header[at - 1]
    for row in range(first - 1, max(0, first - 1 - _HEADINGS_SEARCHED), -1):
        columns = dict(_headings(rows[row - 1]))
        if before in columns and wanted not in columns:
            return address(row, columns[before] + 1)
    return ""


def _find_block(file: str, name: str, rows: Rows) -> CodedBlock | None:
    codes = {(row, column): code for row, column, code in _codes(rows)}
    if not codes:
        return None
    code_column = _most_common_column(codes)
    lines = {row: code for (row, column), code in codes.items() if column == code_column}
    header_row, found = _find_heading(rows, min(lines))
    if not found:
        return None
    block = CodedBlock(
        file,
        name,
        code_column,
        _told_once(found),
        header_row=header_row,
    )
    block.usual = _told_by(found)
    for row, code in lines.items():
        block.add(code, row, rows[row - 1][code_column - 1])
    return block


def _codes(rows: Rows) -> Iterator[tuple[int, int, str]]:
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if isinstance(value, str) and _SHORTEST <= len(value) <= _LONGEST:
                code = code_of(value)
                if code:
                    yield row, column, code


def _most_common_column(codes: Mapping[tuple[int, int], str]) -> int:
    columns = Counter(column for _, column in codes)
    ((column, _),) = columns.most_common(1)
    return column


def _told_once(found: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Return heading -> column; a heading that stands twice tells nothing."""
    columns = dict(found)
    counted = Counter(heading for heading, _ in found)
    for heading, times in counted.items():
        if times > 1:
            del columns[heading]
    return columns


def _find_heading(rows: Rows, first: int) -> tuple[int, list[tuple[str, int]]]:
    """Return the row nearest above the first code that holds headings of ours, and their columns."""
    last = max(0, first - 1 - _HEADINGS_SEARCHED)
    for row in range(first - 1, last, -1):
        found = list(_headings(rows[row - 1]))
        if _told_by(found):
            return row, found
    return 0, []


def _told_by(found: Sequence[tuple[str, int]]) -> str:
    """Return the sheet of ours that has these headings, blank for none."""
    names = dict(found)
    for heading, sheet in _TELLING.items():
        if heading in names:
            return sheet
    return ""


def _headings(values: Sequence[Any]) -> Iterator[tuple[str, int]]:
    for column, value in enumerate(values, 1):
        heading = _HEADINGS.get(fold(value)) if isinstance(value, str) else None
        if heading:
            yield heading, column
