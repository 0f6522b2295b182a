"""Doubts about who leads a task: several bodies, a name cut short or too long, an office without its body."""

from __future__ import annotations

import re
from typing import Final

from khoagiao_xl.guidance.guidance_records import PlannedTask
from khoagiao_xl.guidance.tasks.lead_places import IN_THE_WORDS
from khoagiao_xl.guidance.words.body_kinds import KIND_HERE, PERSON_HERE
from khoagiao_xl.guidance.words.name_ends import has_unknown_end
from khoagiao_xl.guidance.words.named_by_work import may_go_on_with_work
from khoagiao_xl.guidance.words.organs import organ_from
from khoagiao_xl.guidance.words.shared_work import sharers
from khoagiao_xl.guidance.words.verbs import HOW, after_opening_words, first_verb, is_verb, opening_verb
from khoagiao_xl.vietnamese.running_text import SMALL, canonical, plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, begins_with

_TWO_WORDS: Final = re.compile(r"\s*[^\W\d_]+ [^\W\d_]+\s")
_SEVERAL: Final = re.compile(r"[;(/]")
_DASH: Final = re.compile(r"\s-\s+")
_JOINED: Final = re.compile(
    r"\s*(?:,|và\s|chủ trì|phối hợp|tham mưu|phụ trách|có trách nhiệm|tiếp tục|tăng cường|:"
    rf"|(?:{HOW}|thường xuyên|định kỳ|hằng)\s)"
)
_BETWEEN_NAMES: Final = re.compile(r"[,;]\s+|\s+và\s+")
_CLAUSE_END: Final = re.compile(r"[,;:.()]")
_SOMEBODY: Final = re.compile(r"(?:[Mm]ột\s+|[Cc]ác\s+)?[Đđ]ồng chí\s")
_MEMBERS: Final = begins_with("(?:các|những) (?:ủy viên|thành viên|cán bộ|đảng viên|người|cá nhân)")
_CHARGED: Final = re.compile(rf"(?:giao|phân công)\s+(?:một\s+)?đồng chí\s+[{SMALL}]")
_IN_CHARGE: Final = re.compile(rf"{WORD_START}phụ trách{WORD_END}")
_ASKS_SOME: Final = begins_with("yêu cầu | phân công | khuyến khích | vận động")


def is_led_by_several(task: PlannedTask) -> bool:
    """Whether the lead may be two bodies, of which one only helps: «Ban A - Phòng B», «Ban A; Đoàn B»."""
    lead = task.record.lead
    if _SEVERAL.search(lead):
        return True
    # «Phòng Kế hoạch - Tài chính» is one body.
    return any(organ_from(lead, dash.end()) for dash in _DASH.finditer(lead))


def _behind_lead(task: PlannedTask) -> str:
    """Return what follows the lead in the task's words, "" where it was found elsewhere."""
    if task.lead_from != IN_THE_WORDS or not task.record.lead:
        return ""
    _, _, rest = plain(task.record.source).partition(plain(task.record.lead))
    return rest


def is_lead_cut_short(task: PlannedTask) -> bool:
    """Whether the name goes on behind what was taken for the lead: «Các cơ sở | có từ 500 đoàn viên»."""
    rest = _behind_lead(task)
    if not rest.strip(" .;)"):
        return False
    # «(Văn phòng Sở; xong trước 30/4)»: a bracket's next attribute.
    if rest.startswith((";", ")")):
        return False
    if _JOINED.match(rest):
        return False
    behind = rest.lstrip()
    low = plain(task.record.source)
    start = len(low) - len(behind)
    return not is_verb(low, start)


def holds_work(task: PlannedTask) -> bool:
    """Whether words of the work may have been taken for the name: «Ban A khảo sát địa bàn, xác định ...»."""
    rest = _behind_lead(task)
    if not rest.startswith(","):
        return False
    behind = rest.lstrip(" ,")
    low = plain(task.record.source)
    start = len(low) - len(behind)
    return is_verb(low, start)


def may_be_listed_on(task: PlannedTask) -> bool:
    """Whether words without a verb behind a comma may be of the name: «Trung tâm Mỹ thuật, dạy nhạc»."""
    rest = _behind_lead(task)
    if not rest.startswith(", "):
        return False
    clause, *_ = _CLAUSE_END.split(rest[2:], maxsplit=1)
    if after_opening_words(clause) or organ_from(clause, 0):
        return False
    return 0 < first_verb(clause) < len(clause)


def may_be_named_on(task: PlannedTask) -> bool:
    """Whether work behind a name may be part of it, wherever told: «do Hội Quy hoạch phát triển ...»."""
    lead = task.record.lead
    if not lead:
        return False
    _, _, rest = task.record.source.partition(lead)
    if _is_known_kind(lead) and not _opens_with_two_verbs(rest):
        return False
    return may_go_on_with_work(lead, rest)


def _is_known_kind(lead: str) -> bool:
    """Say whether the name is a kind of body and nothing else: «Khoa Khám bệnh»."""
    return KIND_HERE.fullmatch(plain(lead)) is not None


def _opens_with_two_verbs(words: str) -> bool:
    """Say whether a verb stands right behind another: «Viện Nghiên cứu | ứng dụng nghiệm thu đề tài»."""
    low = plain(words)
    first = _TWO_WORDS.match(low)
    if first is None:
        return False
    rest = words[first.end() :]
    return opening_verb(rest) != ""


def is_lead_overrun(task: PlannedTask) -> bool:
    """Whether a word that no table of bodies knows ends a name in a sentence: «Phòng Khoa giáo chịu khó»."""
    if task.lead_from != IN_THE_WORDS:
        return False
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
    if _SOMEBODY.search(task.record.lead) or _MEMBERS.match(plain(task.record.lead)):
        return True
    if f"đồng chí {plain(task.record.lead)}" in plain(task.record.source):
        return True
    # What is left of «các đồng chí Ủy viên ...» may not be how the office is called.
    if _SOMEBODY.match(task.record.source):
        return True
    return _CHARGED.search(canonical(task.record.source)) is not None


def is_office_in_charge(task: PlannedTask) -> bool:
    """Whether what a person is in charge of may be a part of the name of the office, or the work."""
    if not PERSON_HERE.match(plain(task.record.lead)):
        return False
    return _IN_CHARGE.search(plain(task.record.source)) is not None


def is_shared(task: PlannedTask) -> bool:
    """Whether several take a part of the work, and only their order says who leads."""
    return sharers(task.record.source) != []


def is_of_the_asked(task: PlannedTask) -> bool:
    """Whether those who are asked may be whom the lead shall ask: «Yêu cầu nhà trường ký cam kết»."""
    if not _ASKS_SOME.match(plain(task.record.source)):
        return False
    return task.record.lead[1:].islower()
