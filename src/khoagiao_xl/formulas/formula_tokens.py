"""The tokens of a formula's shape, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from khoagiao_xl.formulas.formula_scalars import Unknown
from khoagiao_xl.formulas.formula_shapes import CELL, NUMBER

_TOKEN: Final = re.compile(
    rf"""\s*(?:
    (?P<text>"(?:[^"]|"")*")
    |(?P<array>\{{[^}}]*\}})
    |(?P<sheet>(?:'(?:[^']|'')*'|[^\W\d]\w*)!)
    |(?P<columns>\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}(?![\w(.]))
    |(?P<name>[^\W\d][\w.]*)
    |(?P<number>{NUMBER})
    |(?P<area>{CELL}:{CELL})
    |(?P<cell>{CELL})
    |(?P<sign><>|<=|>=|[-+*/&=<>(),:])
    )""",
    re.VERBOSE,
)


class TokenReader:
    """The tokens of a shape, and how many parameters were passed with them."""

    def __init__(self, shape: str) -> None:
        self._tokens = list(_tokens(shape))
        self._at = 0
        self._parameters = 0

    @property
    def kind(self) -> str:
        """The kind of the next token, blank at the end."""
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    @property
    def coming(self) -> str:
        """The next token, blank at the end."""
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def take(self) -> str:
        """Return the next token and go beyond it; raise Unknown at the end."""
        token = self.coming
        if not token:
            raise Unknown("")
        self._at += 1
        return token

    def expect(self, token: str) -> None:
        """Go beyond `token`; raise Unknown for any other."""
        if self.take() != token:
            raise Unknown(token)

    def next_parameter(self) -> int:
        """Return the number of the parameter that was just passed."""
        number = self._parameters
        self._parameters += 1
        return number


def sheet_of(token: str) -> str:
    """Return the sheet that a token names: «'Đơn vị'!» -> «Đơn vị»."""
    bare = token[:-1].strip("'")
    return bare.replace("''", "'")


def _tokens(shape: str) -> Iterator[tuple[str, str]]:
    at = 0
    end = len(shape.rstrip())
    while at < end:
        found = _TOKEN.match(shape, at)
        if found is None:
            raise Unknown(shape[at:])
        kind = found.lastgroup or ""
        yield kind, found[kind]
        at = found.end()
