"""The buttons of the dashboard: the actions in the order of the day, and the line that answers a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.actions import ACTIONS, GROUPS, Action
from khoagiao_xl.building.board import BUTTONS, GROUP, HEIGHTS, LEFT, NOTICE, RIGHT, WIDTHS
from khoagiao_xl.building.defined_names import MESSAGE
from khoagiao_xl.building.sheet_styles import RED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.building.board import Board

_BUTTON_GAP, _GROUP_GAP = 6, 18
_INDENT: Final = 9  # pixels of one step of a cell's indent
_CAPTION: Final = {"font_size": 9, "bold": True, "font_color": RED, "valign": "vcenter"}
_NOTICE: Final = {"font_color": RED, "italic": True, "valign": "vcenter", "text_wrap": True}

_COUNT: Final = sum(map(len, GROUPS.values()))
_GAPS: Final = _GROUP_GAP * (len(GROUPS) - 1) + _BUTTON_GAP * (_COUNT - len(GROUPS))
_WIDTH: Final = (sum(WIDTHS[LEFT : RIGHT + 1]) - _GAPS) // _COUNT
_HEIGHT: Final = HEIGHTS[BUTTONS] - 4


@dataclass(frozen=True)
class _Button:
    """A button, pixels from the left; `group`: what stands above it, if it is the first of one."""

    action: Action
    number: int
    left: int
    group: str = ""

    @property
    def label(self) -> str:
        """What stands on it; going back is no step of the day and has no number."""
        return self.action.label if self.action.whole_file else f"{self.number}. {self.action.label}"

    @property
    def options(self) -> dict[str, Any]:
        """What XlsxWriter is told of it."""
        return {
            "macro": self.action.macro,
            "caption": self.label,
            "description": self.action.help,
            "width": _WIDTH,
            "height": _HEIGHT,
            "x_offset": self.left,
            "y_offset": 2,
        }


def draw_buttons(board: Board) -> None:
    """Draw a button for each action, group by group, and under them the cell for the answer."""
    for button in _in_order():
        board.sheet.insert_button(BUTTONS - 1, LEFT, button.options)
        if button.group:
            _caption(board, button)
    board.write(NOTICE, (LEFT, RIGHT), "", _NOTICE)
    board.name_cell(MESSAGE, NOTICE)


def _in_order() -> Iterator[_Button]:
    left, number = 0, 0
    for group, ids in GROUPS.items():
        for place, action_id in enumerate(ids):
            number += 1
            yield _Button(ACTIONS[action_id], number, left, "" if place else group)
            left += _WIDTH + _BUTTON_GAP
        left += _GROUP_GAP - _BUTTON_GAP


def _caption(board: Board, button: _Button) -> None:
    """Write the name of a group where its first button begins, as nearly as an indent can say it."""
    column, within = _column_at(button.left)
    look = {**_CAPTION, "indent": within // _INDENT}
    board.put(GROUP - 1, column, button.group, look)


def _column_at(pixels: int) -> tuple[int, int]:
    """Return the column in which this many pixels right of the margin lie, and how many of them within it."""
    column = LEFT
    while pixels >= WIDTHS[column]:
        pixels -= WIDTHS[column]
        column += 1
    return column, pixels
