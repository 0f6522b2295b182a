"""What the office wrote in a language of its own: rules, formulas of indicators, codes of periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.indicators import OverUnits
from khoagiao_xl.model.periods import Period
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.rules.rule import Rule
from khoagiao_xl.vietnamese.dates import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.pages import Line, Master, Page

# The cell of a rule that a complaint of its reading is about; elsewhere it is the one that holds the text.
_ABOUT: Final = {
    "QT-01": ("left", "right"),
    "QT-02": ("comparison",),
    "QT-03": ("right",),
    "QT-04": ("right",),
    "QT-05": ("status", "kinds"),
}


def rules(master: Master) -> Iterator[Finding]:
    """Rules that cannot be read, and those that speak of indicators there are not."""
    for page, line in master.lines(schema.RULES):
        fields = [column.field for column in schema.RULES.columns]
        if any(not line.text(column.field) for column in schema.RULES.columns if column.required):
            continue
        try:
            rule = Rule.from_row({field: line.text(field) for field in fields})
        except WrongRequest as error:
            yield page.finding(error.code, Severity.ERROR, line, _field(line, error), **error.facts)
        except ValueError:
            continue  # a severity that is none is told by its column's list
        else:
            for field, side in (("left", rule.left), ("right", rule.right)):
                yield from _unknown_codes(master, page, line, field, side)


def _field(line: Line, error: WrongRequest) -> str:
    fields = _ABOUT[error.code]
    text = str(error.facts.get("text") or error.facts.get("value") or "").casefold()
    return next((field for field in fields if line.text(field).casefold() == text), fields[-1])


def _unknown_codes(master: Master, page: Page, line: Line, field: str, side: Expression) -> Iterator[Finding]:
    known = master.texts(schema.INDICATORS, "code")
    unknown = [code for code in side.codes if code not in known]
    if unknown:
        facts = {"found": ", ".join(unknown), "near": "", "sheet": schema.INDICATORS.sheet}
        yield page.finding("KT-55", Severity.ERROR, line, field, **facts)


def indicator_formulas(master: Master) -> Iterator[Finding]:
    """Formulas of indicators that cannot be read, that name what there is not, or that are missing."""
    for page, line in master.lines(schema.INDICATORS):
        if not line.text("formula"):
            if line.text("over_units") == OverUnits.COMPUTED:
                yield page.finding("KT-58", Severity.ERROR, line, "formula")
            continue
        try:
            formula = Expression.parse(line.text("formula"))
        except WrongRequest as error:
            yield page.finding(error.code, Severity.ERROR, line, "formula", **error.facts)
        else:
            yield from _unknown_codes(master, page, line, "formula", formula)


def periods(master: Master) -> Iterator[Finding]:
    """Codes of periods that are not written as the program writes them."""
    for page, line in master.lines(schema.DEADLINES):
        code = line.text("period")
        if not code or _canonical(code) == code:
            continue
        meant = _canonical(code) or parse_period(code, master.year)
        near = f" Có phải «{meant}»?" if meant else ""
        yield page.finding("KT-57", Severity.ERROR, line, "period", near=near)


def _canonical(code: str) -> str:
    try:
        return str(Period.parse(code))
    except WrongRequest:
        return ""
