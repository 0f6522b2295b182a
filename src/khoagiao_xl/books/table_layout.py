"""Where the values of a table stand in its sheet, and what was typed around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.base import Layout
from khoagiao_xl.books.package.parts import column_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.books.package.parts import TablePlace

Grid = list[list[object]]
_ERROR: Final = re.compile(
    r'<c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]+\d+)"[^>]*>(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)?<v>([^<]+)</v>'
)


def layout_of(
    place: TablePlace, grid: Grid, rows: Sequence[int], errors: Mapping[str, str] | None = None
) -> Layout:
    """Return the layout of a table; grid: the sheet as it is read, errors: address -> the error a cell shows.

    Without `errors` the body is another by now, and nothing is said of what its cells hold.
    """
    letters = {heading: column_name(place.area.left + at) for at, heading in enumerate(place.headings)}
    return Layout(
        header=place.area.top,
        rows=tuple(rows),
        letters=letters,
        unread={} if errors is None else {**_padded(place, grid), **errors},
        outside=_outside(place, grid),
    )


def _padded(place: TablePlace, grid: Grid) -> dict[str, str]:
    """Return the texts of the body that begin or end with a blank, or hold nothing else."""
    area = place.area
    return {
        f"{column_name(column)}{row}": text
        for row, line in enumerate(grid[area.top : area.bottom], area.top + 1)
        for column, text in enumerate(line)
        if area.left <= column <= area.right and isinstance(text, str) and text != text.strip()
    }


def errors_in(place: TablePlace, xml: str) -> dict[str, str]:
    """Return the cells that show an error: python-calamine reads them as blank."""
    rows = range(place.area.top + 1, place.area.bottom + 1)
    columns = {column_name(at) for at in range(place.area.left, place.area.right + 1)}
    found = {}
    for address, error in _ERROR.findall(xml):
        letters = address.rstrip("0123456789")
        if letters in columns and int(address[len(letters) :]) in rows:
            found[address] = error
    return found


def _outside(place: TablePlace, grid: Grid) -> dict[str, Value]:
    area = place.area
    return {
        f"{column_name(column)}{row}": str(value).strip()
        for row, line in enumerate(grid[area.top - 1 :], area.top)
        for column, value in enumerate(line)
        if str(value).strip() and (row > area.bottom or not area.left <= column <= area.right)
    }
