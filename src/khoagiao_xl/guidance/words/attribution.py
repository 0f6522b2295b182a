"""Sentences that only say who does the work told before them: «Phòng A chủ trì, Văn phòng phối hợp.»."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.roles import DIRECTS, HELPED_BY, HELPS, LEADS_ANYHOW, LEADS_SURELY
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, any_of

_BETWEEN = re.compile(r"[\s,;.:()/-]*(?:(?:và|giao|do|cùng)\s+)*")
# «Cấp tỉnh do A chủ trì», «Việc này do B thực hiện».
_TOPIC = re.compile(
    r"(?:(?:ở\s+)?cấp\s+\w+|(?:việc|nội dung|nhiệm vụ|hoạt động|công việc|phần việc)\s+(?:này|trên))\s+"
    r"(?:do|giao)\s+"
    # «Đoàn khảo sát do Phó Trưởng Ban làm Trưởng đoàn.»
    r"|(?:đoàn|tổ)(?:\s+(?:kiểm tra|giám sát|khảo sát|công tác|thẩm định))?(?:\s+(?:số\s+)?\d)?\s+do\s+"
)
_ENDS = re.compile(
    r"(?:(?:và\s+)?(?:phải\s+)?(?:xong|hoàn thành|thực hiện|kết thúc|tổ chức)|(?:đưa|đi) vào \w+ \w+)?"
)
# «Giao Văn phòng thực hiện, | đưa vào hoạt động từ ngày 01/7.»
_SINCE = r"(?:từ|kể từ)\s[^,;.]{1,40}"
_BEGINS = re.compile(
    r"(?:(?:và\s+)?(?:(?:đưa|đi)\s+vào\s+(?:hoạt động|sử dụng|vận hành|khai thác)|vận hành|bắt đầu|phát sóng"
    rf"|áp dụng|duy trì)(?:\s+(?:chính thức|thực hiện))?(?:\s+{_SINCE})?|{_SINCE})"
)
_ONLY_DOING = re.compile(
    any_of("""
        tổ chức thực hiện | triển khai thực hiện | thực hiện | tổ chức | triển khai | tham mưu |
        nội dung này | (?:về )?nội dung | chính | chung | về chuyên môn | chuyên môn
    """)
    + WORD_END
)


def tells_who(text: str) -> bool:
    """Say whether a sentence names who leads or helps, and no work of its own."""
    low = plain(text)
    start = _after(low, 0)
    topic = _TOPIC.match(low, start)
    if topic:
        start = topic.end()
    organ, length = organ_at_start(text[start:])
    if not organ:
        return False
    place = start + length
    role = _role(low, place)
    if not role:
        return False
    return _only_names(text, low, role.end())


def _role(low: str, place: int) -> re.Match[str] | None:
    for role in (LEADS_SURELY, HELPS, LEADS_ANYHOW, DIRECTS):
        match = role.match(low, place)
        if match:
            return match
    return None


def _only_names(text: str, low: str, place: int) -> bool:
    """Say whether nothing but names, their roles and words such as «thực hiện» stands from `place` on."""
    while place < len(low):
        start = _after(low, place)
        following = _one_more(text, low, start)
        if following <= place:
            rest = text[place:].strip(" ,;.)/")
            return not rest or _is_time(rest)
        place = following
    return True


def _is_time(words: str) -> bool:
    """Say whether the words say until when, and nothing else: «xong trước ngày 30/7/2026»."""
    low = plain(words)
    if _BEGINS.fullmatch(low):
        return True
    due = find_due(words, ANY_YEAR)
    if due.day is None:
        return False
    bare = low.replace(plain(due.words), "")
    return _ENDS.fullmatch(bare.strip(" ,;.")) is not None


def _one_more(text: str, low: str, place: int) -> int:
    """Return where the next name with its role ends, 0 where something else stands at `place`."""
    doing = _ONLY_DOING.match(low, place)
    if doing:
        return doing.end()
    helped = HELPED_BY.match(low, place)
    start = place
    if helped:
        start = helped.end()
    organ, length = organ_at_start(text[start:])
    if not organ:
        return 0
    role = _role(low, start + length)
    if role:
        return role.end()
    if helped:
        return start + length
    return 0


def _after(low: str, place: int) -> int:
    between = _BETWEEN.match(low, place)
    if between:
        return between.end()
    return place
