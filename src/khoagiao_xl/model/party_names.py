"""What a unit is called in a document of the Party: «Đảng bộ Sở Y tế», «Chi bộ Thư viện tỉnh».

A name that says so itself stays. Which words begin such a name, and which are written small behind it
(«Đảng bộ xã Bảo Thắng»), stands in data/party_name_words.csv.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from khoagiao_xl.shipped_tables import shipped_rows

TABLE: Final = "party_name_words.csv"
BODIES: Final = ("đảng bộ", "chi bộ")  # how the kinds of units begin that have a name of their own
NAMED, SMALL = "a Party body", "small behind it"


def party_name(name: str, kind: str) -> str:
    """Return the name of a unit of a kind («đảng bộ») as a Party body; of another kind, its name."""
    body = _body(kind)
    if not body or _begins(name, NAMED):
        return name
    return f"{body.capitalize()} {_behind(name)}"


def _body(kind: str) -> str:
    small = kind.strip().casefold()
    for body in BODIES:
        if small.startswith(body):
            return body
    return ""


def _behind(name: str) -> str:
    """Return the name as it stands behind «Đảng bộ»."""
    if not _begins(name, SMALL):
        return name
    first, rest = name[:1], name[1:]
    return first.lower() + rest


def _begins(name: str, meaning: str) -> bool:
    small = name.casefold()
    words = _words(meaning)
    starts = tuple(f"{word} " for word in words)
    return small.startswith(starts)


@cache
def _words(meaning: str) -> tuple[str, ...]:
    rows = shipped_rows(TABLE)
    found = [row["start"] for row in rows if row["meaning"] == meaning]
    return tuple(found)
