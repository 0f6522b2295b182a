"""Which imported documents a new one says it replaces: it is their newest version, whatever its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.guidance.citations.citations import find_citations
from khoagiao_xl.vietnamese.running_text import plain, squash
from khoagiao_xl.vietnamese.word_patterns import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.guidance import Guidance
    from khoagiao_xl.planning.sources import ImportedDocument

# «thay thế Hướng dẫn số 07-HD/BTGDVTU», «Hướng dẫn số 07-HD/BTGDVTU hết hiệu lực».
_REPLACES: Final = re.compile(any_of("thay thế | thay cho | hết hiệu lực | bãi bỏ | hủy bỏ"))


def replaced_sources(guidance: Guidance, known: Sequence[ImportedDocument]) -> list[ImportedDocument]:
    """Return those of the `known` documents that the guidance says it replaces."""
    replaced = set(_symbols_replaced(guidance.text))
    found: list[ImportedDocument] = []
    for source in known:
        symbol = squash(source.symbol)
        if symbol and symbol in replaced:
            found.append(source)
    return found


def _symbols_replaced(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for sentence in line.split(";"):
            low = plain(sentence)
            if _REPLACES.search(low):
                yield from _symbols_cited(sentence)


def _symbols_cited(sentence: str) -> Iterator[str]:
    for citation in find_citations(sentence):
        symbol = citation.symbol
        yield squash(symbol.text)
