"""Numbers and symbols of documents («45-NQ/TW», «12/BC-SGDĐT»), found in what a unit typed, of any kind."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.symbols import PARTY, TYPES, normal_issuer
from khoagiao_xl.vietnamese.text import clean
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ANY_KIND: Final = "Văn bản"
MOST: Final = 400  # characters of one item: a longer one is prose, and is not searched
_DASH: Final = r"\s?[-–—‐‑−]\s?"
_NUMBER: Final = r"(?<!\d)(?P<number>[0-9]{1,5})"
_LETTERS: Final = r"[^\W\d_]"
_SMALL_PARTS: Final = r"(?:[-–—‐‑](?-i:[A-ZĐÂĂÊÔƠƯ]{2,}))*"
# Party style: number - kind / issuer; state style: number / kind - issuer, or number / year / kind - issuer.
_PARTY_STYLE: Final = re.compile(
    rf"{_NUMBER}(?:{_DASH}|\s)?(?P<kind>{_LETTERS}{{1,8}})\s?/\s?"
    rf"(?P<issuer>{_LETTERS}{{1,14}}{_SMALL_PARTS}){LETTERS_END}",
    re.IGNORECASE,
)
_STATE_STYLE: Final = re.compile(
    rf"{_NUMBER}\s?/\s?(?:(?P<year>\d{{4}})\s?/\s?)?(?P<kind>{_LETTERS}{{2,8}})"
    rf"{_DASH}(?P<issuer>{_LETTERS}{{1,14}}{_SMALL_PARTS}){LETTERS_END}",
    re.IGNORECASE,
)
_LAW: Final = re.compile(
    rf"{_NUMBER}\s?/\s?(?P<year>\d{{4}})\s?/\s?(?P<kind>(?:UBTV)?QH\d{{1,2}}){LETTERS_END}", re.IGNORECASE
)
_STYLES: Final = (_LAW, _STATE_STYLE, _PARTY_STYLE)
_SPELLINGS: Final = {letters.casefold(): letters for letters in TYPES}
_MIXED_ISSUERS: Final = frozenset({"ttg", "thu"})  # written TTg, ThU
_WORDS: Final = re.compile(r"[^\W\d_]+")
_ANY_DASH: Final = re.compile(r"[-–—‐‑−]")


def kind_of(symbol: str) -> str:
    """Return what kind of document the letters of a symbol stand for: «Kết luận» of «49-KL/TW»."""
    usual, *_ = (*_kinds_of(symbol), ANY_KIND)
    return usual


def _kinds_of(symbol: str) -> Sequence[str]:
    for letters in _WORDS.findall(symbol):
        names = TYPES.get(letters)
        if names:
            return names
    return ()


def parse_symbol(text: str) -> str | None:
    """Return the first symbol of a document in `text` in its one spelling («Số 12 BC/CB» -> «12-BC/CB»)."""
    if len(text) > MOST:
        return None
    typed = clean(text).text
    for _, _, symbol in symbols_in(typed):
        return symbol
    return None


def symbols_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the symbols in a cleaned text, in its order: where each begins and ends, and its one spelling."""
    match = _next(text, 0)
    while match:
        start, end = match.span()
        yield start, end, _spelled(match)
        match = _next(text, end)


def named_symbols(text: str) -> list[str]:
    """Return the symbols that a cleaned text names, each once, in its order."""
    found: dict[str, None] = {}
    for _, _, symbol in symbols_in(text):
        found[symbol] = None
    return list(found)


def with_so(text: str) -> str:
    """Return a cleaned text with «số» before each symbol that stands behind the kind of its document.

    «Nghị quyết 45-NQ/TW» becomes «Nghị quyết số 45-NQ/TW»; «NQ 45-NQ/TW» and «(03-ĐA/TU)» stay as they are.
    """
    told = ""
    done = 0
    for start, _, symbol in symbols_in(text):
        told += text[done:start]
        done = start
        if _ends_with_kind(told, symbol):
            told += "số "
    return told + text[done:]


def _ends_with_kind(before: str, symbol: str) -> bool:
    words = before.rstrip()
    small = words.casefold()
    kinds = map(str.casefold, _kinds_of(symbol))
    return small.endswith(tuple(kinds))


def _next(text: str, at: int) -> re.Match[str] | None:
    """Return the first symbol from a place on, of whichever style."""
    found: list[re.Match[str]] = []
    for style in _STYLES:
        matches = style.finditer(text, at)
        symbols = filter(_is_symbol, matches)
        first = islice(symbols, 1)
        found.extend(first)
    return min(found, key=re.Match.start, default=None)


def _is_symbol(match: re.Match[str]) -> bool:
    """Say whether letters around a number are a symbol: a known kind, or capitals; its issuer likewise."""
    kind = match["kind"]
    is_known = kind.casefold() in _SPELLINGS
    if not is_known and not kind[:2].isupper():
        return False
    if kind.islower():
        return True
    issuer = match.groupdict().get("issuer")
    if issuer is None:
        return True
    return _is_issuer(issuer)


def _is_issuer(letters: str) -> bool:
    """Say whether letters behind a kind are an issuer's: in capitals but for a few, as «Chỉ» is not."""
    first, *_ = _ANY_DASH.split(letters)
    if first.casefold() in _MIXED_ISSUERS:
        return True
    head, rest = first[0], first[1:]
    if rest.islower():
        return False
    return head.isupper()


def _spelled(match: re.Match[str]) -> str:
    written = match.groupdict()
    significant = match["number"].lstrip("0")
    number = significant.rjust(2, "0")
    year = written.get("year")
    kind = _kind(match["kind"])
    issuer = _issuer(written.get("issuer"))
    if _is_of_the_party(match, year, issuer):
        return f"{number}-{kind}/{issuer}"
    letters = kind
    if issuer:
        letters = f"{kind}-{issuer}"
    parts = filter(None, (number, year, letters))
    return "/".join(parts)


def _is_of_the_party(match: re.Match[str], year: str | None, issuer: str) -> bool:
    if match.re is _PARTY_STYLE:
        return True
    if year:
        return False
    return PARTY.fullmatch(issuer) is not None


def _kind(letters: str) -> str:
    return _SPELLINGS.get(letters.casefold(), letters.upper())


def _issuer(letters: str | None) -> str:
    if not letters:
        return ""
    parts = _ANY_DASH.split(letters)
    return "-".join(map(normal_issuer, parts))
