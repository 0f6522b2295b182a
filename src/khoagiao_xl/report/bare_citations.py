"""Directives that a finished document cites without their day or subject, since no row tells them.

The number stays in the text: it is how a reader finds the document. What nobody wrote down is not made up,
and the office is told what to look up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.paragraph_texts import paragraphs_of
from khoagiao_xl.vietnamese.typed_symbols import named_symbols
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.records import Directive


def told_of_bare_citations(docx: bytes, directives: Iterable[Directive]) -> Iterator[str]:
    """Yield one sentence that names the directives which the document could not cite in full (TT37)."""
    bare = {directive.symbol for directive in directives if _is_bare(directive)}
    cited = [symbol for symbol in _cited(docx) if symbol in bare]
    if cited:
        listed = ", ".join(dict.fromkeys(cited))
        yield sentence("BC-22", {"symbols": listed})


def _is_bare(directive: Directive) -> bool:
    return not (directive.issued and directive.issuer and directive.subject)


def _cited(docx: bytes) -> Iterator[str]:
    for text in paragraphs_of(docx):
        yield from named_symbols(text)
