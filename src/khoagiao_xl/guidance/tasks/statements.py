"""Sentences among the work that are no task: what announces one, what dates one, what only tells."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, WORD_END, WORD_START, any_of, begins_with

_ANNOUNCED = any_of("""
    nội dung | nhiệm vụ | công việc | công tác | vấn đề | giải pháp | hoạt động | văn bản | điểm | việc |
    lĩnh vực | mặt
""")
_MORE_WORDS = any_of(r"""
    trọng tâm | chủ yếu | cụ thể | cơ bản | chính | sau | sau đây | dưới đây | như | là | gồm | và giải pháp |
    công tác | năm \d{4} | khoa giáo
""")
_ANNOUNCES = re.compile(
    rf"(?:các|những|một số|tốt|vào|về|mặt|tham mưu|thực hiện|làm|trước)\s+{_ANNOUNCED}"
    rf"(?:\s+{_MORE_WORDS}|,)*\s*:$"
)
_FOLLOWS = re.compile(r"(?:như sau|sau đây|dưới đây|theo từng lĩnh vực|bao gồm)\s*:$")
_MOST_ANNOUNCING, _MOST_FOLLOWING = 45, 25  # words of a sentence that only introduces
# A sentence that only says until when, or where the result goes, belongs to the task before it.
_TELLS_WHEN = re.compile(
    r"(?:thời (?:gian|hạn)|hạn cuối|(?:phải )?hoàn thành|xong)"
    r"(?:\s+(?:hoàn thành|thực hiện|tổ chức|triển khai|báo cáo|xong|dự kiến))*\s*:?\s*"
    rf"(?:trước|trong|chậm nhất|muộn nhất|vào|đến|từ|cuối|tháng|qu[ýí]|ngày|\d){LETTERS_END}|"
    rf"(?:báo cáo|kết quả|kế hoạch|văn bản)(?:\s+(?:kết quả|thực hiện|tổng kết|sơ kết))*\s+gửi{WORD_END}"
)
# How the work is to be done: «Việc tổ chức ... phải bảo đảm ...».
_HOW = re.compile(r"(?:việc|quá trình)\s[^.;]*?\s(?:phải|cần|bảo đảm)\s")
_SO_FAR = begins_with("""
    (?:tính )?đến (?:nay|hết (?:năm|tháng|quý)|thời điểm) | tính đến | hiện (?:nay|có) | thời gian qua |
    (?:trong )?năm qua | những năm qua | nhìn chung
""")
_ASKED_FOR = re.compile(rf"{WORD_START}(?:đề nghị|yêu cầu|giao|cần|phải)\s")
_MONEY = re.compile(rf"(?:nguồn\s+)?kinh phí{WORD_END}")
_APPENDIX = re.compile(
    rf"{WORD_START}(?:thực hiện|nội dung|chi tiết|cụ thể|có)\s+(?:(?:theo|tại|ở|như)\s+)?"
    r"(?:các\s+)?(?:phụ lục|phụ biểu)[^.;]{0,60}$"
)


def asks_for_work(words: str) -> bool:
    """Say whether a sentence begins with a verb of request or says who is to do something."""
    if opening_verb(words):
        return True
    return leader(words) != ""


def is_announcement(text: str) -> bool:
    """Say whether a sentence only introduces what follows: «... thực hiện các nhiệm vụ sau:»."""
    low = plain(text).strip()
    length = len(text.split())
    if length > _MOST_ANNOUNCING:
        return False
    if _ANNOUNCES.search(low):
        return True
    if length > _MOST_FOLLOWING:
        return False
    return _FOLLOWS.search(low) is not None


def tells_when(text: str) -> bool:
    """Say whether a sentence only dates the task before it: «Hoàn thành trước ngày 20/6/2024.»."""
    return _TELLS_WHEN.match(plain(text)) is not None


def is_statement(words: str, label: str) -> bool:
    """Say whether `words`, after their label, tell something rather than ask for work."""
    low = plain(words).strip(" .;)(")
    if _SO_FAR.match(low):
        return not _ASKED_FOR.search(low)
    if _MONEY.match(plain(label)):
        if leader(words):
            return False
        return not _has_day(words)
    if asks_for_work(words):
        return False
    if _HOW.match(low):
        return True
    if _MONEY.match(low):
        return True
    if not _APPENDIX.search(low):
        return False
    return not _has_day(words)


def _has_day(words: str) -> bool:
    due = find_due(words, ANY_YEAR)
    return due.day is not None
