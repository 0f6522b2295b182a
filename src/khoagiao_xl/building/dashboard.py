"""«Bảng điều khiển»: the period, the buttons in the order of the day, where units stand, the last actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.building import macros_off
from khoagiao_xl.building.board import LEFT, OFFICE, RIGHT, TITLE, set_stage, setting_formula
from khoagiao_xl.building.board_buttons import draw_buttons
from khoagiao_xl.building.defined_names import OWING, PERIOD_ENDS, PYTHON, SAID_BY_MACROS
from khoagiao_xl.building.panels import draw_panels
from khoagiao_xl.building.period_picker import draw_period, of_the_period
from khoagiao_xl.building.sheet_styles import GOLD, PAPER, RED
from khoagiao_xl.building.state_counts import draw_counts
from khoagiao_xl.building.tiles import OWING_UNITS, draw_tiles
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board
    from khoagiao_xl.building.defined_names import Lists

_BAND: Final = {"bg_color": RED, "valign": "vcenter", "indent": 1}
_BIG: Final = {**_BAND, "bold": True, "font_color": PAPER, "font_size": 18}
_SMALL: Final = {**_BAND, "font_color": GOLD, "font_size": 11}
_TITLE: Final = f'="SỔ KHOA GIÁO NĂM "&{setting_formula("nam")}'
_OFFICE: Final = f'={setting_formula("ban_tham_muu")}&"  ·  "&{setting_formula("co_quan")}'
# What macros and other formulas read, under its name.
_KEPT: Final = {
    PYTHON: f'=IFERROR({setting_formula("python")}&"","")',
    PERIOD_ENDS: f"={of_the_period('kgHanDenNgay', '0')}",
    OWING: f"={OWING_UNITS}",
}


def draw_board(board: Board, lists: Lists) -> None:
    """Draw everything on the dashboard."""
    set_stage(board)
    board.write(TITLE, (LEFT, macros_off.TITLE_ENDS), _TITLE, _BIG)
    board.write(OFFICE, (LEFT, RIGHT), _OFFICE, _SMALL)
    macros_off.draw_box(board)
    draw_period(board)
    draw_buttons(board)
    draw_tiles(board)
    draw_counts(board)
    draw_panels(board)
    _keep(lists)


def _keep(lists: Lists) -> None:
    for name, formula in _KEPT.items():
        lists.keep_formula(name, formula)
    for name, code in SAID_BY_MACROS.items():
        lists.keep_text(name, sentence(code, {}))
    macros_off.ask(lists)
