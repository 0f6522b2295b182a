"""The sheet «Số liệu»: a line per indicator, what may be typed there, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import (
    FAULTY_COLOURS,
    FIRST_ROW,
    FRAME,
    GREY,
    INK,
    LINE,
    PAPER,
    RED,
    Canvas,
    before_token,
    token,
)
from khoagiao_xl.forms.figure_entry import list_rule, number_rule
from khoagiao_xl.forms.form_checks import check_formula, first_message
from khoagiao_xl.model.indicators import WHOLE
from khoagiao_xl.model.sections import form_heading
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.rules.placeholders import groups_of
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.rule import Rule

WIDTHS: Final = (8, 60, 18, 13, 32, 36, 14)
WHOSE: Final = f"{token('unit_name')} - {token('period_label')}"
HEADINGS: Final = (*form_layout.FIGURES_HEADER, form_layout.BEFORE_HEADER)
# Excel does not fit the height of a row whose sheet is protected: two lines are foreseen here.
LONG_LABEL, LONG_MEASURE = 62, 17  # characters that fit on one line
ONE_LINE, TWO_LINES, SECTION_HEIGHT = 20, 34, 22  # points
SUB_ITEMS: Final = ("-", "Trong đó")  # how the label of a part of the line above begins
INPUT: Final = {**FRAME, "locked": False, "bg_color": PAPER}
TEXT: Final = {"text_wrap": True, "num_format": "@"}
BAND: Final = {
    "bold": True,
    "bg_color": "#F3E4C9",
    "font_color": INK,
    "top": 1,
    "bottom": 1,
    "border_color": LINE,
}
# What was reported last is text, not a number: it is there to be looked at, and nothing may count it.
BEFORE_LOOK: Final = {**FRAME, **TEXT, "font_color": "#6B6B6B", "align": "right"}
SHARE_LOOK: Final = {**FRAME, "bg_color": "#EDEDED", "num_format": "0.0", "align": "right"}
CHECK_LOOK: Final = {**FRAME, "text_wrap": True, "font_color": RED, "font_size": 11}
SHARE: Final = '=IF(COUNT({needed})={count},IFERROR(ROUND({share},1),""),"")'
BLANK: Final = '=""'


def draw_figures(canvas: Canvas, sheet: Any) -> None:
    """Draw the sheet."""
    canvas.set_widths(sheet, WIDTHS)
    canvas.title(sheet, texts.FIGURES_TITLE, WHOSE)
    look = canvas.look(italic=True, align="center")
    sheet.write_string("F1", texts.STATUS, look)
    canvas.status(sheet, "F2")
    canvas.header(sheet, HEADINGS)
    sheet.freeze_panes(FIRST_ROW, 2)
    _lines(canvas, sheet)
    _mark_faults(canvas, sheet)


def _lines(canvas: Canvas, sheet: Any) -> None:
    section = ""
    for item in canvas.asked:
        row = canvas.rows[item.code]
        if item.section != section:
            section = item.section
            _section(canvas, sheet, section, row - 1)
        _line(canvas, sheet, item, row)


def _mark_faults(canvas: Canvas, sheet: Any) -> None:
    """Colour what is wrong, and take away Excel's own mark at numbers that are meant to be text."""
    first, last = FIRST_ROW + 1, canvas.last_row
    before = f"G{first}:G{last}"
    sheet.ignore_errors({"number_stored_as_text": before})
    values = f"D{first}:D{last}"
    rule = {
        "type": "formula",
        "criteria": f"=AND(LEN($F{first})>0,LEN($D{first})>0)",
        "format": canvas.book.add_format(FAULTY_COLOURS),
    }
    sheet.conditional_format(values, rule)


def _section(canvas: Canvas, sheet: Any, section: str, row: int) -> None:
    band = canvas.look(**BAND)
    at = row - 1
    sheet.set_row(at, SECTION_HEIGHT)
    for column, _ in enumerate(WIDTHS):
        sheet.write_blank(at, column, None, band)
    heading = form_heading(section)
    sheet.write_string(at, form_layout.LABEL, heading, band)


