"""How the two sides of a rule are compared, as Python and as an Excel condition that is TRUE when broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from khoagiao_xl.rules.operand import Number

NEARLY: Final = 1e-6  # figures are whole or have one decimal; this only forgives binary fractions
BETWEEN, TOGETHER, IMPLIES = "trong khoảng", "cùng có", "kéo theo"


@dataclass(frozen=True)
class Comparison:
    """One way to compare; «trong khoảng» and «kéo theo» are of another shape, and the rule's own matter."""

    meaning: str
    holds: Callable[[Number, Number], bool] | None = None
    broken_in_excel: str = ""


COMPARISONS: Final = {
    "=": Comparison(
        "hai vế bằng nhau",
        lambda left, right: abs(left - right) <= NEARLY,
        "ABS({left}-({right}))>0.000001",
    ),
    "<=": Comparison(
        "vế trái không lớn hơn vế phải",
        lambda left, right: left <= right + NEARLY,
        "{left}>({right})+0.000001",
    ),
    ">=": Comparison(
        "vế trái không nhỏ hơn vế phải",
        lambda left, right: left >= right - NEARLY,
        "{left}<({right})-0.000001",
    ),
    BETWEEN: Comparison("vế trái nằm trong khoảng, viết 2..2000"),
    TOGETHER: Comparison(
        "hai vế cùng lớn hơn 0 hoặc cùng bằng 0",
        lambda left, right: (left > 0) == (right > 0),
        "({left}>0)<>(({right})>0)",
    ),
    IMPLIES: Comparison("vế trái lớn hơn 0 thì chỉ tiêu ở vế phải không được trống"),
}
