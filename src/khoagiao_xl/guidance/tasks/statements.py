"""Sentences among the work that ask for nothing: how to work, what was done, who pays, see the appendix."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.due_words import find_due
from khoagiao_xl.guidance.words.organs import leader
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain

_HOW = re.compile(r"(?:việc|quá trình)\s[^.;]*?\s(?:phải|cần|bảo đảm)\s")
_SO_FAR = re.compile(
    r"(?:(?:tính )?đến (?:nay|hết (?:năm|tháng|quý)|thời điểm)|tính đến|hiện (?:nay|có)|thời gian qua|"
    r"(?:trong )?năm qua|những năm qua|nhìn chung)(?![^\W_])"
)
_ASKED_FOR = re.compile(r"(?<![^\W_])(?:đề nghị|yêu cầu|giao|cần|phải)\s")
_MONEY = re.compile(r"(?:nguồn\s+)?kinh phí(?![^\W_])")
_APPENDIX = re.compile(
    r"(?<![^\W_])(?:thực hiện|nội dung|chi tiết|cụ thể|có)\s+(?:(?:theo|tại|ở|như)\s+)?"
    r"(?:các\s+)?(?:phụ lục|phụ biểu)[^.;]{0,60}$"
)
_ANY_YEAR = 2000


def is_statement(words: str, label: str) -> bool:
    """Say whether `words`, after their label, tell something rather than ask for work."""
    low = plain(words).strip(" .;)(")
    if _SO_FAR.match(low):
        return not _ASKED_FOR.search(low)
    has_day = find_due(words, _ANY_YEAR).day is not None
    if _MONEY.match(plain(label)):
        return not leader(words) and not has_day
    if opening_verb(words) or leader(words):
        return False
    is_pointer = _APPENDIX.search(low) and not has_day
    return bool(_HOW.match(low) or is_pointer or _MONEY.match(low))
