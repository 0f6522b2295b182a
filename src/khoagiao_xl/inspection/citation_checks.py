"""Directives that reports cite, held against what a first citation has to tell of them (TT37)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.schema import DROPPED
from khoagiao_xl.vietnamese.symbols import SYMBOL, symbol_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.inspection.check_context import CheckContext

# What a report names a directive in, besides what units tell.
_NAMING: Final = (
    (schema.INDICATORS, "label"),
    (schema.INDICATORS, "report_label"),
    (schema.REVIEWS, "symbol"),
    (schema.TASKS, "text"),
)
_TOLD_FIRST: Final = ("issued", "issuer", "subject")


def incomplete(context: CheckContext) -> Iterator[Finding]:
    """Directives that the report cites and whose day, issuer or subject no row tells.

    It is a note: nobody may make up what a document says, and the report cites what is known.
    """
    cited = set(_cited(context))
    for line in context.directives:
        blank = [field for field in _TOLD_FIRST if not line.text(field)]
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
