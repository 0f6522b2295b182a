"""Drawing the quick form: one sheet of paper by which a unit tells of a hot issue on any day."""

from __future__ import annotations

import io
from typing import Any, Final

from khoagiao_xl.books.package.computed_results import with_results
from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import FRAME, GREY, PAPER, Canvas, Look, token
from khoagiao_xl.forms.cover_sheet import ADVICE_LOOK, BOX_LOOK, LABEL_LOOK, TICK_RULE
from khoagiao_xl.forms.draw_form import A4, DRAWN_AT, PASSWORDLESS, SAFE, draw_identity, write_list
from khoagiao_xl.forms.form_layout import ANSWER, NARRATIVE_HEADER
from khoagiao_xl.forms.form_status import STATUS_LOOK, sound_rule
from khoagiao_xl.forms.quick_layout import (
    CHECK,
    QUICK_LINES,
    QUICK_SHEET,
    QUICK_TICK_CELL,
    QuickKind,
    QuickLine,
)
from khoagiao_xl.wording import form_sheets
from khoagiao_xl.wording import issue_texts as texts

CODE, QUESTION, CHECKED = 0, 1, 3  # columns, counted from 0
WIDTHS: Final = (7, 30, 56, 13)
FIRST: Final = 4  # row of the first line, counted from 0
LINE_POINTS: Final = 17
LONGEST: Final = 3000  # characters
TICK_ROW: Final = int(QUICK_TICK_CELL[1:]) - 1
STATUS_ROW: Final = TICK_ROW + 1
FIRST_STEP: Final = STATUS_ROW + 2
CODE_LOOK: Final[Look] = {**FRAME, "font_color": GREY, "font_size": 9}
QUESTION_LOOK: Final[Look] = {**LABEL_LOOK, "text_wrap": True}
ANSWER_LOOK: Final[Look] = {**FRAME, "text_wrap": True, "locked": False, "num_format": "@", "bg_color": PAPER}
STEP_LOOK: Final[Look] = {"align": "right", "valign": "top"}
CHECK_LOOK: Final[Look] = {**FRAME, "text_wrap": True, "font_color": GREY, "font_size": 10}
LETTERS: Final = "DEF"  # columns of «_meta» in which lists stand
BLANK_CHECK: Final = '=IF(LEN(TRIM({cell}))=0,"{told}","")'
FAULTS: Final = "SUMPRODUCT(--(LEN($D${first}:$D${last})>0))+(LEN(TRIM({tick}))=0)"
STATUS: Final = '=IF({count}=0,"{sound}","{before}"&({count})&"{after}")'


