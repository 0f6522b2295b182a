"""The cell that says whether a form may be sent: what is wrong in it, and what is still blank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.canvas import FAULTY_COLOURS, FIRST_ROW, FRAME
from khoagiao_xl.model.cell_addresses import column_name
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.forms.canvas import Canvas

SOUND_COLOURS: Final = {"bg_color": "#C6E0B4", "font_color": "#1E5631"}
STATUS_LOOK: Final = {
    **FRAME,
    "bold": True,
    "align": "center",
    "font_size": 13,
    "bg_color": "#EDEDED",
    "font_color": "#595959",
}
ACROSS: Final = {"align": "center_across"}
# How many lines say something is wrong, how many only that they are blank, and whether the tick is missing.
CHECKS: Final = "'{sheet}'!${check}${first}:${check}${last}"
FAULTS: Final = "SUMPRODUCT(--(LEN({checks})>0))"
BLANKS: Final = f'(COUNTIF({{checks}},"{texts.BLANK}")+COUNTIF({{checks}},"{texts.BLANK_CHOICE}"))'
UNCONFIRMED: Final = f"(LEN(TRIM({form_layout.TICK_NO_SECRET}))=0)"
STATUS: Final = (
    '=IF({faults}-{blanks}>0,"{wrong}"&({faults}-{blanks})&"{to_mend}"'
    '&IF({blanks}+{unconfirmed}>0,"{both}"&({blanks}+{unconfirmed})&"{to_fill}",""),'
    'IF({blanks}+{unconfirmed}>0,"{left}"&({blanks}+{unconfirmed})&"{to_fill}","{sound}"))'
)
IS_WRONG: Final = '=EXACT(LEFT({cell},{length}),"{wrong}")'
_OF_DETAILS: Final = form_layout.DETAILS_HEADER.index(form_layout.FIGURES_HEADER[form_layout.CHECK])


def draw_status(canvas: Canvas, sheet: Any, address: str, beside: str = "") -> None:
    """Draw the cell: green when the form may be sent, red only for what is wrong.

    beside: a cell that the words may run over, since a form has no merged cells.
    """
    look = canvas.look(**STATUS_LOOK)
    if beside:
        look = canvas.look(**STATUS_LOOK | ACROSS)
        sheet.write_blank(beside, None, look)
    formula = _formula(canvas)
    sheet.write_formula(address, formula, look)
    sheet.conditional_format(address, sound_rule(canvas))
    sheet.conditional_format(address, _wrong_rule(canvas, address))


def _formula(canvas: Canvas) -> str:
    checks = _checks(form_layout.FIGURES, form_layout.CHECK, canvas.last_row)
    faults = FAULTS.format(checks=checks)
    if canvas.details:
        last = canvas.details[-1]
        of_details = _checks(form_layout.DETAILS, _OF_DETAILS, last.row)
        more = FAULTS.format(checks=of_details)
        faults = f"({faults}+{more})"
    wrong, to_mend = texts.STATUS_FAULTS
    left, to_fill = texts.STATUS_BLANKS
    return STATUS.format(
        faults=faults,
        blanks=BLANKS.format(checks=checks),
        unconfirmed=UNCONFIRMED,
        wrong=wrong,
        to_mend=to_mend,
        both=texts.STATUS_BOTH,
        left=left,
        to_fill=to_fill,
        sound=texts.STATUS_SOUND,
    )


def _checks(sheet: str, column: int, last: int) -> str:
    """Return where the checks of a sheet stand."""
    return CHECKS.format(
        sheet=sheet,
        check=column_name(column),
        first=FIRST_ROW + 1,
        last=last,
    )


def sound_rule(canvas: Canvas) -> dict[str, Any]:
    """Return the rule of the green."""
    return {
        "type": "cell",
        "criteria": "==",
        "value": f'"{texts.STATUS_SOUND}"',
        "format": canvas.book.add_format(SOUND_COLOURS),
    }


def _wrong_rule(canvas: Canvas, address: str) -> dict[str, Any]:
    """Return the rule of the red: Excel finds «Còn» and «CÒN» equal, EXACT does not."""
    wrong, _ = texts.STATUS_FAULTS
    criteria = IS_WRONG.format(cell=address, length=len(wrong), wrong=wrong)
    return {
        "type": "formula",
        "criteria": criteria,
        "format": canvas.book.add_format(FAULTY_COLOURS),
    }
