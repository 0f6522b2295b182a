"""What a report calls indicators, which of them mean another thing by now, and the directives it may cite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.records import Directive
from khoagiao_xl.office.profiles import standard_indicators
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.vietnamese.typed_symbols import symbols_in

if TYPE_CHECKING:
    from khoagiao_xl.model.indicators import Indicator
    from khoagiao_xl.office.year import Year


def report_labels(year: Year, number: int) -> Iterator[tuple[str, str]]:
    """Yield (code, name) of the indicators that a report calls otherwise than the forms do.

    A master that came before these names has them blank: they are the tool's own while its labels are.
    """
    standard = standard_indicators(year.settings.profile, number)
    for item in year.indicators:
        name = _name(item, standard.get(item.code))
        if name:
            yield item.code, clean_line(name)


def _name(item: Indicator, known: Indicator | None) -> str:
    """Return the office's own name, else the tool's, which no longer fits where the label is another."""
    if known is None:
        return item.report_label
    if item.label != known.label:
        is_own = item.report_label != known.report_label
        return item.report_label if is_own else ""
    return item.report_label or known.report_label


def reworded(year: Year, number: int) -> Iterator[str]:
    """Yield the indicators that the office calls otherwise than the tool: its sentences may not fit them.

    Another directive in the same words is none: the sentence cites what the label names.
    """
    standard = standard_indicators(year.settings.profile, number)
    for item in year.indicators:
        known = standard.get(item.code)
        if item.sentence or known is None:
            continue
        if _words(known.label) != _words(item.label):
            yield item.code


def _words(label: str) -> str:
    """Return a label with the symbols of documents taken out."""
    text = clean_line(label)
    for start, end, _ in reversed(list(symbols_in(text))):
        text = text[:start] + text[end:]
    return text


def known_directives(year: Year) -> Iterator[Directive]:
    """Yield the directives of the year's plan, then those of the register that it does not name.

    What the plan leaves blank is told by the register: a guidance may cite a document by its number alone.
    """
    registered = {one.symbol: one for one in _registered(year)}
    for directive in year.directives:
        known = registered.pop(directive.symbol, directive)
        yield replace(
            directive,
            issued=directive.issued or known.issued,
            issuer=directive.issuer or known.issuer,
            subject=directive.subject or known.subject,
        )
    yield from registered.values()


def _registered(year: Year) -> Iterator[Directive]:
    for row in year.rows(schema.REGISTER):
        yield Directive(
            symbol=row["symbol"],
            kind=row["kind"],
            issued=row["issued"],
            issuer=row["issuer"],
            subject=row["official_title"],
        )
