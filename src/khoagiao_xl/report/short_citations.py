"""A directive that a text cites in full once more: by its symbol alone where the report has told it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import DAY
from khoagiao_xl.report.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.records import Directive
    from khoagiao_xl.report.citing import Citations

QUOTES: Final = '“”"«» '


def shortened(text: str, directives: Iterable[Directive], citations: Citations) -> str:
    """Return `text` without day, issuer and subject of the directives that were cited before."""
    for directive in directives:
        symbol = directive.symbol
        cleaned = clean_line(directive.subject)
        subject = cleaned.strip(QUOTES)
        if subject and citations.has_cited(symbol):
            text = _without_details(text, symbol, subject)
    return text


def _without_details(text: str, symbol: str, subject: str) -> str:
    """Return `text` with what stands from the day to the end of the subject taken out."""
    before, found, after = text.partition(f"{symbol}{DAY}")
    _, told, rest = after.partition(subject)
    if not found or not told:
        return text
    return before + symbol + rest.lstrip('”"»')
