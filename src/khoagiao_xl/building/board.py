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

# Excel rows.
TITLE, OFFICE, NOTICE, CAPTIONS, VALUES, SUBS, DAYS = range(1, 8)
STRIP, STRIP_LABELS, STRIP_SHARES, STRIP_COUNTS = range(8, 12)
STATUS: Final = 13  # the heading of the units
CHIPS: Final = STATUS + 1
TILES: Final = CHIPS + 1
TILES_DOWN: Final = 11
LISTS_AT: Final = TILES + TILES_DOWN + 1
LIST_LINES: Final = 5
FOOT: Final = LISTS_AT + LIST_LINES + 2
FOOT_LINES: Final = 6  # of what is still to be put right, and of what was done last
LAST_ROW: Final = FOOT + FOOT_LINES
HEIGHTS: Final = {
    TITLE: 34,
    OFFICE: 20,
    NOTICE: 22,
    CAPTIONS: 17,
    VALUES: 34,
    SUBS: 17,
    DAYS: 22,
    STRIP: 20,
    STRIP_LABELS: 16,
    STRIP_SHARES: 22,
    STRIP_COUNTS: 15,
    STATUS - 1: 6,
    STATUS: 20,
    CHIPS: 20,
    **dict.fromkeys(range(TILES, TILES + TILES_DOWN), 18),
    LISTS_AT - 1: 6,
    LISTS_AT: 20,
    **dict.fromkeys(range(LISTS_AT + 1, LISTS_AT + 1 + LIST_LINES), 28),
    FOOT - 1: 6,
    FOOT: 20,
    **dict.fromkeys(range(FOOT + 1, LAST_ROW + 1), 27),
}

# Columns, in pixels of Excel; LibreOffice draws a tenth wider, and that still fits a screen 1280 wide.
ACROSS, CELL, MARGIN, GAP, BUTTON = 18, 51, 10, 12, 150
WIDTHS: Final = [MARGIN, *[CELL] * ACROSS, GAP, BUTTON, MARGIN - 4]
LEFT, RIGHT = 1, ACROSS  # first and last column that is printed
MIDDLE: Final = LEFT + ACROSS // 2  # first column of the right half
LETTERS_FROM: Final = RIGHT - 4  # first column of the count of letters
BUTTONS: Final = RIGHT + 2  # the column of the buttons, which stays off the paper
HIDDEN: Final = 24  # columns between a cell and what its colour depends on, in a hidden column of its row
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

        Merged cells stand nowhere but on this sheet. What a formula shows is stored by `finish`.
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
        style = self.styles.get(**look)
        if content.startswith("="):
            self.sheet.write_formula(row, column, content, style)
        else:
            self.sheet.write_string(row, column, content, style)

    def link(self, row: int, columns: Columns, sheet: str, title: str, look: Look) -> None:
        """Write a text that leads to a sheet."""
        self.write(row, columns, title, look)
        target = f"internal:'{sheet}'!A1"
        self.sheet.write_url(
            row - 1,
            columns[0],
            target,
            self.styles.get(**look),
            title,
            f"Mở trang {sheet}",
        )

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
    return add_stage(workbook, styles, DASHBOARD)


def add_stage(workbook: Workbook, styles: Styles, name: str) -> Board:
    """Add a sheet without a table as the next one, still empty."""
    return Board(workbook, styles, workbook.add_worksheet(name))


def set_stage(board: Board) -> None:
    """Give the empty sheet its rows, columns, page and first look."""
    sheet, plain = board.sheet, board.styles.get()
    sheet.set_tab_color(RED)
    sheet.hide_gridlines(2)
    sheet.hide_row_col_headers()
    for column, pixels in enumerate(WIDTHS):
        sheet.set_column_pixels(column, column, pixels, plain)
    sheet.set_column(LEFT + HIDDEN, RIGHT + HIDDEN, None, None, {"hidden": True})
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
    sheet.center_horizontally()
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.5)
    sheet.print_area(0, 0, LAST_ROW - 1, RIGHT)
    sheet.set_footer(FOOTER)


def setting_formula(key: str) -> str:
    """Return the piece of a formula that gives a setting's value."""
    return f'INDEX(kgCauHinhGiaTri,MATCH("{key}",kgCauHinhKhoa,0))'
