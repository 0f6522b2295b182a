"""Doubts about what is asked: part of another task, closing sentence, work of a second body, torn text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from khoagiao_xl.guidance.guidance_records import PlannedTask
from khoagiao_xl.guidance.tasks.clauses import clauses_of
from khoagiao_xl.guidance.tasks.lead_places import ABOVE, IN_A_COLUMN, IN_THE_WORDS
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.verbs import after_opening_words, is_verb_behind, opening_verb
from khoagiao_xl.vietnamese.running_text import SMALL, canonical, plain, sentences
from khoagiao_xl.vietnamese.word_patterns import WORD_END, any_of, begins_with, holds

_PARTS_ONLY: Final = begins_with(
    "đoàn số | đoàn \\d | tổ \\d | nhóm \\d | đợt \\d | lớp \\d | các đơn vị | căn cứ | việc | "
    "các nhiệm vụ | những | nội dung | thời gian | địa điểm | thành phần | kinh phí | nếu | khi | "
    "trường hợp | không"
)
_OF_A_BODY_ABOVE: Final = begins_with("chủ trì | phối hợp")
# «... triển khai các nhiệm vụ, cụ thể như sau», «... thông báo để các đơn vị biết, thực hiện.»
_LEADS_OVER: Final = holds(
    "như sau | sau đây | dưới đây | mục này | phần này | kể trên | trên đây | biết, thực hiện | "
    "biết và thực hiện | (?:nhiệm vụ|nội dung|giải pháp|công việc)(?: \\w+){0,6} (?:được phân công|được giao)"
)
_CLOSES: Final = re.compile(r"\./\.\s*$|:\s*$")
# What a body is or answers for, not what it does.
_STATES: Final = re.compile(
    r"\s*(?:(?:cũng|còn|phải|sẽ|đã|đang|vẫn|tự)\s+)?"
    + any_of(
        "chịu trách nhiệm | phụ trách | là | được | đã | đang | còn | có thể | gồm | bao gồm | "
        "thuộc | không | nếu"
    )
    + WORD_END
)
_ANSWERS: Final = re.compile(r"chịu trách nhiệm|làm nòng cốt|phối hợp\s*[.;]?\s*$")
_PART_OF_TEXT: Final = re.compile(rf",\s+(?=[^\W\d{SMALL}])|[.;]\s+(?=\D)|\btrong đó,?\s+|\briêng\s+")
_HELPS: Final = re.compile(r"\s*(?:cùng\s+)?(?:phối hợp|tham gia|chủ trì)")
_WITH: Final = re.compile(r"(?:phối hợp|cùng|chỉ đạo|với)\s[^.;]*$")
_OPENING: Final = re.compile(
    r"(?:(?:trong đó|riêng|đồng thời|ngoài ra|giao|đề nghị|yêu cầu|phân công|trước mắt|và|các nơi)\s*,?\s+)*",
    re.IGNORECASE,
)
# What such a clause names is the end of the work before it: «...; trình trước 15/3».
_ENDS_WORK: Final = begins_with(
    "(?:\\S+\\s+){0,3}(?:hoàn thành | xong | báo cáo | gửi | trình | nộp | ban hành | phát hành | bàn giao | "
    "công bố | trao giải | có văn bản | kết thúc | phê duyệt | đăng ký | danh sách | ý kiến | hồ sơ | "
    "kết quả | thời hạn | thời gian | vòng | triển khai | tổ chức thực hiện)"
)
_WATCHES: Final = begins_with("theo dõi | đôn đốc | hướng dẫn | phụ trách | duy trì | nắm | tuyên truyền")
_NO_MORE: Final = any_of("không | đã | chưa | hoãn | hủy | bỏ | lùi | tạm dừng | ghép | thôi | dừng")
_NOT_DONE: Final = re.compile(rf"(?:^|[|(]\s*){_NO_MORE}{WORD_END}")
_CANCELS: Final = holds(
    "nay không | không tổ chức | không thực hiện | tạm dừng | hủy bỏ | lùi sang | chuyển sang năm"
)


def is_part_of_another(task: PlannedTask) -> bool:
    """Whether its words begin as those of a part do, or of a closing sentence."""
    low = plain(task.record.text)
    if _PARTS_ONLY.match(low):
        return True
    # Below the name of a body «Chủ trì, phối hợp với ...» is how each of its tasks begins.
    if task.lead_from == ABOVE:
        return False
    return _OF_A_BODY_ABOVE.match(low) is not None


def leads_over(task: PlannedTask) -> bool:
    """Whether it may only lead over to other tasks, or close the document."""
    if _CLOSES.search(task.record.source):
        return True
    return _LEADS_OVER.search(plain(task.record.text)) is not None


def tells_a_state(task: PlannedTask) -> bool:
    """Whether what follows the lead says what it is or answers for: «Người đứng đầu chịu trách nhiệm ...»."""
    if task.lead_from != IN_THE_WORDS or not task.record.lead:
        return False
    _, _, rest = plain(task.record.source).partition(plain(task.record.lead))
    if _ANSWERS.search(rest):
        return True
    return _STATES.match(rest) is not None


def is_torn(task: PlannedTask) -> bool:
    """Whether a bracket or a quotation was cut in two, so that words may be missing."""
    text = task.record.text
    if text.count("(") != text.count(")"):
        return True
    return text.count("“") != text.count("”")


def asks_a_second_body(task: PlannedTask) -> bool:
    """Whether a later sentence or clause asks another body: «... Trong đó, Tỉnh đoàn mở các lớp»."""
    own = plain(task.record.lead)
    words = _behind_lead(task)
    asked = map(plain, _asked_later(words))
    return any(organ != own for organ in asked)


def _behind_lead(task: PlannedTask) -> str:
    """Return what follows who leads: all where the words do not name them, "" where nobody leads."""
    source = canonical(task.record.source)
    lead = canonical(task.record.lead)
    if not lead:
        return ""
    if lead not in source:
        return source
    _, _, behind = source.partition(lead)
    return behind


def _asked_later(source: str) -> Iterator[str]:
    for part in _PART_OF_TEXT.finditer(source):
        # «phối hợp với A, B rà soát»: B is one more partner.
        if part[0].startswith(",") and _WITH.search(plain(source[: part.start()])):
            continue
        clause = source[part.end() :]
        opening = _OPENING.match(clause)
        rest = clause[opening.end() :] if opening else clause
        organ, end = organ_at_start(rest)
        low = plain(rest)
        # «A chủ trì, B phối hợp» asks B for nothing of its own.
        if organ and is_verb_behind(low, end) and not _HELPS.match(low, end):
            yield organ


def asks_more(task: PlannedTask) -> bool:
    """Whether a later sentence asks for something itself: «... Trước mắt, kiểm tra 03 đảng ủy phường»."""
    text = task.record.text
    _, *later = sentences(text)
    for start, end in later:
        sentence = text[start:end]
        if _asks(sentence):
            return True
    return False


def _asks(sentence: str) -> bool:
    opening = _OPENING.match(sentence)
    words = sentence[opening.end() :] if opening else sentence
    return opening_verb(words) != ""


def is_called_off_beside(task: PlannedTask) -> bool:
    """Whether a cell or a sentence beside the work says that it is not done, or done otherwise."""
    source = task.record.source
    if task.lead_from == IN_A_COLUMN:
        work = task.record.text or " | "
        *_, behind = source.split(work, 1)
        return _NOT_DONE.search(plain(behind)) is not None
    return _CANCELS.search(plain(source)) is not None


def may_be_due_by_another(task: PlannedTask) -> bool:
    """Whether the day may be of a later work only: «Lồng ghép vào các lớp; mời báo cáo viên trong quý II»."""
    words = task.due_words
    first, *later = _clauses(task.record.source)
    if not task.record.due or not words or words in first:
        return False
    dated = [clause for clause in later if words in clause]
    if not dated or not opening_verb(dated[0]):
        return False
    if _WATCHES.match(_work_of(first)):
        return True
    return not _ENDS_WORK.match(plain(dated[0]))


def is_led_by_a_later_clause(task: PlannedTask) -> bool:
    """Whether who is named behind a semicolon may lead only what stands there: «Cấp máy; Phòng A phân bổ»."""
    lead = canonical(task.record.lead)
    first, *later = _clauses(canonical(task.record.source))
    if task.lead_from != IN_THE_WORDS or lead in first:
        return False
    behind = "; ".join(later)
    _, _, work = behind.partition(lead)
    return opening_verb(work) != ""


def _clauses(source: str) -> list[str]:
    """Return the parts of `source` between the semicolons that stand outside brackets."""
    return [source[start:end] for start, end in clauses_of(source)]


def _work_of(clause: str) -> str:
    """Return the words of a clause behind who is named first, in small letters."""
    start = after_opening_words(clause)
    _, length = organ_at_start(clause[start:])
    rest = plain(clause[start + length :])
    return rest.lstrip()
