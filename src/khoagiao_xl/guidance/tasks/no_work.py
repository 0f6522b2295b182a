"""Sentences that ask for nothing, by kind: refused, done, slogans, aims, agendas, money, closing words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.no_work_words import (
    ANYWHERE,
    AT_END,
    BEHIND_BODY,
    BEHIND_NOUN,
    CALLING,
    FAR_BEHIND_NOUN,
    OPENING,
    TELLING,
    TELLING_FIRST,
    NoWork,
    no_work_kinds,
)
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.requests import ASKED_FOR
from khoagiao_xl.guidance.words.sentence_subjects import asked_end, beginning
from khoagiao_xl.guidance.words.verbs import first_verb, opening_verb
from khoagiao_xl.vietnamese.running_text import blank, first_sentence, plain, without_quoted
from khoagiao_xl.vietnamese.word_patterns import begins_with, holds

REFUSED, DONE, SLOGAN, AGREED = "phủ định", "đã làm", "khẩu hiệu", "đồng ý"
_ENDING = r"[\s.;,/!”\")]*$"
_ONLY_DO = re.compile(
    r"(?:[^.:;]{0,120}\s)?(?:nghiêm túc|tổ chức|quan tâm|chủ động|khẩn trương|phối hợp)?,?\s*"
    r"(?:lãnh đạo, chỉ đạo\s+|chỉ đạo\s+|tổ chức\s+|triển khai(?:,)?\s+|quan tâm,? ){0,3}"
    r"(?:thực hiện|cụ thể hóa|vận dụng)"
    r"(?:\s+(?:tốt|nghiêm túc|nghiêm|có hiệu quả|hiệu quả|bảo đảm|đảm bảo|đạt|chất lượng|tiến độ|kết quả|"
    r"kịp thời|đúng quy định|các|những|nội dung|nhiệm vụ|trên|này|hướng dẫn|kế hoạch|công văn|của|theo|đúng|"
    r"chỉ thị|công điện|thông báo|kết luận|chương trình|quyết định|văn bản|"
    r"yêu cầu|và|đề ra|đầy đủ|thắng lợi|được giao|"
    r"cho|linh hoạt|sáng tạo|phù hợp|với|điều kiện|tình hình|thực tế|đơn vị|địa phương))*[\s.;,/]*$"
)
# Verbs with which a body is called to carry the document out.
_CALLS = begins_with("""
    nghiêm túc | tổ chức | quan tâm | chủ động | khẩn trương | phối hợp | lãnh đạo | chỉ đạo | triển khai |
    thực hiện | cụ thể hóa | căn cứ | vận dụng | tập trung | bám sát | nghiên cứu | quán triệt | tích cực |
    theo dõi | có trách nhiệm | chịu trách nhiệm | phổ biến
