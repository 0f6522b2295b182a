"""One sheet as its formulas see it: what was typed into its cells, and the formulas themselves."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_xml import day_number
from khoagiao_xl.formulas.formula_scalars import ExcelError
from khoagiao_xl.model.cell_addresses import cell_name
from khoagiao_xl.vietnamese.dates import DAY_ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.formulas.formula_scalars import Element
    from khoagiao_xl.formulas.formula_shapes import Cell
    from khoagiao_xl.model.cell_addresses import Area

    Rows = Sequence[Sequence[object]]

_A_DAY: Final = timedelta(days=1)
_MIDNIGHT: Final = datetime.combine(DAY_ZERO, time())


class TypedGrid:
    """The cells of a sheet.

    rows: from A1 on, as python-calamine reads them or as they will be written. errors: address -> «#N/A».
    """

    def __init__(self, rows: Rows, formulas: Mapping[Cell, str], errors: Mapping[str, str]) -> None:
        self._rows = rows
        self._errors = errors
        self.formulas = formulas
        last_formula = max((row for row, _ in formulas), default=0)
        self.bottom = max(len(rows), last_formula)

    def typed(self, row: int, column: int) -> Element:
        """Return what stands in a cell without a formula, None for nothing."""
        if self._errors:
            error = self._errors.get(cell_name(row, column))
            if error:
                return ExcelError(error)
        try:
            return _as_element(self._rows[row - 1][column])
        except IndexError:
            return None


def _as_element(value: object) -> Element:
    match value:
        case "" | None:
            return None
        case str() | bool() | int() | float():
            return value
        case date():
            return day_number(value)
        case timedelta():
            return value / _A_DAY
        case time():
            moment = datetime.combine(DAY_ZERO, value)
            return (moment - _MIDNIGHT) / _A_DAY
    return str(value)


def with_body(rows: Rows, area: Area, lines: Rows) -> Rows:
    """Return the rows of a sheet with other lines below the head of a table. area: of the table as it was."""
    blank: Sequence[object] = [None] * area.width
    left_over = len(area.body_rows) - len(lines)
    body = [*lines, *[blank] * left_over]
    changed = list(rows)
    lacking = area.top + len(body) - len(changed)
    changed += [[]] * lacking
    for at, line in enumerate(body, area.top):
        changed[at] = _with_line(changed[at], area, line)
    return changed


def _with_line(row: Sequence[object], area: Area, line: Sequence[object]) -> Sequence[object]:
    lacking = area.left - len(row)
    blank = [None] * lacking
    before = row[: area.left]
    first_beyond = area.right + 1
    beyond = row[first_beyond:]
    return [*before, *blank, *line, *beyond]
