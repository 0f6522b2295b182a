"""The body with which a sentence begins: who does it, or whom that body asks."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.body_kinds import PERSON_HERE, PERSONS
from khoagiao_xl.guidance.words.organs import MOST_LETTERS, is_meeting, organ_at_start, organ_from
from khoagiao_xl.guidance.words.roles import LEADS_SURELY
from khoagiao_xl.guidance.words.verbs import VERB, after_opening_words, first_verb
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, any_of

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]")
# «Ban Thường vụ giao ...», «Ủy ban nhân dân tỉnh yêu cầu ...»: who asks is not who is to do it.
_ASKS = re.compile(
    r"\s*,?\s*(?:thống nhất\s+|tiếp tục\s+|trân trọng\s+|đồng ý\s+)?"
    + any_of("giao nhiệm vụ cho | giao cho | giao | phân công | đề nghị | yêu cầu | ủy quyền cho")
    + r"\s+(?=[^\W\d_])"
)
_GROUND = re.compile(
    any_of(r"""
        thực hiện | triển khai | căn cứ | theo (?:đề nghị|yêu cầu|hướng dẫn|chỉ đạo|phân công) |
        theo(?! dõi) | nhằm | với | tại | ở | sau | từ | trong
    """)
    + r"\s"
)
# «Trên cơ sở tình hình của địa phương, đơn vị, ban hành ...»: the end of a list.
_BARE_KINDS = frozenset({"đơn vị", "địa phương", "cơ quan", "ngành", "nhà trường"})
MEMBERS = re.compile(r"(?:các\s+)?(?:đảng viên|đoàn viên|hội viên)(?:\s|$)")
# Whoever charges these charges his own: «phân công cấp ủy viên phụ trách», «... giáo viên theo dõi».
OWN_STAFF = re.compile(
    r"(?:(?:một|các|\d+)\s+)?(?:đồng chí\s+)?(?:các\s+đồng chí|cấp ủy viên|cán bộ|công chức|viên chức|"
    r"nhân viên|giáo viên|giảng viên|bác sĩ|đảng viên|đoàn viên|hội viên|lực lượng|người)(?:\s|$)"
)
_COMMA = re.compile(r",\s+(?=[^\W\d_])")
_MODAL = re.compile(r"\s*(?:(?:sẽ|cần|phải|có trách nhiệm|được giao|tự|cùng)\s+)*")
_STAFF = re.compile(rf"(?!(?:các )?(?:đồng chí|đ/c))(?:các\s+)?(?:{PERSONS}){WORD_END}")
_EVERYBODY = ("các ", "cấp ủy", "mỗi ", "từng ", "tất cả ", "toàn thể ")
_DAYS_FIRST = re.compile(
    r"(?:(?:vào|từ|trong|nhân|trước|sau|chậm nhất|đến hết|đến|dịp|khoảng)\s+){0,3}"
    r"(?:là\s+)?(?:ngày|tháng|quý|tuần|dịp|năm|đợt|giai đoạn|kỳ|học kỳ|sáng|chiều|tối|thứ)\s"
    r"(?:(?!\s(?:đã|không|chưa|tạm)\s)[^,;.]){1,60},\s+|"
    r"(?:thời gian tới|(?:về|để)\s[^,;.:]{1,80}),\s+(?=(?:đề nghị|yêu cầu|giao)\s)|"
    r"khi\s(?:có|phát hiện|xảy ra|phát sinh)\s[^,;.:]{1,90},\s+(?=báo )|"
    r"\d{1,2}\s*/\s*\d{1,2}[^,;.]{0,30},\s+|"
    r"(?:(?:từ|lúc|vào|trước|đến)\s+)?\d{1,2}\s*(?:giờ|h\d?|:\d)[^,;.:]{0,40},\s+"
)


def behind_colon(text: str) -> str:
    """Return the organ behind the colon, of «Lao động nữ nuôi con nhỏ: công đoàn cơ sở thăm hỏi ...»."""
    _, colon, behind = text.partition(": ")
    if not colon:
        return ""
    organ, end = organ_at_start(behind)
    rest = behind[end:]
    if not organ:
        return ""
    if not goes_on_with_verb(rest):
        return ""
    return organ


def subject(text: str) -> str:
    """Return the organ with which the sentence begins and that does something, or that it asks to."""
    start = beginning(text)
    words = text[start:]
    organ, end = organ_at_start(words)
    if not organ:
        return ""
    rest = words[end:]
    if _is_no_subject(organ, rest) or _charges_members(text, organ):
        return ""
    asks = _asks(rest)
    asked = ""
    if asks:
        asked = organ_from(rest, asks.end())
    if asked and not _is_of(organ, asked):
        return asked
    if does_something(rest):
        return organ
    return ""


def _is_no_subject(organ: str, rest: str) -> bool:
    """Say whether a bare kind only ends a list: «Trên cơ sở tình hình của địa phương, | đơn vị, ban hành»."""
    if plain(organ) not in _BARE_KINDS:
        return False
    return rest.lstrip().startswith(",")


def _charges_members(text: str, organ: str) -> bool:
    """Say whether a body's own members are charged: who charges them does the work."""
    if OWN_STAFF.match(plain(organ)) is None:
        return False
    return plain(text).startswith("phân công")


