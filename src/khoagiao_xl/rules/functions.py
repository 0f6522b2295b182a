"""Every function of the rules' language, once: what it is called, what it means, how it is worked out.

The parser, the messages of a wrong rule, the form's check column and the guide all read this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto
from statistics import fmean, median
from typing import Final

from khoagiao_xl.rules.answers_over_time import Moment
from khoagiao_xl.vietnamese.text import fold

Number = float | int
Value = Callable[[Moment, str], Number]  # (where, the indicator that stands for the placeholder) -> value
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
    return lambda moment, subject: max(value(moment, subject) for value in values)


def _smallest(*values: Value) -> Value:
    return lambda moment, subject: min(value(moment, subject) for value in values)


def _size(value: Value) -> Value:
    return lambda moment, subject: abs(value(moment, subject))


def _rounded(value: Value, digits: Number = 0) -> Value:
    """Round as Excel does: a half away from zero."""
    step = Decimal(1).scaleb(-int(digits))

    def work(moment: Moment, subject: str) -> Number:
        return float(Decimal(repr(value(moment, subject))).quantize(step, ROUND_HALF_UP))

    return work


def _yes(code: str) -> Value:
    answers = {"co": 1, "khong": 0}

    def work(moment: Moment, subject: str) -> Number:
        said = answers.get(fold(str(moment.answers.get(code or subject) or "")))
        if said is None:
            raise Blank
        return said

    return work


def _filled() -> Value:
    def work(moment: Moment, _: str) -> Number:
        figures = [moment.answers.get(code) for code in moment.counted]
        if not figures or None in figures:
            raise Blank
        return sum(1 for figure in figures if figure)

    return work


# -- over the unit's periods ------------------------------------------------------------------------------


def _of(value: Value, moment: Moment | None, subject: str) -> Number:
    if moment is None:
        raise Blank
    return value(moment, subject)


def _previous(value: Value) -> Value:
    return lambda moment, subject: _of(value, moment.previous, subject)


def _previous_of_year(value: Value) -> Value:
    return lambda moment, subject: _of(value, moment.previous_of_year, subject)


def _last_year(value: Value) -> Value:
    return lambda moment, subject: _of(value, moment.last_year, subject)


def _to_date(value: Value) -> Value:
    return lambda moment, subject: _total(value, [*moment.earlier_of_year, moment], subject)


def _of_parts(value: Value) -> Value:
    return lambda moment, subject: _total(value, moment.parts, subject)


def _of_known_parts(value: Value) -> Value:
    """Add up those that are known: the whole can be more, never less."""

    def work(moment: Moment, subject: str) -> Number:
        known = list(_known(value, [part for part in moment.parts if part], subject))
        if not known:
            raise Blank
        return sum(known)

    return work


def _of_last_part(value: Value) -> Value:
    return lambda moment, subject: _of(value, moment.parts[-1] if moment.parts else None, subject)


def _total(value: Value, moments: Sequence[Moment | None], subject: str) -> Number:
    """Add up all of them: one that is missing leaves the total unknown, never smaller."""
    if not moments:
        raise Blank
    return sum(_of(value, moment, subject) for moment in moments)


def _left_over(arisen: Value, settled: Value) -> Value:
    """What is left from period to period; more settled than had arisen (from last year) leaves nothing."""

    def work(moment: Moment, subject: str) -> Number:
        if not moment.earlier_of_year:
            raise Blank
        left: Number = 0
        for earlier in moment.earlier_of_year:
            left = max(0, left + _of(arisen, earlier, subject) - _of(settled, earlier, subject))
        return left

    return work


def _usual(value: Value, count: Number) -> Value:
    return lambda moment, subject: median(_past(value, moment, int(count), subject))


def _deviation(value: Value, count: Number, smallest: Number = 0) -> Value:
    """The modified z-score; where half of the past is alike, by the mean deviation instead of the median one.

    Unknown when the whole past is alike: nothing tells what is much.
    """

    def work(moment: Moment, subject: str) -> Number:
        now, past = value(moment, subject), _past(value, moment, int(count), subject)
        middle = median(past)
        if abs(now - middle) <= smallest:
            return 0
        apart = [abs(figure - middle) for figure in past]
        spread = 1.4826 * median(apart) or 1.2533 * fmean(apart)
        if not spread:
            raise Blank
        return (now - middle) / spread

    return work


def _past(value: Value, moment: Moment, count: int, subject: str) -> list[Number]:
    """Return the known values of the last `count` periods, at least LEAST_HISTORY of them."""
    earlier = moment.earlier(count)
    known = list(_known(value, earlier, subject)) if len(earlier) >= LEAST_HISTORY else []
    if len(known) < LEAST_HISTORY:
        raise Blank
    return known


def _known(value: Value, moments: Iterable[Moment], subject: str) -> Iterable[Number]:
    for moment in moments:
        try:
            yield value(moment, subject)
        except Blank:
            continue


def _copied() -> Value:
    """Of the cells that are not 0 both now and before, the share (%) that is the same."""

    def work(moment: Moment, _: str) -> Number:
        if moment.previous is None:
            raise Blank
        before = moment.previous.answers
        pairs = [(moment.answers.get(code), before.get(code)) for code in moment.counted]
        compared = [pair for pair in pairs if None not in pair and pair != (0, 0)]
        if len(compared) < LEAST_CELLS:
            raise Blank
        return sum(now == then for now, then in compared) / len(compared) * 100

    return work


V, N = Takes.VALUE, Takes.NUMBER
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
    Function("tongky", "tongky(X)", "cộng X của các kỳ con: ba tháng của quý; các quý của 6 tháng, của năm",
             (V,), _of_parts, said="cộng các kỳ con"),
    Function("tongbiet", "tongbiet(X)", "cộng X của các kỳ con đã báo cáo; chưa kỳ con nào thì không xét",
             (V,), _of_known_parts, said="cộng các kỳ con đã báo cáo"),
    Function("cuoiky", "cuoiky(X)", "X của kỳ con cuối: tháng cuối của quý; quý cuối của 6 tháng, của năm",
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
