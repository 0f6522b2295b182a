"""What the office wrote in a language of its own: rules, formulas of indicators, codes of periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.inspection.nearest_names import question
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding
from khoagiao_xl.model.indicators import OverUnits, Type
from khoagiao_xl.model.periods import KNOWN_CODES, Period
from khoagiao_xl.rules.expression import Expression
from khoagiao_xl.rules.rule_fields import read_fields
from khoagiao_xl.vietnamese.dates import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine

# Told in other words: what no list offers by the column itself, an indicator there is not by KT-55.
_TOLD: Final = {"QT-02", "QT-06", "QT-08"}
_NEEDED: Final = [column.field for column in schema.RULES.columns if column.required]


def rules(context: CheckContext) -> Iterator[Finding]:
    """Rules that cannot be read, and those that speak of indicators there are not."""
    types = _types(context)
    for line in context.rules:
        if all(line.text(field) for field in _NEEDED):
            yield from _rule(context, line, types)


def _rule(context: CheckContext, line: SheetLine, types: Mapping[str, Type]) -> Iterator[Finding]:
    row = {field: line.text(field) for field in line.values}
    fields, faults = read_fields(row, types)
    for field, error in faults:
        if _is_told_otherwise(error.code, field):
            continue
        yield line.error(error.code, field, **error.facts)
    for field in ("left", "right"):
        side = fields.get(field)
        if side:
            yield from _unknown_codes(
                context,
                line,
                field,
                side,
            )


def _is_told_otherwise(code: str, field: str) -> bool:
    """Whether the column's own list tells of it (KT-30), or KT-55 of an indicator that there is not."""
    if code in _TOLD:
        return True
    column = schema.RULES.column_of(field)
    return bool(column.choices)


def _types(context: CheckContext) -> dict[str, Type]:
    """Return how each indicator is answered, of those whose kind is one there is."""
    known = set(Type)
    found = {}
    for line in context.indicators:
        kind = line.text("type")
        if kind in known:
            found[line.text("code")] = Type(kind)
    return found


def _unknown_codes(context: CheckContext, line: SheetLine, field: str, side: Expression) -> Iterator[Finding]:
    known = {*context.texts(schema.INDICATORS, "code"), *side.placeholders}
    unknown = [code for code in side.codes if code not in known]
    if unknown:
        yield line.error(
            "KT-55",
            field,
            found=", ".join(unknown),
            near="",
            sheet=schema.INDICATORS.sheet,
        )


def indicator_formulas(context: CheckContext) -> Iterator[Finding]:
    """Formulas of indicators that cannot be read, that name what there is not, or that are missing."""
    for line in context.indicators:
        formula = line.text("formula")
        if formula:
            yield from _formula(context, line, formula)
        elif line.text("over_units") == OverUnits.COMPUTED:
            yield line.error("KT-58", "formula")


def _formula(context: CheckContext, line: SheetLine, text: str) -> Iterator[Finding]:
    try:
        formula = Expression.parse(text)
    except WrongRequest as error:
        yield line.error(error.code, "formula", **error.facts)
    else:
        yield from _unknown_codes(context, line, "formula", formula)


def periods(context: CheckContext) -> Iterator[Finding]:
    """Codes of periods that are not written as the program writes them."""
    for line in context.deadlines:
        code = line.text("period")
        canonical = _canonical(code)
        if code == canonical:
            continue
        meant = canonical or parse_period(code, context.year)
        near = ""
        if meant:
            near = question([meant])
        yield line.error("KT-57", "period", near=near, known=KNOWN_CODES)


def _canonical(code: str) -> str:
    try:
        return str(Period.parse(code))
    except WrongRequest:
        return ""
