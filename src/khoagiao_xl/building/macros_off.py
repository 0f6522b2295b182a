"""What the workbook says while its macros are off: a box on the dashboard, and a sheet with every way out.

No macro may run by itself when the workbook is opened, so none can hide a sheet then. The words always stand
in their cells; one cell asks a function of our own, and formats blot the words out once it answers. A program
that computes nothing (a preview, Excel's Protected View of what we stored) shows them: the side to err on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.building.board import RIGHT, TITLE
from khoagiao_xl.building.defined_names import MACROS_ON
from khoagiao_xl.building.sheet_styles import GOLD, INK, MUTED, PAPER, RED
from khoagiao_xl.model.schema import DASHBOARD
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from khoagiao_xl.building.board import Board
    from khoagiao_xl.building.defined_names import Lists
    from khoagiao_xl.building.sheet_styles import Styles

SHEET: Final = "Bật macro"
FUNCTION: Final = "KG_MacrosOn"
# NOW has it asked at every opening: an answer stored where macros are on must not count where they are off.
QUESTION: Final = f"=IFERROR({FUNCTION}()+0*NOW(),0)"
IS_ON: Final = f"={MACROS_ON}=1"

WARNING, HEAD, HEAD_WHEN_ON = "NUT-09", "NUT-10", "NUT-11"
STEPS: Final = ("NUT-12", "NUT-13", "NUT-14", "NUT-15", "NUT-16")  # «when: what to do»
LINK: Final = "Cách bật ►"

# Columns of the dashboard, within the band of the title, which leaves them free.
ROOM: Final = (8, RIGHT)
_LINK_CELLS: Final = 2  # its last columns, for the link
TITLE_ENDS: Final = ROOM[0] - 1
HEAD_ROW, FIRST_STEP = 3, 5  # Excel rows of the sheet
WHEN, WHAT = 1, 2  # its columns
WIDTHS: Final = {0: 2, WHEN: 26, WHAT: 84}


_AT_LEFT: Final = {"font_size": 11, "align": "left", "indent": 1}
_TEXT: Final = {**_AT_LEFT, "text_wrap": True, "valign": "top"}
_HEAD: Final = {**_AT_LEFT, "bg_color": GOLD, "font_color": RED, "bold": True, "valign": "vcenter"}
_TITLE: Final = {"bold": True, "font_size": 15, "font_color": RED, "valign": "vcenter"}
_BOX: Final = {"bg_color": GOLD, "font_color": RED, "font_size": 9, "valign": "vcenter"}
_BOX_TEXT: Final = {**_BOX, "text_wrap": True, "align": "left", "indent": 1}
_BOX_LINK: Final = {**_BOX, "bold": True, "underline": 1, "align": "center"}
_OUT: Final = f"""=IF({MACROS_ON}=1,"",HYPERLINK("#'{SHEET}'!A1","{LINK}"))"""
# Looks while macros are on: what is told then stands in for any text.
_BLOT: Final = {"bg_color": RED, "font_color": RED, "num_format": ";;;"}
_WELL: Final = {"bg_color": PAPER, "font_color": INK}
_PALE: Final = {"font_color": MUTED}
STEP_HEIGHT: Final = 52
_AREA_HEAD: Final = (HEAD_ROW, WHEN, HEAD_ROW, WHAT)
_AREA_STEPS: Final = (FIRST_STEP, WHEN, FIRST_STEP + len(STEPS) - 1, WHAT)


def draw_box(board: Board) -> None:
    """Draw the box beside the title; while macros are on it is a piece of the title's band."""
    first, last = ROOM
    link = last - _LINK_CELLS + 1
    words = (first, link - 1)
    warning = sentence(WARNING, {})
    board.write(TITLE, words, warning, _BOX_TEXT)
    board.write(TITLE, (link, last), _OUT, _BOX_LINK)
    area = (TITLE, first, TITLE, last)
    _when_on(board.styles, board.sheet, area, _BLOT)


def draw_sheet(styles: Styles, sheet: Worksheet) -> None:
    """Draw the sheet of ways out; while macros are on it is pale and says that nothing is to be done."""
    _stage(sheet, styles.get())
    _head(styles, sheet)
    _steps(styles, sheet)
    instead = sentence(HEAD_WHEN_ON, {})
    shown_for_any_text = f';;;"{instead}"'
    _when_on(styles, sheet, _AREA_HEAD, {**_WELL, "num_format": shown_for_any_text})
    _when_on(styles, sheet, _AREA_STEPS, _PALE)


def _head(styles: Styles, sheet: Worksheet) -> None:
    """Write the title, the way back and the line that says whether anything is to be done."""
    sheet.write_string(0, WHEN, SHEET, styles.get(**_TITLE))
    link = styles.get(font_color=RED, underline=1)
    sheet.write_url(
        1,
        WHEN,
        f"internal:'{DASHBOARD}'!A1",
        link,
        f"◄ {DASHBOARD}",
        f"Về {DASHBOARD}",
    )
    sheet.merge_range(
        HEAD_ROW - 1,
        WHEN,
        HEAD_ROW - 1,
        WHAT,
        sentence(HEAD, {}),
        styles.get(**_HEAD),
    )


def _steps(styles: Styles, sheet: Worksheet) -> None:
    bold = styles.get(**_TEXT, bold=True)
    plain = styles.get(**_TEXT)
    for row, code in enumerate(STEPS, FIRST_STEP - 1):
        when, what = sentence(code, {}).split(": ", 1)
        sheet.set_row(row, STEP_HEIGHT)
        sheet.write_string(row, WHEN, when, bold)
        sheet.write_string(row, WHAT, what, plain)


def ask(lists: Lists) -> None:
    """Keep the cell that asks whether macros are on: 1, else 0."""
    lists.keep_formula(MACROS_ON, QUESTION)


def _when_on(styles: Styles, sheet: Worksheet, area: tuple[int, int, int, int], look: dict[str, Any]) -> None:
    """Give an area, from Excel row and column to row and column, another look while macros are on."""
    top, left, bottom, right = area
    rule = {
        "type": "formula",
        "criteria": IS_ON,
        "format": styles.change(**look),
    }
    sheet.conditional_format(top - 1, left, bottom - 1, right, rule)


def _stage(sheet: Worksheet, look: Format) -> None:
    sheet.set_tab_color(GOLD)
    sheet.hide_gridlines(2)
    sheet.hide_row_col_headers()
    for column, width in WIDTHS.items():
        sheet.set_column(column, column, width, look)
    sheet.set_row_pixels(0, 28)
    sheet.set_row_pixels(HEAD_ROW - 1, 30)
    sheet.print_area(0, 0, 0, 0)  # one blank cell: nothing to print
