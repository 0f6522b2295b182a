"""Words that formats, conditional ones too, add to what stands in a cell: «@ "(nghìn)"»."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.format_sections import sections_of
from khoagiao_xl.wording import differences as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import Condition, SheetScan

_QUOTED: Final = frozenset({"quoted", "escaped"})


@lru_cache(maxsize=1024)  # the same few in every form
def words_of_format(code: str) -> str:
    """Return the words that a number format adds to what stands in a cell, blank for none."""
    words = ""
    for section in sections_of(code):
        words += _quoted(section)
    if any(map(str.isalpha, words)):
        return words.strip()
    return ""


def _quoted(section: list[tuple[str, str]]) -> str:
    signs = [sign for kind, sign in section if kind in _QUOTED]
    return "".join(signs)


def odd_conditions(book: BookScan, scan: SheetScan) -> Iterator[tuple[Condition, str]]:
    """Yield the conditional formats that, if they apply, show words otherwise, and how."""
    for condition in scan.conditions:
        overlay = book.styles.overlay(condition.overlay)
        code = overlay.number_format if overlay else condition.number_format
        words = words_of_format(code)
        if words:
            yield condition, texts.WORDS_OF_FORMAT.format(words=words)
        elif overlay and not overlay.look.counts_on(overlay.paper):
            yield condition, texts.UNREAD
