"""A directive that a text cites in full once more: by its symbol alone where the report has told it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.records import Directive
    from khoagiao_xl.report.citing import Citations

QUOTES: Final = '“”"«» '
DAY: Final = ", ngày "


def shortened(text: str, directives: Iterable[Directive], citations: Citations) -> str:
    """Return `text` without day, issuer and subject of the directives that were cited before."""
    for directive in directives:
        subject = clean_line(directive.subject).strip(QUOTES)
        if subject and citations.has_cited(directive.symbol):
            text = _without_details(text, f"{directive.symbol}{DAY}", subject)
    return text


def _without_details(text: str, head: str, subject: str) -> str:
    """Return `text` with what stands from the day to the end of the subject taken out."""
    before, found, after = text.partition(head)
    if not found:
        return text
    _, told, rest = after.partition(subject)
    if not told:
        return text
    symbol = head.removesuffix(DAY)
    return before + symbol + rest.lstrip('”"»')
