"""A tree written out again: as the office writes it, and as an Excel formula over the cells of a form."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Protocol

from khoagiao_xl.rules.functions import FUNCTIONS
from khoagiao_xl.rules.syntax import Binary, Call, Constant, Name, Negative, Node

if TYPE_CHECKING:
    from collections.abc import Mapping

_STRENGTH: Final = {"+": 1, "-": 1, "*": 2, "/": 2}
_ATOM: Final = 3


def to_text(node: Node) -> str:
    """Return the expression with a decimal comma and «;» between arguments."""
    return _written(node, _OfficeStyle())


def to_excel(node: Node, cells: Mapping[str, str]) -> str:
    """Return the formula, with the address of every indicator (or placeholder) out of `cells`."""
    return _written(node, _ExcelStyle(cells))


class _Style(Protocol):
    """How names, numbers and calls are written."""

    def name(self, name: str) -> str: ...
    def number(self, value: float) -> str: ...
    def call(self, name: str, arguments: list[str]) -> str: ...


class _OfficeStyle:
    def name(self, name: str) -> str:
        return name

    def number(self, value: float) -> str:
        plain = plain_number(value)
        return plain.replace(".", ",")

    def call(self, name: str, arguments: list[str]) -> str:
        listed = "; ".join(arguments)
        return f"{name}({listed})"


@dataclass(frozen=True)
class _ExcelStyle:
    cells: Mapping[str, str]

    def name(self, name: str) -> str:
        return self.cells[name]

    def number(self, value: float) -> str:
        return plain_number(value)

    def call(self, name: str, arguments: list[str]) -> str:
        called = FUNCTIONS[name].excel
        if called == "ROUND" and len(arguments) == 1:
            arguments = [*arguments, "0"]  # Excel's ROUND does not do without
        listed = ",".join(arguments)
        return f"{called}({listed})"


def plain_number(value: float) -> str:
    """Return a number to its last digit without an exponent, which a stored formula knows only as «1E-05»."""
    if not isinstance(value, float):
        return str(value)
    shortest = repr(value)
    exact = Decimal(shortest)
    digits = f"{exact:f}"
    if "." not in digits:
        return digits
    return digits.rstrip("0").rstrip(".")


def _written(node: Node, style: _Style, needed: int = 0) -> str:
    """Return the node as text, in brackets when what is around it needs more than its own sign gives."""
    match node:
        case Constant(value):
            return style.number(value)
        case Name(name):
            return style.name(name)
        case Negative(inner):
            text = _written(inner, style, _ATOM)
            return _bracketed(f"-{text}", is_needed=needed > 0)
        case Binary():
            return _both_sides(node, style, needed)
        case Call(name, arguments):
            inside = [_written(argument, style) for argument in arguments]
            return style.call(name, inside)


def _both_sides(node: Binary, style: _Style, needed: int) -> str:
    sign = node.sign
    own = _STRENGTH[sign]
    left = _written(node.left, style, own)
    right = _written(node.right, style, own + 1)
    text = f"{left}{sign}{right}"
    return _bracketed(text, is_needed=own < needed)


def _bracketed(text: str, *, is_needed: bool) -> str:
    return f"({text})" if is_needed else text
