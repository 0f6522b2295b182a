"""Directives that reports cite, held against what a first citation has to tell of them (TT37)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.schema import DROPPED
from khoagiao_xl.vietnamese.symbols import SYMBOL, symbol_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine

# What a report names a directive in, besides what units tell.
_NAMING: Final = (
    (schema.INDICATORS, "label"),
    (schema.INDICATORS, "report_label"),
    (schema.REVIEWS, "symbol"),
    (schema.TASKS, "text"),
)
# What a first citation tells: column of «Văn bản» -> column of the register, which reports take it from too.
_TOLD_FIRST: Final = {"issued": "issued", "issuer": "issuer", "subject": "official_title"}


def incomplete(context: CheckContext) -> Iterator[Finding]:
    """Directives that the report cites and whose day, issuer or subject no row tells.

    It is a note: nobody may make up what a document says, and the report cites what is known.
    """
    cited = set(_cited(context))
    registered = _registered(context)
    for line in context.directives:
        blank = list(_untold(line, registered))
        if not blank or line.text("status") == DROPPED:
            continue
        if cited & set(_keys(line.text("symbol"))):
            headings = map(_heading, blank)
            yield line.finding(
                Severity.NOTE,
                "KT-71",
                blank[0],
                symbol=line.text("symbol"),
                missing=", ".join(headings),
            )


def _registered(context: CheckContext) -> dict[str, SheetLine]:
    """Return the rows of the register by the keys of their symbols."""
    found = {}
    for line in context.lines(schema.REGISTER):
        for key in _keys(line.text("symbol")):
            found[key] = line
    return found


def _untold(line: SheetLine, by_key: Mapping[str, SheetLine]) -> Iterator[str]:
    """Yield the columns that are blank here and in the row of the register."""
    keys = _keys(line.text("symbol"))
    known = by_key.get(next(keys, ""))
    for field, registered in _TOLD_FIRST.items():
        if line.text(field):
            continue
        if known is None or not known.text(registered):
            yield field


def _cited(context: CheckContext) -> Iterator[str]:
    """Yield the keys of the directives that the words of a report may name."""
    for table, field in _NAMING:
        for text in context.texts(table, field):
            yield from _keys(text)
    for topics in choices().values():
        yield from _keys_of_all(topics)


def _keys_of_all(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _keys(text)


def _keys(text: str) -> Iterator[str]:
    for match in SYMBOL.finditer(text):
        yield symbol_of(match).key


def _heading(field: str) -> str:
    return f"«{schema.DIRECTIVES.column_of(field).name}»"
