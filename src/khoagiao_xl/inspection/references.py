"""Values that must be one of a list, or stand in another table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.inspection.directive_checks import same_symbols
from khoagiao_xl.inspection.master_pages import ask
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.schema import Cell
from khoagiao_xl.office.obligations import EXTENSION, RELEASE
from khoagiao_xl.wording import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.master_pages import Master
    from khoagiao_xl.model.schema import Column, Table
    from khoagiao_xl.office.pages import Line, Page

_SOURCE: Final = re.compile(r"(\w+)\[(.+)\]")
_WAIVABLE: Final = re.compile(r"(?:R\d+|SL|VB|NB)\b")  # findings about a form, which a waiver can set aside


@dataclass(frozen=True)
class Reference:
    """A column whose words must stand in a column of another table."""

    table: Table
    field: str
    target: Table
    target_field: str
    code: str
    severity: Severity


REFERENCES: Final = (
    Reference(schema.TASKS, "directives", schema.DIRECTIVES, "symbol", "KT-50", Severity.QUESTION),
    Reference(schema.REVIEWS, "symbol", schema.DIRECTIVES, "symbol", "KT-53", Severity.QUESTION),
    Reference(schema.UNITS, "covers", schema.INDICATORS, "code", "KT-55", Severity.ERROR),
    Reference(schema.WAIVERS, "indicator", schema.INDICATORS, "code", "KT-55", Severity.ERROR),
)


def choices(master: Master) -> Iterator[Finding]:
    """Values that the column's own list does not offer."""
    for page in master.typed():
        for column in page.columns:
            for line in page.lines if column.choices else ():
                found = line.text(column.field)
                if found and found not in column.choices:
                    near = master.suggest(found, [str(choice) for choice in column.choices])
                    yield page.finding("KT-30", _weight(page, column), line, column.field, near=near)


def _weight(page: Page, column: Column) -> Severity:
    """What the program computes with is an error; a field or a remark is only asked about."""
    computes = page.table in (schema.RULES, schema.INDICATORS) and column.field != "field"
    return Severity.ERROR if column.required or computes else Severity.QUESTION


def sources(master: Master) -> Iterator[Finding]:
    """Values that are not in the column of another table from which they are chosen."""
    for page in master.typed():
        for column in page.columns:
            match = _SOURCE.fullmatch(column.source)
            target = master.pages.get(match[1]) if match else None
            if match and target:
                field = next(one.field for one in target.table.columns if one.name == match[2])
                link = Reference(page.table, column.field, target.table, field, "KT-31", Severity.ERROR)
                yield from _unknown(master, link)


def references(master: Master) -> Iterator[Finding]:
    """Symbols of directives and codes of indicators that stand nowhere else."""
    for link in REFERENCES:
        yield from _unknown(master, link)


def _unknown(master: Master, link: Reference) -> Iterator[Finding]:
    known = master.texts(link.target, link.target_field)
    is_list = link.table.column_of(link.field).cell is Cell.WORDS
    for page, line in master.lines(link.table):
        words = line.words(link.field) if is_list else list(filter(None, [line.text(link.field)]))
        for word in words:
            if word not in known:
                yield _one(master, page, line, link, (word, known))
                break  # one slip is one line; the next one shows when this is put right


def _one(master: Master, page: Page, line: Line, link: Reference, facts: tuple[str, list[str]]) -> Finding:
    word, known = facts
    pieces = [piece.strip() for piece in re.split(r"[,\n]", word) if piece.strip()]
    if len(pieces) > 1 and all(piece in known for piece in pieces):
        return page.finding("KT-51", Severity.ERROR, line, link.field, proposal="; ".join(pieces))
    same = same_symbols(word, known) if link.target is schema.DIRECTIVES else []
    sheet, near = link.target.sheet, ask(same) or master.suggest(word, known)
    return page.finding(link.code, link.severity, line, link.field, found=word, sheet=sheet, near=near)


def reviews_without_directive(master: Master) -> Iterator[Finding]:
    """A review that does not say what it reviews."""
    for page, line in master.lines(schema.REVIEWS):
        if not line.text("symbol"):
            yield page.finding("KT-52", Severity.ERROR, line, "symbol", kind=line.text("kind"))


def waived_rules(master: Master) -> Iterator[Finding]:
    """A waiver of a rule that there is not sets nothing aside."""
    own = [code for code in SENTENCES if _WAIVABLE.match(code)]
    known = [EXTENSION, RELEASE, *master.texts(schema.RULES, "code"), *own]
    for page, line in master.lines(schema.WAIVERS):
        rule = line.text("rule")
        if rule and rule not in known:
            near = master.suggest(rule, known)
            yield page.finding("KT-56", Severity.ERROR, line, "rule", near=near)
