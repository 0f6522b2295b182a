"""Where a sheet of a unit's workbook has its lines: the rows of the codes, the columns of the checks."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.cell_addresses import cell_name, row_and_column

if TYPE_CHECKING:
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell

HEADER_ROWS: Final = 30  # of the sheet, among which the headings stand
_RULE_IN_CHECK: Final = re.compile(r'\(([^()"]+)\)"')  # a message of the check ends with the code of its rule


class FormRows:
    """One sheet of a workbook; columns count from 0 as in `form_layout`, rows from 1."""

    def __init__(self, book: BookScan, sheet: str) -> None:
        self._book = book
        self.sheet = sheet
        self._cells = book.sheet(sheet).cells

    def cell(self, address: str) -> ScannedCell | None:
        """Return a cell that holds something, None for a blank one."""
        row, column = row_and_column(address)
        place = (row, column + 1)  # the scan counts columns from 1
        return self._cells.get(place)

    def text(self, address: str) -> str:
        """Return what a cell holds."""
        cell = self.cell(address)
        if cell is None:
            return ""
        return self._book.text_of(cell)

    def _bare_text(self, row: int, column: int) -> str:
        address = cell_name(row, column)
        return self.text(address).strip()

    @cached_property
    def _headings(self) -> dict[str, int]:
        """Heading -> column."""
        found: dict[str, int] = {}
        for row, column in self._cells:
            if row <= HEADER_ROWS:
                at = column - 1
                heading = self._bare_text(row, at)
                found.setdefault(heading, at)
        return found

    def column(self, usual: int) -> int:
        """Return where a column of «Số liệu» is, by its heading; as it is drawn where that is lost."""
        heading = form_layout.FIGURES_HEADER[usual]
        return self._headings.get(heading, usual)

    def has(self, usual: int) -> bool:
        """Say whether the sheet has a column of «Số liệu» under its heading."""
        return form_layout.FIGURES_HEADER[usual] in self._headings

    @cached_property
    def rows(self) -> dict[str, int]:
        """Code of an indicator -> its row."""
        codes = self.column(form_layout.CODE)
        found: dict[str, int] = {}
        for row, column in self._cells:
            if column == codes + 1:
                code = self._bare_text(row, codes)
                found.setdefault(code, row)
        return found

    # -- the live check -----------------------------------------------------------------------------------

    def check(self, row: int) -> str:
        """Return the address of the live check of a line, blank where none is at work."""
        column = self.column(form_layout.CHECK)
        address = cell_name(row, column)
        cell = self.cell(address)
        if cell and cell.formula:
            return address
        return ""

    def rules_in(self, check: str) -> list[str]:
        """Return the codes of the rules that a live check tells of, in the order in which it does."""
        cell = self.cell(check)
        if cell is None:
            return []
        codes = _RULE_IN_CHECK.findall(cell.formula or "")
        once = dict.fromkeys(codes)
        return list(once)
