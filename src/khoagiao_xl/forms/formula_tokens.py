"""The tokens of a formula, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from khoagiao_xl.forms.formula_scalars import Unknown

_TOKEN: Final = re.compile(
    r"""\s*(?:
    (?P<text>"(?:[^"]|"")*")
    |(?P<array>\{[^}]*\})
    |(?P<area>(?:(?:'(?:[^']|'')*'|\w+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.]))
    |(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    |(?P<name>[^\W\d][\w.]*)
    |(?P<sign><>|<=|>=|[-+*/&=<>(),])
    )""",
    re.VERBOSE,
)
_DEEPER_BY: Final = {"(": 1, ")": -1}


class TokenReader:
    """The tokens of a formula, one after the other. kind: of the next one, blank at the end."""

    def __init__(self, formula: str) -> None:
        self._tokens = list(_tokens(formula))
        self.at = 0

    @property
    def kind(self) -> str:
        """The kind of the next token, blank at the end."""
        return self._tokens[self.at][0] if self.at < len(self._tokens) else ""

    @property
    def coming(self) -> str:
        """The next token, blank at the end."""
        return self._tokens[self.at][1] if self.at < len(self._tokens) else ""

    def take(self) -> str:
        """Return the next token and go beyond it; raise Unknown at the end."""
        token = self.coming
        if not token:
            raise Unknown("")
        self.at += 1
        return token

    def expect(self, token: str) -> None:
        """Go beyond `token`; raise Unknown for any other."""
        if self.take() != token:
            raise Unknown(token)

    def skip_argument(self, start: int) -> None:
        """Go to the end of the argument that begins at `start`."""
        self.at = start
        depth = 0
        while depth or self.coming not in (",", ")"):
            token = self.take()
            depth += _DEEPER_BY.get(token, 0)


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(formula):
        found = _TOKEN.match(formula, at)
        if found is None:
            raise Unknown(formula[at:])
        kind = found.lastgroup or ""
        yield kind, found[kind]
        at = found.end()
