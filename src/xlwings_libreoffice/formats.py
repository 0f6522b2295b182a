"""Number formats: Excel's codes, LibreOffice's keys, and many cells given one in a single call."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice.block import Block
from xlwings_libreoffice.values import DATE, LOGICAL, TIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Places = list[tuple[int, int]]  # (row, column) within a block
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
    key = formats.queryKey(code, english, False)
    if key >= 0:
        return int(key)
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
    by_code: dict[str, Places] = defaultdict(list)
    for place, code in wanted.items():
        by_code[code].append(place)
    for code, places in by_code.items():
        sheet = cells.RangeAddress.Sheet
        several = model.createInstance(_RANGES)
        several.addRangeAddresses(_addresses(sheet, places, block), False)
        several.NumberFormat = key_of(model, code)


def _addresses(sheet: int, places: Places, block: Block) -> tuple[Any, ...]:
    return tuple(_address(sheet, run) for run in _runs(places, block))


def _runs(places: Places, block: Block) -> Iterator[Block]:
    """Yield the unbroken stretches of each column."""
    down_each_column = sorted(places, key=_column_first)
    run: Block | None = None
    for row, column in down_each_column:
        cell = block.cell(row + 1, column + 1)
        if run and run.left == cell.left and run.bottom + 1 == cell.top:
            run = replace(run, bottom=cell.bottom)
        else:
            if run:
                yield run
            run = cell
    if run:
        yield run


def _column_first(place: tuple[int, int]) -> tuple[int, int]:
    row, column = place
    return column, row


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
