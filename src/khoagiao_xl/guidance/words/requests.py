"""Whether words ask for work: by a verb of request, or by saying who is to do something."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.sentence_subjects import beginning
from khoagiao_xl.guidance.words.verbs import is_verb, opening_verb
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_START

# «bàn giao mặt bằng», «nhiệm vụ được giao» give nobody any work.
ASKED_FOR = re.compile(
    rf"{WORD_START}(?:đề nghị|yêu cầu|phân công|cần|phải"
    r"|(?<!bàn )(?<!chuyển )(?<!được )(?<!đã )(?<!khoán )giao(?! lưu| ban| nhận| thông| dịch| đất| ước))\s"
)
_ASKED = re.compile(r"(?<=\s)(?:đề nghị|yêu cầu)\s+")


def asks_for_work(words: str) -> bool:
    """Say whether a sentence begins with a verb of request or says who is to do something."""
    if opening_verb(words):
        return True
    return leader(words) != ""


def asked_by_day(words: str) -> bool:
    """Say whether words that begin with their object ask for it by a day: «Số liệu ... đề nghị gửi 14/4»."""
    low = plain(words)
    for asked in _ASKED.finditer(low):
        if is_verb(low, asked.end()):
            return find_due(words, ANY_YEAR).day is not None
    return False


def verb_behind_time(words: str) -> str:
    """Return the verb of request behind words of time and ground: «Từ tháng 5, vào ngày 05, báo cáo»."""
    start = beginning(words)
    return opening_verb(words[start:]) or opening_verb(words)
