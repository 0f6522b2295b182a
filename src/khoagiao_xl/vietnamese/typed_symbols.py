"""Numbers and symbols of documents («45-NQ/TW», «12/BC-SGDĐT»), found in what a unit typed."""

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


def parse_symbol(text: str) -> str | None:
    """Return the first symbol of a document in `text` in its one spelling («Số 12 BC/CB» -> «12-BC/CB»)."""
    if len(text) > MOST:
        return None
    cleaned = re.sub(r"(?<=\d)\s*[–—]\s*", "-", clean(text).text)
    for spelling in (cleaned, cleaned.upper()):
        if match := _PARTY.search(spelling):
            number, kind, issuer = match.groups()
            return f"{number}-{kind}/{_tight(issuer)}"
        if match := _STATE.search(spelling):
            number, year, rest = match.groups()
            return "/".join(filter(None, (number, year, _tight(rest))))
    return None


def _tight(text: str) -> str:
    return re.sub(r"\s*[-–—]\s*", "-", text)


def split_list(text: str) -> list[str]:
    """Return the items of a list that was typed with «;», commas or line breaks between them."""
    lines = clean(text, keep_lines=True).text
    return [item.strip(" .-•*") for item in re.split(r"[;,\n]", lines) if item.strip(" .-•*")]
