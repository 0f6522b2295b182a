"""What stands in cells: values, formulas, or nothing."""

from __future__ import annotations

from typing import Any, Final

from xlwings_libreoffice import formulas, values, writing
from xlwings_libreoffice.cells import Cells
from xlwings_libreoffice.protection import changeable

# com.sun.star.sheet.CellFlags
_CONTENTS: Final = 1 | 2 | 4 | 16  # numbers, days, texts, formulas
_LOOKS: Final = 32 | 64 | 256 | 128
_NOTES: Final = 8
_ALL: Final = _CONTENTS | _LOOKS | _NOTES


class Clearing:
    """Cells, or a whole sheet of them, that can be cleared."""

    api: Any = None

    def clear_contents(self) -> None:
        """Take out the contents; looks and notes stay."""
        cells = changeable(self.api)
        cells.clearContents(_CONTENTS)

    def clear_formats(self) -> None:
        """Take out the looks; contents stay."""
        cells = changeable(self.api)
        cells.clearContents(_LOOKS)

    def clear(self) -> None:
        """Take out contents, looks and notes."""
        cells = changeable(self.api)
        cells.clearContents(_ALL)


class Contents(Cells, Clearing):
    """Cells with their contents."""

    @property
    def raw_value(self) -> Any:
        """The value of a single cell, else rows of values."""
        rows = values.read(self.model, self.api, self.block)
        return self._alone(rows)

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if isinstance(data, list | tuple):
            self._write(data)
        elif writing.is_formula(data) and len(self) > 1:
            self.formula = data  # its references move along
        else:
            row = [data] * self.block.width
            self._write([row] * self.block.height)

    def _write(self, rows: Any) -> None:
        cells = changeable(self.api)
        writing.write(self.model, cells, self.block, rows)

    def _alone(self, rows: Any) -> Any:
        """Return what stands in a single cell without the rows around it."""
        if len(self) == 1:
            return rows[0][0]
        return rows

    @property
    def formula(self) -> Any:
        """The formula of a single cell as Excel writes it, else rows of formulas."""
        rows = formulas.read(self.api)
        return self._alone(rows)

    @formula.setter
    def formula(self, formula: Any) -> None:
        if writing.is_formula(formula):
            cells = changeable(self.api)
            formulas.fill(cells, self.block, formula)
        else:
            self.raw_value = formula

    formula2 = formula

    @property
    def has_array(self) -> bool:
        """Whether the cells are one array formula; expanding asks."""
        return bool(self.api.ArrayFormula)
