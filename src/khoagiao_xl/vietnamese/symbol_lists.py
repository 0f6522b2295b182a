"""Lists of documents as units type them: every symbol is read, and no other word is dropped unsaid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import canonical
from khoagiao_xl.vietnamese.symbols import NAMES, TYPES
from khoagiao_xl.vietnamese.text import clean, fold
from khoagiao_xl.vietnamese.typed_symbols import symbols_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True)
class SymbolList:
    """What a list names.

    symbols: each once, in one spelling. unread: words that name nothing known. unclear: words that name a
    document, but maybe not as one of the list («chưa quán triệt 45-NQ/TW»).
    """

    symbols: tuple[str, ...]
    unread: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


def _any(words: Iterable[str]) -> str:
    """Return the pattern of any of `words`, with their marks or all of them without, the longest first."""
    spellings = set()
    for word in words:
        spellings.add(canonical(word))
        spellings.add(fold(word))
    longest = sorted(spellings, key=len, reverse=True)
    escaped = map(re.escape, longest)
    return "|".join(escaped)


def _words(kind: str) -> list[str]:
    found = []
    for row in language_rows("list_words"):
        if row["Loại"] == kind:
            word = row["Từ"]
            found.append(word)
    return found


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_KINDS: Final = _any([*NAMES, *TYPES, *_words("loại")])
_JOINING: Final = _any(_words("nối"))
_POINTING: Final = _whole(_any(_words("dẫn")))
_JOINED: Final = re.compile(rf"(?:{_JOINING})\b", re.IGNORECASE)
_ITEM_END: Final = re.compile(r"[;\n]")
_PART_END: Final = re.compile(r"[,|&+、•·()\[\]]|\s[-–—/]\s|\.\s")
_AROUND: Final = " .,;:|&+/\\-–—•·*()[]{}«»\"'“”‘’、"
_SOUNDS: Final = "một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười"
# «1. Nghị quyết số» before a symbol says what it is; a kind elsewhere is a document without symbol.
_LEAD_IN: Final = re.compile(
    rf"(?:(?<!\S)[1-9][.)]\s*)?(?:\b(?:{_KINDS})\b[\s.:]*)?(?:\b(?:số|so)\b[\s.:]*)?[^\w,]*$", re.IGNORECASE
)
_KIND: Final = _whole(_KINDS)
_KNOWN: Final = (
    _whole(r"(?:ngày )?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})|ngày \d{1,2}\s?[/.-]\s?\d{1,2}"),
    _whole(r"(?:ngày \d{1,2} )?tháng \d{1,2}(?:(?: năm |\s?[/.-]\s?)\d{4})?|năm \d{4}"),
    _whole(rf"khóa [ivx]+|lần thứ (?:\d{{1,2}}|(?:mười )?(?:{_SOUNDS}))"),
    _whole(rf"(?:{_any(_words('đợt'))}) (?:thứ )?(?:\d{{1,2}}|[ivx]+|{_SOUNDS}|nhất)"),
    _whole(_any([*_words("nối"), *_words("cơ quan")])),
)
_TITLE: Final = re.compile(r"\W*(?:về|v/v)\b\D*", re.IGNORECASE)
_NOT_DONE: Final = _whole(_any(_words("chưa làm")))


def read_symbols(text: str) -> SymbolList:
    """Return every document that `text` lists, and its words that neither belong to a name nor join two."""
    typed = clean(text, keep_lines=True).text
    symbols: dict[str, None] = {}
    unread: dict[str, None] = {}
    unclear: dict[str, None] = {}
    for item in _ITEM_END.split(typed):
        listed = _read_item(item)
        symbols |= dict.fromkeys(listed.symbols)
        unread |= dict.fromkeys(listed.unread)
        unclear |= dict.fromkeys(listed.unclear)
    named = symbols | unread | unclear
    if typed and not named:
        unread[typed] = None
    return SymbolList(
        tuple(symbols),
        tuple(unread),
        tuple(unclear),
    )


def _read_item(item: str) -> SymbolList:
    """Return what one item of the list names; nothing of it counts where it says «chưa», «không», «hoặc»."""
    found = list(symbols_in(item))
    spelled = canonical(item)
    if found and _NOT_DONE.search(spelled):
        whole = item.strip(_AROUND)
        return SymbolList((), unclear=(whole,))
    return _read_around(item, found)


def _read_around(item: str, found: list[tuple[int, int, str]]) -> SymbolList:
    """Return the symbols that were found in an item, and what the words around them leave open."""
    symbols: list[str] = []
    unread: list[str] = []
    unclear: list[str] = []
    at = 0
    for start, end, symbol in found:
        gap = item[at:start]
        at = end
        if symbols and _points_at(gap):
            said = gap.strip(_AROUND)
            unclear.append(f"{said} {symbol}")
        else:
            symbols.append(symbol)
            unread += _unread(gap, is_before_symbol=True)
    rest = item[at:]
    unread += _unread(rest, is_before_symbol=False)
    return SymbolList(tuple(symbols), tuple(unread), tuple(unclear))


def _points_at(gap: str) -> bool:
    """Say whether the words between two symbols make the second a part of the first one's title.

    «Kết luận 91-KL/TW tiếp tục thực hiện Nghị quyết 29-NQ/TW» lists one document.
    """
    words = canonical(gap).strip(_AROUND)
    if _JOINED.match(words):
        return False
    return _POINTING.search(words) is not None


def _unread(gap: str, *, is_before_symbol: bool) -> Iterator[str]:
    """Yield the parts of the words between symbols that say something nobody has read."""
    if _is_covered(gap, is_before_symbol=is_before_symbol):
        return
    *parts, last = _PART_END.split(gap)
    for part in parts:
        if _is_covered(part, is_before_symbol=False):
            continue
        yield part.strip(_AROUND)
    if not _is_covered(last, is_before_symbol=is_before_symbol):
        yield last.strip(_AROUND)


def _is_covered(part: str, *, is_before_symbol: bool) -> bool:
    """Say whether signs, dates, issuers and joining words are all there is, or a title behind «về»."""
    words = canonical(part)
    if is_before_symbol:
        words = _LEAD_IN.sub("", words)
    if _KIND.search(words):
        return False
    for known in _KNOWN:
        words = known.sub(" ", words)
    if _TITLE.fullmatch(words):
        return True
    return not any(map(str.isalnum, words))
