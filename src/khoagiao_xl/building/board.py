"""The stage of the dashboard: its rows and columns, and the means to write on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building.sheet_styles import FOOTER, PAPER_A4, RED
from khoagiao_xl.model.schema import DASHBOARD

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from khoagiao_xl.building.sheet_styles import Styles

# The tiles: how many across and down, and their size in pixels.
TILES_ACROSS, TILES_DOWN, TILE_WIDTH, TILE_HEIGHT = 12, 9, 60, 20

# Excel rows.
TITLE, OFFICE, CAPTIONS, VALUES, GROUP, BUTTONS, NOTICE, STATUS = 1, 2, 4, 5, 7, 8, 9, 10
# Beside the tiles stand as many rows of states and open findings as there are, and one more of air.
BESIDE_TILES: Final = 12
UPCOMING: Final = STATUS + BESIDE_TILES
UPCOMING_LINES: Final = 5
JOURNAL: Final = UPCOMING + UPCOMING_LINES + 2
JOURNAL_LINES: Final = 5
LAST_ROW: Final = JOURNAL + JOURNAL_LINES
_LIST_LINE: Final = 19
HEIGHTS: Final = {
    TITLE: 34,
    OFFICE: 22,
    3: 8,
    CAPTIONS: 18,
    VALUES: 30,
    6: 6,
    GROUP: 18,
    BUTTONS: 48,
    NOTICE: 22,
    **dict.fromkeys(range(UPCOMING, LAST_ROW + 1), _LIST_LINE),
}

# Columns, in pixels of Excel; LibreOffice draws a tenth wider, and that still fits a screen 1280 wide.
MARGIN, GAP, LABEL, COUNT, BAR = 10, 14, 162, 50, 110
WIDTHS: Final = [MARGIN, *[TILE_WIDTH] * TILES_ACROSS, GAP, LABEL, COUNT, BAR, MARGIN]
LEFT, RIGHT = 1, len(WIDTHS) - 2  # first and last column that show something
Columns = tuple[int, int]  # first and last
Look = Mapping[str, Any]  # XlsxWriter's own vocabulary


@dataclass(frozen=True)
class Board:
    """The dashboard being drawn."""

    workbook: Workbook
    styles: Styles
    sheet: Worksheet

    def write(self, row: int, columns: Columns, content: str, look: Look) -> None:
        """Write a text or a formula into an Excel row, over several columns where they are more than one.

        Merged cells stand nowhere but on this sheet. A formula gets no result: whoever opens it computes it.
        """
        first, last = columns
        if last > first:
            self.sheet.merge_range(
                row - 1,
                first,
                row - 1,
                last,
                "",
                self.styles.get(**look),
            )
        self.put(row - 1, first, content, look)

    def put(self, row: int, column: int, content: str, look: Look) -> None:
        """Write a text or a formula into one cell, row and column counted from 0."""
        write = self.sheet.write_formula if content.startswith("=") else self.sheet.write_string
        write(row, column, content, self.styles.get(**look))

    def colour(self, rows: Columns, columns: Columns, criteria: str, **look: Any) -> None:
        """Give an area, Excel rows and columns, another look where `criteria` holds."""
        (top, bottom), (left, right) = rows, columns
        change = self.styles.change(**look)
        rule = {
            "type": "formula",
            "criteria": criteria,
            "format": change,
            "stop_if_true": True,
        }
        self.sheet.conditional_format(top - 1, left, bottom - 1, right, rule)

    def name_cell(self, name: str, row: int) -> None:
        """Give the leftmost cell of an Excel row a defined name."""
        self.workbook.define_name(name, f"='{DASHBOARD}'!$B${row}")


def add_board(workbook: Workbook, styles: Styles) -> Board:
    """Add the dashboard as the next sheet, still empty."""
    return Board(workbook, styles, workbook.add_worksheet(DASHBOARD))


def set_stage(board: Board) -> None:
    """Give the empty sheet its rows, columns, page and first look."""
    sheet, plain = board.sheet, board.styles.get()
    sheet.set_tab_color(RED)
    sheet.hide_gridlines(2)
    sheet.hide_row_col_headers()
    for column, pixels in enumerate(WIDTHS):
        sheet.set_column_pixels(column, column, pixels, plain)
    for row, pixels in HEIGHTS.items():
        sheet.set_row_pixels(row - 1, pixels)
    _set_page(sheet)
    sheet.set_selection(VALUES - 1, LEFT, VALUES - 1, LEFT)
    sheet.activate()
    sheet.set_first_sheet()


def _set_page(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, LAST_ROW, len(WIDTHS) - 1)
    sheet.set_footer(FOOTER)


def setting_formula(key: str) -> str:
    """Return the piece of a formula that gives a setting's value."""
    return f'INDEX(kgCauHinhGiaTri,MATCH("{key}",kgCauHinhKhoa,0))'
