"""Values into cells: one call for all of a block, then the formats and formulas that some of them need."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice import formats, formulas, values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlwings_libreoffice.block import Block

    Lines = Sequence[Sequence[Any]]
    Places = dict[tuple[int, int], str]  # (row, column) within a block -> format or formula

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST: Final = 32_767  # characters in a cell of Excel, which refuses a file with more
_MOMENTS: Final = (date, time, timedelta)
_SHOWN: Final = (*_MOMENTS, bool, int, float)  # what a number format has a say in


class Literal(str):
    """A text that stays text even when it begins with «=»."""

    __slots__ = ()


def write(model: Any, cells: Any, block: Block, rows: Lines) -> None:
    """Put `rows` into a UNO range of the same size; days and truths get a format that shows them as such."""
    kinds = values.kinds_in(rows)
    put_in: Places = {}
    if str in kinds:
        put_in = _formulas(model, cells, block, rows)
    stored = [_stored_line(row) for row in rows]
    for row, column in put_in:
        stored[row][column] = ""
    undo = model.UndoManager
    undo.lock()  # eight times as fast; what could be undone no longer fits what stands there
    try:
        cells.setDataArray(tuple(map(tuple, stored)))
        if any(issubclass(kind, _SHOWN) for kind in kinds):
            wanted = _wanted_formats(model, cells, block, rows)
            formats.apply(model, cells, block, wanted)
        for (row, column), formula in put_in.items():
            formulas.put(cells, row, column, formula)
    finally:
        undo.unlock()
        undo.clear()


def is_formula(value: object) -> bool:
    """Whether Excel would take a value as a formula."""
    if not isinstance(value, str) or isinstance(value, Literal):
        return False
    return value.startswith("=") and len(value) > 1


def _formulas(model: Any, cells: Any, block: Block, rows: Lines) -> Places:
    """Return the formulas, but for those in cells formatted as text («@»), which show them as they are."""
    found = {}
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            if is_formula(value):
                found[row, column] = value
    if found:
        for _, texts in values.formatted(model, cells, values.TEXT):
            for place in values.within(texts, block):
                found.pop(place, None)
    return found


def _stored_line(line: Sequence[Any]) -> list[float | str]:
    return [_stored(value) for value in line]


def _stored(value: Any) -> float | str:
    """Return a value as LibreOffice keeps it: numbers and texts."""
    if value is None:
        return ""
    if isinstance(value, float):
        return value
    if isinstance(value, str):
        legal = _ILLEGAL.sub("", value)
        return legal[:_LONGEST]
    if isinstance(value, _MOMENTS):
        return values.day_number(value)
    return float(value)


def _wanted_formats(model: Any, cells: Any, block: Block, rows: Lines) -> Places:
    """Return the formats of cells whose own would not show their value as a day, a truth or a number."""
    wanted = _formats_of(rows)
    for kind, inside in values.formatted(model, cells, values.DATE | values.TIME | values.LOGICAL):
        for place in values.within(inside, block):
            row, column = place
            if place in wanted:
                if formats.tells(kind, wanted[place]):
                    del wanted[place]
            elif kind & values.LOGICAL and isinstance(rows[row][column], int | float):
                wanted[place] = formats.GENERAL  # else 3 would be shown, and read, as a truth
    return wanted


def _formats_of(rows: Lines) -> Places:
    found = {}
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            if isinstance(value, (*_MOMENTS, bool)):
                found[row, column] = formats.name_for(value)
    return found
