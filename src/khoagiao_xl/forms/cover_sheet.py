"""The sheet «Bìa»: whose form it is, the two ticks, whether it may be sent, and how to fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import FRAME, INK, PAPER, token
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import Canvas

TICKS: Final = {
    form_layout.TICK_NOTHING: texts.TICK_NOTHING,
    form_layout.TICK_NO_SECRET: texts.TICK_NO_SECRET,
}
WIDTHS: Final = (3, 36, 64)
LABEL, VALUE = 1, 2  # columns, counted from 0
FIRST_FACT, FIRST_STEP = 4, 16  # Excel rows
STATUS_LABEL, STATUS = "B13", "C13"
LABEL_LOOK: Final = {"bg_color": "#F7F2E8", **FRAME}
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
TICK_CELL: Final = f"='{form_layout.COVER}'!$C${{row}}"


def draw_cover(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    canvas.set_widths(sheet, WIDTHS)
    _title(canvas, sheet)
    _facts(canvas, sheet)
    _ticks(canvas, sheet)
    look = canvas.look(bold=True, **FRAME)
    sheet.write_string(STATUS_LABEL, texts.STATUS, look)
    canvas.status(sheet, STATUS)
    _advice(canvas, sheet)


def _title(canvas: Canvas, sheet: Any) -> None:
    title_look = canvas.look(bold=True, font_size=18, font_color=INK)
    period_look = canvas.look(bold=True, font_size=14)
    label = token("period_label")
    period = texts.COVER_PERIOD.format(period=label)
    sheet.set_row(0, 30)
    sheet.write_string("B1", texts.COVER_TITLE, title_look)
    sheet.write_string("B2", period, period_look)


def _facts(canvas: Canvas, sheet: Any) -> None:
    label_look = canvas.look(**LABEL_LOOK)
    value_look = canvas.look(bold=True, text_wrap=True, **FRAME)
    at = FIRST_FACT - 1
    for label, fact in texts.COVER_FACTS.items():
        sheet.set_row(at, 20)
        sheet.write_string(at, LABEL, label, label_look)
        sheet.write_string(at, VALUE, token(fact), value_look)
        at += 1


def _ticks(canvas: Canvas, sheet: Any) -> None:
    box = canvas.look(**BOX_LOOK)
    label_look = canvas.look(**LABEL_LOOK)
    for tick, address in form_layout.COVER_CELLS.items():
        row = int(address[1:])
        at = row - 1
        sheet.set_row(at, 22)
        sheet.write_string(at, LABEL, TICKS[tick], label_look)
        sheet.write_blank(at, VALUE, None, box)
        sheet.data_validation(address, TICK_RULE)
        cell = TICK_CELL.format(row=row)
        canvas.book.define_name(tick, cell)


def _advice(canvas: Canvas, sheet: Any) -> None:
    title_look = canvas.look(bold=True, font_color=INK)
    step_look = canvas.look(align="right", valign="top")
    text_look = canvas.look(text_wrap=True, valign="top", indent=1)
    row = FIRST_STEP - 2
    sheet.write_string(row, LABEL, texts.HOW_TO_TITLE, title_look)
    for at, text in enumerate(texts.HOW_TO, 1):
        row += 1
        step = texts.HOW_TO_STEP.format(at=at)
        sheet.set_row(row, 34)
        sheet.write_string(row, LABEL, step, step_look)
        sheet.write_string(row, VALUE, text, text_look)
    send_to = texts.SEND_TO.format(
        office=token("office"),
        contact=token("contact"),
    )
    sheet.write_string(row + 2, LABEL, send_to, canvas.look(italic=True))
