"""The two readers of values: python-calamine first, openpyxl where it fails; both give rows from A1."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.intake.safety.package_scan import BookScan
    from khoagiao_xl.intake.safety.sheet_scan import ScannedCell, SheetScan

    Rows = list[list[Any]]

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Unreadable(Exception):  # a verdict on a file
    """No reader could make anything of a file that looked sound."""


def read_rows(data: bytes, sheets: Iterable[SheetScan]) -> tuple[dict[str, Rows], str]:
    """Return the values of the sheets by name, and the name of the reader that gave them.

    Raise Unreadable when neither reader can. A Rust panic is no Exception, hence the wide net.
    """
    wanted = [sheet.name for sheet in sheets if sheet.values]
    try:
        return _with_calamine(data, wanted), "python-calamine"
    except MemoryError:
        raise
    except BaseException as first:
        if isinstance(first, KeyboardInterrupt | SystemExit):
            raise
        try:
            return _with_openpyxl(data, wanted), "openpyxl"
        except Exception as second:
            raise Unreadable(f"{type(first).__name__}, {type(second).__name__}") from second


def _with_calamine(data: bytes, wanted: list[str]) -> dict[str, Rows]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in wanted}


def _with_openpyxl(data: bytes, wanted: list[str]) -> dict[str, Rows]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    found: dict[str, Rows] = {}
    for name in wanted:
        sheet = book[name]
        sheet.reset_dimensions()  # a wrong <dimension> would drop cells without a word
        found[name] = [
            ["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)
        ]
    return found


def disagreement(book: BookScan, sheet: SheetScan, rows: Rows) -> tuple[int, int] | None:
    """Return the first cell whose value is not what our own scan of the XML says, None when all agree."""
    for (row, column), cell in sheet.cells.items():
        values = rows[row - 1] if row <= len(rows) else []
        value = values[column - 1] if column <= len(values) else ""
        if not _agrees(value, cell, book):
            return row, column
    return None


def _agrees(value: object, cell: ScannedCell, book: BookScan) -> bool:
    if cell.kind in ("e", "d") or not cell.raw:
        return True  # told by the scan itself: an error, or a value never calculated
    if cell.kind == "b":
        return bool(value) == (cell.raw in ("1", "true"))
    if cell.kind == "n":
        return _same_number(value, cell.raw)
    if cell.kind == "s":
        texts = book.strings.texts
        known = cell.raw.isdigit() and int(cell.raw) < len(texts)
        return known and _same_text(value, texts[int(cell.raw)])
    return _same_text(value, cell.raw)


def _same_text(value: object, text: str) -> bool:
    if value == text:
        return True
    seen = _essence(str(value))
    return seen in (_essence(text), _essence(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)))


def _same_number(value: object, raw: str) -> bool:
    if isinstance(value, datetime | date | time | timedelta):
        return True  # a number that its format shows as a date: refused later as what it is
    try:
        number = float(raw)
    except ValueError:
        return str(value).strip() == raw.strip()  # «12,5» written where a number belongs
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value - number) <= 1e-12 * max(1.0, abs(number))


def _essence(text: str) -> str:
    """Return what must be the same in two readings: readers differ in blanks and line ends."""
    return "".join(letter for letter in text if letter > " ")
