"""What tells one row of a table from another, and rows that are told by the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.inspection.master_pages import Master
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.pages import Line, Page


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
    first = table.columns[0]
    if table.name in OWN:
        return OWN[table.name]
    if first.source or first.choices:
        return Key(tuple(column.field for column in table.columns), Severity.QUESTION)
    return Key((first.field,))


def doubled(master: Master) -> Iterator[Finding]:
    """The second of two rows with the same key, with the place of the first."""
    for page in master.typed():
        key = key_of(page.table)
        first: dict[tuple[object, ...], Line] = {}
        for line in page.lines:
            if not _is_whole(page, line, key):
                continue
            same = first.setdefault(tuple(_plain(line, field) for field in key.fields), line)
            if same is not line:
                at = page.cell(same.row, key.fields[0])
                yield page.finding("KT-40", key.severity, line, key.fields[0], first=at, row=same.row)


def _is_whole(page: Page, line: Line, key: Key) -> bool:
    """Whether no part is blank that must not be: a blank is told as such."""
    needed = [field for field in key.fields if page.table.column_of(field).required]
    return all(line.text(field) for field in needed or key.fields)


def _plain(line: Line, field: str) -> object:
    # Excel takes upper and lower case for the same; marks tell names apart.
    return line.day(field) or " ".join(line.text(field).casefold().split())


def codes_twice(master: Master) -> Iterator[Finding]:
    """The second of two rows with the same code of the program's, in tables told by something else."""
    for page in master.typed():
        if "code" not in {column.field for column in page.table.columns[1:]}:
            continue
        first: dict[str, Line] = {}
        for line in page.lines:
            code = line.text("code").strip().casefold()
            same = first.setdefault(code, line) if code else line
            if same is not line:
                at = page.cell(same.row, "code")
                yield page.finding("KT-40", Severity.ERROR, line, "code", first=at, row=same.row)


def names_twice(master: Master) -> Iterator[Finding]:
    """A name or another name of a unit that is one of another unit: a report could be taken for its."""
    first: dict[str, Line] = {}
    for page, line in master.lines(schema.UNITS):
        for field in ("name", "aliases"):
            for name in line.words(field):
                other = first.setdefault(fold(name), line)
                if other is not line:
                    facts = {"name": name, "other": other.text("code"), "row": other.row}
                    yield page.finding("KT-41", Severity.QUESTION, line, field, **facts)
