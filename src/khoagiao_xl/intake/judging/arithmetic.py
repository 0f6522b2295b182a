"""A formula of figures alone («=5+7») worked out by ourselves, to hold it against the value its cell kept."""

from __future__ import annotations

import ast
import operator
import re
from typing import Any

_PURE_ARITHMETIC = re.compile(r"[\d\s.+\-*()]+")
_SIGNS: dict[type, Any] = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}


def evaluate(formula: str) -> float | None:
    """Return the value of a formula of figures alone («5+7»), None for one that looks anywhere else."""
    text = formula.lstrip("=+ ")
    if not text or len(text) > 200 or not _PURE_ARITHMETIC.fullmatch(text):
        return None
    try:
        return _worth(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return None


def _worth(node: Any) -> float:
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_worth(inner)
        case ast.UnaryOp(op=ast.UAdd(), operand=inner):
            return _worth(inner)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _SIGNS:
            work = _SIGNS[type(sign)]
            return float(work(_worth(left), _worth(right)))
    raise ValueError(type(node).__name__)
