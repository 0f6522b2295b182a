"""Days and months that an event gives to the work done for it: a named day, a session, a meeting."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.time_point_patterns import TimeUnit
from khoagiao_xl.guidance.words.time_points import TimePoint
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.word_patterns import WORD_START, any_of


def context_words(kind: str) -> str:
    """Return the pattern of the words of a kind in `time_context_words.csv`."""
    rows = language_rows("time_context_words")
    words = [row["Từ"] for row in rows if row["Loại"] == kind]
    alternatives = "|".join(words)
    return any_of(alternatives)


_NAMED_DAY = r"ngày\s+(?!hội\s|làm việc|lễ\s|nghỉ|ký\s|ban hành)[^\d\s(][^\d;.()]{2,90}?"
# «tổ chức ... Ngày Gia đình Việt Nam (28/6)», «khánh thành dịp Quốc khánh 02/9» are held on that day.
_HELD_ON_NAMED_DAY = re.compile(
    rf"{WORD_START}{context_words('làm trong ngày')}\s(?:[^;.]{{0,120}}?\s)?"
    rf"(?:{_NAMED_DAY}|quốc khánh)\s*\(?\s*(?:ngày\s+)?$"
)
_MEETING_UNITS = frozenset({TimeUnit.MONTH, TimeUnit.QUARTER})
# «trong sinh hoạt chi bộ thường kỳ tháng 4/2026», «tại kỳ họp tháng 7», not «kết luận tại phiên họp tháng 3».
_MONTH_OF_MEETING = re.compile(
    rf"(?<!kết luận )(?<!kết quả )(?<!nêu )(?<!giao ){WORD_START}"
    r"(?:tại|trong|vào|ở|qua)\s+(?:các\s+|buổi\s+|cuộc\s+|đợt\s+|kỳ\s+)?"
    r"(?:kỳ họp|phiên họp|họp|sinh hoạt|giao ban|hội nghị)(?:\s+[^\s,;.()\d]+){0,6}\s+$"
)


# «trước kỳ họp giữa năm của Hội đồng nhân dân tỉnh», «tại hội nghị cuối năm».
_SESSION = re.compile(
    rf"{WORD_START}(?:kỳ họp|phiên họp|hội nghị|cuộc họp|kỳ sinh hoạt|đợt sinh hoạt)"
    r"(?:\s+(?:thường lệ|định kỳ|tổng kết|sơ kết|kiểm điểm|giao ban))?\s+$"
)


def names_session(before: str) -> bool:
    """Say whether a part of the year only tells which session is meant; before: the plain text up to it."""
    return _SESSION.search(before) is not None


def is_of_event(before: str, point: TimePoint) -> bool:
    """Say whether a point is the day or the month of an event for which the work is done.

    before: the text in plain spelling up to the point.
    """
    if point.unit in _MEETING_UNITS:
        return _MONTH_OF_MEETING.search(before) is not None
    if point.unit is not TimeUnit.DAY:
        return False
    return _HELD_ON_NAMED_DAY.search(before) is not None
