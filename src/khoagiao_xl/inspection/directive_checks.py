"""What the number of a directive says, held against its row: its kind, its day, a second row of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Severity
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
    from collections.abc import Iterator

    from khoagiao_xl.inspection.master_pages import Master
    from khoagiao_xl.office.pages import Line


def symbol_in(text: str) -> Symbol | None:
    """Return the number that `text` is, however it is spelled; None where it is none."""
    match = next((found for rule in (SYMBOL, LAW, LETTER) if (found := rule.fullmatch(text.strip()))), None)
    return symbol_of(match) if match else None


def same_symbols(text: str, known: list[str]) -> list[str]:
    """Return the known symbols that `text` means: «Nghị quyết số 45 - NQ/TW» is 45-NQ/TW."""
    keys = {symbol_of(match).key for rule in (SYMBOL, LAW) for match in rule.finditer(text)}
    return [one for one in known if (symbol := symbol_in(one)) and symbol.key in keys]


def symbols(master: Master) -> Iterator[Finding]:
    """Numbers of directives that are not written like one."""
    for page, line in master.lines(schema.DIRECTIVES):
        if line.text("symbol").strip() and symbol_in(line.text("symbol")) is None:
            yield page.finding("KT-63", Severity.QUESTION, line, "symbol")


def kinds(master: Master) -> Iterator[Finding]:
    """Kinds of directives that there are not, and those that the letters of the number contradict."""
    for page, line in master.lines(schema.DIRECTIVES):
        symbol, kind = symbol_in(line.text("symbol")), line.text("kind")
        fitting = TYPES.get(symbol.type, ()) if symbol else ()
        known = fitting or (*NAMES, "Văn bản")
        if kind and fold(kind) not in map(fold, known):
            proposal = " hoặc ".join(f"«{name}»" for name in fitting) or "tên loại văn bản"
            yield page.finding("KT-64", Severity.QUESTION, line, "kind", proposal=proposal)


def issue_days(master: Master) -> Iterator[Finding]:
    """Directives issued after the year of the plan that cites them."""
    for page, line in master.lines(schema.DIRECTIVES):
        day = line.day("issued")
        if day and master.year and day.year > master.year:
            facts = {"day": f"{day:%d/%m/%Y}", "year": master.year}
            yield page.finding("KT-65", Severity.QUESTION, line, "issued", **facts)


def undated_twins(master: Master) -> Iterator[Finding]:
    """A directive that stands twice, once without its day: the two are told apart by nothing."""
    first: dict[tuple[str, str], list[Line]] = {}
    for page, line in master.lines(schema.DIRECTIVES):
        key = (fold(line.text("symbol")), fold(line.text("kind")))
        earlier = first.setdefault(key, [])
        twin = next((one for one in earlier if bool(one.day("issued")) != bool(line.day("issued"))), None)
        if twin and key[0]:
            facts = {"first": page.cell(twin.row, "symbol"), "row": twin.row}
            yield page.finding("KT-40", Severity.QUESTION, line, "symbol", **facts)
        earlier.append(line)
