"""Values into cells: one call for all of a block, then the formats and formulas that some of them need."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from xlwings_libreoffice import formats, formulas, values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlwings_libreoffice.block import Block

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST: Final = 32_767  # characters in a cell of Excel, which refuses a file with more
_MOMENTS: Final = (date, time, timedelta)
_SHOWN: Final = (*_MOMENTS, bool, int, float)  # what a number format has a say in


class Literal(str):
    """A text that stays text even when it begins with «=»."""

    __slots__ = ()


def write(model: Any, cells: Any, block: Block, rows: Sequence[Sequence[Any]]) -> None:
    """Put `rows` into a UNO range of the same size; days and truths get a format that shows them as such."""
    kinds = {type(value) for row in rows for value in row}  # what need not be looked for, cell by cell
    has_formulas = str in kinds and any(is_formula(value) for row in rows for value in row)
    if has_formulas:
        rows = _without_formulas_in_texts(model, cells, block, rows)
    stored = tuple(tuple(map(_stored, row)) for row in rows)
    undo = model.UndoManager
    undo.lock()  # eight times as fast; what could be undone no longer fits what stands there
    try:
        cells.setDataArray(stored)
        if any(issubclass(kind, _SHOWN) for kind in kinds):
            formats.apply(model, cells, block, _wanted_formats(model, cells, block, rows))
        for row, line in enumerate(rows if has_formulas else ()):
            for column, value in enumerate(line):
                if is_formula(value):
                    formulas.put(cells, row, column, value)
    finally:
        undo.unlock()
        undo.clear()


def is_formula(value: object) -> bool:
    """Whether Excel would take a value as a formula."""
    return isinstance(value, str) and value[:1] == "=" and len(value) > 1 and not isinstance(value, Literal)


def _without_formulas_in_texts(
    model: Any, cells: Any, block: Block, rows: Sequence[Sequence[Any]]
) -> list[list[Any]]:
    """Return `rows` with the formulas that cells formatted as text («@») show as they are, as in Excel."""
    kept = [list(row) for row in rows]
    for _, inside in values.formatted(model, cells, values.TEXT):
        for row, column in values.within(inside, block):
            if is_formula(kept[row][column]):
                kept[row][column] = Literal(kept[row][column])
    return kept


def _stored(value: Any) -> float | str:
    if value is None or is_formula(value):
        return ""
    if isinstance(value, float):
        return value
    if isinstance(value, str):
        return _ILLEGAL.sub("", value)[:_LONGEST]
    return values.day_number(value) if isinstance(value, _MOMENTS) else float(value)


def _wanted_formats(
    model: Any, cells: Any, block: Block, rows: Sequence[Sequence[Any]]
) -> dict[tuple[int, int], str]:
    """Return the formats of cells whose own would not show their value as a day, a truth or a number."""
    wanted = {
        (row, column): formats.name_for(value)
        for row, line in enumerate(rows)
        for column, value in enumerate(line)
        if isinstance(value, (*_MOMENTS, bool))
    }
    for kind, inside in values.formatted(model, cells, values.DATE | values.TIME | values.LOGICAL):
        for at in values.within(inside, block):
            if at in wanted:
                if formats.tells(kind, wanted[at]):
                    del wanted[at]
            elif kind & values.LOGICAL and isinstance(rows[at[0]][at[1]], int | float):
                wanted[at] = formats.GENERAL  # else 3 would be shown, and read, as a truth
    return wanted
