"""Stamping: a template's package with one unit's facts in place of the tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.forms.canvas import TOKENS

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN: Final = re.compile(r"\{\{(\w+)\}\}")


class Stamp:
    """A template made ready: the few parts that hold tokens are kept inflated, all others as they lie."""

    def __init__(self, template: bytes) -> None:
        self._package = Package.parse(template)
        contents = {name: self._package.read(name) for name in self._package.names}
        # Literal text and names of tokens, in turn.
        self._pieces = {name: _TOKEN.split(data.decode()) for name, data in contents.items() if b"{{" in data}

    def form(self, facts: Mapping[str, str]) -> bytes:
        """Return the .xlsx of one unit; `facts` names every token of TOKENS, others are blank without one."""
        package = self._package.copy()
        texts = {name: escape(facts[name]) for name in TOKENS}
        texts |= {name: escape(value) for name, value in facts.items()}
        for part, pieces in self._pieces.items():
            filled = (texts.get(piece, "") if at % 2 else piece for at, piece in enumerate(pieces))
            package.replace(part, "".join(filled).encode("utf-8"))
        return package.to_bytes()
