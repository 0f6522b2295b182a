"""A button at the head of a sheet, for what is done with the cell chosen there; it stays off paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.building.sheet_styles import FONT, PAPER, RED

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from khoagiao_xl.model.schema import Table

_COLUMN: Final = 2  # the titles of such sheets are shorter than what stands before it
_LOOK: Final = {
    "width": 150,
    "height": 24,
    "x_offset": 40,
    "y_offset": 2,
    "object_position": 2,
    "fill": {"color": RED},
    "line": {"color": RED, "width": 0.75},
    "font": {"name": FONT, "size": 9, "bold": True, "color": PAPER},
    "align": {"vertical": "middle", "horizontal": "center"},
}
_PRINTED, _UNPRINTED = b"<xdr:clientData/>", b'<xdr:clientData fPrintsWithSheet="0"/>'


def draw_sheet_buttons(sheet: Worksheet, table: Table) -> None:
    """Draw the button of each action that works on the chosen cell of this table's sheet."""
    for action in ACTIONS.values():
        if table.sheet in action.sheets:
            # The description is the macro until `carry_macros` has been there.
            options = {**_LOOK, "description": action.macro}
            sheet.insert_textbox(0, _COLUMN, action.label, options)


def keep_off_paper(drawing: bytes) -> bytes:
    """Return the drawing of a sheet with every shape left out when it is printed."""
    return drawing.replace(_PRINTED, _UNPRINTED)