def draw_quick_template() -> bytes:
    """Return the .xlsx template of the quick form, with tokens for the facts of a unit."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, SAFE)
    book.set_properties({"title": texts.QUICK_DOCUMENT, "created": DRAWN_AT})
    canvas = Canvas(book, (), (), ())
    sheet = book.add_worksheet(QUICK_SHEET)
    lists = _draw_meta(canvas)
    _draw(canvas, sheet, lists)
    book.close()
    return with_results(stream.getvalue())


def _draw_meta(canvas: Canvas) -> dict[str, str]:
    """Draw the very hidden sheet; return code of a line -> where its list stands."""
    meta = canvas.book.add_worksheet(form_layout.META)
    draw_identity(canvas, meta)
    chosen = [line for line in QUICK_LINES if line.choices]
    lists = {}
    for letter, line in zip(LETTERS, chosen, strict=True):
        lists[line.code] = write_list(meta, letter, line.choices)
    meta.very_hidden()
    return lists


def _draw(canvas: Canvas, sheet: Any, lists: dict[str, str]) -> None:
    canvas.set_widths(sheet, WIDTHS)
    _head(canvas, sheet)
    for at, line in enumerate(QUICK_LINES, FIRST):
        _line(canvas, sheet, line, at)
        sheet.data_validation(at, ANSWER, at, ANSWER, _rule(line, lists))
    _tick(canvas, sheet)
    _status(canvas, sheet)
    _steps(canvas, sheet)
    sheet.protect("", PASSWORDLESS)
    sheet.set_portrait()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 1)
    sheet.hide_gridlines(2)


def _head(canvas: Canvas, sheet: Any) -> None:
    addressed = texts.QUICK_ADDRESSED.format(
        office=token("office"),
        contact=token("contact"),
    )
    canvas.title(sheet, texts.QUICK_TITLE, addressed)
    unit = texts.QUICK_UNIT.format(
        name=token("unit_name"),
        code=token("unit_code"),
    )
    sheet.write_string("A3", unit, canvas.look(bold=True))
    canvas.header(sheet, (*NARRATIVE_HEADER, CHECK))


def _line(canvas: Canvas, sheet: Any, line: QuickLine, at: int) -> None:
    cells = {
        CODE: (line.code, CODE_LOOK),
        QUESTION: (line.label, QUESTION_LOOK),
    }
    lines = max(line.lines, 2)
    answer = canvas.look(**ANSWER_LOOK)
    sheet.set_row(at, LINE_POINTS * lines)
    canvas.write_texts(sheet, at, cells)
    sheet.write_blank(at, ANSWER, None, answer)
    look = canvas.look(**CHECK_LOOK)
    if _is_checked(line):
        formula = BLANK_CHECK.format(cell=f"$C${at + 1}", told=texts.QUICK_BLANK)
        sheet.write_formula(at, CHECKED, formula, look)
    else:
        sheet.write_blank(at, CHECKED, None, look)


def _is_checked(line: QuickLine) -> bool:
    return line.is_owed or line.kind is QuickKind.CHOICE


def _rule(line: QuickLine, lists: dict[str, str]) -> dict[str, Any]:
    if line.kind is QuickKind.CHOICE:
        return {
            "validate": "list",
            "source": lists[line.code],
            "error_title": form_sheets.LIST_ERROR_TITLE,
            "error_message": form_sheets.LIST_ERROR,
            "input_title": line.name,
            "input_message": texts.QUICK_CHOICE,
        }
    return {
        "validate": "length",
        "criteria": "<=",
        "value": LONGEST,
        "error_type": "warning",
        "error_title": form_sheets.TOO_LONG_TITLE,
        "error_message": form_sheets.TOO_LONG,
        "input_title": line.code,
        "input_message": texts.QUICK_TEXT_ADVICE,
    }


def _tick(canvas: Canvas, sheet: Any) -> None:
    box = canvas.look(**BOX_LOOK)
    cells = {
        QUESTION: (texts.QUICK_TICK, QUESTION_LOOK),
    }
    sheet.set_row(TICK_ROW, 2 * LINE_POINTS)
    canvas.write_texts(sheet, TICK_ROW, cells)
    sheet.write_blank(TICK_ROW, ANSWER, None, box)
    sheet.data_validation(QUICK_TICK_CELL, TICK_RULE)
    cell = f"='{QUICK_SHEET}'!$C${TICK_ROW + 1}"
    canvas.book.define_name(form_layout.TICK_NO_SECRET, cell)


def _status(canvas: Canvas, sheet: Any) -> None:
    """One cell that says whether the form may be sent."""
    look = {**QUESTION_LOOK, "bold": True}
    cells = {
        QUESTION: (texts.QUICK_STATUS, look),
    }
    canvas.write_texts(sheet, STATUS_ROW, cells)
    last = FIRST + len(QUICK_LINES)
    count = FAULTS.format(first=FIRST + 1, last=last, tick=form_layout.TICK_NO_SECRET)
    before, after = form_sheets.STATUS_BLANKS  # nothing is checked but whether it is there
    formula = STATUS.format(
        count=count,
        sound=form_sheets.STATUS_SOUND,
        before=before,
        after=after,
    )
    status = canvas.look(**STATUS_LOOK)
    sheet.write_formula(STATUS_ROW, ANSWER, formula, status)
    sheet.conditional_format(STATUS_ROW, ANSWER, STATUS_ROW, ANSWER, sound_rule(canvas))


def _steps(canvas: Canvas, sheet: Any) -> None:
    mark = canvas.look(**STEP_LOOK)
    advice = canvas.look(**ADVICE_LOOK)
    for at, text in enumerate(texts.QUICK_STEPS, FIRST_STEP):
        sheet.set_row(at, 2 * LINE_POINTS)
        sheet.write_string(at, CODE, "•", mark)
        sheet.merge_range(
            at,
            QUESTION,
            at,
            CHECKED,
            text,
            advice,
        )
