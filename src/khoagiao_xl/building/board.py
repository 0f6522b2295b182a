"""The stage of the dashboard: its rows and columns, and the means to write on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building import tiles
from khoagiao_xl.building.sheet_styles import RED
from khoagiao_xl.model.schema import DASHBOARD

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from khoagiao_xl.building.sheet_styles import Styles
    from khoagiao_xl.model.records import Deadline, Unit
    from khoagiao_xl.office.profiles import Profile

# Excel rows.
TITLE, OFFICE, CAPTIONS, VALUES, GROUP, BUTTONS, NOTICE = 1, 2, 4, 5, 7, 8, 9
STATUS: Final = tiles.TOP
UPCOMING: Final = STATUS + tiles.ROWS + 2
UPCOMING_LINES: Final = 5
JOURNAL: Final = UPCOMING + UPCOMING_LINES + 2
JOURNAL_LINES: Final = 5
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
}
LIST_LINE: Final = 19  # pixels
PAPER_A4: Final = 9

# Columns, in pixels of Excel; LibreOffice draws a tenth wider, and that still fits a screen 1280 wide.
MARGIN, GAP, LABEL, COUNT, BAR = 10, 14, 152, 50, tiles.BAR
WIDTHS: Final = [MARGIN, *[tiles.WIDTH] * tiles.COLUMNS, GAP, LABEL, COUNT, BAR, MARGIN]
LEFT, RIGHT = 1, len(WIDTHS) - 2  # first and last column that show something


@dataclass(frozen=True)
class Board:
    """The dashboard being drawn, and the data whose values its formulas hold at first."""

    workbook: Workbook
    styles: Styles
    sheet: Worksheet
    profile: Profile
    deadline: Deadline

    @cached_property
    def owing(self) -> tuple[Unit, ...]:
        """The units that stand on the last day of the period chosen at first."""
        return tuple(unit for unit in self.profile.units if unit.is_in_force(self.deadline.ends))


def add_board(workbook: Workbook, styles: Styles, profile: Profile, deadline: Deadline) -> Board:
    """Add the dashboard as the next sheet, still empty; `deadline` is the period chosen at first."""
    return Board(workbook, styles, workbook.add_worksheet(DASHBOARD), profile, deadline)


def set_stage(board: Board) -> None:
    """Give the empty sheet its rows, columns, page and first look."""
    sheet = board.sheet
    sheet.set_tab_color(RED)
    sheet.hide_gridlines(2)
    sheet.hide_row_col_headers()
    for column, pixels in enumerate(WIDTHS):
        sheet.set_column_pixels(column, column, pixels, board.styles.get())
    for row, pixels in HEIGHTS.items():
        sheet.set_row_pixels(row - 1, pixels)
    for row in range(UPCOMING, JOURNAL + JOURNAL_LINES + 1):
        sheet.set_row_pixels(row - 1, LIST_LINE)
    _set_page(sheet)
    sheet.set_selection(VALUES - 1, LEFT, VALUES - 1, LEFT)
    sheet.activate()
    sheet.set_first_sheet()


def _set_page(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, JOURNAL + JOURNAL_LINES, len(WIDTHS) - 1)
    sheet.set_footer("&L&8&A&R&8Trang &P/&N")


def setting_formula(key: str) -> str:
    """Return the piece of a formula that gives a setting's value."""
    return f'INDEX(kgCauHinhGiaTri,MATCH("{key}",kgCauHinhKhoa,0))'


def merge(board: Board, row: int, columns: tuple[int, int], formula: str, look: Any, value: Any) -> None:
    """Write one formula over several columns; merged cells stand nowhere but on this sheet."""
    first, last = columns
    if last > first:
        board.sheet.merge_range(row - 1, first, row - 1, last, "", look)
    if formula.startswith("="):
        board.sheet.write_formula(row - 1, first, formula, look, value)
    else:
        board.sheet.write_string(row - 1, first, formula, look)
