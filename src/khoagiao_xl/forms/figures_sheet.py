"""The sheet «Số liệu»: a line per indicator, what may be typed there, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms.canvas import (
    BAND,
    CODE_LOOK,
    FAULTY_COLOURS,
    FIRST_ROW,
    FRAME,
    GREY,
    INPUT,
    RED,
    TEXT,
    Canvas,
    before_token,
    token,
)
from khoagiao_xl.forms.figure_entry import list_rule, number_rule
from khoagiao_xl.forms.form_layout import (
    BEFORE,
    BEFORE_HEADER,
    CHECK,
    CODE,
    EXPLANATION,
    FIGURES_HEADER,
    LABEL,
    MEASURE,
    VALUE,
)
from khoagiao_xl.forms.form_status import draw_status
from khoagiao_xl.forms.live_lines import line_check, share_formula
from khoagiao_xl.model.cell_addresses import Area, cell_name
from khoagiao_xl.model.indicators import WHOLE
from khoagiao_xl.model.sections import form_heading
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator

WIDTHS: Final = (8, 60, 18, 12, 30, 37, 17)
STATUS_LABEL, STATUS, STATUS_BESIDE, ORDER = "E1", "E2", "F2", "A3"
WHOSE: Final = f"{token('unit_name')} - {token('period_label')}"
HEADINGS: Final = (*FIGURES_HEADER, BEFORE_HEADER)
# Excel does not fit the height of a row whose sheet is protected: its lines are counted here.
LONG_LABEL, LONG_DEFINITION, LONG_MEASURE = 62, 80, 17  # characters that fit on one line
FIRST_LINE, NEXT_LINE, SECTION_HEIGHT = 7, 14, 22  # points
SUB_ITEMS: Final = ("-", "Trong đó")  # how the label of a part of the line above begins
ORDER_LOOK: Final = {"italic": True, "font_size": 10, "font_color": GREY}
DEFINITION_LOOK: Final = {"italic": True, "font_size": 10, "font_color": "#6B6B6B"}
WRAPPED: Final = {**FRAME, "text_wrap": True}
# What was reported last is text, not a number: it is there to be looked at, and nothing may count it.
BEFORE_LOOK: Final = {**FRAME, **TEXT, "font_color": "#6B6B6B", "align": "right"}
SHARE_LOOK: Final = {**FRAME, "bg_color": "#EDEDED", "num_format": "0.0", "align": "right"}
# Small letters: two lines of a message fit into the height of a line.
CHECK_LOOK: Final = {**FRAME, "text_wrap": True, "font_color": RED, "font_size": 9}
WHOLE_NUMBER, ONE_DECIMAL = "#,##0", "#,##0.0"
BLANK_COLOURS: Final = {"font_color": "#808080"}
BLANK: Final = '=""'
IS_FAULTY: Final = "=AND(LEN(${check})>0,LEN(${value})>0)"


def draw_figures(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    canvas.set_widths(sheet, WIDTHS)
    canvas.title(sheet, texts.FIGURES_TITLE, WHOSE)
    status_look = canvas.look(italic=True, align="left", indent=1)
    sheet.write_string(STATUS_LABEL, texts.STATUS, status_look)
    draw_status(canvas, sheet, STATUS, STATUS_BESIDE)
    sheet.write_string(ORDER, texts.ORDER_ADVICE, canvas.look(**ORDER_LOOK))
    canvas.header(sheet, HEADINGS)
    sheet.freeze_panes(FIRST_ROW, 2)
    _lines(canvas, sheet)
    _mark_faults(canvas, sheet)


def _lines(canvas: Canvas, sheet: Any) -> None:
    section, number = "", 0
    for item in canvas.asked:
        row = canvas.rows[item.code]
        if item.section != section:
            section = item.section
            number += 1
            heading = texts.SECTION.format(at=number, heading=form_heading(section))
            above = row - 1
            _section(canvas, sheet, heading, above)
        _line(canvas, sheet, item, row)


def _mark_faults(canvas: Canvas, sheet: Any) -> None:
    """Colour what is wrong, and take away Excel's own mark at numbers that are meant to be text."""
    first, last = FIRST_ROW + 1, canvas.last_row
    before = Area(left=BEFORE, top=first, right=BEFORE, bottom=last)
    sheet.ignore_errors({"number_stored_as_text": str(before)})
    values = Area(left=VALUE, top=first, right=VALUE, bottom=last)
    is_faulty = IS_FAULTY.format(
        check=cell_name(first, CHECK),
        value=cell_name(first, VALUE),
    )
    rule = {
        "type": "formula",
        "criteria": is_faulty,
        "format": canvas.book.add_format(FAULTY_COLOURS),
    }
    sheet.conditional_format(str(values), rule)
    checks = Area(left=CHECK, top=first, right=CHECK, bottom=last)
    for message in (texts.BLANK, texts.BLANK_CHOICE):
        blank = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{message}"',
            "format": canvas.book.add_format(BLANK_COLOURS),
        }
        sheet.conditional_format(str(checks), blank)


