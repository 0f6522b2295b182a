"""One side of a rule, or the formula of a share: parsed once, then worked out or written as an Excel formula.

Both come from the same tree, so that the form and the intake can never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Final

from khoagiao_xl.rules import expression_text, syntax
from khoagiao_xl.rules.answers_over_time import AnswersOverTime
from khoagiao_xl.rules.evaluation import compiled
from khoagiao_xl.rules.functions import FUNCTIONS
from khoagiao_xl.rules.operand import Blank, Number, Value
from khoagiao_xl.rules.placeholders import PLACEHOLDERS
from khoagiao_xl.rules.syntax import Call, Name, Node
from khoagiao_xl.rules.vocabulary import INDICATOR, require_known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.model.history import Answer

__all__ = ["INDICATOR", "Expression", "Number"]


CHOICE: Final = "co"


@dataclass(frozen=True)
class Expression:
    """One side of a rule. `codes`: the indicators and placeholders it names, in the order they stand."""

    text: str
    tree: Node
    codes: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Expression:
        """Return the expression; raise WrongRequest QT-01, -07, -10 or -14 naming what is not understood."""
        return _parse(text)

    @property
    def placeholders(self) -> set[str]:
        """The words it uses that stand for several indicators."""
        return set(self.codes) & PLACEHOLDERS.keys()

    @property
    def choices(self) -> set[str]:
        """The indicators of which it takes the answer yes or no."""
        asked: set[str] = set()
        for call in self._calls:
            if call.name == CHOICE:
                asked.update(_names(call))
        return asked

    @property
    def is_of_the_form(self) -> bool:
        """Whether a form alone can work it out: no earlier period, no look at all of its cells."""
        return all(_is_of_the_form(call) for call in self._calls)

    @property
    def _calls(self) -> Iterator[Call]:
        for node in syntax.walk(self.tree):
            if isinstance(node, Call):
                yield node

    @cached_property
    def notable(self) -> tuple[tuple[str, Expression], ...]:
        """The outermost functions whose value a finding must tell, each with what it is called."""
        found = _notable(self.tree)
        return tuple(found)

    @property
    def tells_choice(self) -> bool:
        """Whether its value is an answer by yes or no of another period: 1 for yes."""
        node = self.tree
        if not isinstance(node, Call):
            return False
        return any(map(_is_choice, node.arguments))

    def evaluate(self, figures: Mapping[str, Answer]) -> Number | None:
        """Return the value over figures alone, or None when one is blank, nothing is known, or x/0."""
        now = AnswersOverTime(figures)
        return self.value(now)

    def value(
        self, now: AnswersOverTime, subject: str = "", *, blanks_are_zero: bool = False
    ) -> Number | None:
        """Return the value over the answers `now`, None when something it needs is not known.

        subject: the indicator that a placeholder stands for.
        """
        work = self._with_zeros if blanks_are_zero else self._without_zeros
        try:
            found = work(now, subject)
            is_a_figure = isfinite(found)  # raises for a whole number beyond every float
        except (Blank, ArithmeticError):
            return None
        if is_a_figure:
            return found
        return None

    @cached_property
    def _with_zeros(self) -> Value:
        return compiled(self.tree, blanks_are_zero=True)

    @cached_property
    def _without_zeros(self) -> Value:
        return compiled(self.tree, blanks_are_zero=False)

    def to_excel(self, cells: Mapping[str, str]) -> str:
        """Return the expression as an Excel formula over `cells` (code -> address)."""
        return expression_text.to_excel(self.tree, cells)


@lru_cache(maxsize=1000)
def _parse(text: str) -> Expression:
    tree = syntax.parse(text)
    require_known(tree, text)
    return _expression(tree, text)


def _expression(tree: Node, text: str) -> Expression:
    names = _names(tree)
    codes = dict.fromkeys(names)
    return Expression(text, tree, tuple(codes))


def _is_of_the_form(call: Call) -> bool:
    function = FUNCTIONS[call.name]
    return function.excel != ""


def _names(node: Node) -> Iterator[str]:
    for inner in syntax.walk(node):
        if isinstance(inner, Name):
            yield inner.name


def _notable(node: Node) -> Iterator[tuple[str, Expression]]:
    said = _called(node)
    if said:
        text = expression_text.to_text(node)
        yield said, _expression(node, text)
        return
    for child in syntax.children(node):
        yield from _notable(child)


def _is_choice(node: Node) -> bool:
    """Whether a part is an answer by yes or no."""
    if isinstance(node, Call):
        return node.name == CHOICE
    return False


def _called(node: Node) -> str:
    """Return what a finding calls the value of a function, else nothing: «lũy kế KG101+KG102»."""
    if not isinstance(node, Call):
        return ""
    said = FUNCTIONS[node.name].said
    if not said or not node.arguments:
        return said
    first = node.arguments[0]
    if isinstance(first, Name) or _is_choice(first):
        return said
    text = expression_text.to_text(first)
    return f"{said} {text}"
