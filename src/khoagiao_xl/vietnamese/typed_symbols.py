"""Numbers and symbols of documents («45-NQ/TW», «12/BC-SGDĐT»), found in what a unit typed, of any kind."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.text import clean

MOST = 400  # characters of one item: a longer one is prose, and is not searched
_LETTERS = "A-ZĐÂĂÊÔƠƯ"
# Party style: number - kind / issuer; state style: number / kind - issuer, or number / year / kind - issuer.
_PARTY = re.compile(
    rf"(\d{{1,5}})\s*[-–— ]\s*([{_LETTERS}][{_LETTERS}Ii]{{1,7}})\s*/\s*"
    rf"([{_LETTERS}]+(?:\s*-\s*[{_LETTERS}]+)*)"
)
_STATE = re.compile(
    rf"(\d{{1,5}})\s*/\s*(?:(\d{{4}})\s*/\s*)?([{_LETTERS}]{{2,7}}(?:\s*[-–—]\s*[{_LETTERS}\d]+)*)"
)
_LONG_DASH = re.compile(r"(?<=\d)\s*[–—]\s*")
_DASH = re.compile(r"\s*[-–—]\s*")
_PARTS = re.compile(r"[;,\n]")
_ROUND_ITEM = " .-•*"


def parse_symbol(text: str) -> str | None:
    """Return the first symbol of a document in `text` in its one spelling («Số 12 BC/CB» -> «12-BC/CB»)."""
    if len(text) > MOST:
        return None
    typed = clean(text).text
    dashed = _LONG_DASH.sub("-", typed)
    return _symbol_in(dashed) or _symbol_in(dashed.upper())


def _symbol_in(text: str) -> str | None:
    party = _PARTY.search(text)
    if party:
        number, kind, issuer = party.groups()
        maker = _tight(issuer)
        return f"{number}-{kind}/{maker}"
    state = _STATE.search(text)
    if not state:
        return None
    number, year, rest = state.groups()
    letters = _tight(rest)
    parts = filter(None, (number, year, letters))
    return "/".join(parts)


def _tight(text: str) -> str:
    return _DASH.sub("-", text)


def split_list(text: str) -> list[str]:
    """Return the items of a list that was typed with «;», commas or line breaks between them."""
    lines = clean(text, keep_lines=True).text
    items: list[str] = []
    for part in _PARTS.split(lines):
        item = part.strip(_ROUND_ITEM)
        if item:
            items.append(item)
    return items
