"""From a tree to a function that works it out: made once, called for every form and every indicator."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.rules.functions import FUNCTIONS, Takes
from khoagiao_xl.rules.operand import Blank, Number, Value
from khoagiao_xl.rules.placeholders import PLACEHOLDERS
from khoagiao_xl.rules.syntax import Binary, Call, Constant, Name, Negative, Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.rules.answers_over_time import AnswersOverTime


def _divide(left: Number, right: Number) -> Number:
    if not right:
        raise Blank
    return left / right


OPERATORS: Final[dict[str, Callable[[Number, Number], Number]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divide,
}


def compiled(node: Node, *, blanks_are_zero: bool) -> Value:
    """Return the function that works `node` out; it raises Blank for what is not known."""
    match node:
        case Constant(number):
            return lambda _now, _subject: number
        case Name(name):
            return _figure(name, blanks_are_zero=blanks_are_zero)
        case Negative(inner):
            value = compiled(inner, blanks_are_zero=blanks_are_zero)
            return _negated(value)
        case Binary(sign, left, right):
            one = compiled(left, blanks_are_zero=blanks_are_zero)
            other = compiled(right, blanks_are_zero=blanks_are_zero)
            return _both(OPERATORS[sign], one, other)
        case Call():
            return _call(node, blanks_are_zero=blanks_are_zero)


def _figure(name: str, *, blanks_are_zero: bool) -> Value:
    """A blank of a reported form may count as 0, if the rule says so; a form that never came may not."""
    own = "" if name in PLACEHOLDERS else name

    def work(now: AnswersOverTime, subject: str) -> Number:
        value = now.answers.get(own or subject)
        if type(value) is int or type(value) is float:  # quicker than isinstance, and this runs most of all
            return value
        if blanks_are_zero and value is None:
            return 0
        raise Blank

    return work


def _negated(value: Value) -> Value:
    return lambda now, subject: -value(now, subject)


def _both(work: Callable[[Number, Number], Number], left: Value, right: Value) -> Value:
    def both(now: AnswersOverTime, subject: str) -> Number:
        one = left(now, subject)
        other = right(now, subject)
        return work(one, other)

    return both


def _call(node: Call, *, blanks_are_zero: bool) -> Value:
    function = FUNCTIONS[node.name]
    wanted = function.takes
    given: list[object] = []
    pairs = zip(node.arguments, wanted, strict=False)  # what may be left out stands last
    for argument, takes in pairs:
        value = _given(argument, takes, blanks_are_zero=blanks_are_zero)
        given.append(value)
    return function.make(*given)


def _given(argument: Node, takes: Takes, *, blanks_are_zero: bool) -> object:
    match takes, argument:
        case Takes.CHOICE, Name(name):
            return name
        case ((Takes.COUNT | Takes.NUMBER), Constant(value)):
            return value
    return compiled(argument, blanks_are_zero=blanks_are_zero)
