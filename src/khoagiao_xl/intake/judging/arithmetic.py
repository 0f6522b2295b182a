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
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        return -_worth(node.operand) if isinstance(node.op, ast.USub) else _worth(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return float(_SIGNS[type(node.op)](_worth(node.left), _worth(node.right)))
    raise ValueError(type(node).__name__)
