"""«Bảng điều khiển»: one page that tells a head how the period stands; beside it the buttons of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.building import macros_off
from khoagiao_xl.building.board import BUTTONS, LEFT, OFFICE, RIGHT, TITLE, set_stage, setting_formula
from khoagiao_xl.building.board_buttons import draw_buttons
from khoagiao_xl.building.defined_names import PYTHON, SAID_BY_MACROS
from khoagiao_xl.building.head_tiles import draw_head
from khoagiao_xl.building.key_figures import draw_figures
from khoagiao_xl.building.letters_tile import draw_letters
from khoagiao_xl.building.named_periods import keep_period_names
from khoagiao_xl.building.panels import draw_panels
from khoagiao_xl.building.period_picker import draw_period, keep_days
from khoagiao_xl.building.period_strip import draw_strip
from khoagiao_xl.building.sheet_styles import GOLD, PAPER, RED
from khoagiao_xl.building.state_counts import draw_counts
from khoagiao_xl.building.tiles import draw_tiles
from khoagiao_xl.building.unit_standings import keep_standings
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board
    from khoagiao_xl.building.defined_names import Lists

_BAND: Final = {"bg_color": RED, "valign": "vcenter", "indent": 1}
_BIG: Final = {**_BAND, "bold": True, "font_color": PAPER, "font_size": 18}
_SMALL: Final = {**_BAND, "font_color": GOLD, "font_size": 11}
_TITLE: Final = f'="SỔ KHOA GIÁO NĂM "&{setting_formula("nam")}'
_OFFICE: Final = f'={setting_formula("ban_tham_muu")}&"  ·  "&{setting_formula("co_quan")}'
_PYTHON: Final = f'=IFERROR({setting_formula("python")}&"","")'  # what macros read, under its name


def draw_board(board: Board, lists: Lists, units: int) -> None:
    """Draw everything on the dashboard of an office with so many units."""
    set_stage(board)
    board.write(TITLE, (LEFT, macros_off.TITLE_ENDS), _TITLE, _BIG)
    board.write(OFFICE, (LEFT, RIGHT), _OFFICE, _SMALL)
    for row in (TITLE, OFFICE):
        board.write(row, (RIGHT + 1, BUTTONS), "", _BAND)
    macros_off.draw_box(board)
    draw_period(board)
    draw_head(board)
    draw_letters(board)
    draw_strip(board)
    draw_tiles(board)
    draw_figures(board)
    draw_panels(board)
    draw_counts(board)
    draw_buttons(board)
    _keep(lists, units)


def _keep(lists: Lists, units: int) -> None:
    lists.keep_formula(PYTHON, _PYTHON)
    keep_days(lists)
    keep_period_names(lists)
    keep_standings(lists, units)
    for name, code in SAID_BY_MACROS.items():
        lists.keep_text(name, sentence(code, {}))
    macros_off.ask(lists)
