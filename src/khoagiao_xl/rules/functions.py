"""Every function of the rules' language, once: what it is called, what it means, how it is worked out.

The parser, the messages of a wrong rule, the form's check column and the guide all read this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto
from statistics import fmean, median
from typing import Final

from khoagiao_xl.model.history import Answer
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.rules.answers_over_time import AnswersOverTime
from khoagiao_xl.vietnamese.text import fold

Number = float | int
# (the answers now, the indicator that stands for the placeholder) -> value
Value = Callable[[AnswersOverTime, str], Number]
LEAST_HISTORY: Final = 4  # periods with a figure before a median says anything
MOST_HISTORY: Final = 36
LEAST_CELLS: Final = 5  # cells to compare before one may speak of a copy


class Blank(Exception):  # a signal while working a value out, not an error of anybody's
    """Something that the value needs is not known."""


class Takes(Enum):
    """What an argument of a function may be."""

    VALUE = auto()  # any expression
    CHOICE = auto()  # one indicator that is answered by yes or no
    COUNT = auto()  # a written number of periods
    NUMBER = auto()  # a written number


@dataclass(frozen=True)
class Function:
    """One function. takes: its arguments in order; `least` of them must be there.

    said: what a finding calls its value («kỳ trước»); excel: its name there, empty where a form cannot know.
    make: from its arguments (a written number as itself) to its value.
    """

    name: str
    usage: str
    meaning: str
    takes: tuple[Takes, ...]
    make: Callable[..., Value]
    least: int = 1
    said: str = ""
    excel: str = ""


# -- of this form alone -----------------------------------------------------------------------------------


def _greatest(*values: Value) -> Value:
    def work(now: AnswersOverTime, subject: str) -> Number:
        return max(value(now, subject) for value in values)

    return work


def _smallest(*values: Value) -> Value:
    def work(now: AnswersOverTime, subject: str) -> Number:
        return min(value(now, subject) for value in values)

    return work


def _size(value: Value) -> Value:
    return lambda now, subject: abs(value(now, subject))


def _rounded(value: Value, digits: Number = 0) -> Value:
    """Round as Excel does: a half away from zero."""
    step = Decimal(1).scaleb(-int(digits))

    def work(now: AnswersOverTime, subject: str) -> Number:
        exact = Decimal(repr(value(now, subject)))
        return float(exact.quantize(step, ROUND_HALF_UP))

    return work


def _yes(code: str) -> Value:
    answers = {"co": 1, "khong": 0}

    def work(now: AnswersOverTime, subject: str) -> Number:
        said = now.answers.get(code or subject)
        worth = answers.get(fold(str(said or "")))
        if worth is None:
            raise Blank
        return worth

    return work


def _filled() -> Value:
    def work(now: AnswersOverTime, _: str) -> Number:
        figures = [now.answers.get(code) for code in now.counted]
        if not figures or None in figures:
            raise Blank
        return sum(1 for figure in figures if figure)

    return work


# -- over the unit's periods ------------------------------------------------------------------------------


def _of(value: Value, answers: AnswersOverTime | None, subject: str) -> Number:
    if answers is None:
        raise Blank
    return value(answers, subject)


def _previous(value: Value) -> Value:
    return lambda now, subject: _of(value, now.previous, subject)


def _previous_of_year(value: Value) -> Value:
    return lambda now, subject: _of(value, now.previous_of_year, subject)


def _last_year(value: Value) -> Value:
    return lambda now, subject: _of(value, now.last_year, subject)


def _to_date(value: Value) -> Value:
    return lambda now, subject: _total(value, [*now.earlier_of_year, now], subject)


def _of_parts(value: Value) -> Value:
    return lambda now, subject: _total(value, now.parts, subject)


def _of_known_parts(value: Value) -> Value:
    """Add up those that are known: the whole can be more, never less."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        parts = [part for part in now.parts if part]
        known = list(_known(value, parts, subject))
        if not known:
            raise Blank
        return sum(known)

    return work


def _of_last_part(value: Value) -> Value:
    def work(now: AnswersOverTime, subject: str) -> Number:
        last = now.parts[-1] if now.parts else None
        return _of(value, last, subject)

    return work


def _total(value: Value, periods: Sequence[AnswersOverTime | None], subject: str) -> Number:
    """Add up all of them: one that is missing leaves the total unknown, never smaller."""
    if not periods:
        raise Blank
    return sum(_of(value, answers, subject) for answers in periods)


def _left_over(arisen: Value, settled: Value) -> Value:
    """What is left from period to period; more settled than had arisen (from last year) leaves nothing."""

    def work(now: AnswersOverTime, subject: str) -> Number:
        if not now.earlier_of_year:
            raise Blank
        left: Number = 0
        for earlier in now.earlier_of_year:
            left += _of(arisen, earlier, subject)
            left -= _of(settled, earlier, subject)
            left = max(0, left)
        return left

    return work


def _usual(value: Value, count: Number) -> Value:
    def work(now: AnswersOverTime, subject: str) -> Number:
        return median(_past(value, now, int(count), subject))

    return work


def _deviation(value: Value, count: Number, smallest: Number = 0) -> Value:
    """The modified z-score; where half of the past is alike, by the mean deviation instead of the median one.

    Unknown when the whole past is alike: nothing tells what is much.
    """

    def work(now: AnswersOverTime, subject: str) -> Number:
        figure = value(now, subject)
        past = _past(value, now, int(count), subject)
        middle = median(past)
        if abs(figure - middle) <= smallest:
            return 0
        spread = _spread(past, middle)
        if not spread:
            raise Blank
        return (figure - middle) / spread

    return work


