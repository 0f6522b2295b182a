"""The functions of the rules' language that look at one form alone: each from its arguments to its value."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from khoagiao_xl.rules.answers_over_time import AnswersOverTime
from khoagiao_xl.rules.operand import Blank, Number, Value
from khoagiao_xl.vietnamese.text import fold

WORTH_OF_ANSWERS: Final = {"co": 1, "khong": 0}


def greatest(*values: Value) -> Value:
    """Return the greatest of the values."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        return max(value(now, subject) for value in values)

    return work


def smallest(*values: Value) -> Value:
    """Return the smallest of the values."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        return min(value(now, subject) for value in values)

    return work


def size(value: Value) -> Value:
    """Return the value without its sign."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        signed = value(now, subject)
        return abs(signed)

    return work


def rounded(value: Value, digits: Number = 0) -> Value:
    """Round as Excel does: a half away from zero."""
    one = Decimal(1)
    step = one.scaleb(-int(digits))

    def work(now: AnswersOverTime, subject: str) -> Number:
        number = value(now, subject)
        written = repr(number)
        exact = Decimal(written)
        nearest = exact.quantize(step, ROUND_HALF_UP)
        return float(nearest)

    return work


def yes(code: str) -> Value:
    """Return 1 for the answer «Có», 0 for «Không»; any other answer is as good as none."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        said = now.answers.get(code or subject)
        words = str(said or "")
        plain = fold(words)
        if plain not in WORTH_OF_ANSWERS:
            raise Blank
        return WORTH_OF_ANSWERS[plain]

    return work


def filled() -> Value:
    """Return how many cells of the whole form are not 0."""

    def work(now: AnswersOverTime, _: str) -> Number:
        figures = [now.answers.get(code) for code in now.counted]
        if not figures or None in figures:
            raise Blank
        everything = len(figures)
        zeros = figures.count(0)
        blanks = figures.count("")
        return everything - zeros - blanks

    return work
