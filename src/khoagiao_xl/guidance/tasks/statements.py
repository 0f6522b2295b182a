"""Sentences among the work that are no task: what announces one, what dates one, what only tells."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.tasks.no_work import no_work_of
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.requests import ASKED_FOR, asks_for_work
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, WORD_END, WORD_START, begins_with

# A sentence that only says until when, or where the result goes, belongs to the task before it.
_TELLS_WHEN = re.compile(
    r"(?:thời (?:gian|hạn)|hạn cuối|(?:phải )?hoàn thành|xong)"
    r"(?:\s+(?:hoàn thành|thực hiện|tổ chức|triển khai|báo cáo|xong|dự kiến))*\s*:?\s*"
    rf"(?:trước|trong|chậm nhất|muộn nhất|vào|đến|từ|cuối|tháng|qu[ýí]|ngày|\d){LETTERS_END}|"
    rf"(?:báo cáo|kết quả|kế hoạch|văn bản)(?:\s+(?:kết quả|thực hiện|tổng kết|sơ kết))*\s+gửi{WORD_END}"
)
# How the work is to be done: «Việc tổ chức ... phải bảo đảm ...».
_HOW = re.compile(r"(?:việc|quá trình)\s[^.;]*?\s(?:phải|cần|bảo đảm)\s")
# «Đến hết năm 2025, phường có 03 câu lạc bộ» tells; «Đến hết tháng 6, các xã hoàn thành rà soát» asks.
_SO_FAR = begins_with("""
    (?:tính )?đến (?:nay|thời điểm) | đến hết (?:năm|tháng|quý)\\s[^.;]*?\\s(?:có|đã|còn|đạt|chiếm) |
    tính đến |
    hiện (?:nay|có) | thời gian qua | (?:trong )?năm qua | những năm qua | nhìn chung
""")
_MONEY = re.compile(rf"(?:nguồn\s+)?kinh phí{WORD_END}")
_OF_A_MEETING = ("chương trình họp", "người dự", "nơi chốn")
_APPENDIX = re.compile(
    rf"{WORD_START}(?:thực hiện|nội dung|chi tiết|cụ thể|có)\s+(?:(?:theo|tại|ở|như)\s+)?"
    r"(?:các\s+)?(?:phụ lục|phụ biểu)[^.;]{0,60}$"
)


def tells_when(text: str) -> bool:
    """Say whether a sentence only dates the task before it: «Hoàn thành trước ngày 20/6/2024.»."""
    return _TELLS_WHEN.match(plain(text)) is not None


def is_statement(words: str, label: str) -> bool:
    """Say whether `words`, after their label, tell something rather than ask for work."""
    if no_work_of(words) or _is_labelled_no_work(words, label):
        return True
    low = plain(words).strip(" .;)(")
    if _SO_FAR.match(low):
        return not ASKED_FOR.search(low)
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


def _is_labelled_no_work(words: str, label: str) -> bool:
    """Say whether the label in front makes the words no work: «8h30: Đón tiếp đại biểu»."""
    if not label:
        return False
    return no_work_of(f"{label}: {words}") in _OF_A_MEETING


def _has_day(words: str) -> bool:
    due = find_due(words, ANY_YEAR)
    return due.day is not None
