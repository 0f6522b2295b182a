"""Numbers and symbols of documents («45-NQ/TW», «12/BC-SGDĐT»), found in what a unit typed, of any kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.vietnamese.symbols import PARTY, TYPES, normal_issuer
from khoagiao_xl.vietnamese.text import clean
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST: Final = 400  # characters of one item: a longer one is prose, and is not searched
_DASH: Final = r"\s?[-–—‐‑−]\s?"
_NUMBER: Final = r"(?<!\d)(?P<number>\d{1,5})"
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
_ANY_DASH: Final = re.compile(r"[-–—‐‑−]")


def parse_symbol(text: str) -> str | None:
    """Return the first symbol of a document in `text` in its one spelling («Số 12 BC/CB» -> «12-BC/CB»)."""
    if len(text) > MOST:
        return None
    typed = clean(text).text
    found = symbols_in(typed)
    return next((symbol for _, _, symbol in found), None)


def symbols_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the symbols in a cleaned text, in its order: where each begins and ends, and its one spelling."""
    at = 0
    while True:
        matches = filter(None, (_first(style, text, at) for style in _STYLES))
        match = min(matches, key=re.Match.start, default=None)
        if match is None:
            return
        yield match.start(), match.end(), _spelled(match)
        at = match.end()


def _first(style: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    for match in style.finditer(text, at):
        if _is_symbol(match):
            return match
    return None


def _is_symbol(match: re.Match[str]) -> bool:
    """Say whether letters around a number are a symbol: a known kind, or capitals; its issuer likewise."""
    kind = match["kind"]
    is_small = kind.islower()
    if kind.casefold() not in _SPELLINGS and not kind.isupper() and not kind[:2].isupper():
        return False
    issuer = match.groupdict().get("issuer")
    if not issuer or is_small:
        return True
    first = _ANY_DASH.split(issuer)[0]
    return (first[:1].isupper() and not first[1:].islower()) or first.casefold() in _MIXED_ISSUERS


def _spelled(match: re.Match[str]) -> str:
    written = match.groupdict()
    number = f"{int(match['number']):02d}"
    year = written.get("year")
    kind = _kind(match["kind"])
    issuer = _issuer(written.get("issuer") or "")
    is_party = match.re is _PARTY_STYLE or (not year and PARTY.fullmatch(issuer) is not None)
    if is_party:
        return f"{number}-{kind}/{issuer}"
    letters = f"{kind}-{issuer}" if issuer else kind
    return "/".join(filter(None, (number, year, letters)))


def _kind(letters: str) -> str:
    return _SPELLINGS.get(letters.casefold(), letters.upper())


def _issuer(letters: str) -> str:
    parts = _ANY_DASH.split(letters)
    return "-".join(map(normal_issuer, parts))
