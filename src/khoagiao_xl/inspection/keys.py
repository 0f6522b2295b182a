"""What tells one row of a table from another, and rows that are told by the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files.unit_stems import code_key
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.pages import Page, SheetLine

    FirstLines = dict[object, SheetLine]  # by what tells them from others


@dataclass(frozen=True)
class Key:
    """The fields that no two rows have alike; `severity`: how much two such rows weigh."""

    fields: tuple[str, ...]
    severity: Severity = Severity.ERROR


OWN: Final = {
    schema.DIRECTIVES.name: Key(("symbol", "kind", "issued"), Severity.QUESTION),
    schema.REVIEWS.name: Key(("symbol", "kind", "years", "lead"), Severity.QUESTION),
    schema.REVIEW_STEPS.name: Key(("review", "order"), Severity.QUESTION),
    schema.REGISTER.name: Key(("symbol", "issued"), Severity.QUESTION),
    schema.HOLIDAYS.name: Key(("day",), Severity.QUESTION),
    # One code may stand for several like rules.
    schema.RULES.name: Key(("code", "left", "comparison", "right", "kinds"), Severity.QUESTION),
    schema.WAIVERS.name: Key(("unit", "period", "rule", "indicator"), Severity.QUESTION),
}


def key_of(table: Table) -> Key:
    """Return the key of a table: its own, or its first column, where that one names the row.

    A table that begins with what is chosen from elsewhere has no two rows that are wholly alike.
    """
    own = OWN.get(table.name)
    if own:
        return own
    first = table.columns[0]
    if not first.source and not first.choices:
        return Key((first.field,))
    fields = tuple(column.field for column in table.columns)
    return Key(fields, Severity.QUESTION)


def doubled(context: CheckContext) -> Iterator[Finding]:
    """The second of two rows with the same key, with the place of the first."""
    for page in context.typed_pages:
        yield from _doubled(page)


def _doubled(page: Page) -> Iterator[Finding]:
    key = key_of(page.table)
    needed = _needed(page, key)
    first: FirstLines = {}
    for line in page.lines:
        if not all(line.text(field) for field in needed):
            continue  # a blank is told as such
        told_by = tuple(_compared(line, field) for field in key.fields)
        same = first.setdefault(told_by, line)
        if same is not line:
            field = key.fields[0]
            yield _twin(line, same, field, key.severity)


def _needed(page: Page, key: Key) -> Sequence[str]:
    """Return the parts of the key that must be filled in for two rows to be compared."""
    required = []
    for field in key.fields:
        column = page.table.column_of(field)
        if column.required:
            required.append(field)
    return required or key.fields


def _compared(line: SheetLine, field: str) -> object:
    day = line.day(field)
    if day:
        return day
    return code_key(line.text(field))


def _twin(line: SheetLine, first: SheetLine, field: str, severity: Severity) -> Finding:
    return line.finding(
        severity,
        "KT-40",
        field,
        first=first.cell(field),
        row=first.row,
    )


def codes_twice(context: CheckContext) -> Iterator[Finding]:
    """The second of two rows with the same code of the program's, in tables told by something else."""
    for page in context.typed_pages:
        others = page.table.columns[1:]
        if any(column.field == "code" for column in others):
            yield from _codes_twice(page)


def _codes_twice(page: Page) -> Iterator[Finding]:
    first: FirstLines = {}
    for line in page.lines:
        code = line.text("code").strip()
        if not code:
            continue
        told_by = (line.text("period"), code_key(code))  # a proposal comes again in each period
        same = first.setdefault(told_by, line)
        if same is not line:
            yield _twin(line, same, "code", Severity.ERROR)


def names_twice(context: CheckContext) -> Iterator[Finding]:
    """A name or another name of a unit that is one of another unit: a report could be taken for its."""
    first: FirstLines = {}
    for line in context.units:
        for field in ("name", "aliases"):
            for name in line.words(field):
                other = first.setdefault(fold(name), line)
                if other is not line:
                    yield line.question(
                        "KT-41",
                        field,
                        name=name,
                        other=other.text("code"),
                        row=other.row,
                    )
