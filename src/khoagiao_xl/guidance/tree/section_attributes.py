"""Sentences that say of all works of a section who does them: «Các nhiệm vụ tại mục này do A chủ trì.»."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.tree.attribute_records import Attribute, Meaning
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, holds

_WORKS = (
    r"(?:(?:toàn bộ|tất cả)\s+)?(?:các|những|mọi)?\s*(?:nhiệm vụ|nội dung|công việc|hoạt động|phần việc|việc)"
    r"(?:,?\s+(?:và\s+)?(?:nhiệm vụ|nội dung|công việc|hoạt động|giải pháp))?(?:\s+(?:nêu|ghi))?"
)
_SECTION = (
    r"(?:tại|trong|ở|thuộc|của|nêu tại)\s+(?:mục|phần|khoản|điểm|nhóm|chương|tiểu mục)"
    r"(?:\s+(?:nhiệm vụ|công việc))?\s+(?:này|trên|[ivx]+|\d[\d.]*|[a-zđ])"
)
_ABOVE = r"(?:(?:đã\s+)?(?:nêu|nói|kể)\s+trên|trên(?:\s+đây)?|này)"
_WHICH = rf"(?:{_SECTION}|{_ABOVE}){WORD_END}"
_OF_SECTION = re.compile(rf"\(?\s*{_WORKS}\s+{_WHICH}")
# «Phòng A chủ trì, phối hợp với Phòng B thực hiện các nhiệm vụ tại mục này.»
_LEADS_ALL = re.compile(
    r"\s*(?:chủ trì|chịu trách nhiệm|phụ trách|làm đầu mối|là đầu mối)"
    rf"(?:\s*,\s+phối hợp[^;.:]{{0,120}}?|[^,;.:]{{0,40}}?)\s{_WORKS}\s+{_WHICH}"
)
# «Các nội dung trên đề nghị các đơn vị báo cáo ...» asks for one thing more.
_ASKS_MORE = holds("""
    báo cáo | gửi | nộp | xây dựng | ban hành | cụ thể hóa | quán triệt | nghiêm túc | căn cứ
""")
_EXCEPT = re.compile(r"\s*,?\s*\(?(?:trừ|ngoại trừ)\s[^.]*")
_MOST_WORDS = 45


def of_whole_section(text: str) -> tuple[Attribute, ...]:
    """Return who leads and helps and until when, as a sentence says of all works of its section."""
    low = plain(text)
    if len(low.split()) > _MOST_WORDS:
        return ()
    if not _speaks_of_section(text, low):
        return ()
    words = _EXCEPT.sub("", text)
    said = {
        Meaning.LEAD: leader(words),
        Meaning.SUPPORT: partners(words),
        Meaning.DUE: _time_in(words),
    }
    found: list[Attribute] = []
    for meaning, value in said.items():
        if value:
            one = _attribute(meaning, value, len(text))
            found.append(one)
    return tuple(found)


def _speaks_of_section(text: str, low: str) -> bool:
    if _OF_SECTION.match(low):
        return not _ASKS_MORE.search(low)
    organ, end = organ_at_start(text)
    if not organ:
        return False
    return _LEADS_ALL.match(low, end) is not None


def _time_in(words: str) -> str:
    due = find_due(words, ANY_YEAR)
    return due.words if due.day else ""


def _attribute(meaning: Meaning, value: str, end: int) -> Attribute:
    label = meaning.capitalize()
    return Attribute(meaning, label, value, 0, end)
