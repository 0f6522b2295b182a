"""How running text writes days, weeks, months, quarters, halves and years: the patterns, in plain spelling.

Groups: hour; called («ngày»); days, weeks, months, quarters (one or a list); month; sign («/»); part («đầu»,
«cuối»); count («6 tháng»); year, year2, short, last_year; relative («năm sau»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, any_of


class TimeUnit(Enum):
    """What a text names; a year alone is seldom a deadline."""

    DAY = "ngày"
    WEEK = "tuần"
    MONTH = "tháng"
    QUARTER = "quý"
    HALF = "nửa năm"
    TERM = "học kỳ"
    YEAR = "năm"


Way = tuple[TimeUnit, re.Pattern[str]]

# «tháng năm» may be «tháng, năm»: the fifth month is read in figures only.
_NO_MONTH = "năm"


def _numbers(kinds: set[str]) -> Iterator[tuple[str, int]]:
    for row in language_rows("number_words"):
        if row["Loại"] not in kinds:
            continue
        number = int(row["Giá trị"])
        yield row["Từ"], number


def _month_words() -> dict[str, int]:
    numbers = _numbers({"số", "mười"})
    words = dict(numbers)
    del words["không"]
    del words[_NO_MONTH]
    words["mười một"] = 11
    words["mười hai"] = 12
    return words


MONTH_WORDS = _month_words()
# «tuần thứ hai», «quý II».
ORDINALS = dict(_numbers({"số"})) | {"nhất": 1, "i": 1, "ii": 2, "iii": 3, "iv": 4}

JOINTS = r"\s*(?:,\s*và|,|;|và|-|đến|tới|hoặc|&)\s*"
_clock = (
    r"(?:\d{1,2}\s*(?:giờ|h|g)(?:\s*\d{2}(?!\d)(?:\s*(?:phút|'))?)?|\d{1,2}:\d{2}(?!\d))"
    rf"(?:\s*(?:sáng|trưa|chiều|tối))?{WORD_END}"
)
HOUR = rf"{_clock}(?:\s*(?:-|đến)\s*{_clock})?"
_part_of_day = r"(?:(?:sáng|chiều|tối)\s+)?"
# «đợt 1 tháng 4» is the first round, not the first day; «lớp thứ hai ngày 07» the second class, no Monday.
_no_round = "".join(
    f"(?<!{word} )" for word in ("đợt", "vòng", "lần", "lớp", "kỳ", "khóa", "bước", "đoạn", "tuần")
)
_weekday = rf"(?:{_no_round}(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)\s*(?:,\s*|\(\s*)?)?"
HOUR_BEFORE = (
    rf"(?P<hour>(?:{HOUR}|giờ hành chính|giờ làm việc)\s*,?\s*(?:của\s+)?{_part_of_day})?"
    rf"{_part_of_day}{_weekday}"
)
# «trong 02 ngày 15 và 16/3», «02 ngày (15 - 16/3)».
_called = (
    rf"(?P<called>(?:(?<!thứ ){_no_round}(?:0?[2-9]|hai|ba)\s+)?ngày\s+(?:\(\s*)?(?:(?:mùng|mồng)\s+)?)?"
)
DAYS = rf"(?P<days>\d{{1,2}}(?:{JOINTS}(?:(?:đến\s+)?ngày\s+)?\d{{1,2}})*)"
_next_year = r"\s*,?\s*(?:của\s+)?(?P<relative>năm\s+(?:sau|tới|kế tiếp|tiếp theo|liền kề|nay|này))"
_any_year = r"(?:18|19|20)\d\d"  # a day of long ago is read, and is past
_written_year = rf"\s*[/.\-]\s*(?P<year>{_any_year})(?!\d)|\s*,?\s*năm\s+(?P<year2>{_any_year})"
_year = rf"(?:{_written_year}|{_next_year}{WORD_END})?"
_short_year = r"(?:\s*/\s*(?P<short>\d\d)(?![\d/.%]))?"
_own_year = r"(?:\s*/\s*20\d\d)?"
_short_month = r"(?:tháng\s+|th\.?\s?|t\.?\s?)?(?P<month>\d{1,2})(?!\d)"
_month_in_words = rf"(?:{'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))}){WORD_END}(?!\s+lần)"
# In a list a bare figure is a month only where no counted thing follows: «tháng 4, 15 chi bộ».
_bare = r"(?=\s*(?:[,;.):/&\-]|và\s|đến\s|năm\s|hằng\s|hàng\s|$))"
_one_month = rf"(?:0?[1-9]|1[0-2])(?!\d){_own_year}"
_next_month = rf"{JOINTS}(?:hết\s+)?(?:tháng\s+{_one_month}|{_one_month}{_bare})"
# «họp 03 tháng 1 lần» is how often, not the first month.
_no_times = r"(?!\s+lần)"
_months = rf"(?P<months>\d{{1,2}}(?!\d){_no_times}{_own_year}(?:{_next_month})*|{_month_in_words})"
_of_month = rf"(?:của\s+)?tháng\s+(?P<month>\d{{1,2}}(?!\d){_no_times}|{_month_in_words})"
_month_in_figures = rf"\s*(?P<sign>[/.])\s*(?P<month>\d{{1,2}})(?!\d){_short_year}"
# Behind «-» only what can be a month is one: «ngày 10-15» are six days, «tuần 3-4» two weeks.
_month_behind_dash = rf"\s*(?P<sign>-)\s*(?P<month>0?[1-9]|1[0-2])(?!\d){_short_year}"
_one_quarter = rf"(?:iv|i{{1,3}}|0?[1-4]){WORD_END}{_no_times}{_own_year}"
_next_quarter = rf"{JOINTS}(?:hết\s+)?(?:qu[ýí]\s+)?{_one_quarter}"
_quarters = rf"(?P<quarters>(?:{_one_quarter}|(?:nhất|hai|ba|tư){WORD_END}{_no_times})(?:{_next_quarter})*)"
# «mỗi quý 01 số», «hằng tháng 02 buổi» say how often.
_not_each = "(?<!mỗi )(?<!hằng )(?<!hàng )(?<!từng )"
_last_day = r"ngày (?:làm việc )?cuối(?: cùng)?"
_part = (
    rf"(?:(?P<part>đầu|giữa|cuối|nửa đầu|nửa cuối|thượng tuần|trung tuần|hạ tuần|{_last_day})\s+(?:của\s+)?)?"
)
_one_week = r"(?:[1-5]|iv|i{1,3}|nhất|một|hai|ba|tư|năm|đầu tiên|đầu|giữa|cuối cùng|cuối)"
_weeks = rf"(?P<weeks>{_one_week}(?:{JOINTS}(?:tuần\s+)?(?:thứ\s+)?{_one_week})*)"
WEEKS = rf"tuần\s+(?:lễ\s+)?(?:thứ\s+)?{_weeks}"
_part_of_year = r"(?P<part>đầu|giữa|cuối|nửa đầu|nửa cuối)"
_years = r"(?P<year>20\d\d)(?:\s*-\s*(?P<last_year>20\d\d))?"
_term_number = rf"\s*(?P<term>i{{1,2}}|[12]|một|nhất|hai){WORD_END}"
_school_year = r"(?:\s*,?\s*\(?(?:của\s+)?(?:năm học\s+)?(?P<year>20\d\d)\s*[-/]\s*(?P<last_year>20\d\d)\)?)?"
# Of the first days of a term, or its middle, no calendar is known.
_whole_term = r"(?<!đầu )(?<!giữa )"

_WAYS = (
    (TimeUnit.DAY, rf"{HOUR_BEFORE}{_called}{DAYS}{_month_in_figures}{_year}"),
    (TimeUnit.DAY, rf"(?<!tuần ){HOUR_BEFORE}{_called}{DAYS}{_month_behind_dash}{_year}"),
    (TimeUnit.DAY, rf"{HOUR_BEFORE}{_called}{_no_round}{DAYS}\s+{_of_month}{_year}"),
    (TimeUnit.WEEK, rf"{WEEKS}\s*,?\s*(?:\(\s*)?{_of_month}{_year}"),
    (TimeUnit.WEEK, rf"(?P<count>\d{{1,2}})\s+ngày\s+(?P<part>đầu|cuối)\s+{_of_month}{_year}"),
    (TimeUnit.MONTH, rf"(?<!rằm ){_not_each}{_part}(?:(?:các|hai|ba|bốn)\s+)?tháng\s+{_months}{_year}"),
    (TimeUnit.QUARTER, rf"{_not_each}{_part}(?:các\s+)?qu[ýí]\s+{_quarters}{_year}"),
    (TimeUnit.HALF, rf"(?P<count>0?[369]|ba|sáu|chín)\s+tháng\s+(?P<part>đầu|cuối)\s+năm(?:\s+{_years})?"),
    (TimeUnit.HALF, rf"(?P<quarter_count>hai|ba|0?[23])\s+qu[ýí]\s+(?P<part>đầu|cuối)\s+năm(?:\s+{_years})?"),
    (TimeUnit.YEAR, rf"{_part_of_year}\s+năm(?:\s+{_years}|\s+(?P<relative>sau|tới|nay))?(?!\s+học)"),
    (TimeUnit.YEAR, rf"năm\s+{_years}"),
    (TimeUnit.TERM, rf"{_whole_term}học\s+k[ỳì]{_term_number}{_school_year}"),
)  # fmt: skip
# What is a point of time only where one is expected: in a column of deadlines, behind «Thời gian:».
_WAYS_IN_CELL = (
    # «Tuần 2/3», «Tuần 3/T5».
    (TimeUnit.WEEK, rf"{WEEKS}\s*/\s*{_short_month}{_year}"),
    (TimeUnit.WEEK, rf"{WEEKS}\s*,?\s*(?:\(\s*)?(?:th|t)\.?\s?(?P<month>\d{{1,2}})(?!\d){_year}"),
    (TimeUnit.MONTH, rf"(?:t|th)\.?\s?(?=\d){_months}{_year}"),
    (TimeUnit.QUARTER, rf"q\.?\s?{_quarters}{_year}"),
    (TimeUnit.MONTH, r"(?<![/.\-])(?P<months>0?[1-9]|1[0-2])\s*[/.\-]\s*(?P<year>20\d\d)(?!\d)"),
    (TimeUnit.TERM, rf"{_whole_term}hk\.?{_term_number}{_school_year}"),
    (TimeUnit.YEAR, rf"(?<!học )(?<!-)(?<!- ){_years}"),
    (TimeUnit.HALF, rf"(?P<count>0?[69])\s*t(?:háng)?\s*(?:/|năm)\s*{_years}"),
)
# No point begins within a figure: «12/15/3».
_START = WORD_START + r"(?<!\d[/.])"


def _compiled(ways: tuple[tuple[TimeUnit, str], ...]) -> Iterator[Way]:
    for unit, words in ways:
        bounded = _START + words + WORD_END
        pattern = re.compile(bounded)
        yield unit, pattern


IN_SENTENCE = tuple(_compiled(_WAYS))
IN_CELL = (*IN_SENTENCE, *_compiled(_WAYS_IN_CELL))
EVERY = re.compile(
    r"\s*,?\s*\(?\s*(?:của\s+)?"
    + any_of("hằng | hàng | mỗi | từng | các tháng | các quý | các năm | tháng cuối | tháng sau")
    + WORD_END
)
LUNAR = re.compile(rf"\s*\(?\s*(?:năm\s+\S+\s+)?\(?(?:âm lịch|âl|a\.l|al){WORD_END}")
