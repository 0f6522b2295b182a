"""Every function of the rules' language, once: what it is called, what it means, how it is worked out.

The parser, the messages of a wrong rule, the form's check column and the guide all read this table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from khoagiao_xl.model.periods import Kind
from khoagiao_xl.rules import functions_of_form as of_form
from khoagiao_xl.rules import functions_of_periods as of_periods
from khoagiao_xl.rules.functions_of_periods import LEAST_CELLS, LEAST_HISTORY, MOST_HISTORY
from khoagiao_xl.rules.operand import Value


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


V, N = Takes.VALUE, Takes.NUMBER
# «của 6 tháng, của năm»: the periods that quarters make up.
_LONG: Final = [kind.facts for kind in Kind if kind.facts.part is Kind.QUARTER]
_OF_QUARTERS: Final = ", ".join(f"của {facts.called}" for facts in _LONG)
_ALL: Final = (
    Function("max", "max(X; Y)", "số lớn nhất", (V,) * 20, of_form.greatest, least=2, excel="MAX"),
    Function("min", "min(X; Y)", "số nhỏ nhất", (V,) * 20, of_form.smallest, least=2, excel="MIN"),
    Function("abs", "abs(X)", "X bỏ dấu âm", (V,), of_form.size, excel="ABS"),
    Function("round", "round(X; 1)", "X làm tròn đến 1 chữ số thập phân",
             (V, N), of_form.rounded, excel="ROUND"),
    Function("co", "co(KG601)", "1 nếu trả lời «Có», 0 nếu «Không»; «Không thuộc» thì không xét",
             (Takes.CHOICE,), of_form.yes),
    Function("khac0", "khac0()", "số ô CT_CONG khác 0 của cả biểu; không xét biểu «không phát sinh»",
             (), of_form.filled, least=0, said="số ô khác 0"),
    Function("truoc", "truoc(X)",
             "X của kỳ liền trước cùng loại (tháng trước, quý trước), kể cả năm trước; 6 tháng: dùng cungky",
             (V,), of_periods.previous, said="kỳ trước"),
    Function("truocnam", "truocnam(X)", "X của kỳ liền trước trong cùng năm; kỳ đầu năm thì không xét",
             (V,), of_periods.previous_of_year, said="kỳ trước"),
    Function("cungky", "cungky(X)", "X của cùng kỳ năm trước",
             (V,), of_periods.last_year, said="cùng kỳ năm trước"),
    Function("luyke", "luyke(X)", "cộng X từ đầu năm đến hết kỳ này",
             (V,), of_periods.to_date, said="lũy kế"),
    Function("tongky", "tongky(X)", f"cộng X của các kỳ con: ba tháng của quý; các quý {_OF_QUARTERS}",
             (V,), of_periods.of_parts, said="cộng các kỳ con"),
    Function("tongbiet", "tongbiet(X)", "cộng X của các kỳ con đã báo cáo; chưa kỳ con nào thì không xét",
             (V,), of_periods.of_known_parts, said="cộng các kỳ con đã báo cáo"),
    Function("cuoiky", "cuoiky(X)", f"X của kỳ con cuối: tháng cuối của quý; quý cuối {_OF_QUARTERS}",
             (V,), of_periods.of_last_part, said="kỳ con cuối"),
    Function("trongky", "trongky(X)",
             "X lớn nhất trong các kỳ đã báo cáo nằm trong kỳ này (tháng, quý, 6 tháng); "
             "chưa kỳ nào thì không xét",
             (V,), of_periods.most_within, said="đã báo cáo ở một kỳ nằm trong kỳ này"),
    Function("ton", "ton(X; Y)",
             "phần của X chưa được Y giải quyết, chuyển từ năm trước và các kỳ trước trong năm; "
             "chưa biết đủ các kỳ ấy thì không xét",
             (V, V), of_periods.left_over, least=2, said="tồn kỳ trước"),
    Function("tonbiet", "tonbiet(X; Y)",
             "như ton, chỉ tính các kỳ trước đã báo cáo; có thể còn tồn nhiều hơn",
             (V, V), of_periods.left_over_as_known, least=2, said="tồn của các kỳ trước đã báo cáo"),
    Function("ganday", "ganday(X)",
             "X của kỳ này; kỳ này không hỏi thì của kỳ gần nhất đã báo, kể cả năm trước",
             (V,), of_periods.latest_known, said="số gần nhất đã báo"),
    Function("trungvi", "trungvi(X; 6)",
             f"số đứng giữa của X trong 6 kỳ liền trước (ghi {LEAST_HISTORY} đến {MOST_HISTORY} kỳ); "
             f"cần ít nhất {LEAST_HISTORY} kỳ có số",
             (V, Takes.COUNT), of_periods.usual, least=2, said="mức giữa các kỳ trước"),
    Function("chuaquen", "chuaquen(X; 4)",
             f"X, khi trong 4 kỳ liền trước chưa đủ {LEAST_HISTORY} kỳ có số để so; đủ thì không xét",
             (V, Takes.COUNT), of_periods.without_usual, least=2),
    Function("lech", "lech(X; 12; 20)",
             f"X lệch mức giữa của 12 kỳ liền trước bao nhiêu lần độ dao động thường có (trên 3,5 là lạ); "
             "chênh không quá 20 thì coi là 0 (có thể bỏ số này); "
             f"ghi {LEAST_HISTORY} đến {MOST_HISTORY} kỳ, cần ít nhất {LEAST_HISTORY} kỳ có số; "
             "không xét nếu mọi kỳ trước giống hệt nhau",
             (V, Takes.COUNT, N), of_periods.deviation, least=2, said="độ lệch"),
    Function("trungky", "trungky()",
             "tỷ lệ % số ô CT_CONG giống hệt kỳ trước, bỏ các ô cả hai kỳ đều 0; "
             f"cần ít nhất {LEAST_CELLS} ô để so",
             (), of_periods.copied, least=0, said="tỷ lệ ô giống kỳ trước"),
)  # fmt: skip
FUNCTIONS: Final = {function.name: function for function in _ALL}
