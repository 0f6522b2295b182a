"""What the office wrote in a language of its own: rules, formulas of indicators, codes of periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.indicators import OverUnits, Type
from khoagiao_xl.model.periods import KNOWN_CODES, Period
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.rules.rule_fields import read_fields
from khoagiao_xl.vietnamese.dates import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.master_pages import Master
    from khoagiao_xl.office.pages import Line, Page

# Told in other words: what no list offers by the column itself, an indicator there is not by KT-55.
_TOLD: Final = {"QT-02", "QT-06", "QT-08"}


def rules(master: Master) -> Iterator[Finding]:
    """Rules that cannot be read, and those that speak of indicators there are not."""
    for page, line in master.lines(schema.RULES):
        if any(not line.text(column.field) for column in schema.RULES.columns if column.required):
            continue
        row = {column.field: line.text(column.field) for column in schema.RULES.columns}
        fields, faults = read_fields(row, _types(master))
        for field, error in faults:
            if error.code not in _TOLD and not schema.RULES.column_of(field).choices:
                yield page.finding(error.code, Severity.ERROR, line, field, **error.facts)
        for field in ("left", "right"):
            if field in fields:
                yield from _unknown_codes(master, page, line, field, fields[field])


def _types(master: Master) -> dict[str, Type]:
    """Return how each indicator is answered, of those whose kind is one there is."""
    pairs = ((line.text("code"), line.text("type")) for _, line in master.lines(schema.INDICATORS))
    return {code: Type(kind) for code, kind in pairs if kind in set(Type)}


def _unknown_codes(master: Master, page: Page, line: Line, field: str, side: Expression) -> Iterator[Finding]:
    known = master.texts(schema.INDICATORS, "code")
    unknown = [code for code in side.codes if code not in known and code not in side.placeholders]
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
        yield page.finding("KT-57", Severity.ERROR, line, "period", near=near, known=KNOWN_CODES)


def _canonical(code: str) -> str:
    try:
        return str(Period.parse(code))
    except WrongRequest:
        return ""
