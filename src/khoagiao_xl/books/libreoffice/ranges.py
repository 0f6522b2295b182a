"""Range: a rectangle of cells, its values, looks and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from xlwings import base_classes, utils

from khoagiao_xl.books.libreoffice import formats, formulas, moving, notes, values
from khoagiao_xl.books.libreoffice.block import Block
from khoagiao_xl.books.libreoffice.gaps import naming_gaps

if TYPE_CHECKING:
    from khoagiao_xl.books.libreoffice.sheets import Sheet

CONTENTS: Final = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags: numbers, days, texts, formulas
LOOKS: Final = 32 | 64 | 256 | 128
EVERYTHING: Final = CONTENTS | LOOKS | 8
NO_COLOUR: Final = -1
POINT: Final = 2540 / 72  # hundredths of a millimetre
DIGIT: Final = 1852 / 8.43 / 1.0  # hundredths of a millimetre that one unit of Excel's column width takes


@naming_gaps
class Range(base_classes.Range):  # type: ignore[misc]  # xlwings is untyped
    """A block of one sheet; the office is asked only when values or looks are."""

    options: dict[str, Any]
    sheet: Sheet
    block: Block

    def __init__(self, sheet: Sheet, block: Block) -> None:
        self.sheet, self.block = sheet, block
        self._cells: Any = None

    @property
    def api(self) -> Any:
        """The UNO range."""
        if self._cells is None:
            self._cells = self.block.cells_of(self.sheet.api)
        return self._cells

    @property
    def coords(self) -> tuple[Any, int, int, int, int]:
        """The sheet, first row and column, numbers of rows and columns."""
        return self.sheet, self.row, self.column, *self.shape

    @property
    def row(self) -> int:
        """The first row, counted from 1."""
        return self.block.top + 1

    @property
    def column(self) -> int:
        """The first column, counted from 1."""
        return self.block.left + 1

    @property
    def shape(self) -> tuple[int, int]:
        """The numbers of rows and columns."""
        return self.block.shape

    def __len__(self) -> int:
        height, width = self.shape
        return height * width

    def __call__(self, row: int, column: int | None = None) -> Range:
        """Return one cell, by row and column or by its number along the rows, counted from 1."""
        if column is None:
            down, along = divmod(row - 1, self.shape[1])
            row, column = down + 1, along + 1
        return Range(self.sheet, self.block.cell(row, column))

    @property
    def raw_value(self) -> Any:
        """The value of a single cell, else rows of values."""
        rows = values.read(self.sheet.model, self.api, self.block)
        return rows[0][0] if len(self) == 1 else rows

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        height, width = self.shape
        is_block = isinstance(data, list | tuple)
        rows = data if is_block else [[data] * width] * height
        values.write(self.sheet.model, self.api, self.block, rows)

    @property
    def formula(self) -> Any:
        """The formula of a single cell as Excel writes it, else rows of formulas."""
        rows = formulas.read(self.sheet.model, self.api)
        return rows[0][0] if len(self) == 1 else rows

    @formula.setter
    def formula(self, formula: Any) -> None:
        if isinstance(formula, str) and formula[:1] == "=":
            formulas.fill(self.sheet.model, self.api, self.block, formula)
        else:
            self.raw_value = formula

    formula2 = formula

    @property
    def has_array(self) -> bool:
        """Whether the cells are one array formula."""
        return bool(self.api.ArrayFormula)

    @property
    def number_format(self) -> str | None:
        """Excel's code of the format, None where cells differ."""
        keys = {look.NumberFormat for look in values.each(self.api.UniqueCellFormatRanges)}
        return formats.code_of(self.sheet.model, keys.pop()) if len(keys) == 1 else None

    @number_format.setter
    def number_format(self, code: str) -> None:
        self.api.NumberFormat = formats.key_of(self.sheet.model, code)

    @property
    def color(self) -> tuple[int, int, int] | None:
        """The colour of the background as red, green, blue; None for none."""
        colour = self.api.CellBackColor
        return None if colour == NO_COLOUR else (colour >> 16 & 255, colour >> 8 & 255, colour & 255)

    @color.setter
    def color(self, colour: str | int | tuple[int, int, int] | None) -> None:
        self.api.CellBackColor = NO_COLOUR if colour is None else _number_of(colour)

    @property
    def wrap_text(self) -> bool | None:
        """Whether long texts are broken into lines; None where cells differ."""
        is_mixed = self.api.getPropertyState("IsTextWrapped").value == "AMBIGUOUS_VALUE"
        return None if is_mixed else bool(self.api.IsTextWrapped)

    @wrap_text.setter
    def wrap_text(self, wraps: bool) -> None:
        self.api.IsTextWrapped = wraps

    @property
    def column_width(self) -> float:
        """The width of the columns in Excel's unit, the digits that fit in."""
        return round(float(self.api.Columns.getByIndex(0).Width) / DIGIT, 2)

    @column_width.setter
    def column_width(self, digits: float) -> None:
        self.api.Columns.Width = round(digits * DIGIT)

    @property
    def row_height(self) -> float:
        """The height of the rows in points."""
        return round(float(self.api.Rows.getByIndex(0).Height) / POINT, 2)

    @row_height.setter
    def row_height(self, points: float) -> None:
        self.api.Rows.Height = round(points * POINT)

    def autofit(self, axis: str | None = None) -> None:
        """Make rows, columns or both as large as what stands in them."""
        if axis in (None, "rows", "r"):
            self.api.Rows.OptimalHeight = True
        if axis in (None, "columns", "c"):
            self.api.Columns.OptimalWidth = True

    def clear_contents(self) -> None:
        """Take out the contents; looks and notes stay."""
        self.api.clearContents(CONTENTS)

    def clear_formats(self) -> None:
        """Take out the looks; contents stay."""
        self.api.clearContents(LOOKS)

    def clear(self) -> None:
        """Take out contents, looks and notes."""
        self.api.clearContents(EVERYTHING)

    @property
    def address(self) -> str:
        """The address with dollar signs."""
        return self.block.address()

    def get_address(self, row_absolute: bool, column_absolute: bool, external: bool) -> str:
        """Return the address as asked for; `external`: with workbook and sheet before it."""
        own = self.block.address(row_absolute=row_absolute, column_absolute=column_absolute)
        return f"'[{self.sheet.book.name}]{self.sheet.name}'!{own}" if external else own

    def end(self, direction: str) -> Range:
        """Return the cell where Ctrl and an arrow lead to."""
        return Range(self.sheet, moving.end(self.sheet.api, self.block, direction))

    @property
    def current_region(self) -> Range:
        """The filled cells around, up to blank rows and columns."""
        cursor = self.sheet.api.createCursorByRange(self.api)
        cursor.collapseToCurrentRegion()
        return Range(self.sheet, Block.of(cursor.RangeAddress))

    def autofill(self, destination: Any, type_: str) -> None:
        """Repeat this row or column over `destination`: its contents, formulas and looks."""
        moving.repeat(self.block, destination.impl.api, destination.impl.block, type_)

    def copy(self, destination: Any = None) -> None:
        """Copy contents and looks to where `destination` begins; there is no clipboard."""
        if destination is None:
            raise NotImplementedError("the engine for LibreOffice has no Range.copy without a destination")
        target = destination.impl
        first = target.block.cell(1, 1).cells_of(target.sheet.api)
        target.sheet.api.copyRange(first.CellAddress, self.api.RangeAddress)

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        """Move what stands here down or to the right."""
        moving.insert(self.sheet.api, self.api, shift)
        _ = copy_origin  # the new cells look like those above, as LibreOffice does it

    def delete(self, shift: str | None = None) -> None:
        """Take the cells out and close the gap from below or from the right."""
        moving.delete(self.sheet.api, self.api, shift)

    def select(self) -> None:
        """Put the cursor on these cells."""
        self.sheet.model.CurrentController.select(self.api)

    @property
    def name(self) -> Any:
        """The name that stands for exactly these cells, or None."""
        return self.sheet.book.names.of(self)

    @name.setter
    def name(self, name: str) -> None:
        self.sheet.book.names.add(name, f"='{self.sheet.name}'!{self.address}")

    @property
    def note(self) -> Any:
        """The note on the first cell, or None."""
        return notes.note_at(self(1))

    def add_note(self, text: str) -> Any:
        """Put a note on the first cell."""
        return notes.add(self(1), text)

    @property
    def table(self) -> Any:
        """The table that the first cell lies in, or None."""
        return self.sheet.tables.at(self.block)

    @property
    def autofilter(self) -> Any:
        """The filter of the table that the first cell lies in."""
        table = self.table
        if table is None:
            raise NotImplementedError("the engine for LibreOffice has no Range.autofilter outside a table")
        return table.autofilter


def _number_of(colour: str | int | tuple[int, int, int]) -> int:
    """Return LibreOffice's number of a colour: red first, where Excel's own has blue."""
    if isinstance(colour, str):
        colour = utils.hex_to_rgb(colour)
    elif isinstance(colour, int):
        colour = utils.int_to_rgb(colour)
    red, green, blue = cast("tuple[int, int, int]", colour)
    return red << 16 | green << 8 | blue
