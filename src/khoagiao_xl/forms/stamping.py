"""Stamping: a template's package with one unit's facts in place of the tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from khoagiao_xl.books.package.cell_xml import storable
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.xml_text import escape
from khoagiao_xl.books.package.zip_members import QUICK, Part
from khoagiao_xl.forms.canvas import TOKENS

_TOKEN: Final = re.compile(r"\{\{(\w+)\}\}")
_TOKEN_BEGINS: Final = b"{{"
Pieces = Sequence[str]  # literal text and names of tokens, in turn


class Stamp:
    """A template made ready: the few parts that hold tokens are kept inflated, all others as they lie.

    Those with tokens stand last in a form, so that the beginning of the file is the same for all.
    """

    def __init__(self, template: bytes) -> None:
        package = Package.parse(template)
        parts = _parts_with_tokens(package)
        self._parts = dict(parts)
        for part in self._parts:
            package.remove(part)
        self._beginning = package.members()

    def form(self, facts: Mapping[str, str]) -> bytes:
        """Return the .xlsx of one unit; `facts` names every token of TOKENS, others are blank without one.

        Raise KeyError for one of TOKENS that `facts` lacks.
        """
        for name in TOKENS:
            facts[name]
        parts = []
        for part, pieces in self._parts.items():
            filled = _filled(pieces, facts)
            text = "".join(filled)
            data = text.encode()
            made = Part.of(part, data, QUICK)
            parts.append(made)
        whole = self._beginning.followed_by(parts)
        return whole.to_bytes()


def _parts_with_tokens(package: Package) -> Iterator[tuple[str, Pieces]]:
    for name in package.names:
        data = package.read(name)
        if _TOKEN_BEGINS in data:
            text = data.decode()
            yield name, _TOKEN.split(text)


def _filled(pieces: Pieces, facts: Mapping[str, str]) -> Iterator[str]:
    is_token = False
    for piece in pieces:
        if is_token:
            fact = facts.get(piece, "")
            yield _written(fact)
        else:
            yield piece
        is_token = not is_token


@lru_cache(maxsize=4096)  # most facts are those of many units, or blank
def _written(fact: str) -> str:
    text = storable(fact)
    return escape(text)