""")
_WHAT_IT_DOES = holds(
    "báo cáo | gửi | xây dựng | ban hành | biên soạn | mở | rà soát | kiểm tra | sơ kết | tổng kết"
)
_STOP = re.compile(r"[;.](?=\s|$)")
_PERIOD = re.compile(
    r"(?:trong |riêng )?(?:năm(?: học)? \d{4}(?:\s*-\s*\d{4})?|năm nay|quý \w{1,3}|tháng \d{1,2}(?:/\d{4})?|"
    r"(?:0?6|9) tháng đầu năm)\s*,?\s+"
)
# «(nếu mưa bão thì lùi sang tối 02/9)» puts nothing off.
_CONDITION = re.compile(r"\((?:nếu|trường hợp|trừ|khi|kể cả|đã|không|lưu ý)\s[^()]*\)")
_OPENS_QUOTED = ("“", '"', "«")


# Asked of each sentence more than once on its way to a task.
@lru_cache(maxsize=4096)
def no_work_of(words: str) -> str:
    """Return of which kind a sentence is that asks for nothing: «phủ định», «đã làm»; "" where it asks."""
    # What follows the first sentence belongs to it; it cannot make work of it, nor undo it.
    bare = words.strip(" -+•")
    text = first_sentence(bare)
    if _is_shouted(text):
        return SLOGAN
    for kind in no_work_kinds():
        if _is_of(kind, text):
            return kind.kind
    return ""


def tells_of_something(words: str) -> bool:
    """Say whether a sentence without a verb of request tells of a thing: «Khoa học là động lực ...»."""
    low = plain(words)
    for kind in no_work_kinds():
        if TELLING in kind.where and kind.words.search(low):
            return True
        if TELLING_FIRST in kind.where and kind.words.match(low):
            return True
    return False


def is_refused_or_done(words: str) -> bool:
    """Say whether a sentence tells what shall not be done, or what was."""
    return no_work_of(words) in (REFUSED, DONE)


def _is_shouted(text: str) -> bool:
    """Say whether a line is a slogan: shouted, or nothing but a quotation."""
    if text.endswith(("!", "!”", '!"')):
        return not ASKED_FOR.search(plain(text))
    if not text.startswith(_OPENS_QUOTED):
        return False
    return text.rstrip(" .;,").endswith(("”", '"', "»"))


def _is_of(kind: NoWork, text: str) -> bool:
    if not any(_matches(kind, text)):
        return False
    reasons = [word for word in kind.unless if _asks_after_all(word, text)]
    return reasons == []


def _matches(kind: NoWork, text: str) -> Iterator[re.Match[str] | None]:
    """Yield what the words of a kind match at the places where the table looks for them."""
    low = _unquoted(text)
    if ANYWHERE in kind.where:
        yield kind.words.search(low)
    if AT_END in kind.where:
        at_end = kind.words.pattern + _ENDING
        yield re.search(at_end, low)
    if CALLING in kind.where:
        yield _calling(kind, text, low)
    for place in _places(kind, text):
        yield kind.words.match(low, place)


def _calling(kind: NoWork, text: str, low: str) -> re.Match[str] | None:
    """Return the match of a sentence that calls to carry the document out, and for nothing else."""
    if not kind.words.match(low):
        return None
    # «Các khoa, phòng đăng ký 01 đề án và thực hiện theo tiến độ» asks for more.
    _, end = organ_at_start(text)
    verb = opening_verb(text[end:])
    if end and verb and not _CALLS.match(verb):
        return None
    if _WHAT_IT_DOES.search(low):
        return None
    return _ONLY_DO.fullmatch(low)


def _places(kind: NoWork, text: str) -> Iterator[int]:
    """Yield the places where the table says that the words of a kind may stand."""
    start = beginning(text)
    start = _behind_period(text, start)
    if OPENING in kind.where:
        yield 0
        yield start
    if BEHIND_BODY in kind.where:
        yield from _behind_body(text, start)
    if FAR_BEHIND_NOUN in kind.where:
        yield from _behind_colon(text, start)
    if not opening_verb(text[start:]):
        yield from _behind_noun(kind, text, start)


def _behind_colon(text: str, start: int) -> Iterator[int]:
    colon = text.find(": ", start)
    if colon >= 0:
        yield colon + len(": ")


def _behind_noun(kind: NoWork, text: str, start: int) -> Iterator[int]:
    """Yield where the words stand behind what a sentence without a verb of request speaks of."""
    if BEHIND_NOUN in kind.where:
        words = text[start:]
        end = start + first_verb(words)
        yield from _between(kind, text, start, end)
    if FAR_BEHIND_NOUN in kind.where:
        end = _end_of_clause(text, start)
        yield from _between(kind, text, start, end)


def _end_of_clause(text: str, start: int) -> int:
    stop = _STOP.search(text, start)
    if stop is None:
        return len(text)
    return stop.start()


def _behind_body(text: str, start: int) -> Iterator[int]:
    """Yield where the words behind the body begin that does something, or does not."""
    words = text[start:]
    _, length = organ_at_start(words)
    if not length:
        return
    end = start + length
    # «Ủy ban yêu cầu các xã tạm dừng ...»: behind the one that is asked.
    for place in filter(None, (end, asked_end(text, end))):
        rest = text[place:]
        bare = rest.lstrip(" ,")
        yield len(text) - len(bare)


def _behind_period(text: str, start: int) -> int:
    """Return where the words behind «Năm 2026» begin, which needs no comma."""
    low = plain(text)
    period = _PERIOD.match(low, start)
    if period:
        return period.end()
    return start


def _between(kind: NoWork, text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the words stand behind what the sentence speaks of: «Hội nghị ...: không tổ chức»."""
    low = _unquoted(text)
    for match in kind.words.finditer(low, start, end):
        yield match.start()


def _unquoted(text: str) -> str:
    """Return the words outside quotation marks: a campaign called “Không khói thuốc” refuses nothing."""
    said = plain(without_quoted(text))
    return _CONDITION.sub(blank, said)


def _asks_after_all(word: str, text: str) -> bool:
    """Say whether a sentence asks for work in spite of its words, as the table's last column says."""
    asks = _AFTER_ALL.get(word)
    if asks:
        return asks(text)
    return word in plain(text)


def _has_day(text: str) -> bool:
    due = find_due(text, ANY_YEAR)
    return due.day is not None


def _names_leader(text: str) -> bool:
    return leader(text) != ""


def _is_asked_for(text: str) -> bool:
    low = plain(text)
    return ASKED_FOR.search(low) is not None


def _does_work(text: str) -> bool:
    low = plain(text)
    return _WHAT_IT_DOES.search(low) is not None


# The conditions that the table names in its last column; any other word there is looked for as it stands.
_AFTER_ALL = {
    "ngày": _has_day,
    "cơ quan": _names_leader,
    "giao việc": _is_asked_for,
    "việc": _does_work,
}
