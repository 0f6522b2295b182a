"""The sheet «Bìa»: whose form it is, the two ticks, whether it may be sent, and how to fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import FRAME, INK, PAPER, Look, token
from khoagiao_xl.forms.form_layout import COVER_LABEL, COVER_VALUE
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import Canvas

TICKS: Final = {
    form_layout.TICK_NOTHING: texts.TICK_NOTHING,
    form_layout.TICK_NO_SECRET: texts.TICK_NO_SECRET,
}
WIDTHS: Final = (3, 36, 64)
FIRST_FACT, FIRST_STEP = 4, 16  # Excel rows
TITLE_HEIGHT, FACT_HEIGHT, TICK_HEIGHT, STEP_HEIGHT = 30, 20, 22, 34  # points
STATUS_LABEL, STATUS, STATUS_ROW = "B13", "C13", 12  # the row counted from 0
TITLE_LOOK: Final = {"bold": True, "font_size": 18, "font_color": INK}
STEP_LOOK: Final[Look] = {"align": "right", "valign": "top"}
ADVICE_LOOK: Final[Look] = {"text_wrap": True, "valign": "top", "indent": 1}
LABEL_LOOK: Final = {"bg_color": "#F7F2E8", **FRAME}
FACT_LOOK: Final = {"bold": True, "text_wrap": True, **FRAME}
BOX_LOOK: Final = {
    "border": 2,
    "border_color": INK,
    "bg_color": PAPER,
    "locked": False,
    "align": "center",
    "bold": True,
    "num_format": "@",
}
TICK_RULE: Final = {
    "validate": "list",
    "source": ["x"],
    "show_error": False,
    "input_title": texts.TICK_TITLE,
    "input_message": texts.TICK_ADVICE,
}
CONTACT_LOOK: Final = {**FRAME, "bg_color": PAPER, "locked": False, "num_format": "@"}
CONTACT_RULE: Final = {
    "validate": "any",
    "input_title": texts.STATUS_CONTACT,
    "input_message": texts.CONTACT_ADVICE,
}
TICK_CELL: Final = f"='{form_layout.COVER}'!$C${{row}}"


def draw_cover(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    canvas.set_widths(sheet, WIDTHS)
    _title(canvas, sheet)
    _facts(canvas, sheet)
    _ticks(canvas, sheet)
    _contact(canvas, sheet)
    look = canvas.look(bold=True, **FRAME)
    sheet.set_row(STATUS_ROW, TICK_HEIGHT)
    sheet.write_string(STATUS_LABEL, texts.STATUS, look)
    canvas.status(sheet, STATUS)
    _advice(canvas, sheet)


def _title(canvas: Canvas, sheet: Any) -> None:
    title_look = canvas.look(**TITLE_LOOK)
    period_look = canvas.look(bold=True, font_size=14)
    label = token("period_label")
    period = texts.COVER_PERIOD.format(period=label)
    sheet.set_row(0, TITLE_HEIGHT)
    sheet.write_string("B1", texts.COVER_TITLE, title_look)
    sheet.write_string("B2", period, period_look)


def _facts(canvas: Canvas, sheet: Any) -> None:
    at = FIRST_FACT - 1
    for label, fact in texts.COVER_FACTS.items():
        cells = {
            COVER_LABEL: (label, LABEL_LOOK),
            COVER_VALUE: (token(fact), FACT_LOOK),
        }
        sheet.set_row(at, FACT_HEIGHT)
        canvas.write_texts(sheet, at, cells)
        at += 1


def _ticks(canvas: Canvas, sheet: Any) -> None:
    box = canvas.look(**BOX_LOOK)
    for tick, address in form_layout.COVER_CELLS.items():
        digits = address[1:]
        row = int(digits)
        at = row - 1
        cells = {
            COVER_LABEL: (TICKS[tick], LABEL_LOOK),
        }
        sheet.set_row(at, TICK_HEIGHT)
        canvas.write_texts(sheet, at, cells)
        sheet.write_blank(at, COVER_VALUE, None, box)
        sheet.data_validation(address, TICK_RULE)
        cell = TICK_CELL.format(row=row)
        canvas.book.define_name(tick, cell)


def _contact(canvas: Canvas, sheet: Any) -> None:
    """Write the line in which the unit says whom the office may call back."""
    address = form_layout.CONTACT_CELL
    row = int(address[1:])
    at = row - 1
    box = canvas.look(**CONTACT_LOOK)
    sheet.set_row(at, TICK_HEIGHT)
    label = (texts.CONTACT, LABEL_LOOK)
    canvas.write_texts(sheet, at, {COVER_LABEL: label})
    sheet.write_blank(at, COVER_VALUE, None, box)
    sheet.data_validation(address, CONTACT_RULE)


def _advice(canvas: Canvas, sheet: Any) -> None:
    title_look = canvas.look(bold=True, font_color=INK)
    row = FIRST_STEP - 2
    sheet.write_string(row, COVER_LABEL, texts.HOW_TO_TITLE, title_look)
    for at, text in enumerate(texts.HOW_TO, 1):
        row += 1
        step = texts.HOW_TO_STEP.format(at=at)
        cells = {
            COVER_LABEL: (step, STEP_LOOK),
            COVER_VALUE: (text, ADVICE_LOOK),
        }
        sheet.set_row(row, STEP_HEIGHT)
        canvas.write_texts(sheet, row, cells)
    send_to = texts.SEND_TO.format(
        office=token("office"),
        contact=token("contact"),
    )
    row += 2
    send_look = canvas.look(italic=True)
    sheet.write_string(row, COVER_LABEL, send_to, send_look)
