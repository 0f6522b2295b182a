"""What the number of a directive says, held against its row: its kind, its day, a second row of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.findings import Finding
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.symbols import (
    LAW,
    LETTER,
    NAMES,
    SYMBOL,
    TYPES,
    Symbol,
    symbol_of,
)
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.office.pages import SheetLine

_ALL_KINDS: Final = (*NAMES, "Văn bản")


def symbol_in(text: str) -> Symbol | None:
    """Return the number that `text` is, however it is spelled; None where it is none."""
    bare = text.strip()
    for pattern in (SYMBOL, LAW, LETTER):
        match = pattern.fullmatch(bare)
        if match:
            return symbol_of(match)
    return None


def same_symbols(text: str, known: Iterable[str]) -> list[str]:
    """Return the known symbols that `text` means: «Nghị quyết số 45 - NQ/TW» is 45-NQ/TW."""
    matches = [
        *SYMBOL.finditer(text),
        *LAW.finditer(text),
    ]
    keys = {symbol_of(match).key for match in matches}
    if not keys:
        return []
    return [one for one in known if _key(one) in keys]


def _key(text: str) -> str:
    symbol = symbol_in(text)
    if symbol:
        return symbol.key
    return ""


def symbols(context: CheckContext) -> Iterator[Finding]:
    """Numbers of directives that are not written like one."""
    for line in context.directives:
        text = line.text("symbol").strip()
        if text and symbol_in(text) is None:
            yield line.question("KT-63", "symbol")


def kinds(context: CheckContext) -> Iterator[Finding]:
    """Kinds of directives that there are not, and those that the letters of the number contradict."""
    for line in context.directives:
        kind = line.text("kind")
        if not kind:
            continue
        fitting = _kinds_of(line.text("symbol"))
        known = map(fold, fitting or _ALL_KINDS)
        if fold(kind) not in known:
            offered = _offered(fitting)
            yield line.question("KT-64", "kind", proposal=offered)


def _kinds_of(text: str) -> tuple[str, ...]:
    """Return the kinds that the letters of a number stand for."""
    symbol = symbol_in(text)
    if symbol is None:
        return ()
    return TYPES.get(symbol.type, ())


def _offered(kinds: Iterable[str]) -> str:
    offered = " hoặc ".join(f"«{kind}»" for kind in kinds)
    return offered or "tên loại văn bản"


def issue_days(context: CheckContext) -> Iterator[Finding]:
    """Directives issued after the year of the plan that cites them."""
    if context.year is None:
        return
    for line in context.directives:
        day = line.day("issued")
        if day and day.year > context.year:
            yield line.question("KT-65", "issued", day=day_text(day), year=context.year)


def undated_twins(context: CheckContext) -> Iterator[Finding]:
    """A directive that stands twice, once without its day: the two are told apart by nothing."""
    first: dict[tuple[str, str, bool], SheetLine] = {}
    for line in context.directives:
        symbol = fold(line.text("symbol"))
        kind = fold(line.text("kind"))
        is_dated = line.day("issued") is not None
        first.setdefault((symbol, kind, is_dated), line)
        twin = first.get((symbol, kind, not is_dated))
        if twin and symbol:
            yield line.question(
                "KT-40",
                "symbol",
                first=twin.cell("symbol"),
                row=twin.row,
            )
