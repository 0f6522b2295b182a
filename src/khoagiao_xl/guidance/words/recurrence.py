"""How often a task comes again: as written, or in the office's word for it (`recurrence_words.csv`)."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain, without_quoted
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

_AGAIN = re.compile(
    r"(?<!giáo dục )thường xuyên|(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm|học k[ỳì])"
    r"(?:\s*,\s*(?:tháng|quý|0?6 tháng|(?:hàng |hằng |cuối )?năm))*|"
    r"(?:hằng|hàng|mỗi)\s+(?:0?6|sáu)\s+tháng|"
    # «đời sống hằng ngày» is no work that is done each day.
    r"(?<!sinh hoạt )(?<!sống )(?<!công việc )(?:hằng|hàng|mỗi) ngày|"
    r"(?<!khỏe )định kỳ(?!\s*,)(?:\s+(?:(?:hằng|hàng|mỗi|\d+|sáu)\s+\S+|tuần|tháng|quý|năm))?"
)
_WORDS = {row["Từ"]: row["Định kỳ"] for row in language_rows("recurrence_words")}
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)
# «01 lần/tháng» is «1 lần/tháng»; «ngày 20 của tháng» is one of every month, «ngày 20 của tháng 6» is not.
_COUNTED = re.compile(
    rf"{WORD_START}(?<!hai )(?<!ba )(?<!bốn )(?<!sáu )"
    rf"0?(?P<how>{'|'.join(_LONGEST_FIRST)}){WORD_END}(?!\s*(?:\d|cao điểm|hành động|đầu|cuối))"
)
# «02 lần/tháng», «ít nhất 1 lần mỗi quý»; «một lần trong năm» is once in this year.
_TIMES = re.compile(
    r"(?:lần\s*(?:mỗi\s+|trong\s+(?:một\s+|mỗi\s+)?(?!năm)|một\s+)"
    r"|(?:lần|buổi|cuộc|chuyến|lượt|hội nghị|phiên|tin|bài|đợt|lớp|chuyên đề|kỳ|phóng sự)"
    r"\s*/\s*)"
    rf"(?P<unit>(?<!buổi/)ngày|tuần|tháng|quý|năm|học k[ỳì]){WORD_END}(?!\s+\d)"
)
_OFTEN = re.compile(r"(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng)")
_OF_MONTH = {"của tháng", "các tháng", "của tháng cuối quý", "tháng cuối quý"}
_ON_A_DAY = re.compile(
    r"(?:ngày\s+\d{1,2}|(?:thứ\s+\S+|chủ nhật|tuần(?:\s+thứ)?)(?:\s+\S+(?:\s+(?:tiên|cùng))?)?)\s+$"
)


def recurrence_of(text: str) -> str:
    """Return how often the task comes again: «thường xuyên», «hằng quý»; "" for once."""
    said = without_quoted(text)
    low = plain(said)
    match = _AGAIN.search(low)
    if match:
        start, end = match.span()
        words = text[start:end]
        bare = words.strip(" ,.")
        return bare.lower()
    for counted in _COUNTED.finditer(low):
        how = counted["how"]
        if _is_rhythm(low, counted):
            return _WORDS[how]
    times = _TIMES.search(low)
    if times:
        return f"hằng {times['unit']}"
    return ""


def comes_often(again: str) -> bool:
    """Say whether work comes again so often that the month it stands under is no last day: «hằng tuần»."""
    return _OFTEN.match(again) is not None


def _is_rhythm(low: str, counted: re.Match[str]) -> bool:
    if counted["how"] not in _OF_MONTH:
        return True
    start = counted.start()
    before = low[:start]
    return _ON_A_DAY.search(before) is not None
