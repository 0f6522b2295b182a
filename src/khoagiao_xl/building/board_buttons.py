"""The buttons of the dashboard: the actions in the order of the day, and the line that answers a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.actions import ACTIONS, GROUPS, Action
from khoagiao_xl.building import defined_names
from khoagiao_xl.building.board import BUTTONS, GROUP, HEIGHTS, LEFT, NOTICE, RIGHT, WIDTHS, merge
from khoagiao_xl.building.sheet_styles import RED
from khoagiao_xl.model.schema import DASHBOARD

if TYPE_CHECKING:
    from khoagiao_xl.building.board import Board

BUTTON_GAP, GROUP_GAP = 6, 18
INDENT: Final = 9  # pixels of one step of a cell's indent


def draw_buttons(board: Board) -> None:
    """Draw a button for each action, group by group, and under them the cell for the answer."""
    width, left, number = _button_width(), 0, 0
    for caption, ids in GROUPS.items():
        _caption(board, caption, left)
        for action_id in ids:
            action = ACTIONS[action_id]
            number += 1
            _button(board, action, _label(action, number), left, width)
            left += width + BUTTON_GAP
        left += GROUP_GAP - BUTTON_GAP
    notice = board.styles.get(font_color=RED, italic=True, valign="vcenter", text_wrap=True)
    merge(board, NOTICE, (LEFT, RIGHT), "", notice, "")
    board.workbook.define_name(defined_names.MESSAGE, f"='{DASHBOARD}'!$B${NOTICE}")


def _button_width() -> int:
    count = sum(len(ids) for ids in GROUPS.values())
    room = sum(WIDTHS[LEFT : RIGHT + 1])
    between_groups = GROUP_GAP * (len(GROUPS) - 1)
    within_groups = BUTTON_GAP * (count - len(GROUPS))
    return (room - between_groups - within_groups) // count


def _label(action: Action, number: int) -> str:
    """Return what stands on the button; going back is no step of the day and has no number."""
    return action.label if action.whole_file else f"{number}. {action.label}"


def _caption(board: Board, caption: str, left: int) -> None:
    """Write the name of a group where its first button begins, as nearly as an indent can say it."""
    column, within = _column_at(left)
    look = board.styles.get(font_size=9, bold=True, font_color=RED, valign="vcenter", indent=within // INDENT)
    board.sheet.write_string(GROUP - 1, column, caption, look)


def _button(board: Board, action: Action, label: str, left: int, width: int) -> None:
    options = {
        "macro": action.macro,
        "caption": label,
        "description": action.help,
        "width": width,
        "height": HEIGHTS[BUTTONS] - 4,
        "x_offset": left,
        "y_offset": 2,
    }
    board.sheet.insert_button(BUTTONS - 1, LEFT, options)


def _column_at(pixels: int) -> tuple[int, int]:
    """Return the column in which this many pixels right of the margin lie, and how many of them within it."""
    column = LEFT
    while pixels >= WIDTHS[column]:
        pixels -= WIDTHS[column]
        column += 1
    return column, pixels
