"""The sheet «Thuyết minh»: the questions that are answered in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import FIRST_ROW, FRAME, PAPER

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import Canvas

ADVICE: Final = "Viết ngắn gọn, nêu tên đơn vị, không nêu tên cá nhân, không ghi nội dung mật."
LONGEST: Final = 1500  # characters
WORDS: Final = {"text_wrap": True, "valign": "top", **FRAME}


def draw_narrative(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    for column, width in enumerate((8, 38, 90)):
        sheet.set_column(column, column, width)
    canvas.title(sheet, "THUYẾT MINH", ADVICE)
    canvas.header(sheet, form_layout.NARRATIVE_HEADER)
    sheet.freeze_panes(FIRST_ROW, 0)
    for at, item in enumerate(canvas.questions, FIRST_ROW):
        sheet.set_row(at, 120)
        sheet.write_string(at, 0, item.code, canvas.look(font_color="#808080", **WORDS))
        sheet.write_string(at, 1, item.label, canvas.look(**WORDS))
        answer = canvas.look(locked=False, num_format="@", bg_color=PAPER, **WORDS)
        sheet.write_blank(at, form_layout.ANSWER, None, answer)
        sheet.data_validation(at, form_layout.ANSWER, at, form_layout.ANSWER, {
            "validate": "length", "criteria": "<=", "value": LONGEST, "error_type": "warning",
            "error_title": "Quá dài", "error_message": "Nên viết không quá 1.500 ký tự.",
            "input_title": item.code, "input_message": "Không quá 1.500 ký tự."})  # fmt: skip
