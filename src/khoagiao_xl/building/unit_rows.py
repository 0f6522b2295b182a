"""The rows of an office's own list of units, from an Excel workbook or a CSV file, under our column names."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.cell_addresses import cell_name
from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.vietnamese.figures import typed_text
from khoagiao_xl.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

Grid = list[list[Any]]
ROWS_BEFORE_THE_HEADINGS: Final = 20
NEEDED: Final = schema.UNITS.column_of("name").name
_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_SEPARATORS: Final = ";,\t"


@dataclass(frozen=True)
class Typed:
    """A value of the list and its cell: «C7»."""

    cell: str
    value: Any


@dataclass(frozen=True)
class UnitRows:
    """The list as it stands: one mapping of our headings a row, and the columns that nothing of ours is."""

    sheet: str
    rows: tuple[Mapping[str, Typed], ...]
    columns: frozenset[str]
    unused: tuple[str, ...]


def read_unit_rows(path: Path) -> UnitRows:
    """Return the list in `path`: of a workbook, the first sheet that has a column of names.

    Raise MissingFile, WrongRequest DV-03 for what is no such file, DV-01 where the columns do not fit.
    """
    data = files.read_bytes(path)
    try:
        sheets = _workbook(data) if path.suffix.lower() in _WORKBOOKS else {"": _text(data)}
    except (ValueError, csv.Error) as error:
        raise WrongRequest("DV-03", name=path.name) from error
    for sheet, grid in sheets.items():
        for at, row in enumerate(grid[:ROWS_BEFORE_THE_HEADINGS]):
            if NEEDED in _columns(row):
                return _rows_below(sheet, grid, at, path.name)
    raise WrongRequest(
        "DV-01",
        name=path.name,
        found=_first_words(sheets),
        known=", ".join(known_columns()),
    )


def known_columns() -> list[str]:
    """Return the headings that a list may have, the needed one first."""
    others = [name for name in schema.UNITS.headings if name != NEEDED]
    return [NEEDED, *others]


def _workbook(data: bytes) -> dict[str, Grid]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {name: book.get_sheet_by_name(name) for name in book.sheet_names}
        return {name: sheet.to_python(skip_empty_area=False) for name, sheet in sheets.items()}
    except CalamineError as error:
        raise ValueError(data[:4]) from error


def _text(data: bytes) -> Grid:
    """Return the cells of a CSV file; raise ValueError for one that is not in Unicode."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16" if is_wide else "utf-8-sig")
    if "\0" in text:
        raise ValueError(text[:1])
    first, *_ = [*text.splitlines(), ""]
    separator = max(_SEPARATORS, key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [list(row) for row in lines]


def _columns(row: Sequence[Any]) -> dict[str, list[int]]:
    """Return our heading -> the places in a row that spell it."""
    headings = _headings()
    found: dict[str, list[int]] = {}
    for place, value in enumerate(row):
        heading = headings.get(_key(value))
        if heading:
            found.setdefault(heading, []).append(place)
    return found


@cache
def _headings() -> dict[str, str]:
    """Return what a heading may be spelled as -> ours."""
    found = {}
    for line in shipped_rows("unit_list_headings.csv"):
        found[fold(line["Cách viết"])] = line["Cột"]
    return found


def _key(value: object) -> str:
    text = words_of(value)
    return fold(text.strip(" *:."))


def words_of(value: object) -> str:
    """Return what stands in a cell as clean text; a whole number without its decimals."""
    if value is None:
        return ""
    return clean(typed_text(value)).text


def _rows_below(sheet: str, grid: Grid, at: int, name: str) -> UnitRows:
    columns = _columns(grid[at])
    _refuse_doubled(columns, at + 1, name)
    own = {heading: place for heading, (place, *_) in columns.items()}
    rows = tuple(_filled(grid, at + 1, own))
    unused = []
    for place, value in enumerate(grid[at]):
        word = words_of(value)
        if word and place not in own.values():
            unused.append(word)
    return UnitRows(sheet, rows, frozenset(own), tuple(unused))


def _refuse_doubled(columns: Mapping[str, Sequence[int]], row: int, name: str) -> None:
    for heading, places in columns.items():
        if len(places) > 1:
            cells = ", ".join(cell_name(row, place) for place in places)
            raise WrongRequest(
                "DV-04",
                name=name,
                column=heading,
                cells=cells,
            )


def _filled(grid: Grid, first: int, columns: Mapping[str, int]) -> Iterator[Mapping[str, Typed]]:
    """Yield the rows that hold anything under our headings."""
    for number, row in enumerate(grid[first:], first + 1):
        line = {}
        for heading, place in columns.items():
            value = row[place] if place < len(row) else None
            line[heading] = Typed(cell_name(number, place), value)
        if any(words_of(typed.value) for typed in line.values()):
            yield line


def _first_words(sheets: Mapping[str, Grid]) -> str:
    """Return what stands where headings should be: of all rows looked at, the one with the most texts."""
    fullest: list[str] = []
    for grid in sheets.values():
        for row in grid[:ROWS_BEFORE_THE_HEADINGS]:
            texts = [text for text in map(words_of, row) if text]
            fullest = max(fullest, texts, key=len)
    return ", ".join(f"«{text}»" for text in fullest) or "(trống)"
