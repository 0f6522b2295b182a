"""Where findings stand in a workbook, and in which order a person meets them there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.cell_addresses import row_and_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.findings import Finding, Place

_ADDRESS: Final = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


def is_in_a_cell(place: Place) -> bool:
    """Say whether a place is one cell of a sheet."""
    if not place.sheet:
        return False
    return _ADDRESS.fullmatch(place.cell) is not None


def sort_key(finding: Finding, sheets: Sequence[str]) -> tuple[int, int, int, int]:
    """Return what orders findings as the form does: of the whole file, then by sheet, row and column."""
    place = finding.place
    sheet, row, column = -1, 0, 0
    if place.sheet in sheets:
        sheet = sheets.index(place.sheet)
    if is_in_a_cell(place):
        row, column = row_and_column(place.cell)
    return sheet, row, column, finding.severity.rank
