"""Times that no calendar here counts: lunar days, sessions, the school year (`undated_times.csv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

_SESSION = "kỳ họp"
_DATED = re.compile(r"\d{1,2}\s*/\s*\d")


def _listed(kind: str = "") -> str:
    """Return the words of a kind as alternatives, of every kind where none is named."""
    rows = language_rows("undated_times")
    if kind:
        rows = [row for row in rows if row["Loại"] == kind]
    words = [row["Từ"] for row in rows]
    words.sort(key=len, reverse=True)
    return "|".join(words)


_MORE = r"[^,;.()]{0,45}"
# «trước Tết Nguyên đán», «trình tại kỳ họp thứ mười»: until then, on no day that is counted.
_BEFORE = re.compile(
    rf"{WORD_START}trước\s+(?:(?:khi|ngày|thềm|dịp|thời điểm)\s+)*"
    rf"(?:{_listed()}){WORD_END}{_MORE}"
)
# «rằm tháng Giêng», «ngày 10 tháng Chạp»: months of the lunar year.
_LUNAR_DAY = re.compile(
    rf"{WORD_START}(?:(?:trước|vào|từ|đến)\s+)?(?:ngày\s+)?(?:(?:mùng|mồng)\s+)?"
    rf"(?:(?:\d{{1,2}}|rằm)\s+tháng\s+(?:giêng|chạp)|rằm\s+tháng\s+\w+){WORD_END}(?:\s+âm lịch)?"
)
# «trong dịp Tết Nguyên đán», «nhân dịp khai giảng»: around then.
_ON_OCCASION = re.compile(
    rf"{WORD_START}(?:(?:nhân|vào|trong|đúng)\s+)?dịp\s+(?:{_listed()}){WORD_END}{_MORE}"
)
# «trong năm học 2026-2027», «đầu học kỳ II».
_OF_SCHOOL = re.compile(
    rf"{WORD_START}(?:trong|đầu|giữa|cuối|hết|suốt|cả)\s+(?:năm học|học k[ỳì])(?:\s+mới)?{WORD_END}"
    r"(?:\s+(?:i{1,2}|[12]|hai)(?!\w))?(?:\s+(?:năm học\s+)?20\d\d\s*[-/]\s*20\d\d)?"
)
_NAMED = re.compile(rf"{WORD_START}(?:{_listed()}|năm học|khai giảng){WORD_END}")
_AT_SESSION = re.compile(
    rf"{WORD_START}trình\s{_MORE}?\s?(?:tại|vào)\s+(?P<at>(?:{_listed(_SESSION)}){WORD_END}{_MORE})"
)

# «gửi trước ngày 20», «chậm nhất ngày 05 hằng tháng»: a day of no month that is named.
_OF_EVERY_MONTH = (
    r"\s+(?:hằng|hàng|mỗi|của|các)\s+(?:tháng|quý)(?:\s+cuối quý)?|\s+tháng\s+(?:cuối quý|sau|tiếp theo)"
)
_BY = r"(?:(?:trước|muộn nhất|chậm nhất)\s+(?:là\s+)?(?:vào\s+)?)+"
_DAY_ALONE = re.compile(
    rf"{WORD_START}{_BY}ngày\s+\d{{1,2}}{WORD_END}"
    rf"(?:(?:{_OF_EVERY_MONTH}){WORD_END}|(?=\s*(?:[;,)]|\.(?!\d)|$)))"
)


def names_undated(words: str) -> bool:
    """Say whether words name a time that no calendar here counts: «Dịp Tết», «Trước khai giảng»."""
    return _NAMED.search(plain(words)) is not None


def days_alone(low: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the days of `low` whose month no word names."""
    for match in _DAY_ALONE.finditer(low):
        yield match.span()


def undated_times(low: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the deadlines of `low` (in plain spelling) that have words but no day."""
    for match in _LUNAR_DAY.finditer(low):
        yield match.span()
    for pattern in (_ON_OCCASION, _OF_SCHOOL):
        for match in pattern.finditer(low):
            if not _DATED.search(match[0]):
                yield match.span()
    for match in _AT_SESSION.finditer(low):
        yield match.span("at")
    for match in _BEFORE.finditer(low):
        words = match[0]
        # «trước ngày khai giảng 05/9» has its day.
        if not _DATED.search(words):
            yield match.span()
