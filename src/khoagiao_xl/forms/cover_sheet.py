"""The sheet «Bìa»: whose form it is, the two ticks, whether it may be sent, and how to fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import FRAME, INK, PAPER, Look, token
from khoagiao_xl.forms.cover_contacts import draw_contacts
from khoagiao_xl.forms.form_layout import COVER_LABEL, COVER_VALUE
from khoagiao_xl.forms.form_status import draw_status
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import Canvas

TICKS: Final = {
    form_layout.TICK_NOTHING: texts.TICK_NOTHING,
    form_layout.TICK_NO_SECRET: texts.TICK_NO_SECRET,
}
WIDTHS: Final = (3, 44, 66)
FIRST_FACT, STATUS_ROW, FIRST_STEP = 4, 15, 18  # Excel rows
ORGAN_HEIGHT, FACT_HEIGHT, TICK_HEIGHT, STEP_HEIGHT = 36, 20, 22, 36  # points
# The head of an official document: whose paper it is on the left, what it is on the right.
ORGAN_ABOVE_LOOK: Final[Look] = {"align": "center", "text_wrap": True}
ORGAN_LOOK: Final[Look] = {"align": "center", "bold": True}
TITLE_LOOK: Final[Look] = {"bold": True, "font_size": 18, "font_color": INK, "align": "center"}
PERIOD_LOOK: Final[Look] = {"bold": True, "font_size": 14, "align": "center"}
ADVICE_LOOK: Final[Look] = {"text_wrap": True, "valign": "top", "indent": 1}
LABEL_LOOK: Final = {"bg_color": "#F7F2E8", **FRAME}
FACT_LOOK: Final = {"bold": True, "text_wrap": True, **FRAME}
STEP_TEXT_LOOK: Final[Look] = {"text_wrap": True, **FRAME}
BOX_LOOK: Final = {
    "border": 2,
    "border_color": INK,
    "bg_color": PAPER,
    "locked": False,
    "indent": 1,
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
    _head(canvas, sheet)
    _facts(canvas, sheet)
    _ticks(canvas, sheet)
    draw_contacts(canvas, sheet, LABEL_LOOK)
    _status(canvas, sheet)
    _advice(canvas, sheet)


def _head(canvas: Canvas, sheet: Any) -> None:
    label = token("period_label")
    period = texts.COVER_PERIOD.format(period=label)
    above = {
        COVER_LABEL: (token("organ_above"), ORGAN_ABOVE_LOOK),
        COVER_VALUE: (texts.COVER_TITLE, TITLE_LOOK),
    }
    below = {
        COVER_LABEL: (token("organ"), ORGAN_LOOK),
        COVER_VALUE: (period, PERIOD_LOOK),
    }
    sheet.set_row(0, ORGAN_HEIGHT)
    sheet.set_row(1, TICK_HEIGHT)
    canvas.write_texts(sheet, 0, above)
    canvas.write_texts(sheet, 1, below)


def _facts(canvas: Canvas, sheet: Any) -> None:
    at = FIRST_FACT - 1
    for label, fact in texts.COVER_FACTS.items():
        sheet.set_row(at, FACT_HEIGHT)
        cells = {
            COVER_LABEL: (label, LABEL_LOOK),
            COVER_VALUE: (token(fact), FACT_LOOK),
        }
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


def _status(canvas: Canvas, sheet: Any) -> None:
    at = STATUS_ROW - 1
    look = {**LABEL_LOOK, "bold": True}
    sheet.set_row(at, TICK_HEIGHT)
    canvas.write_texts(sheet, at, {COVER_LABEL: (texts.STATUS, look)})
    draw_status(canvas, sheet, f"C{STATUS_ROW}")


def _advice(canvas: Canvas, sheet: Any) -> None:
    title_look = canvas.look(bold=True, font_color=INK)
    row = FIRST_STEP - 2
    sheet.write_string(row, COVER_LABEL, texts.HOW_TO_TITLE, title_look)
    for at, text in enumerate(texts.HOW_TO, 1):
        row += 1
        step = texts.HOW_TO_STEP.format(at=at)
        sheet.set_row(row, STEP_HEIGHT)
        cells = {
            COVER_LABEL: (step, LABEL_LOOK),
            COVER_VALUE: (text, STEP_TEXT_LOOK),
        }
        canvas.write_texts(sheet, row, cells)
    send_to = texts.SEND_TO.format(
        office=token("office"),
        contact=token("contact"),
    )
    row += 2
    send_look = canvas.look(italic=True)
    sheet.write_string(row, COVER_LABEL, send_to, send_look)
