"""Why a task that was read is not said to be certain: what its words hold that the reading left unexplained.

«Chắc chắn» is a promise that a person need not look again, so one doubt is enough to take it back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from khoagiao_xl.guidance.citations.citations import find_citations
from khoagiao_xl.guidance.guidance_records import PlannedTask, Sure
from khoagiao_xl.guidance.words.name_ends import has_unknown_end
from khoagiao_xl.guidance.words.organs import organ_from
from khoagiao_xl.guidance.words.shared_work import sharers
from khoagiao_xl.guidance.words.undated_times import names_undated
from khoagiao_xl.guidance.words.verbs import is_verb
from khoagiao_xl.vietnamese.running_text import SMALL, canonical, plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, begins_with

Doubt = Callable[[PlannedTask], bool]
_TIME: Final = re.compile(
    rf"\d{{1,2}}\s*/\s*\d{{1,4}}|"
    rf"{WORD_START}(?:(?:ngày|tháng|tuần|đợt|kỳ)\s+\d|quý\s+[iv\d]|kỳ họp|tuần {WORD_END}"
    rf"|trong năm|cuối năm|đầu năm|năm\s+20\d\d|dịp|trước khi|sau khi){WORD_END}?"
)
_DAY_ALONE: Final = re.compile(r"ngày\s+\d{1,2}$")
_SEVERAL: Final = re.compile(r"[;(/]|\s-\s")
_JOINED: Final = re.compile(
    r"\s*(?:,|và\s|chủ trì|phối hợp|tham mưu|phụ trách|có trách nhiệm|tiếp tục|tăng cường)"
)
_BETWEEN_NAMES: Final = re.compile(r"[,;]\s+|\s+và\s+")
_SOMEBODY: Final = re.compile(rf"(?:[Mm]ột\s+)?[Đđ]ồng chí\s+(?:là\s+)?[{SMALL}]")
_CHARGED: Final = re.compile(rf"(?:giao|phân công)\s+(?:một\s+)?đồng chí\s+[{SMALL}]")
_PARTS_ONLY: Final = begins_with(
    "chủ trì | phối hợp | đoàn số | đoàn \\d | tổ \\d | nhóm \\d | đợt \\d | lớp \\d | các đơn vị | căn cứ"
)


def has_unread_time(task: PlannedTask) -> bool:
    """Whether the words name a time that is neither the deadline nor the day of a document."""
    rest = _without_citations(task.record.source)
    for words in task.due_words.split("; "):
        due = plain(words)
        rest = rest.replace(due, " ", 1)
    unread = _TIME.search(rest)
    return unread is not None


def _without_citations(text: str) -> str:
    low = plain(text)
    citations = find_citations(text)
    for citation in reversed(citations):
        before = low[: citation.start]
        behind = low[citation.end :]
        low = f"{before} {behind}"
    return low


def is_led_by_several(task: PlannedTask) -> bool:
    """Whether the lead may be two bodies, of which one only helps: «Ban A - Phòng B», «Ban A; Đoàn B»."""
    return _SEVERAL.search(task.record.lead) is not None


def is_lead_cut_short(task: PlannedTask) -> bool:
    """Whether the name goes on behind what was taken for the lead: «Các cơ sở | có từ 500 đoàn viên»."""
    if task.lead_from != "câu":
        return False
    name = plain(task.record.lead)
    if not name:
        return False
    low = plain(task.record.source)
    _, lead, rest = low.partition(name)
    if not lead:
        return False
    if not rest.strip(" .;)"):
        return False
    if _JOINED.match(rest):
        return False
    behind = rest.lstrip()
    start = len(low) - len(behind)
    return not is_verb(low, start)


def is_lead_overrun(task: PlannedTask) -> bool:
    """Whether a word that no table of bodies knows ends the lead's name: «Phòng Khoa giáo chịu khó»."""
    return has_unknown_end(task.record.lead)


def names_two_bodies(task: PlannedTask) -> bool:
    """Whether two bodies lead, of which one may only help: «Sở Nội vụ, Sở Tư pháp phối hợp mở lớp»."""
    for sign in _BETWEEN_NAMES.finditer(task.record.lead):
        end = sign.end()
        second = task.record.lead[end:]
        if second[:1].isupper() and organ_from(second, 0):
            return True
    return False


def is_office_of_a_body(task: PlannedTask) -> bool:
    """Whether a person is charged whose body is not said: «phân công đồng chí phó bí thư phụ trách»."""
    if _SOMEBODY.match(task.record.lead):
        return True
    return _CHARGED.search(canonical(task.record.source)) is not None


def is_part_of_another(task: PlannedTask) -> bool:
    """Whether its words begin as those of a part do, or of a closing sentence."""
    low = plain(task.record.text)
    return _PARTS_ONLY.match(low) is not None


def has_day_of_no_month(task: PlannedTask) -> bool:
    """Whether its day is one of a month that no word names: «gửi trước ngày 20»."""
    if task.record.due:
        return False
    return _DAY_ALONE.search(plain(task.due_words)) is not None


def is_due_on_no_day(task: PlannedTask) -> bool:
    """Whether it is due at a time that no calendar here counts: «dịp Tết», «trước khai giảng»."""
    if task.record.due:
        return False
    return names_undated(task.due_words)


def is_shared(task: PlannedTask) -> bool:
    """Whether several take a part of the work, and only their order says who leads."""
    return sharers(task.record.source) != []


DOUBTS: Final[tuple[Doubt, ...]] = (
    has_unread_time,
    is_led_by_several,
    is_lead_cut_short,
    is_lead_overrun,
    names_two_bodies,
    is_office_of_a_body,
    is_part_of_another,
    has_day_of_no_month,
    is_due_on_no_day,
    is_shared,
)


def with_doubts(task: PlannedTask) -> PlannedTask:
    """Return the task, no longer certain where one of DOUBTS holds."""
    if task.confidence is not Sure.CERTAIN:
        return task
    if not any(doubt(task) for doubt in DOUBTS):
        return task
    return replace(task, confidence=Sure.FAIRLY)
