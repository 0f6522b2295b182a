"""A tree written out again: as the office writes it, and as an Excel formula over the cells of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.rules.functions import FUNCTIONS
from khoagiao_xl.rules.syntax import Binary, Call, Constant, Name, Negative, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_STRENGTH: Final = {"+": 1, "-": 1, "*": 2, "/": 2}
_ATOM: Final = 3


def to_text(node: Node) -> str:
    """Return the expression with a decimal comma and «;» between arguments."""
    return _written(node, lambda name: name, lambda value: _plain(value).replace(".", ","), "; ", _own_name)


def to_excel(node: Node, cells: Mapping[str, str]) -> str:
    """Return the formula, with the address of every indicator (or placeholder) out of `cells`."""
    return _written(node, cells.__getitem__, _plain, ",", lambda call: FUNCTIONS[call.name].excel)


def _plain(value: float) -> str:
    """Return a number without an exponent."""
    return f"{value:.15f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _own_name(call: Call) -> str:
    return call.name


def _written(
    node: Node,
    named: Callable[[str], str],
    numbered: Callable[[float | int], str],
    separator: str,
    called: Callable[[Call], str],
) -> str:
    def write(node: Node, needed: int = 0) -> str:
        match node:
            case Constant(value):
                return numbered(value)
            case Name(name):
                return named(name)
            case Negative(inner):
                return f"(-{write(inner, _ATOM)})" if needed else f"-{write(inner, _ATOM)}"
            case Binary(sign, left, right):
                own = _STRENGTH[sign]
                text = f"{write(left, own)}{sign}{write(right, own + 1)}"
                return f"({text})" if own < needed else text
            case Call(name, arguments):
                inside = [write(argument) for argument in arguments]
                if called(node) == "ROUND" and len(inside) == 1:
                    inside.append("0")  # Excel's ROUND does not do without
                return f"{called(node)}({separator.join(inside)})"

    return write(node)
