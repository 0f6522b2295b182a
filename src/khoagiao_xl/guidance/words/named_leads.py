"""The body that later words of a sentence give the work: «giao …», «do … chủ trì», «..., Phòng A chủ trì»."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.helpers import PLACE
from khoagiao_xl.guidance.words.organs import is_meeting, organ_at_start
from khoagiao_xl.guidance.words.roles import (
    DELIVERS,
    DIRECTS,
    DONE_BY,
    HELD_BY,
    JOINING,
    LEADS_ANYHOW,
    LEADS_SURELY,
    LED_BY,
)
from khoagiao_xl.guidance.words.sentence_subjects import MEMBERS, OWN_STAFF, beginning, does_something
from khoagiao_xl.guidance.words.time_openings import time_opening
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain, without_quoted
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, begins_with

_GIVEN_TO = re.compile(rf"{WORD_START}(?:giao cho|giao|phân công cho|phân công)\s+(?=[^\W\d_])")
_TELLS = re.compile(rf"{WORD_START}(?:chỉ đạo|hướng dẫn|đề nghị|yêu cầu|tham mưu giao)\s+(?=[^\W\d_])")
_ASKED = re.compile(rf"{WORD_START}(?:đề nghị|yêu cầu)\s+(?=[^\W\d_])")
_STOP = re.compile(r"[,;.:]")
_OBJECTS = begins_with(
    "các nội dung | nội dung | các nhiệm vụ | kết quả | báo cáo | danh sách | số liệu | hồ sơ | phiếu | "
    "văn bản | ý kiến | thông tin | tài liệu | các khó khăn | những khó khăn | vướng mắc | đăng ký | "
    "bài dự thi"
)
# «... của Đảng ủy Khối thuộc lĩnh vực ngành phụ trách»: the field that somebody is in charge of.
_OF_A_FIELD = re.compile(rf"{WORD_START}(?:thuộc|trong|theo) (?:lĩnh vực|địa bàn|phạm vi|nội dung){WORD_END}")
# «do Phòng A phối hợp với Phòng B tổ chức»: who is named first does it.
WITH = re.compile(
    rf"\s*[,;]?\s*(?:chủ trì,?\s*)?(?:phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng){WORD_END}"
    r"|(?<=[,;] )phối hợp\s+(?=\w))"
)
_ENDS_ON_TIME = re.compile(r"(?:xong|hoàn thành|thực hiện|tổ chức|dự kiến|báo cáo|trình|gửi)\s+")
_DOES = re.compile(rf"{LEADS_ANYHOW.pattern}|\s*phối hợp\s+(?:với|cùng){WORD_END}")
_BY = {LED_BY: re.compile(""), DONE_BY: _DOES, HELD_BY: LEADS_SURELY}


def given_to(text: str) -> str:
    """Return to whom the sentence gives the work: «..., giao Sở Y tế chủ trì»."""
    said = without_quoted(text)
    low = plain(said)
    for given in _GIVEN_TO.finditer(low):
        start = given.end()
        words = text[start:]
        organ, end = organ_at_start(words)
        if not organ:
            continue
        if is_meeting(text[given.start() :]) or _is_their_own(given[0], plain(organ)):
            continue
        if does_something(words[end:]):
            return organ
    return ""


def _is_their_own(given: str, organ: str) -> bool:
    """Say whether members or staff are charged by the body whose work it stays: «phân công cán bộ trực»."""
    if MEMBERS.match(organ):
        return True
    return given.startswith("phân công") and OWN_STAFF.match(organ) is not None


def told_to(text: str) -> str:
    """Return whom the sentence has told to lead: «Chỉ đạo Phòng A chủ trì, phối hợp ...»."""
    said = without_quoted(text)
    low = plain(said)
    organ = _named_behind(text, low, _TELLS, LEADS_SURELY) or _asked_for_object(said, low)
    # «Chỉ đạo Tổ Thư ký, chủ trì giao ban»: who directs it does both.
    if f"{plain(organ)}, chủ trì" in low:
        return ""
    return organ


def _asked_for_object(text: str, low: str) -> str:
    """Return who is asked behind what is asked for: «Báo cáo kết quả đề nghị các xã gửi trước 15/12»."""
    asked = _ASKED.search(low)
    if asked is None:
        return ""
    if not _OBJECTS.match(low):
        return ""
    # A comma says that other words than an object stand in front.
    before = text[: asked.start()]
    if _STOP.search(before):
        return ""
    behind = text[asked.end() :]
    organ, length = organ_at_start(behind)
    rest = behind[length:]
    bare = rest.lstrip()
    return organ if opening_verb(bare) else ""


def led_by(text: str) -> str:
    """Return the organ behind «do», where what it does is the work itself, not what others join."""
    said = without_quoted(text)
    low = plain(said)
    start = beginning(text)
    if JOINING.match(low, start):
        return ""
    for words, role in _BY.items():
        organ = _named_behind(text, low, words, role)
        if organ:
            return organ
    # «Góp ý dự thảo do Sở Y tế trình» is work of others, «Số liệu do Sở Y tế báo cáo» of that body.
    if opening_verb(text[start:]):
        return ""
    return _named_behind(text, low, DONE_BY, DELIVERS)


def _named_behind(text: str, low: str, by: re.Pattern[str], role: re.Pattern[str]) -> str:
    """Return the organ behind the words `by` that plays the role that is told behind its name."""
    for named in by.finditer(low):
        start = named.end()
        organ, length = organ_at_start(text[start:])
        if not organ:
            continue
        behind = start + length
        if role.match(low, behind):
            return organ
    return ""


def named_inside(text: str) -> str:
    """Return the organ that a later clause says leads: «Biên soạn sổ tay, Sở Y tế chủ trì»."""
    said = without_quoted(text)
    low = plain(said)
    return _named_behind(text, low, PLACE, LEADS_SURELY)


def named_at_end(text: str) -> str:
    """Return the organ of the last clause whose verb governs nothing: «Tổng kết ..., Văn phòng chuẩn bị.»."""
    return _last_that(LEADS_ANYHOW, text) or _last_that(DIRECTS, text)


def _last_that(does: re.Pattern[str], text: str) -> str:
    low = plain(without_quoted(text))
    for place in PLACE.finditer(low):
        start = place.end()
        organ, length = organ_at_start(text[start:])
        if not organ or _OF_A_FIELD.search(plain(organ)):
            continue
        behind = _behind_partners(text, low, start + length)
        role = does.match(low, behind)
        if not role:
            continue
        end = role.end()
        rest = text[end:]
        if _ends_there(rest):
            return organ
    return ""


def _behind_partners(text: str, low: str, place: int) -> int:
    """Return where «phối hợp với A, B» ends that stands at `place`, or `place` itself."""
    together = WITH.match(low, place)
    if not together:
        return place
    start = together.end()
    words = text[start:].lstrip()
    _, length = organ_at_start(words)
    return len(text) - len(words) + length


def _ends_there(rest: str) -> bool:
    """Say whether behind a role nothing follows but a time, a partner or another sentence."""
    if rest.lstrip().startswith((".", ";", ")")):
        return True
    if WITH.match(plain(rest)):
        return True
    return only_tells_when(rest)


def only_tells_when(rest: str) -> bool:
    """Say whether behind a name nothing stands, or a time: «(Hội Nông dân tỉnh, tháng 5)»."""
    words = rest.strip(" ;,.")
    if not words:
        return True
    if not rest.lstrip().startswith((",", ";", "-", ".")):
        return False
    words = behind_doing(words.strip(" -"))
    due = find_due(words, ANY_YEAR, is_cell=True)
    if due.words == words:
        return True
    return time_opening(words) == len(words)


def behind_doing(words: str) -> str:
    """Return the time behind what only says that the work ends then: «xong | trước tháng 9»."""
    doing = _ENDS_ON_TIME.match(words)
    if doing:
        return words[doing.end() :]
    return words