def _spread(past: Sequence[Number], middle: Number) -> float:
    apart = [abs(figure - middle) for figure in past]
    return 1.4826 * median(apart) or 1.2533 * fmean(apart)


def _past(value: Value, now: AnswersOverTime, count: int, subject: str) -> list[Number]:
    """Return the known values of the last `count` periods, at least LEAST_HISTORY of them."""
    earlier = now.earlier(count)
    if len(earlier) < LEAST_HISTORY:
        raise Blank
    known = list(_known(value, earlier, subject))
    if len(known) < LEAST_HISTORY:
        raise Blank
    return known


def _known(value: Value, periods: Iterable[AnswersOverTime], subject: str) -> Iterable[Number]:
    for answers in periods:
        with suppress(Blank):
            yield value(answers, subject)


def _copied() -> Value:
    """Of the cells that are not 0 both now and before, the share (%) that is the same."""

    def work(now: AnswersOverTime, _: str) -> Number:
        if now.previous is None:
            raise Blank
        compared = _compared(now, now.previous)
        if len(compared) < LEAST_CELLS:
            raise Blank
        same = sum(figure == then for figure, then in compared)
        return same / len(compared) * 100

    return work


def _compared(now: AnswersOverTime, before: AnswersOverTime) -> list[tuple[Answer, Answer]]:
    return list(_pairs(now, before))


def _pairs(now: AnswersOverTime, before: AnswersOverTime) -> Iterable[tuple[Answer, Answer]]:
    for code in now.counted:
        pair = (now.answers.get(code), before.answers.get(code))
        is_known = None not in pair
        if is_known and pair != (0, 0):
            yield pair


V, N = Takes.VALUE, Takes.NUMBER
# «của 6 tháng, của năm»: the periods that quarters make up.
_LONG: Final = [kind.facts for kind in Kind if kind.facts.part is Kind.QUARTER]
_OF_QUARTERS: Final = ", ".join(f"của {facts.called}" for facts in _LONG)
_ALL: Final = (
    Function("max", "max(X; Y)", "số lớn nhất", (V,) * 20, _greatest, least=2, excel="MAX"),
    Function("min", "min(X; Y)", "số nhỏ nhất", (V,) * 20, _smallest, least=2, excel="MIN"),
    Function("abs", "abs(X)", "X bỏ dấu âm", (V,), _size, excel="ABS"),
    Function("round", "round(X; 1)", "X làm tròn đến 1 chữ số thập phân", (V, N), _rounded, excel="ROUND"),
    Function("co", "co(KG601)", "1 nếu trả lời «Có», 0 nếu «Không»; «Không thuộc» thì không xét",
             (Takes.CHOICE,), _yes),
    Function("khac0", "khac0()", "số ô CT_CONG khác 0 của cả biểu; không xét biểu «không phát sinh»",
             (), _filled, least=0, said="số ô khác 0"),
    Function("truoc", "truoc(X)",
             "X của kỳ liền trước cùng loại (tháng trước, quý trước), kể cả năm trước; 6 tháng: dùng cungky",
             (V,), _previous, said="kỳ trước"),
    Function("truocnam", "truocnam(X)", "X của kỳ liền trước trong cùng năm; kỳ đầu năm thì không xét",
             (V,), _previous_of_year, said="kỳ trước"),
    Function("cungky", "cungky(X)", "X của cùng kỳ năm trước", (V,), _last_year, said="cùng kỳ năm trước"),
    Function("luyke", "luyke(X)", "cộng X từ đầu năm đến hết kỳ này", (V,), _to_date, said="lũy kế"),
    Function("tongky", "tongky(X)", f"cộng X của các kỳ con: ba tháng của quý; các quý {_OF_QUARTERS}",
             (V,), _of_parts, said="cộng các kỳ con"),
    Function("tongbiet", "tongbiet(X)", "cộng X của các kỳ con đã báo cáo; chưa kỳ con nào thì không xét",
             (V,), _of_known_parts, said="cộng các kỳ con đã báo cáo"),
    Function("cuoiky", "cuoiky(X)", f"X của kỳ con cuối: tháng cuối của quý; quý cuối {_OF_QUARTERS}",
             (V,), _of_last_part, said="kỳ con cuối"),
    Function("ton", "ton(X; Y)", "phần của X chưa được Y giải quyết, chuyển từ các kỳ trước trong năm",
             (V, V), _left_over, least=2, said="tồn kỳ trước"),
    Function("trungvi", "trungvi(X; 6)",
             f"số đứng giữa của X trong 6 kỳ liền trước (ghi {LEAST_HISTORY} đến {MOST_HISTORY} kỳ); "
             f"cần ít nhất {LEAST_HISTORY} kỳ có số",
             (V, Takes.COUNT), _usual, least=2, said="mức giữa các kỳ trước"),
    Function("lech", "lech(X; 12; 20)",
             f"X lệch mức giữa của 12 kỳ liền trước bao nhiêu lần độ dao động thường có (trên 3,5 là lạ); "
             "chênh không quá 20 thì coi là 0 (có thể bỏ số này); "
             f"ghi {LEAST_HISTORY} đến {MOST_HISTORY} kỳ, cần ít nhất {LEAST_HISTORY} kỳ có số; "
             "không xét nếu mọi kỳ trước giống hệt nhau",
             (V, Takes.COUNT, N), _deviation, least=2, said="độ lệch"),
    Function("trungky", "trungky()",
             "tỷ lệ % số ô CT_CONG giống hệt kỳ trước, bỏ các ô cả hai kỳ đều 0; "
             f"cần ít nhất {LEAST_CELLS} ô để so",
             (), _copied, least=0, said="tỷ lệ ô giống kỳ trước"),
)  # fmt: skip
FUNCTIONS: Final = {function.name: function for function in _ALL}
