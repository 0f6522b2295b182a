"""Stamping: a template's package with one unit's facts in place of the tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

from khoagiao_xl.books.package.cell_xml import storable
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.forms.canvas import TOKENS

_TOKEN: Final = re.compile(r"\{\{(\w+)\}\}")
_TOKEN_BEGINS: Final = b"{{"
Pieces = Sequence[str]  # literal text and names of tokens, in turn


class Stamp:
    """A template made ready: the few parts that hold tokens are kept inflated, all others as they lie."""

    def __init__(self, template: bytes) -> None:
        package = Package.parse(template)
        parts = _parts_with_tokens(package)
        self._package = package
        self._parts = dict(parts)

    def form(self, facts: Mapping[str, str]) -> bytes:
        """Return the .xlsx of one unit; `facts` names every token of TOKENS, others are blank without one.

        Raise KeyError for one of TOKENS that `facts` lacks.
        """
        for name in TOKENS:
            facts[name]
        package = self._package.copy()
        for part, pieces in self._parts.items():
            filled = _filled(pieces, facts)
            text = "".join(filled)
            data = text.encode("utf-8")
            package.replace(part, data)
        return package.to_bytes()


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
            yield escape(storable(fact))
        else:
            yield piece
        is_token = not is_token
