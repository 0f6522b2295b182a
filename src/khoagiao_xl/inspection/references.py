"""Values that must be one of a list, or stand in another table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.inspection.directive_checks import same_symbols
from khoagiao_xl.inspection.nearest_names import question, suggest
from khoagiao_xl.model import schema
from khoagiao_xl.model.document_keys import is_document_key
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.schema import Cell
from khoagiao_xl.office.obligations import EDITED, EXTENSION, RELEASE
from khoagiao_xl.vietnamese.symbol_lists import read_symbols
from khoagiao_xl.wording import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.schema import Column, Table
    from khoagiao_xl.office.pages import Page, SheetLine

_SOURCE: Final = re.compile(r"(?P<table>\w+)\[(?P<heading>.+)\]")
_TABLES: Final = {table.name: table for table in schema.TABLES}
_BETWEEN: Final = re.compile(r"(?:[^\w-]|\b(?:và|cùng|va)\b)+")
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


def choices(context: CheckContext) -> Iterator[Finding]:
    """Values that the column's own list does not offer."""
    for page in context.typed_pages:
        for column in page.columns:
            if column.choices:
                yield from _off_the_list(page, column)


def _off_the_list(page: Page, column: Column) -> Iterator[Finding]:
    field = column.field
    choices = list(map(str, column.choices))
    severity = _weight(page.table, column)
    for line in page.lines:
        found = line.text(field)
        if found and found not in choices:
            yield line.finding(
                severity,
                "KT-30",
                field,
                near=suggest(found, choices),
            )


def _weight(table: Table, column: Column) -> Severity:
    """What the program computes with is an error; a field or a remark is only asked about."""
    if column.required:
        return Severity.ERROR
    if column.field == "field":
        return Severity.QUESTION
    computes = table in (schema.RULES, schema.INDICATORS)
    if computes:
        return Severity.ERROR
    return Severity.QUESTION


def sources(context: CheckContext) -> Iterator[Finding]:
    """Values that are not in the column of another table from which they are chosen."""
    for page in context.typed_pages:
        for column in page.columns:
            link = _link(page.table, column)
            if link and context.of_year.pages.get(link.target.name):
                yield from _unknown(context, link)


def _link(table: Table, column: Column) -> Reference | None:
    """Return where the values of a column are chosen from: «tblDonVi[Mã]»."""
    match = _SOURCE.fullmatch(column.source)
    if match is None:
        return None
    target = _TABLES[match["table"]]
    # Who does the work may be written down before the list of the office's people is.
    severity = Severity.ERROR
    if target is schema.ASSIGNEES:
        severity = Severity.QUESTION
    fields = {one.name: one.field for one in target.columns}
    return Reference(
        table,
        column.field,
        target,
        fields[match["heading"]],
        "KT-31",
        severity,
    )


def references(context: CheckContext) -> Iterator[Finding]:
    """Symbols of directives and codes of indicators that stand nowhere else."""
    for link in REFERENCES:
        yield from _unknown(context, link)


def _unknown(context: CheckContext, link: Reference) -> Iterator[Finding]:
    known = context.texts(link.target, link.target_field)
    for line in context.lines(link.table):
        for word in _words(line, link):
            if not word or word in known:
                continue
            if not _is_open(link, word):
                yield _one(line, link, word, known)
                break  # one slip is one line; the next one shows when this is put right


def _is_open(link: Reference, word: str) -> bool:
    """Whether a column takes a word that its list does not have: the key of a document for its period."""
    column = link.table.column_of(link.field)
    if not column.is_open:
        return False
    return is_document_key(word)


def _words(line: SheetLine, link: Reference) -> list[str]:
    column = link.table.column_of(link.field)
    if column.cell is Cell.WORDS:
        return line.words(link.field)
    return [line.text(link.field)]


def _one(line: SheetLine, link: Reference, word: str, known: Mapping[str, object]) -> Finding:
    pieces = _pieces(word, link)
    if len(pieces) > 1 and all(piece in known for piece in pieces):
        proposal = "; ".join(pieces)
        return line.error("KT-51", link.field, proposal=proposal)
    same = []
    if link.target is schema.DIRECTIVES:
        same = same_symbols(word, known)
    return line.finding(
        link.severity,
        link.code,
        link.field,
        found=word,
        sheet=link.target.sheet,
        near=question(same) or suggest(word, known),
    )


def _pieces(word: str, link: Reference) -> list[str]:
    """Return the parts of what may be several words with another sign or «và» between them."""
    if link.target is schema.DIRECTIVES:
        listed = read_symbols(word)
        if listed.unread or listed.unclear:
            return []
        return list(listed.symbols)
    parts = _BETWEEN.split(word)
    return list(filter(None, parts))


def reviews_without_directive(context: CheckContext) -> Iterator[Finding]:
    """A review that does not say what it reviews."""
    for line in context.reviews:
        if not line.text("symbol"):
            yield line.error("KT-52", "symbol", kind=line.text("kind"))


def waived_rules(context: CheckContext) -> Iterator[Finding]:
    """A waiver of a rule that there is not sets nothing aside."""
    of_the_office = context.texts(schema.RULES, "code")
    own = filter(_WAIVABLE.match, SENTENCES)
    known = [EXTENSION, RELEASE, EDITED, *of_the_office, *own]
    codes = frozenset(known)
    for line in context.waivers:
        rule = line.text("rule")
        if rule and rule not in codes:
            near = suggest(rule, known)
            yield line.error("KT-56", "rule", near=near)
