"""The register of known directives: official titles and what came after them, as editable data."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from khoagiao_xl.documents.guidance.symbols import LAW, SYMBOL, symbol_of
from khoagiao_xl.documents.guidance.terms import terms_of
from khoagiao_xl.documents.guidance.text import squash

_SHORT = {
    "cnh": "công nghiệp hóa",
    "hđh": "hiện đại hóa",
    "xhcn": "xã hội chủ nghĩa",
    "kh cn": "khoa học và công nghệ",
    "bchtw": "ban chấp hành trung ương",
    "bch": "ban chấp hành",
    "tw": "trung ương",
}


@dataclass(frozen=True)
class Known:
    """One line of the register; an empty title or date is not known."""

    symbol: str
    issued: date | None
    issuer: str
    term: str
    official_title: str
    level: str
    later: str


@cache
def load_register() -> Mapping[str, tuple[Known, ...]]:
    """Return the register that ships with the product: key -> its lines (a number comes again each term)."""
    text = (files("khoagiao_xl") / "data" / "directives_register.csv").read_text(encoding="utf-8")
    known: dict[str, tuple[Known, ...]] = {}
    for row in csv.DictReader(text.splitlines()):
        match = SYMBOL.search(row["symbol"]) or LAW.search(row["symbol"])
        if match:
            key = symbol_of(match).key
            known[key] = (*known.get(key, ()), _known(row))
    return known


def _known(row: Mapping[str, str]) -> Known:
    issued = date.fromisoformat(row["issued"]) if row["issued"] else None
    return Known(
        row["symbol"], issued, row["issuer"], row["term"], row["official_title"], row["level"], row["later"]
    )


def look_up(key: str, issued: date | None, register: Mapping[str, tuple[Known, ...]]) -> Known | None:
    """Return the line of the same document: the same symbol, and for the centre a date of the same term.

    A province's numbers are its own, so there the date must be equal.
    """
    for known in register.get(key, ()):
        if known.level != "Trung ương":
            if issued is not None and issued == known.issued:
                return known
        elif issued is None or known.issued is None or set(terms_of(issued)) & set(terms_of(known.issued)):
            return known
    return None


def same_title(one: str, other: str) -> bool:
    """Say whether two titles differ in nothing but spelling, punctuation and abbreviation."""
    return _folded(one) == _folded(other)


def _folded(title: str) -> str:
    text = squash(title)
    for short, long in _SHORT.items():
        text = re.sub(rf"\b{short}\b", long, text)
    return re.sub(r"^về (?:việc )?", "", text)
