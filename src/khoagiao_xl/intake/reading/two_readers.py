"""The two readers of values: python-calamine first, openpyxl where it fails; both give rows from A1."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.safety.scanned_sheet import NUMBER, SHARED
from khoagiao_xl.vietnamese.figures import is_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import SheetScan

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
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as first:  # noqa: BLE001  # told as unreadable when the second reader fails too
        return _with_second_reader(data, wanted, first), "openpyxl"


def _with_second_reader(data: bytes, wanted: list[str], first: BaseException) -> dict[str, Rows]:
    try:
        return _with_openpyxl(data, wanted)
    except Exception as second:
        reasons = (type(first).__name__, type(second).__name__)
        raise Unreadable(", ".join(reasons)) from second


def _with_calamine(data: bytes, wanted: list[str]) -> dict[str, Rows]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in wanted}


def _with_openpyxl(data: bytes, wanted: list[str]) -> dict[str, Rows]:
    from openpyxl import load_workbook

    stream = io.BytesIO(data)
    book = load_workbook(
        stream,
        read_only=True,
        data_only=True,
        keep_links=False,
    )
    found: dict[str, Rows] = {}
    for name in wanted:
        sheet = book[name]
        sheet.reset_dimensions()  # a wrong <dimension> would drop cells without a word
        rows = sheet.iter_rows(values_only=True)
        found[name] = [_without_none(row) for row in rows]
    return found


def _without_none(row: Iterable[Any]) -> list[Any]:
    return ["" if value is None else value for value in row]


def disagreement(book: BookScan, sheet: SheetScan, rows: Rows) -> tuple[int, int] | None:
    """Return the first cell whose value is not what our own scan of the XML says, None when all agree."""
    texts = book.strings.by_number
    for place, cell in sheet.cells.items():
        value = _value_at(rows, *place)
        told: str | None = cell.raw
        if cell.kind == SHARED:
            told = texts.get(cell.raw)
            if value == told:
                continue  # letter by letter, as nearly all are
        if told is None or not _SAME.get(cell.kind, _same_text)(value, told):
            return place
    return None


def _value_at(rows: Rows, row: int, column: int) -> object:
    try:
        return rows[row - 1][column - 1]
    except IndexError:
        return ""


def _not_compared(_: object, __: str) -> bool:
    """An error or a day: told by the scan itself."""
    return True


def _same_flag(value: object, raw: str) -> bool:
    return not raw or bool(value) == (raw in ("1", "true"))


def _same_text(value: object, text: str) -> bool:
    if value == text or not text:  # nothing: a formula that was never worked out, told by the scan itself
        return True
    seen = _essence(str(value))
    return seen in (_essence(text), _essence(_unescaped(text)))


def _unescaped(text: str) -> str:
    """Return a text with the letters that XML cannot hold in place of their numbers («_x0007_»)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _same_number(value: object, raw: str) -> bool:
    if not raw or isinstance(value, datetime | date | time | timedelta):
        return True  # never worked out, or shown as a date by its format: refused later as what it is
    try:
        number = float(raw)
    except ValueError:
        return str(value).strip() == raw.strip()  # «12,5» written where a number belongs
    if not is_number(value):
        return False
    noise = 1e-12 * max(1.0, abs(number))
    return value == number or abs(value - number) <= noise


_SAME: Final = {
    NUMBER: _same_number,
    "b": _same_flag,
    "e": _not_compared,
    "d": _not_compared,
}


def _essence(text: str) -> str:
    """Return what must be the same in two readings: readers differ in blanks and line ends."""
    return "".join(letter for letter in text if letter > " ")
