"""From the text of one side of a rule to a tree: «KG001*max(1; KG106)», decimal comma, arguments by «;».

Only this small language is read, by our own hand: nothing of it can reach into Python, and every text
is answered in bounded time, with a tree or with the piece that was not understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from khoagiao_xl.errors import WrongRequest

LONGEST: Final = 500  # characters of one side
DEEPEST: Final = 30  # brackets, calls and signs within each other
LARGEST: Final = 10**12
_WORDS_NAMED: Final = 3  # of what follows where a text is not understood
_ALIKE: Final = str.maketrans({"−": "-", "–": "-", "×": "*", "÷": "/", "\u00a0": " "})
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:[.,][0-9]+)?)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>[-+*/();,]))"
)
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}\.[0-9]{3}")


@dataclass(frozen=True)
class Constant:
    """A number."""

    value: float | int


@dataclass(frozen=True)
class Name:
    """An indicator, or a word that stands for each indicator of a kind."""

    name: str


@dataclass(frozen=True)
class Negative:
    """A minus before something."""

    inner: Node


@dataclass(frozen=True)
class Binary:
    """Two terms and + - * or / between them."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Call:
    """A function and what it is given."""

    name: str
    arguments: tuple[Node, ...]


Node = Constant | Name | Negative | Binary | Call


def parse(text: str) -> Node:
    """Return the tree of `text`; raise WrongRequest QT-01, or QT-10, QT-14 beyond the limits."""
    if len(text) > LONGEST:
        raise WrongRequest(
            "QT-10",
            text=text[:40] + "…",
            limit=f"dài quá {LONGEST} ký tự",
        )
    parser = _Parser(text)
    return parser.parse()


def walk(node: Node) -> list[Node]:
    """Return the node and everything within it, from left to right."""
    found = [node]
    for child in children(node):
        found += walk(child)
    return found


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly within `node`."""
    match node:
        case Negative(inner):
            return (inner,)
        case Binary(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
    return ()


class _Parser:
    """Recursive descent over the tokens of one text: sum, product, sign, atom."""

    def __init__(self, text: str) -> None:
        self._text = text
        source = text.translate(_ALIKE)
        self._tokens = self._split(source)
        self._at = 0
        self._depth = 0

    def parse(self) -> Node:
        tree = self._sum()
        if self._next() is not None:
            raise self._not_understood()
        return tree

    def _split(self, source: str) -> list[tuple[str, str]]:
        found, at = [], 0
        while source[at:].strip():
            match = _TOKEN.match(source, at)
            if not match:
                part, *_ = source[at:].split(maxsplit=1)
                raise self._refused(part)
            kind = str(match.lastgroup)
            found.append((kind, match[kind]))
            at = match.end()
        return found

    def _next(self) -> str | None:
        if self._at >= len(self._tokens):
            return None
        return self._tokens[self._at][1]

    def _take(self) -> str:
        _, token = self._tokens[self._at]
        self._at += 1
        return token

    def _sum(self) -> Node:
        node = self._product()
        while self._next() in ("+", "-"):
            node = Binary(self._take(), node, self._product())
        return node

    def _product(self) -> Node:
        node = self._signed()
        while self._next() in ("*", "/"):
            node = Binary(self._take(), node, self._signed())
        return node

    def _signed(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise WrongRequest(
                "QT-10",
                text=self._text[:40],
                limit=f"lồng nhau quá {DEEPEST} lớp",
            )
        node = self._sign_or_atom()
        self._depth -= 1
        return node

    def _sign_or_atom(self) -> Node:
        if self._next() not in ("+", "-"):
            return self._atom()
        sign = self._take()
        node = self._signed()
        if sign == "-":
            return Negative(node)
        return node

    def _atom(self) -> Node:
        if self._at >= len(self._tokens):
            raise self._not_understood()
        kind, word = self._tokens[self._at]
        if kind == "number":
            return self._number()
        if kind == "name":
            return self._name_or_call()
        if word != "(":
            raise self._not_understood()
        self._at += 1
        node = self._sum()
        self._close()
        return node

    def _name_or_call(self) -> Node:
        word = self._take()
        if self._next() == "(":
            return self._call(word)
        return Name(word.upper())

    def _number(self) -> Constant:
        token = self._take()
        with_point = token.replace(",", ".")
        value = float(with_point)
        # 1.250 is twelve hundred and fifty for the office, and would be one and a quarter for the machine.
        if _THOUSANDS.fullmatch(token) or value > LARGEST:
            raise WrongRequest("QT-14", text=self._text[:80], part=token[:30])
        if value.is_integer():
            return Constant(int(value))
        return Constant(value)

    def _call(self, name: str) -> Call:
        self._at += 1
        arguments: list[Node] = []
        while self._next() != ")":
            arguments.append(self._sum())
            if self._next() not in (";", ","):
                break
            self._at += 1
            if self._next() == ")":
                raise self._not_understood()
        self._close()
        return Call(name.lower(), tuple(arguments))

    def _close(self) -> None:
        if self._next() != ")":
            raise self._not_understood()
        self._at += 1

    def _not_understood(self) -> WrongRequest:
        begin = self._at
        end = begin + _WORDS_NAMED
        rest = self._tokens[begin:end]
        words = [token for _, token in rest]
        part = " ".join(words)
        return self._refused(part or "(hết biểu thức)")

    def _refused(self, part: str) -> WrongRequest:
        """Return the error that names the part which is no expression."""
        return WrongRequest("QT-01", text=self._text, part=part, hint="")