def _section(canvas: Canvas, sheet: Any, heading: str, row: int) -> None:
    at = row - 1
    band = canvas.look(**BAND)
    sheet.set_row(at, SECTION_HEIGHT)
    columns = range(len(WIDTHS))
    for column in columns:
        sheet.write_blank(at, column, None, band)
    sheet.write_string(at, LABEL, heading, band)


# -- a line -----------------------------------------------------------------------------------------------


def _line(canvas: Canvas, sheet: Any, item: Indicator, row: int) -> None:
    at = row - 1
    height = _height(item)
    sheet.set_row(at, height)
    _texts(canvas, sheet, item, at)
    _value(canvas, sheet, item, at)
    _explanation(canvas, sheet, at)
    _check(canvas, sheet, item, row)


def _height(item: Indicator) -> int:
    lines = _lines_of(item.label, LONG_LABEL)
    if item.definition:
        lines += _lines_of(item.definition, LONG_DEFINITION)
    most = max(lines, _lines_of(item.unit, LONG_MEASURE))
    return FIRST_LINE + most * NEXT_LINE


def _lines_of(text: str, width: int) -> int:
    """Return how many lines a text takes where `width` characters fit on one."""
    return -(-len(text) // width)


def _texts(canvas: Canvas, sheet: Any, item: Indicator, at: int) -> None:
    """Write what is asked, and what the unit reported last, which the stamp will know."""
    before = before_token(item.code)
    is_part = item.label.startswith(SUB_ITEMS)
    label_look = {**WRAPPED, "indent": int(is_part)}
    cells = {
        CODE: (item.code, CODE_LOOK),
        LABEL: (item.label, label_look),
        MEASURE: (item.unit, WRAPPED),
        BEFORE: (token(before), BEFORE_LOOK),
    }
    canvas.write_texts(sheet, at, cells)
    if item.definition:
        _definition(canvas, sheet, item, at)


def _definition(canvas: Canvas, sheet: Any, item: Indicator, at: int) -> None:
    """Write the label again with what counts below it, in small letters."""
    plain = canvas.look(**WRAPPED)
    small = canvas.look(**DEFINITION_LOOK)
    below = item.question.removeprefix(item.label)
    pieces = (plain, item.label, small, below)
    sheet.write_rich_string(at, LABEL, *pieces, plain)


def _value(canvas: Canvas, sheet: Any, item: Indicator, at: int) -> None:
    place = (at, VALUE)
    if item.formula:
        look = canvas.look(**SHARE_LOOK)
        share = share_formula(canvas, item) or BLANK
        sheet.write_formula(*place, share, look)
        return
    if item.is_numeric:
        is_whole = item.type in WHOLE
        digits = WHOLE_NUMBER if is_whole else ONE_DECIMAL
        look = canvas.look(**INPUT, num_format=digits, align="right")
        rule = number_rule(item)
    else:
        look = canvas.look(**TEXT, **INPUT)
        rule = list_rule(item)
    sheet.write_blank(*place, None, look)
    sheet.data_validation(*place, *place, rule)


def _explanation(canvas: Canvas, sheet: Any, at: int) -> None:
    place = (at, EXPLANATION)
    look = canvas.look(**TEXT, **INPUT)
    sheet.write_blank(*place, None, look)


def _check(canvas: Canvas, sheet: Any, item: Indicator, row: int) -> None:
    at = row - 1
    place = (at, CHECK)
    formula = line_check(canvas, item).formula
    look = canvas.look(**CHECK_LOOK)
    if formula:
        sheet.write_formula(*place, formula, look)
    else:
        sheet.write_blank(*place, None, look)
