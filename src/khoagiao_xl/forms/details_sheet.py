"""The sheet «Việc cụ thể»: lists of single things, a row for each, and what a row still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms.canvas import BAND, CODE_LOOK, FIRST_ROW, FRAME, INPUT, TEXT
from khoagiao_xl.forms.detail_checks import row_check
from khoagiao_xl.forms.figure_entry import choice_rule, number_rule_of
from khoagiao_xl.forms.form_layout import DETAIL_INPUTS, DETAILS_HEADER
from khoagiao_xl.model.detail_lists import Answer
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.forms.canvas import Canvas, ListLine
    from khoagiao_xl.model.detail_lists import DetailColumn, DetailList

WIDTHS: Final = (8, 40, 52, 34, 13, 13, 13, 34)
CODE, LABEL = 0, 1  # columns, counted from 0
CHECK: Final = DETAILS_HEADER.index("Kiểm tra")
BAND_HEIGHT, TITLE_HEIGHT, ROW_HEIGHT = 22, 32, 32  # points
TITLE_LOOK: Final = {**FRAME, "italic": True, "font_size": 11, "text_wrap": True, "bg_color": "#F7F2E8"}
LABEL_LOOK: Final = {**FRAME, "text_wrap": True}
CLOSED_LOOK: Final = {**FRAME, "bg_color": "#EDEDED"}
CHECK_LOOK: Final = {**FRAME, "text_wrap": True, "font_color": "#C00000", "font_size": 11}
DAY_LOOK: Final = {**INPUT, "num_format": "@", "align": "center"}
NUMBER_LOOK: Final = {**INPUT, "num_format": "#,##0", "align": "right"}
WORDS_LOOK: Final = {**INPUT, **TEXT}
LOOKS: Final[Mapping[Answer, Mapping[str, Any]]] = {
    Answer.DAY: DAY_LOOK,
    Answer.PEOPLE: NUMBER_LOOK,
    Answer.COUNT: NUMBER_LOOK,
}


def draw_details(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    canvas.set_widths(sheet, WIDTHS)
    canvas.title(sheet, texts.DETAILS_TITLE, texts.DETAILS_ADVICE)
    canvas.header(sheet, DETAILS_HEADER)
    sheet.freeze_panes(FIRST_ROW, 2)
    told = None
    for line in canvas.details:
        if line.of is not told:
            told = line.of
            _heading(canvas, sheet, line.of, line.row - 2)
        _line(canvas, sheet, line)


def _heading(canvas: Canvas, sheet: Any, of: DetailList, row: int) -> None:
    """Write what the list is, and below it what its columns mean here."""
    at = row - 1
    band = canvas.look(**BAND)
    sheet.set_row(at, BAND_HEIGHT)
    for column in range(len(WIDTHS)):
        sheet.write_blank(at, column, None, band)
    sheet.write_string(at, LABEL, of.heading, band)
    sheet.set_row(row, TITLE_HEIGHT)
    titles = {}
    for column, heading in enumerate(DETAILS_HEADER):
        own = of.column(heading)
        titles[column] = (own.title if own else "", TITLE_LOOK)
    canvas.write_texts(sheet, row, titles)


def _line(canvas: Canvas, sheet: Any, line: ListLine) -> None:
    at = line.row - 1
    sheet.set_row(at, ROW_HEIGHT)
    cells = {
        CODE: (line.code, CODE_LOOK),
        LABEL: (line.label, LABEL_LOOK),
    }
    canvas.write_texts(sheet, at, cells)
    for heading in DETAIL_INPUTS:
        place = (at, DETAILS_HEADER.index(heading))
        own = line.of.column(heading)
        if own:
            _input(canvas, sheet, own, place)
        else:
            closed = canvas.look(**CLOSED_LOOK)
            sheet.write_blank(*place, None, closed)
    check = canvas.look(**CHECK_LOOK)
    sheet.write_formula(at, CHECK, row_check(line), check)


def _input(canvas: Canvas, sheet: Any, column: DetailColumn, place: tuple[int, int]) -> None:
    properties = LOOKS.get(column.answer, WORDS_LOOK)
    look = canvas.look(**properties)
    sheet.write_blank(*place, None, look)
    rule = _rule(column)
    if rule:
        sheet.data_validation(*place, *place, rule)


def _rule(column: DetailColumn) -> dict[str, Any] | None:
    match column.answer:
        case Answer.CHOICE:
            return choice_rule(column)
        case Answer.PEOPLE | Answer.COUNT:
            return number_rule_of(column)
        case Answer.DAY:
            return {"validate": "any", "input_title": column.column, "input_message": texts.DAY_ADVICE}
    return None
