"""What a piece of an expression is once it has been made ready: a function of the answers to its worth."""

from __future__ import annotations

from collections.abc import Callable

from khoagiao_xl.rules.answers_over_time import AnswersOverTime

Number = float | int
# (the answers now, the indicator that stands for the placeholder) -> value
Value = Callable[[AnswersOverTime, str], Number]


class Blank(Exception):  # a signal while working a value out, not an error of anybody's
    """Something that the value needs is not known."""
