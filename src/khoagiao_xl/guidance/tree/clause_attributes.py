"""Clauses that only say who, when and where, without a label: «tháng 5, do Sở A chủ trì»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from khoagiao_xl.guidance.tree.attribute_records import AROUND, Attribute, Meaning
from khoagiao_xl.guidance.tree.attribute_values import SERVING
from khoagiao_xl.guidance.words.body_kinds import PERSONS
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.recurrence import recurrence_of
from khoagiao_xl.guidance.words.verbs import first_verb
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import begins_with

_STOPS = re.compile(r"[,;.]\s+(?=[^\W_])|[;.]\s*$")
_PLACE = begins_with("tại | ở | địa điểm")
_TIME_WORDS = re.compile(
    r"\b(?:ngày|tháng|quý|năm|tuần|trước|trong|vào|đầu|giữa|cuối|hết|từ|đến|và|chậm nhất|hoàn thành|xong|"
    r"dự kiến|khoảng|dịp|học|thời gian|thứ|giờ|i{1,3}|iv|sáng|chiều|tối|hằng|hàng|mỗi|hai|ba|tư|sáu|bảy|"
    r"chủ nhật|định kỳ|thường xuyên)\b|[\d/.\-]+"
)
_MOST_BESIDE_A_DAY = 2  # words
_DAY_IN_NAME = re.compile(r"\d\s*/\s*\d")
_GIVEN = re.compile(r"(?:do|giao)\s+")
_DONE_BY = re.compile(r"(?:phải\s+)?(?:hoàn thành|thực hiện|tổ chức|làm)\s+(?=\w)")
# In the month of its heading, or again and again: «xong trong tháng», «hằng quý».
_UNDATED = re.compile(r"(?:xong\s+|ngay\s+)?trong (?:tháng|quý|năm|tuần)|thường xuyên|cả năm|theo kế hoạch")
_DIRECTS = re.compile(r"\s*,?\s*(?:trực tiếp\s+)?(?:chỉ đạo|chuẩn bị|làm trưởng đoàn)$")
_HELPING = re.compile(
    r"^(?:có sự |với sự )?phối hợp(?: chặt chẽ)? (?:với|cùng|của)\s+|"
    r"\s+(?:cùng )?(?:phối hợp|phục vụ|tham gia|hỗ trợ)$",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"(?:(?:đồng chí|đ/c) )?(?:{PERSONS})\b")
_HELPS = ("phối hợp", "phục vụ", "tham gia", "hỗ trợ")


@lru_cache(maxsize=4096)
def clause_attributes(words: str) -> tuple[Attribute, ...]:
    """Return who, when and where, where all clauses of `words` say only that: «tháng 5, do Sở A chủ trì»."""
    found: list[Attribute] = []
    start = 0
    for stop in _ends_of_clauses(words):
        value = words[start:stop].strip(AROUND)
        meaning = None
        if value:
            meaning = _meaning_of_clause(value)
        if value and meaning is None:
            return ()
        if meaning:
            label = meaning.capitalize()
            if meaning is Meaning.SUPPORT:
                value = _HELPING.sub("", value)
            attribute = Attribute(meaning, label, value, start, stop)
            found[-1:] = _joined(words, found[-1:], attribute)
        start = stop
    return tuple(found)


def _joined(words: str, last: list[Attribute], more: Attribute) -> list[Attribute]:
    """Return the last attribute with one more: «tháng 6, tháng 7/2026» is one time."""
    if not last or {last[0].meaning, more.meaning} != {Meaning.DUE}:
        return [*last, more]
    (first,) = last
    value = words[first.start : more.end]
    both = Attribute(
        Meaning.DUE,
        first.label,
        value.strip(AROUND),
        first.start,
        more.end,
    )
    return [both]


def _ends_of_clauses(words: str) -> Iterator[int]:
    """Yield where each clause ends; a comma inside a name ends none: «Đoàn các xã, phường thực hiện»."""
    start = 0
    for stop in _STOPS.finditer(words):
        clause = words[start:]
        _, length = organ_at_start(clause)
        end_of_name = start + length
        end = stop.end()
        is_in_name = end < end_of_name
        # «Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã» is one person.
        if is_in_name and _PERSON.match(plain(clause)) and _PERSON.match(plain(words[end:])):
            continue
        if is_in_name and _names_more(words[end:]):
            continue
        start = end
        yield start
    yield len(words)


def _names_more(behind: str) -> bool:
    """Say whether behind the comma of a name places or kinds stand in small letters, not one more body."""
    if not behind[0].islower():
        return False
    return not behind.startswith("các ")


def _meaning_of_clause(clause: str) -> Meaning | None:
    low = plain(clause)
    if _UNDATED.fullmatch(low) or _only_dates(low):
        return Meaning.DUE
    given = _GIVEN.match(low)
    named = clause
    if given:
        start = given.end()
        named = clause[start:]
    organ, end = organ_at_start(named)
    bare = SERVING.sub(" ", clause)
    does_more = first_verb(bare) < len(bare)
    if does_more and not _only_does(named, organ, end):
        return None
    # «cấp tỉnh ngày 05/11» says when the round of a level is held.
    if organ and not _DAY_IN_NAME.search(organ):
        if low.endswith(_HELPS):
            return Meaning.SUPPORT
        return Meaning.LEAD
    if low.startswith("phối hợp"):
        return Meaning.SUPPORT
    if _PLACE.match(low):
        return Meaning.NOTE
    return None


def _only_dates(low: str) -> bool:
    """Say whether a clause names a day and no work but its end: «hoàn thành trước ngày 25/11»."""
    when = _DONE_BY.sub("", low, count=1)
    verb = first_verb(when)
    if verb < len(when):
        return False
    return _is_day(when)


def _only_does(named: str, organ: str, end: int) -> bool:
    """Say whether behind a whole name stands only its part in the work: «Bí thư | trực tiếp chỉ đạo»."""
    if not organ:
        return False
    rest = plain(named[end:])
    bare = rest.strip()
    if not bare or bare in _HELPS:
        return True
    return _DIRECTS.fullmatch(rest) is not None


def _is_day(clause: str) -> bool:
    """Say whether the clause is a day or a period and little more: «hoàn thành trong tháng 5»."""
    due = find_due(clause, ANY_YEAR, is_cell=True)
    if due.day is None and recurrence_of(clause) == "":
        return False
    more = _TIME_WORDS.sub(" ", plain(clause)).split()
    return len(more) <= _MOST_BESIDE_A_DAY
