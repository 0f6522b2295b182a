"""«Bảng điều khiển»: the period, the buttons in the order of the day, where units stand, the last actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.building import defined_names, macros_off, panels, tiles
from khoagiao_xl.building.board import LEFT, OFFICE, RIGHT, TITLE, merge, set_stage, setting_formula
from khoagiao_xl.building.board_buttons import draw_buttons
from khoagiao_xl.building.period_picker import draw_period, of_the_period
from khoagiao_xl.building.sheet_styles import GOLD, PAPER, RED
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board
    from khoagiao_xl.building.defined_names import Lists


def draw_board(board: Board, lists: Lists) -> None:
    """Draw everything on the dashboard."""
    set_stage(board)
    _title(board)
    macros_off.draw_box(board)
    draw_period(board)
    draw_buttons(board)
    tiles.draw_tiles(board)
    tiles.draw_counts(board)
    panels.draw_panels(board)
    _keep(board, lists)


def _title(board: Board) -> None:
    setting = board.profile.setting
    band = {"bg_color": RED, "valign": "vcenter", "indent": 1}
    big = board.styles.get(**band, bold=True, font_color=PAPER, font_size=18)
    formula = f'="SỔ KHOA GIÁO NĂM "&{setting_formula("nam")}'
    words = f"SỔ KHOA GIÁO NĂM {setting('nam')}"
    merge(board, TITLE, (LEFT, macros_off.TITLE_ENDS), formula, big, words)
    small = board.styles.get(**band, font_color=GOLD, font_size=11)
    formula = f'={setting_formula("ban_tham_muu")}&"  ·  "&{setting_formula("co_quan")}'
    words = f"{setting('ban_tham_muu')}  ·  {setting('co_quan')}"
    merge(board, OFFICE, (LEFT, RIGHT), formula, small, words)


def _keep(board: Board, lists: Lists) -> None:
    """Keep what macros and other formulas read."""
    python = f'=IFERROR({setting_formula("python")}&"","")'
    lists.keep_formula(defined_names.PYTHON, python, board.profile.setting("python"))
    for name, code in defined_names.SAID_BY_MACROS.items():
        lists.keep_text(name, sentence(code, {}))
    macros_off.ask(lists)
    ends = (board.deadline.ends - defined_names.EPOCH).days
    lists.keep_formula(defined_names.PERIOD_ENDS, f"={of_the_period('kgHanDenNgay', '0')}", ends)
    lists.keep_formula(defined_names.OWING, f"={tiles.OWING_UNITS}", len(board.owing))
