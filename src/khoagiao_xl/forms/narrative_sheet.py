"""The sheet «Thuyết minh»: the questions that are answered in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import FIRST_ROW, FRAME, GREY, PAPER
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import Canvas

WIDTHS: Final = (8, 38, 90)
CODE, QUESTION = 0, 1  # columns, counted from 0
ROW_HEIGHT: Final = 120  # points
LONGEST: Final = 1500  # characters
WORDS: Final = {"text_wrap": True, "valign": "top", **FRAME}
ANSWER_LOOK: Final = {**WORDS, "locked": False, "num_format": "@", "bg_color": PAPER}


def draw_narrative(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    canvas.set_widths(sheet, WIDTHS)
    canvas.title(sheet, texts.NARRATIVE_TITLE, texts.NARRATIVE_ADVICE)
    canvas.header(sheet, form_layout.NARRATIVE_HEADER)
    sheet.freeze_panes(FIRST_ROW, 0)
    code_look = canvas.look(font_color=GREY, **WORDS)
    question_look = canvas.look(**WORDS)
    answer_look = canvas.look(**ANSWER_LOOK)
    for at, item in enumerate(canvas.questions, FIRST_ROW):
        place = (at, form_layout.ANSWER)
        sheet.set_row(at, ROW_HEIGHT)
        sheet.write_string(at, CODE, item.code, code_look)
        sheet.write_string(at, QUESTION, item.label, question_look)
        sheet.write_blank(*place, None, answer_look)
        sheet.data_validation(*place, *place, _length_rule(item.code))


def _length_rule(code: str) -> dict[str, Any]:
    return {
        "validate": "length",
        "criteria": "<=",
        "value": LONGEST,
        "error_type": "warning",
        "error_title": texts.TOO_LONG_TITLE,
        "error_message": texts.TOO_LONG,
        "input_title": code,
        "input_message": texts.LENGTH_ADVICE,
    }
