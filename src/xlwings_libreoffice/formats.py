"""Number formats: Excel's codes, LibreOffice's keys, and many cells given one in a single call."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.block import Block
from xlwings_libreoffice.values import DATE, LOGICAL, TIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

GENERAL: Final = "General"
DAY, MOMENT, TRUTH = "dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss", "BOOLEAN"
CLOCK, HOURS = "hh:mm:ss", "[h]:mm:ss"
_KINDS: Final = {TRUTH: LOGICAL, CLOCK: TIME, HOURS: TIME}  # of the other formats: DATE
_MIDNIGHT: Final = time()
_KEPT: Final = r"(?P<kept>\"[^\"]*\"|\\.|AM/PM)"
_LETTERS: Final = re.compile(rf"{_KEPT}|[DMYHS]+")
_COLOURS: Final = re.compile(rf"{_KEPT}|\[(?:BLACK|BLUE|GREEN|CYAN|RED|MAGENTA|YELLOW|WHITE)\]")
_RANGES: Final = "com.sun.star.sheet.SheetCellRanges"
_ADDRESS: Final = "com.sun.star.table.CellRangeAddress"


def name_for(value: date | time | timedelta | bool) -> str:
    """Return the format that shows a day, a moment, a time or a truth as what it is."""
    if isinstance(value, bool):
        return TRUTH
    if isinstance(value, time):
        return CLOCK
    if isinstance(value, timedelta):
        return HOURS
    if isinstance(value, datetime) and value.time() != _MIDNIGHT:
        return MOMENT
    return DAY


def tells(kind: int, wanted: str) -> bool:
    """Whether a format of this kind shows such a value already."""
    return bool(kind & _KINDS.get(wanted, DATE))


def key_of(model: Any, code: str) -> int:
    """Return LibreOffice's key of an Excel format code, which is made if there is none yet."""
    formats = model.NumberFormats
    english = _english()
    if code == GENERAL:
        return int(formats.getStandardIndex(english))
    if code == TRUTH:
        return int(formats.getStandardFormat(LOGICAL, english))
    key = int(formats.queryKey(code, english, False))
    if key >= 0:
        return key
    try:
        return int(formats.addNew(code, english))
    except Exception as error:  # MalformedNumberFormatException, a class that only a running bridge has
        raise ValueError(f"LibreOffice knows no number format «{code}»") from error


def code_of(model: Any, key: int) -> str:
    """Return the Excel code of a key: LibreOffice writes colours and the letters of days and hours large."""
    found = model.NumberFormats.getByKey(key)
    code = _COLOURS.sub(_as_title, found.FormatString)
    if found.Type & (DATE | TIME):
        code = _LETTERS.sub(_small, code)
    return code


def _as_title(found: re.Match[str]) -> str:
    return found["kept"] or found[0].title()


def _small(found: re.Match[str]) -> str:
    return found["kept"] or found[0].lower()


def apply(model: Any, cells: Any, block: Block, wanted: Mapping[tuple[int, int], str]) -> None:
    """Give the cells of `wanted`, (row, column) within the block -> code, their formats: one call a code."""
    by_code: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, code in wanted.items():
        by_code[code].append(place)
    for code, places in by_code.items():
        sheet = cells.RangeAddress.Sheet
        addresses = [_address(sheet, run) for run in _runs(places, block)]
        several = model.createInstance(_RANGES)
        several.addRangeAddresses(tuple(addresses), False)
        several.NumberFormat = key_of(model, code)


def _runs(places: Sequence[tuple[int, int]], block: Block) -> Iterator[Block]:
    """Yield the unbroken stretches of each column."""
    by_column: dict[int, list[int]] = defaultdict(list)
    for row, column in places:
        by_column[column].append(row)
    for column, rows in by_column.items():
        left = block.left + column
        for first, last in _stretches(rows):
            yield Block(block.top + first, left, block.top + last, left)


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of numbers that follow each other: 1, 2, 3, 7 -> (1, 3), (7, 7)."""
    counted = enumerate(sorted(numbers))
    for _, run in groupby(counted, key=lambda one: one[1] - one[0]):
        together = [number for _, number in run]
        yield together[0], together[-1]


def _address(sheet: int, block: Block) -> Any:
    import uno

    address = uno.createUnoStruct(_ADDRESS)
    address.Sheet = sheet
    address.StartColumn = block.left
    address.EndColumn = block.right
    address.StartRow = block.top
    address.EndRow = block.bottom
    return address


def _english() -> Any:
    import uno

    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    locale.Language = "en"
    locale.Country = "US"
    return locale
