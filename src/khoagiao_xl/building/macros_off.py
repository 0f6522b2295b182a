"""What the workbook says while its macros are off: a box on the dashboard, and a sheet with every way out.

No macro may run by itself when the workbook is opened, so none can hide a sheet then. The words always stand
in their cells; one cell asks a function of our own, and formats blot the words out once it answers. A program
that computes nothing (a preview, Excel's Protected View of what we stored) shows them: the side to err on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building.board import RIGHT, TITLE, merge
from khoagiao_xl.building.defined_names import MACROS_ON
from khoagiao_xl.building.sheet_styles import GOLD, INK, MUTED, PAPER, RED
from khoagiao_xl.model.schema import DASHBOARD
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from khoagiao_xl.building.board import Board
    from khoagiao_xl.building.defined_names import Lists

SHEET: Final = "Bật macro"
FUNCTION: Final = "KG_MacrosOn"
# NOW has it asked at every opening: an answer stored where macros are on must not count where they are off.
QUESTION: Final = f"=IFERROR({FUNCTION}()+0*NOW(),0)"
IS_ON: Final = f"={MACROS_ON}=1"

WARNING, HEAD, HEAD_WHEN_ON = "NUT-09", "NUT-10", "NUT-11"
STEPS: Final = ("NUT-12", "NUT-13", "NUT-14", "NUT-15", "NUT-16")  # «when: what to do»
LINK: Final = "Cách bật ►"

# Columns of the dashboard, within the band of the title, which leaves them free.
ROOM: Final = (7, RIGHT)
TITLE_ENDS: Final = ROOM[0] - 1
HEAD_ROW, FIRST_STEP = 3, 5  # Excel rows of the sheet
WHEN, WHAT = 1, 2  # its columns
WIDTHS: Final = {0: 2, WHEN: 26, WHAT: 84}


def draw_box(board: Board) -> None:
    """Draw the box beside the title; while macros are on it is a piece of the title's band."""
    look = {"bg_color": GOLD, "font_color": RED, "font_size": 9, "valign": "vcenter"}
    text = board.styles.get(**look, text_wrap=True, align="left", indent=1)
    merge(board, TITLE, (ROOM[0], RIGHT - 1), sentence(WARNING, {}), text, "")
    link = board.styles.get(**look, bold=True, underline=1, align="center")
    formula = f"""=IF({MACROS_ON}=1,"",HYPERLINK("#'{SHEET}'!A1","{LINK}"))"""
    merge(board, TITLE, (RIGHT, RIGHT), formula, link, LINK)
    blot = {"bg_color": RED, "font_color": RED, "num_format": ";;;"}
    _when_on(board, board.sheet, (TITLE, ROOM[0], TITLE, ROOM[1]), blot)


def draw_sheet(board: Board, sheet: Worksheet) -> None:
    """Draw the sheet of ways out; while macros are on it is pale and says that nothing is to be done."""
    get = board.styles.get
    _stage(sheet, get())
    title = get(bold=True, font_size=15, font_color=RED, valign="vcenter")
    sheet.write_string(0, WHEN, SHEET, title)
    link = get(font_color=RED, underline=1)
    sheet.write_url(1, WHEN, f"internal:'{DASHBOARD}'!A1", link, f"◄ {DASHBOARD}", f"Về {DASHBOARD}")
    at_left = {"font_size": 11, "align": "left", "indent": 1}
    head = get(**at_left, bg_color=GOLD, font_color=RED, bold=True, valign="vcenter")
    sheet.merge_range(HEAD_ROW - 1, WHEN, HEAD_ROW - 1, WHAT, sentence(HEAD, {}), head)
    text = {**at_left, "text_wrap": True, "valign": "top"}
    for row, code in enumerate(STEPS, FIRST_STEP - 1):
        when, what = sentence(code, {}).split(": ", 1)
        sheet.set_row(row, 52)
        sheet.write_string(row, WHEN, when, get(**text, bold=True))
        sheet.write_string(row, WHAT, what, get(**text))
    instead = f';;;"{sentence(HEAD_WHEN_ON, {})}"'  # shown for any text
    well = {"bg_color": PAPER, "font_color": INK, "num_format": instead}
    _when_on(board, sheet, (HEAD_ROW, WHEN, HEAD_ROW, WHAT), well)
    last = FIRST_STEP + len(STEPS) - 1
    _when_on(board, sheet, (FIRST_STEP, WHEN, last, WHAT), {"font_color": MUTED})


def ask(lists: Lists) -> None:
    """Keep the cell that asks whether macros are on: 1, else 0."""
    lists.keep_formula(MACROS_ON, QUESTION, "0")


def _when_on(board: Board, sheet: Worksheet, area: tuple[int, int, int, int], look: dict[str, Any]) -> None:
    """Give an area, from Excel row and column to row and column, another look while macros are on."""
    top, left, bottom, right = area
    rule = {"type": "formula", "criteria": IS_ON, "format": board.styles.change(**look)}
    sheet.conditional_format(top - 1, left, bottom - 1, right, rule)


def _stage(sheet: Worksheet, look: Any) -> None:
    sheet.set_tab_color(GOLD)
    sheet.hide_gridlines(2)
    sheet.hide_row_col_headers()
    for column, width in WIDTHS.items():
        sheet.set_column(column, column, width, look)
    sheet.set_row_pixels(0, 28)
    sheet.set_row_pixels(HEAD_ROW - 1, 30)
    sheet.print_area(0, 0, 0, 0)  # one blank cell: nothing to print
