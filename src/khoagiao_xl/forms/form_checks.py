"""The live check column of a form: one Excel formula per line that says in Vietnamese what is wrong.

Only functions of Excel 2010 are used, so that the form works the same in Excel and in LibreOffice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.model.indicators import WHOLE, Type
from khoagiao_xl.rules.in_excel import broken_in_excel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.rule import Rule

BLANK: Final = "Chưa điền; không có thì ghi 0"
BLANK_CHOICE: Final = "Chưa chọn"
NOT_A_NUMBER: Final = "Phải là số"
NOT_WHOLE: Final = "Phải là số nguyên, không âm"
NEGATIVE: Final = "Không được là số âm"
OUT_OF_RANGE: Final = "Tỷ lệ phải từ 0 đến 100"
NOT_IN_LIST: Final = "Chọn trong danh sách"
NO_DOCUMENT: Final = "Ghi số, ngày văn bản ở cột Giải trình"
# The least that a number and a day have: a digit, a «/», eight characters. SUMPRODUCT needs no array entry.
NO_SYMBOL: Final = (
    'OR(LEN(TRIM({cell}))<8,ISERROR(FIND("/",{cell})),'
    "SUMPRODUCT(--ISNUMBER(FIND({{0,1,2,3,4,5,6,7,8,9}},{cell})))=0)"
)
TICKED_YET_FILLED: Final = "Đã đánh dấu «không phát sinh» nhưng vẫn có số"
TICKED: Final = f"LEN(TRIM({form_layout.TICK_NOTHING}))>0"

_WRONG_VALUE: Final[Mapping[Type, tuple[str, str]]] = {
    Type.MONEY: ("{cell}<0", NEGATIVE),
    Type.PERCENT: ("OR({cell}<0,{cell}>100)", OUT_OF_RANGE),
    **dict.fromkeys(WHOLE, ("OR({cell}<0,{cell}<>INT({cell}))", NOT_WHOLE)),
}


def check_formula(
    indicator: Indicator, row: int, rules: Sequence[Rule], cells: Mapping[str, str]
) -> str | None:
    """Return the formula for column «Kiểm tra» of Excel row `row`, or None where nothing can be wrong.

    rules: those shown at this indicator. cells: indicator code -> address of its value in this form.
    """
    value, explanation = f"D{row}", f"E{row}"
    if indicator.type is Type.YESNO:
        return "=" + _choice(indicator, value, explanation)
    if not indicator.is_numeric:
        return None
    if indicator.formula:
        return "=" + _broken_rules(rules, cells)
    wrong, says = _WRONG_VALUE[indicator.type]
    return "=" + _if(
        f"LEN({value})=0",
        _if(TICKED, '""', _text(BLANK)),
        _if(
            f"NOT(ISNUMBER({value}))",
            _text(NOT_A_NUMBER),
            _if(
                wrong.format(cell=value),
                _text(says),
                _if(f"AND({TICKED},{value}<>0)", _text(TICKED_YET_FILLED), _broken_rules(rules, cells))
                if indicator.over_time == "cộng"
                else _broken_rules(rules, cells),
            ),
        ),
    )


def _choice(indicator: Indicator, value: str, explanation: str) -> str:
    choices = [form_layout.YES, form_layout.NO]
    if indicator.allows_not_applicable:
        choices.append(form_layout.NOT_APPLICABLE)
    listed = ",".join(f"{value}={_text(choice)}" for choice in choices)
    needs_document = f"AND({value}={_text(form_layout.YES)},{NO_SYMBOL.format(cell=explanation)})"
    return _if(
        f"LEN({value})=0",
        _if(TICKED, '""', _text(BLANK_CHOICE)),
        _if(f"OR({listed})", _if(needs_document, _text(NO_DOCUMENT), '""'), _text(NOT_IN_LIST)),
    )


def _broken_rules(rules: Sequence[Rule], cells: Mapping[str, str]) -> str:
    formula = '""'
    for rule in reversed(rules):
        broken = broken_in_excel(rule, cells)
        if broken:
            formula = _if(broken, _text(f"{rule.message} ({rule.code})"), formula)
    return formula


def _if(condition: str, then: str, otherwise: str) -> str:
    return f"IF({condition},{then},{otherwise})"


def _text(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def first_message(indicator: Indicator) -> str:
    """Return what the check says while the form is still empty: the formula's cached result."""
    if indicator.type is Type.YESNO:
        return BLANK_CHOICE
    return BLANK if indicator.is_numeric and not indicator.formula else ""
