"""Stamping: a template's package with one unit's facts in place of the tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from khoagiao_xl.forms.canvas import token
from khoagiao_xl.package import Package

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK: Final = token("").encode()[:2]


class Stamp:
    """A template made ready: the few parts that hold tokens are kept inflated, all others as they lie."""

    def __init__(self, template: bytes) -> None:
        self._package = Package.parse(template)
        contents = {name: self._package.read(name) for name in self._package.names}
        self._with_tokens = {name: data.decode() for name, data in contents.items() if _MARK in data}

    def form(self, facts: Mapping[str, str]) -> bytes:
        """Return the .xlsx of one unit; `facts` names every token of the template."""
        package = self._package.copy()
        for name, text in self._with_tokens.items():
            filled = text
            for fact, value in facts.items():
                filled = filled.replace(token(fact), escape(value))
            package.replace(name, filled.encode("utf-8"))
        return package.to_bytes()