# -- a line -----------------------------------------------------------------------------------------------


def _line(canvas: Canvas, sheet: Any, item: Indicator, row: int) -> None:
    at = row - 1
    sheet.set_row(at, _height(item))
    _question(canvas, sheet, item, at)
    _value(canvas, sheet, item, at)
    text_look = canvas.look(**TEXT, **INPUT)
    sheet.write_blank(at, form_layout.EXPLANATION, None, text_look)
    _check(canvas, sheet, item, row)
    before = before_token(item.code)
    before_look = canvas.look(**BEFORE_LOOK)
    sheet.write_string(at, form_layout.BEFORE, token(before), before_look)


def _height(item: Indicator) -> int:
    if len(item.label) > LONG_LABEL:
        return TWO_LINES
    if len(item.unit) > LONG_MEASURE:
        return TWO_LINES
    return ONE_LINE


def _question(canvas: Canvas, sheet: Any, item: Indicator, at: int) -> None:
    indent = 1 if item.label.startswith(SUB_ITEMS) else 0
    code_look = canvas.look(font_color=GREY, **FRAME)
    label_look = canvas.look(text_wrap=True, indent=indent, **FRAME)
    measure_look = canvas.look(text_wrap=True, **FRAME)
    sheet.write_string(at, form_layout.CODE, item.code, code_look)
    sheet.write_string(at, form_layout.LABEL, item.label, label_look)
    sheet.write_string(at, form_layout.MEASURE, item.unit, measure_look)


def _value(canvas: Canvas, sheet: Any, item: Indicator, at: int) -> None:
    place = (at, form_layout.VALUE)
    if item.formula:
        look = canvas.look(**SHARE_LOOK)
        share = _share(canvas, item)
        sheet.write_formula(*place, share, look, "")
        return
    if item.is_numeric:
        digits = "#,##0" if item.type in WHOLE else "#,##0.0"
        look = canvas.look(num_format=digits, align="right", **INPUT)
        rule = number_rule(item)
    else:
        look = canvas.look(**TEXT, **INPUT)
        rule = list_rule(item)
    sheet.write_blank(*place, None, look)
    sheet.data_validation(*place, *place, rule)


def _share(canvas: Canvas, item: Indicator) -> str:
    """Return the formula of a share, blank while one of its terms is."""
    expression = Expression.parse(item.formula)
    needed = [canvas.cells.get(code, "") for code in expression.codes]
    if not expression.is_of_the_form or "" in needed:
        return BLANK
    return SHARE.format(
        needed=",".join(needed),
        count=len(needed),
        share=expression.to_excel(canvas.cells),
    )


def _check(canvas: Canvas, sheet: Any, item: Indicator, row: int) -> None:
    place = (row - 1, form_layout.CHECK)
    cells = _cells_from(canvas, item, row)
    rules = [rule for rule in canvas.rules if _is_told_at(rule, item, cells)]
    formula = check_formula(item, row, rules, cells)
    look = canvas.look(**CHECK_LOOK)
    if formula:
        message = first_message(item)
        sheet.write_formula(*place, formula, look, message)
    else:
        sheet.write_blank(*place, None, look)


def _cells_from(canvas: Canvas, item: Indicator, row: int) -> Mapping[str, str]:
    """Return the cells as a rule at this line sees them.

    A placeholder stands for this line's own indicator, if it stands for it at all.
    """
    cells = dict(canvas.cells)
    for name, codes in groups_of([item]).items():
        if codes:
            cells[name] = f"D{row}"
    return cells


def _is_told_at(rule: Rule, item: Indicator, cells: Mapping[str, str]) -> bool:
    if rule.placeholder:
        return rule.placeholder in cells
    return rule.told_at(cells) == item.code
