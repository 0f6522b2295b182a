"""Number formats: Excel's codes, LibreOffice's keys, and many cells given one in a single call."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.values import DATE, LOGICAL, TIME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlwings_libreoffice.block import Block

GENERAL: Final = "General"
DAY, MOMENT, TRUTH = "dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss", "BOOLEAN"
CLOCK, HOURS = "hh:mm:ss", "[h]:mm:ss"
_LETTERS: Final = re.compile(r'"[^"]*"|\\.|AM/PM|[DMYHS]+')
_KINDS: Final = {TRUTH: LOGICAL, CLOCK: TIME, HOURS: TIME}
_COLOURS: Final = re.compile(r'"[^"]*"|\\.|\[(?:BLACK|BLUE|GREEN|CYAN|RED|MAGENTA|YELLOW|WHITE)\]')


def name_for(value: date | time | timedelta | bool) -> str:
    """Return the format that shows a day, a moment, a time or a truth as what it is."""
    if isinstance(value, bool):
        return TRUTH
    if isinstance(value, time | timedelta):
        return CLOCK if isinstance(value, time) else HOURS
    return MOMENT if isinstance(value, datetime) and value.time() != datetime.min.time() else DAY


def tells(kind: int, wanted: str) -> bool:
    """Whether a format of this kind shows such a value already."""
    return bool(kind & _KINDS.get(wanted, DATE))


def key_of(model: Any, code: str) -> int:
    """Return LibreOffice's key of an Excel format code, which is made if there is none yet."""
    formats, english = model.NumberFormats, _english()
    if code == GENERAL:
        return int(formats.getStandardIndex(english))
    if code == TRUTH:
        return int(formats.getStandardFormat(LOGICAL, english))
    key = int(formats.queryKey(code, english, False))
    try:
        return key if key >= 0 else int(formats.addNew(code, english))
    except Exception as error:  # MalformedNumberFormatException, a class that only a running bridge has
        raise ValueError(f"LibreOffice knows no number format «{code}»") from error


def code_of(model: Any, key: int) -> str:
    """Return the Excel code of a key: LibreOffice writes colours and the letters of days and hours large."""
    found = model.NumberFormats.getByKey(key)
    code = _COLOURS.sub(lambda one: one[0].title() if one[0][0] == "[" else one[0], found.FormatString)
    return _LETTERS.sub(_small, code) if found.Type & (DATE | TIME) else str(code)


def _small(found: re.Match[str]) -> str:
    is_kept = found[0][0] in '"\\' or found[0] == "AM/PM"
    return found[0] if is_kept else found[0].lower()


def apply(model: Any, cells: Any, block: Block, wanted: Mapping[tuple[int, int], str]) -> None:
    """Give the cells of `wanted`, (row, column) within the block -> code, their formats: one call a code."""
    by_code: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, code in wanted.items():
        by_code[code].append(at)
    sheet = cells.RangeAddress.Sheet if wanted else 0
    for code, places in by_code.items():
        several = model.createInstance("com.sun.star.sheet.SheetCellRanges")
        several.addRangeAddresses(tuple(_runs(places, block, sheet)), False)
        several.NumberFormat = key_of(model, code)


def _runs(places: Iterable[tuple[int, int]], block: Block, sheet: int) -> Iterable[Any]:
    """Yield the addresses of unbroken stretches of each column."""
    import uno

    by_column: dict[int, list[int]] = defaultdict(list)
    for row, column in places:
        by_column[column].append(row)
    for column, rows in by_column.items():
        rows.sort()
        start = rows[0]
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            if following != row + 1:
                address = uno.createUnoStruct("com.sun.star.table.CellRangeAddress")
                address.Sheet = sheet
                address.StartColumn = address.EndColumn = block.left + column
                address.StartRow, address.EndRow = block.top + start, block.top + row
                yield address
                start = following if following is not None else 0


def _english() -> Any:
    import uno

    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    locale.Language, locale.Country = "en", "US"
    return locale
