"""The sheet «Thuyết minh»: the questions that are answered in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms.canvas import FIRST_ROW, FRAME, GREY, PAPER
from khoagiao_xl.forms.form_layout import ANSWER, NARRATIVE_HEADER
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import Canvas
    from khoagiao_xl.model.indicators import Indicator

WIDTHS: Final = (8, 38, 90)
CODE, QUESTION = 0, 1  # columns, counted from 0
ROW_HEIGHT: Final = 120  # points
LONGEST: Final = 1500  # characters
WORDS: Final = {"text_wrap": True, "valign": "top", **FRAME}
CODE_LOOK: Final = {**WORDS, "font_color": GREY}
ANSWER_LOOK: Final = {**WORDS, "locked": False, "num_format": "@", "bg_color": PAPER}


def draw_narrative(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    canvas.set_widths(sheet, WIDTHS)
    canvas.title(sheet, texts.NARRATIVE_TITLE, texts.NARRATIVE_ADVICE)
    canvas.header(sheet, NARRATIVE_HEADER)
    sheet.freeze_panes(FIRST_ROW, 0)
    for at, item in enumerate(canvas.questions, FIRST_ROW):
        sheet.set_row(at, ROW_HEIGHT)
        _question(canvas, sheet, item, at)
        _answer(canvas, sheet, item, at)


def _question(canvas: Canvas, sheet: Any, item: Indicator, at: int) -> None:
    cells = {
        CODE: (item.code, CODE_LOOK),
        QUESTION: (item.question, WORDS),
    }
    canvas.write_texts(sheet, at, cells)


def _answer(canvas: Canvas, sheet: Any, item: Indicator, at: int) -> None:
    place = (at, ANSWER)
    area = (*place, *place)
    look = canvas.look(**ANSWER_LOOK)
    sheet.write_blank(*place, None, look)
    rule = _length_rule(item.code)
    sheet.data_validation(*area, rule)


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
