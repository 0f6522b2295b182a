"""The buttons of the dashboard: drawn shapes that carry a macro, beside what is printed, in the day's order.

XlsxWriter writes a text box without a macro; `carry_macros` gives it one, and a name by which the mending
after a save by LibreOffice, which drops macros of shapes, knows it again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import quoteattr

from khoagiao_xl.actions import ACTIONS, GROUPS, Action
from khoagiao_xl.building.board import BUTTON, BUTTONS, HEIGHTS, LEFT, NOTICE, RIGHT, TILES
from khoagiao_xl.building.defined_names import MESSAGE
from khoagiao_xl.building.sheet_styles import FONT, INK, MUTED, PAPER, RED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.building.board import Board

_NOTICE: Final = {"font_color": RED, "italic": True, "valign": "vcenter", "text_wrap": True, "font_size": 9}
_ROOM: Final = sum(pixels for row, pixels in HEIGHTS.items() if NOTICE <= row <= TILES + 10)
_CAPTION_HEIGHT, _GAP, _HIGHEST = 17, 4, 32
_CAPTIONS: Final = _CAPTION_HEIGHT * len(GROUPS)
_HEIGHT: Final = min(_HIGHEST, (_ROOM - _CAPTIONS) // len(ACTIONS) - _GAP)
_UNDO: Final = "#EDE7E0"
_BACK: Final = "Sửa sai"  # the group of what takes back a step
_MIDDLE: Final = {"vertical": "middle", "horizontal": "center"}


@dataclass(frozen=True)
class _Button:
    """A button, pixels from the top; `group`: what stands above it, if it is the first of one."""

    action: Action
    number: int
    top: int
    group: str = ""

    @property
    def is_step(self) -> bool:
        """Whether it is a step of the day; going back is none, and has no number."""
        return self.action.group != _BACK

    @property
    def label(self) -> str:
        """What stands on it."""
        return f"{self.number}. {self.action.label}" if self.is_step else self.action.label

    @property
    def options(self) -> dict[str, Any]:
        """What XlsxWriter is told of it; the description is the macro until `carry_macros` has been there."""
        is_step = self.is_step
        return {
            "width": BUTTON,
            "height": _HEIGHT,
            "y_offset": self.top,
            "object_position": 2,
            "description": self.action.macro,
            "fill": {"color": RED if is_step else _UNDO},
            "line": {"color": RED if is_step else MUTED, "width": 0.75},
            "font": {"name": FONT, "size": 8.5, "bold": is_step, "color": PAPER if is_step else INK},
            "align": _MIDDLE,
        }


def draw_buttons(board: Board) -> None:
    """Draw a button for each action, group by group, and the cell for the answer."""
    for button in _in_order():
        if button.group:
            _caption(board, button)
        board.sheet.insert_textbox(NOTICE - 1, BUTTONS, button.label, button.options)
    board.write(NOTICE, (LEFT, RIGHT), "", _NOTICE)
    board.name_cell(MESSAGE, NOTICE)


def _in_order() -> Iterator[_Button]:
    top, number = 0, 0
    for group, ids in GROUPS.items():
        top += _CAPTION_HEIGHT
        for place, action_id in enumerate(ids):
            number += 1
            yield _Button(ACTIONS[action_id], number, top, "" if place else group)
            top += _HEIGHT + _GAP


def _caption(board: Board, button: _Button) -> None:
    """Write the name of a group above its first button."""
    look = {
        "width": BUTTON,
        "height": _CAPTION_HEIGHT,
        "y_offset": button.top - _CAPTION_HEIGHT,
        "object_position": 2,
        "fill": {"none": True},
        "line": {"none": True},
        "font": {"name": FONT, "size": 8, "bold": True, "color": RED},
        "align": {"vertical": "middle"},
    }
    board.sheet.insert_textbox(NOTICE - 1, BUTTONS, button.group, look)


# -- the macros -------------------------------------------------------------------------------------------

_SHAPE: Final = re.compile(
    rb'<xdr:sp macro="" textlink="">(<xdr:nvSpPr><xdr:cNvPr id="\d+")'
    rb' name="[^"]*" descr="(KG_\w+)"(.*?)</xdr:sp>',
    re.DOTALL,
)
_BY_MACRO: Final = {action.macro: action for action in ACTIONS.values()}


def carry_macros(drawing: bytes) -> bytes:
    """Return the drawing of the dashboard with a macro, a name and a description at every button."""
    return _SHAPE.sub(_with_macro, drawing)


def _with_macro(found: re.Match[bytes]) -> bytes:
    start, name, rest = found.groups()
    macro = name.decode("ascii")
    said = quoteattr(_BY_MACRO[macro].help)
    head = f'<xdr:sp macro="[0]!{macro}" textlink="">{start.decode()} name="{macro}" descr={said}'
    rounded = rest.replace(b'prst="rect"', b'prst="roundRect"', 1)
    # Without the margins of a text box a label keeps to one line.
    roomy = rounded.replace(b"<a:bodyPr ", b'<a:bodyPr lIns="18000" tIns="0" rIns="18000" bIns="0" ', 1)
    return head.encode("utf-8") + roomy + b"</xdr:sp>"
