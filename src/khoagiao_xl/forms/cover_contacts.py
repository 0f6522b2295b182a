"""The lines of «Bìa» that say who stands behind a form: who filled it in, a telephone, who approved it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import INPUT
from khoagiao_xl.forms.form_layout import COVER_LABEL, COVER_VALUE
from khoagiao_xl.model.cell_addresses import row_and_column
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import Canvas, Look

ROW_HEIGHT: Final = 22  # points
CONTACT_LOOK: Final = {**INPUT, "text_wrap": True, "num_format": "@"}
CONTACT_RULE: Final = {
    "validate": "any",
    "input_title": texts.CONTACT_TITLE,
    "input_message": texts.CONTACT_ADVICE,
}


def draw_contacts(canvas: Canvas, sheet: Any, label_look: Look) -> None:
    """Draw the lines; whom the office may call back is not owed."""
    box = canvas.look(**CONTACT_LOOK)
    for code, address in form_layout.CONTACT_CELLS.items():
        row, _ = row_and_column(address)
        at = row - 1
        sheet.set_row(at, ROW_HEIGHT)
        label = (texts.CONTACTS[code], label_look)
        canvas.write_texts(sheet, at, {COVER_LABEL: label})
        sheet.write_blank(at, COVER_VALUE, None, box)
        sheet.data_validation(address, CONTACT_RULE)
