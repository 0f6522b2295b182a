"""The small language of the two sides of a rule: «KG102+KG103», «KG001*max(1; KG106)», «ton(KG221; KG222)».

An expression is parsed once and then either evaluated over a unit's figures or written as an Excel
formula over the cells of its form, so that the form and the intake can never disagree.
"""

from __future__ import annotations

import ast
import operator
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Number = float | int
INDICATOR: Final = re.compile(r"KG\d{3}")
_DECIMAL_COMMA: Final = re.compile(r"(?<=\d),(?=\d)")
_OPERATORS: Final[dict[type[ast.operator], tuple[str, Callable[[Number, Number], Number]]]] = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("-", operator.sub),
    ast.Mult: ("*", operator.mul),
    ast.Div: ("/", operator.truediv),
}
_FUNCTIONS: Final[dict[str, Callable[..., Number]]] = {"max": max, "min": min, "abs": abs, "round": round}
CARRIED: Final = "ton"  # ton(a; b): what is left of a after b, carried over from earlier periods


@dataclass(frozen=True)
class Expression:
    """One side of a rule. `codes`: the indicators it names, in the order they stand there."""

    text: str
    tree: ast.expr
    codes: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Expression:
        """Return the expression; raise WrongRequest QT-01 naming what is not understood."""
        source = _DECIMAL_COMMA.sub(".", text).replace(";", ",").strip()
        try:
            tree = ast.parse(source, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise WrongRequest("QT-01", text=text, part=text) from error
        _refuse_foreign(tree, text)
        names = (node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
        codes = sorted({name for name in names if INDICATOR.fullmatch(name)}, key=source.index)
        return cls(text, tree, tuple(codes))

    @property
    def carried_pairs(self) -> list[tuple[str, str]]:
        """The pairs (a, b) of which the expression needs what is carried over from earlier periods."""
        calls = (
            node for node in ast.walk(self.tree) if isinstance(node, ast.Call) and _called(node) == CARRIED
        )
        return [(_source(call.args[0]), _source(call.args[1])) for call in calls if len(call.args) == 2]

    def evaluate(
        self, figures: Mapping[str, Number | None], carried: Mapping[tuple[str, str], Number] | None = None
    ) -> Number | None:
        """Return the value, or None when a figure is blank, nothing is known of earlier periods, or x/0."""
        try:
            return _value(self.tree, figures, carried)
        except (_Blank, ZeroDivisionError, OverflowError):
            return None

    def to_excel(self, cells: Mapping[str, str]) -> str:
        """Return the expression as an Excel formula over `cells` (code -> address)."""
        return _formula(self.tree, cells)


class _Blank(Exception):  # a signal within this file, not an error of anybody's
    """A figure that the expression needs is not there."""


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _refuse_foreign(tree: ast.expr, text: str) -> None:
    for node in ast.walk(tree):
        if not _is_known(node):
            raise WrongRequest("QT-01", text=text, part=_source(node))


def _source(node: ast.AST) -> str:
    return ast.unparse(node) if isinstance(node, ast.expr) else type(node).__name__


def _is_known(node: ast.AST) -> bool:
    match node:
        case ast.Name():
            return node.id in {*_FUNCTIONS, CARRIED} or bool(INDICATOR.fullmatch(node.id))
        case ast.Constant():
            return isinstance(node.value, int | float) and not isinstance(node.value, bool)
        case ast.Call():
            is_carried = _called(node) == CARRIED and len(node.args) == 2
            return (is_carried or _called(node) in _FUNCTIONS) and not node.keywords
        case ast.BinOp():
            return type(node.op) in _OPERATORS
        case ast.UnaryOp():
            return isinstance(node.op, ast.USub | ast.UAdd)
    return isinstance(node, ast.operator | ast.unaryop | ast.expr_context)


def _value(
    node: ast.expr,
    figures: Mapping[str, Number | None],
    carried: Mapping[tuple[str, str], Number] | None,
) -> Number:
    match node:
        case ast.Constant():
            return node.value  # type: ignore[return-value]  # _is_known let only numbers in
        case ast.Name():
            figure = figures.get(node.id)
            if figure is None:
                raise _Blank
            return figure
        case ast.UnaryOp():
            inner = _value(node.operand, figures, carried)
            return -inner if isinstance(node.op, ast.USub) else inner
        case ast.BinOp():
            left, right = _value(node.left, figures, carried), _value(node.right, figures, carried)
            return _OPERATORS[type(node.op)][1](left, right)
        case ast.Call() if _called(node) == CARRIED:
            pair = (_source(node.args[0]), _source(node.args[1]))
            if carried is None or pair not in carried:
                raise _Blank
            return carried[pair]
        case ast.Call():
            return _FUNCTIONS[_called(node)](*(_value(argument, figures, carried) for argument in node.args))
    raise _Blank


def _formula(node: ast.expr, cells: Mapping[str, str]) -> str:
    match node:
        case ast.Constant():
            return repr(node.value)
        case ast.Name():
            return cells[node.id]
        case ast.UnaryOp():
            return f"-({_formula(node.operand, cells)})"
        case ast.BinOp():
            sign = _OPERATORS[type(node.op)][0]
            return f"({_formula(node.left, cells)}{sign}{_formula(node.right, cells)})"
        case ast.Call():
            inside = ",".join(_formula(argument, cells) for argument in node.args)
            return f"{_called(node).upper()}({inside})"
    raise ValueError(ast.dump(node))
