"""The live check column of a form: one Excel formula per line that says in Vietnamese what is wrong.

Only functions of Excel 2010 are used, so that the form works the same in Excel and in LibreOffice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.excel_limits import Limit, broken_limit, text_literal
from khoagiao_xl.model.cell_addresses import cell_name
from khoagiao_xl.model.indicators import WHOLE, OverTime, Type
from khoagiao_xl.rules.in_excel import broken_in_excel
from khoagiao_xl.rules.required_documents import Required, required_documents
from khoagiao_xl.vietnamese.yes_no import NO, YES
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.rules.rule import Rule

NOTHING: Final = '""'
TICKED: Final = f"LEN(TRIM({form_layout.TICK_NOTHING}))>0"
# The least that a number and a day have: a digit, a «/», eight characters. SUMPRODUCT needs no array entry.
NO_SYMBOL: Final = (
    'OR(LEN(TRIM({cell}))<8,ISERROR(FIND("/",{cell})),'
    "SUMPRODUCT(--ISNUMBER(FIND({{0,1,2,3,4,5,6,7,8,9}},{cell})))=0)"
)
# What is wrong with a number of each type, and what is said then.
_WRONG_NUMBER: Final[Mapping[Type, tuple[str, str]]] = {
    Type.MONEY: ("{cell}<0", texts.NEGATIVE),
    Type.PERCENT: ("OR({cell}<0,{cell}>100)", texts.OUT_OF_RANGE),
    **dict.fromkeys(WHOLE, ("OR({cell}<0,{cell}<>INT({cell}))", texts.NOT_WHOLE)),
}


@dataclass(frozen=True)
class LiveCheck:
    """The check of one line. formula: None where nothing can be wrong.

    left_out: the rules that do not fit into a formula of Excel, each with the limit it would break.
    """

    formula: str | None
    left_out: Mapping[str, Limit] = field(default_factory=dict)


def live_check(
    indicator: Indicator,
    row: int,
    rules: Sequence[Rule],
    cells: Mapping[str, str],
) -> LiveCheck:
    """Return the check for column «Kiểm tra» of Excel row `row`; what does not fit is left to the intake.

    rules: those shown at this indicator. cells: indicator code -> address of its value in this form.
    """
    formula = _check_formula(indicator, row, rules, cells)
    if formula is None or broken_limit(formula) is None:
        return LiveCheck(formula)
    shown: list[Rule] = []
    left_out = {}
    for rule in rules:
        tried = _check_formula(indicator, row, [*shown, rule], cells) or ""
        limit = broken_limit(tried)
        if limit:
            left_out[rule.code] = limit
        else:
            shown.append(rule)
    return LiveCheck(_check_formula(indicator, row, shown, cells), left_out)


def _check_formula(
    indicator: Indicator,
    row: int,
    rules: Sequence[Rule],
    cells: Mapping[str, str],
) -> str | None:
    value = cell_name(row, form_layout.VALUE)
    if indicator.type is Type.YESNO:
        explanation = cell_name(row, form_layout.EXPLANATION)
        check = _choice(indicator, value, explanation)
    elif not indicator.is_numeric:
        return None
    elif indicator.formula:
        check = _broken_rules(rules, cells)
    else:
        broken_rules = _broken_rules(rules, cells)
        check = _number(indicator, value, broken_rules)
    return f"={check}"


def _number(indicator: Indicator, value: str, broken_rules: str) -> str:
    """Return the check of a typed number: is it there, is it one, may it be this, does it fit the others."""
    wrong, message = _WRONG_NUMBER[indicator.type]
    faults = {
        f"NOT(ISNUMBER({value}))": texts.NOT_A_NUMBER,
        wrong.format(cell=value): message,
    }
    if indicator.over_time is OverTime.SUM:
        filled = f"AND({TICKED},{value}<>0)"
        faults[filled] = texts.TICKED_YET_FILLED
    check = _first_of(faults, broken_rules)
    return _unless_blank(value, texts.BLANK, check)


def _choice(indicator: Indicator, value: str, explanation: str) -> str:
    """Return the check of a choice: is it made, is it on the list, does a «Có» name its document."""
    choices: Sequence[str] = form_layout.YES_NO
    if indicator.allows_not_applicable:
        choices = form_layout.YES_NO_NA
    chosen = [_equals(value, choice) for choice in choices]
    listed = ",".join(chosen)
    unproven = _unproven(indicator, value, explanation)
    is_listed = f"OR({listed})"
    not_listed = text_literal(texts.NOT_IN_LIST)
    check = _if(is_listed, unproven, not_listed)
    return _unless_blank(value, texts.BLANK_CHOICE, check)


def _unproven(indicator: Indicator, value: str, explanation: str) -> str:
    """Return the check of what must stand in «Giải trình» beside one of the choices."""
    needed = required_documents().get(indicator.code)
    if needed is Required.ON_YES:
        is_yes = _equals(value, YES)
        no_symbol = NO_SYMBOL.format(cell=explanation)
        return _says(f"AND({is_yes},{no_symbol})", texts.NO_DOCUMENT, NOTHING)
    if needed is Required.WORDS_ON_NO:
        is_no = _equals(value, NO)
        return _says(f"AND({is_no},LEN(TRIM({explanation}))=0)", texts.NO_WORDS, NOTHING)
    return NOTHING


def _equals(value: str, choice: str) -> str:
    word = text_literal(choice)
    return f"{value}={word}"


def _unless_blank(value: str, message: str, check: str) -> str:
    """Return the check of a cell; a blank one says `message`, unless nothing has happened to report."""
    said = text_literal(message)
    blank = _if(TICKED, NOTHING, said)
    is_blank = f"LEN({value})=0"
    return _if(is_blank, blank, check)


def _broken_rules(rules: Sequence[Rule], cells: Mapping[str, str]) -> str:
    formula = NOTHING
    for rule in reversed(rules):
        broken = broken_in_excel(rule, cells)
        if broken:
            message = f"{rule.message} ({rule.code})"
            formula = _says(broken, message, formula)
    return formula


def _first_of(faults: dict[str, str], otherwise: str) -> str:
    """Return the check that tells the first of the conditions that holds; condition -> what it says."""
    formula = otherwise
    for condition in reversed(faults):
        message = faults[condition]
        formula = _says(condition, message, formula)
    return formula


def _says(condition: str, message: str, otherwise: str) -> str:
    said = text_literal(message)
    return _if(condition, said, otherwise)


def _if(condition: str, then: str, otherwise: str) -> str:
    return f"IF({condition},{then},{otherwise})"