def _is_of(body: str, asked: str) -> bool:
    """Say whether a body charges one of its own: «Các đảng ủy phân công đồng chí phó bí thư ...»."""
    low = plain(asked)
    # «Phòng A phân công chuyên viên theo dõi ...» is still the work of the office.
    if _STAFF.match(low):
        return True
    if not plain(body).startswith(_EVERYBODY):
        return False
    return PERSON_HERE.match(low) is not None


def behind_ground(text: str) -> str:
    """Return the organ behind the words of ground: «Thực hiện Công văn ..., các chi bộ xây dựng ...»."""
    low = plain(text)
    ground = _GROUND.match(low)
    if not ground:
        return ""
    # What stands behind a verb of the ground itself is its object, not who is to do something.
    behind = ground.end()
    rest = text[behind:]
    first = behind + first_verb(rest)
    for comma in _COMMA.finditer(low, 0, first):
        start = comma.end()
        words = text[start:]
        organ, end = organ_at_start(words)
        if not organ or plain(organ) in _BARE_KINDS:
            continue
        if goes_on_with_verb(words[end:]):
            return subject(words)
    return ""


def goes_on_with_verb(words: str) -> bool:
    """Say whether the verb stands right behind the name, not somewhere in what else is listed."""
    low = plain(words)
    behind = _MODAL.match(low)
    place = 0
    if behind:
        place = behind.end()
    return VERB.match(low, place) is not None


def beginning(text: str) -> int:
    """Return where the sentence begins behind words of time and ground."""
    low = plain(text)
    start = after_opening_words(text)
    while day := _DAYS_FIRST.match(low, start):
        behind = day.end()
        rest = text[behind:]
        start = behind + after_opening_words(rest)
    return start


def _asks(rest: str) -> re.Match[str] | None:
    """Return the words by which a body asks another: none in «Tổ Thư ký giao ban hằng tuần»."""
    if is_meeting(rest.lstrip(" ,")):
        return None
    return _ASKS.match(plain(rest))


def asked_end(text: str, start: int) -> int:
    """Return where the name of the body ends that the body before `start` asks or charges, 0 if none."""
    rest = text[start:]
    asks = _asks(rest)
    if not asks:
        return 0
    behind = start + asks.end()
    organ, length = organ_at_start(text[behind:])
    if organ:
        return behind + length
    return 0


def does_something(words: str) -> bool:
    """Say whether behind the name of a body a verb stands, or the words of a lead."""
    low = plain(words)
    if LEADS_SURELY.match(low):
        return True
    for word in _WORD.finditer(low, 0, MOST_LETTERS):
        place = word.start()
        if VERB.match(low, place):
            return True
    return False
