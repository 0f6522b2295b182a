"""A sentence in parts: one task, or several where its parts have days or bodies of their own."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.tasks.no_work import AGREED, DONE, is_refused_or_done, no_work_of
from khoagiao_xl.guidance.words.attribution import tells_who
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.organs import is_organ_alone, organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.recurrence import recurrence_of
from khoagiao_xl.guidance.words.requests import asks_for_work, verb_behind_time
from khoagiao_xl.guidance.words.shared_work import takes_a_share
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import blank, plain, without_quoted
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, begins_with

# What a body does for the task of the clause before it, rather than a task of its own.
_SERVES = re.compile(
    r"\s*(?:là\s+(?:cơ quan|đơn vị|đầu mối)|chủ trì|tham mưu|làm đầu mối|chuẩn bị|dự thảo|"
    r"chịu trách nhiệm(?! trước| nếu| toàn diện))"
    rf"{WORD_END}|"
    r"\s*phối hợp\s+(?:với|cùng)\s[^.]*\s(?:tổ chức|thực hiện|triển khai)[\s./]*$"
)
_KEEPS_UP = re.compile(
    r"\s*,?\s*(?:tiếp tục\s+)?(?:duy trì|giữ vững|phát huy)(?:\s+(?:thường xuyên|tốt|các|những))*"
    r"\s*(?:kết quả|nền nếp|phong trào|mô hình|hoạt động(?! của)|việc này|trong|suốt|$)"
)
_HELPS = re.compile(rf"\s*(?:cùng )?phối hợp{WORD_END}")
# Telling of the result ends the task; it is no second one.
_REPORTS = re.compile(r"(?:tổng hợp\s*,?\s*)?(?:gửi\s+)?(?:kết quả|báo cáo)|(?:và\s+)?gửi\s")
_NAMED_REPORT = re.compile(r"\s*(?:gửi\s+)?báo cáo\s+(?:kết quả\s+)?(?:sơ kết|tổng kết|giữa|cuối|chuyên đề)")
# «...; báo cáo quý trước ngày 15, báo cáo năm trước ngày 20/11» are told of the task by its rhythm.
_PERIODIC_REPORT = re.compile(r"\s*(?:gửi\s+)?báo cáo\s+(?:tuần|tháng|quý|0?[69] tháng|năm|định kỳ)")
_ONLY_RHYTHM = re.compile(
    r"\s*(?:(?:được\s+)?(?:thực hiện|duy trì|tổ chức|tiến hành|triển khai|làm)\s+)?(?:việc này\s+)?"
    r"(?:thường xuyên|liên tục|định kỳ|(?:hằng|hàng|mỗi)\s+\w+)(?:\s+\w+){0,3}[\s./]*"
)
# What is sent by one day and reported by another is two works.
_SENT = re.compile(rf"{WORD_START}(?:gửi|nộp|trình|báo cáo){WORD_END}")
_REVIEWS = re.compile(rf"{WORD_START}(?:sơ|tổng) kết\s+(?:\d+|một|hai|ba|năm|mười)\s+năm{WORD_END}")
_WATCHES = re.compile(rf"{WORD_START}(?:theo dõi|đôn đốc|giám sát|tổng hợp){WORD_END}")
_ONLY_WATCHES = re.compile(
    r"(?:(?:thường xuyên|có trách nhiệm|chịu trách nhiệm|làm đầu mối|theo dõi|đôn đốc|giám sát|"
    r"kiểm tra|hướng dẫn|nhắc nhở|các (?:đơn vị|địa phương|cơ quan)|tiến độ)(?:,\s*|\s+và\s+|\s+|$))+"
)
_CARRIED_OUT = re.compile(rf"{WORD_START}(?:thực hiện|triển khai){WORD_END}")
# What is told of it then is the end of the watching: «...; tổng hợp, báo cáo trước ngày 15/12».
_TELLS = re.compile(rf"{WORD_START}(?:tổng hợp|báo cáo|gửi|kết quả|thông tin|phản ánh|nộp){WORD_END}")
_INFORMS = re.compile(
    r"\s*(?:(?:kịp thời|(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+\w+),?\s+)?"
    rf"(?:phản ánh|thông tin|thông báo|báo cáo){WORD_END}"
)
_WITH = re.compile(
    rf"{WORD_START}(?:phối hợp|cùng|với|yêu cầu|đề nghị|giao|phân công)\s+(?:với\s+|cho\s+)?"
    rf"(?!.*{WORD_START}với\s)"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ASKS_AGAIN = begins_with("\\s*(?:tiếp tục | đề nghị | yêu cầu | giao | cần | phải | năm nay | nay)")
_COMMA = re.compile(r",\s+")
# «gửi báo cáo sơ kết 6 tháng trước ngày 15/6, báo cáo tổng kết năm trước ngày 10/12»
_NEXT_REPORT = (
    rf"(?:(?:gửi|nộp)\s+)?báo cáo\s+(?:kết quả\s+)?(?:sơ kết|tổng kết|giữa kỳ|cuối kỳ|chuyên đề){WORD_END}"
)
_SEMICOLON = re.compile(rf";\s*|,\s+(?=trước mắt,?\s)|(?:,|,?\s+và)\s+(?={_NEXT_REPORT})", re.IGNORECASE)

Span = tuple[int, int]
_SEVERAL = 2


def split_clauses(sentence: str) -> list[Span]:
    """Return the spans of the tasks in `sentence`: parted at «;», and only where both sides stand alone.

    «Quán triệt ...; xây dựng kế hoạch ...» is one task, with the plan as its product. It is two where each
    has a day of its own, or where the work is given to two bodies: each is then followed up by itself.
    """
    if ":" in sentence:
        return _behind_colon(sentence)
    spans: list[Span] = []
    before = ""
    for start, end in clauses_of(sentence):
        clause = sentence[start:end]
        first = start
        if spans and not _stands_alone(before, clause):
            # The task goes on.
            first, _ = spans.pop()
        spans.append((first, end))
        before = sentence[first:end]
    return spans


def _behind_colon(sentence: str) -> list[Span]:
    """Return the works of bodies with days of their own: «Báo cáo năm: các xã gửi ...; Văn phòng trình ...».

    Else the parts after a colon are topics of one task.
    """
    colon = sentence.index(":") + 1
    whole = (0, len(sentence))
    spans: list[Span] = []
    for first, last in clauses_of(sentence[colon:]):
        span = (colon + first, colon + last)
        spans.append(span)
        if not _is_dated_work(sentence[slice(*span)]):
            return [whole]
    if len(spans) < _SEVERAL:
        return [whole]
    (_, end), *others = spans
    return [(0, end), *others]


def _is_dated_work(clause: str) -> bool:
    """Say whether a clause names a body, what it does, and until when."""
    words = clause.strip()
    organ, end = organ_at_start(words)
    if not organ:
        return False
    if not opening_verb(words[end:]):
        return False
    due = find_due(words, ANY_YEAR)
    return due.day is not None


def behind_refused(sentence: str) -> int:
    """Return where the work begins behind a clause that refuses some: «Không tổ chức lễ; các xã gửi ...».

    0 where the first clause asks for work, or none does.
    """
    was_done = False
    for first, last in clauses_of(sentence):
        start = first + _behind_refused_comma(sentence[first:last])
        clause = sentence[start:last]
        # «Năm 2025 đã mở 04 trại hè; hoàn thành 12 sân chơi»: what was done goes on.
        if was_done and _has_no_subject_and_day(clause):
            continue
        if not is_refused_or_done(clause) and no_work_of(clause) != AGREED:
            return start
        # «Nhất trí với báo cáo; biểu dương ngành y tế»: so does what was agreed with.
        was_done = no_work_of(clause) in (DONE, AGREED)
    return 0


def _has_no_subject_and_day(clause: str) -> bool:
    if leader(clause) or _ASKS_AGAIN.match(plain(clause)):
        return False
    due = find_due(clause, ANY_YEAR)
    return due.day is None


def _behind_refused_comma(clause: str) -> int:
    """Return where a body is named that works, behind a comma of a clause that begins by refusing."""
    if not is_refused_or_done(clause):
        return 0
    for comma in _COMMA.finditer(clause):
        words = clause[comma.end() :]
        organ, end = organ_at_start(words)
        if organ and opening_verb(words[end:]):
            return comma.end()
    return 0


def served_by(text: str) -> str:
    """Return the body that a later clause names for the work of the first: «...; Sở Y tế chủ trì»."""
    for first, last in clauses_of(text)[1:]:
        clause = text[first:last]
        organ, end = organ_at_start(clause)
        if organ and _SERVES.match(plain(clause), end):
            return organ
    return ""


def clauses_of(text: str) -> list[Span]:
    """Return the spans between the semicolons of `text` that stand outside brackets and quotation marks."""
    unquoted = without_quoted(text)
    open_text = _IN_BRACKETS.sub(blank, unquoted)
    spans: list[Span] = []
    start = 0
    for stop in _SEMICOLON.finditer(open_text):
        first, behind = stop.span()
        if _lists_bodies(text[start:first]):
            continue
        spans.append((start, first))
        start = behind
    end = len(text)
    if start < end:
        spans.append((start, end))
    return spans


def _lists_bodies(clause: str) -> bool:
    # «phối hợp với các cơ quan tham mưu, giúp việc; các đoàn thể»: one list of those who help.
    if is_organ_alone(clause):
        return True
    named = _WITH.search(plain(clause))
    if not named:
        return False
    return is_organ_alone(clause[named.end() :])


def _stands_alone(before: str, clause: str) -> bool:
    """Say whether the clause is a task of its own beside the one before it."""
    if tells_who(clause) or _keeps_up(clause):
        return False
    if takes_a_share(clause) and takes_a_share(before):
        return False
    body = leader(clause)
    if body:
        return _is_given_to_another(before, clause, body)
    if not verb_behind_time(clause):
        return False
    if not asks_for_work(before):
        return False
    if _have_two_rhythms(before, clause):
        return True
    if _tells_two_reports(before, clause) or _is_reported_too(before, clause):
        return _have_two_days(before, clause)
    if _REPORTS.match(plain(clause)):
        return False
    if _REPORTS.match(plain(before)):
        return False
    return _have_two_days(before, clause)


def _keeps_up(clause: str) -> bool:
    """Say whether a clause only keeps up what the one before it brought: «các cấp hội duy trì kết quả»."""
    _, end = organ_at_start(clause)
    if not _KEEPS_UP.match(plain(clause), end):
        return False
    return find_due(clause, ANY_YEAR).day is None


def _is_given_to_another(before: str, clause: str, body: str) -> bool:
    other = leader(before)
    if not other:
        return _have_two_rhythms(before, clause)
    if other == body:
        return False
    _, end = organ_at_start(clause)
    return not _HELPS.match(plain(clause), end)


def _have_two_rhythms(before: str, clause: str) -> bool:
    """Say whether one comes again and the other is due once: «gửi trước ngày 15/3; hằng quý, báo cáo ...»."""
    low = plain(clause)
    if _PERIODIC_REPORT.match(low) or _ONLY_RHYTHM.fullmatch(low):
        return False
    again = recurrence_of(clause)
    earlier = recurrence_of(before)
    if again and earlier:
        return again != earlier
    if again:
        # «Theo dõi, đôn đốc; hằng quý báo cáo» is one work.
        if find_due(before, ANY_YEAR).day is not None:
            return True
        _, end = organ_at_start(clause)
        return not (_INFORMS.match(low, end) or _WATCHES.search(plain(before)))
    if find_due(clause, ANY_YEAR).day is None:
        return False
    if earlier:
        return True
    # «Theo dõi, đôn đốc; | tham mưu sơ kết 01 năm ... vào tháng 8» watches all the while, and reviews once.
    if find_due(before, ANY_YEAR).day:
        return False
    if _REVIEWS.search(low):
        return _WATCHES.search(plain(before)) is not None
    return _watches_only(before) and not _TELLS.search(low)


def _watches_only(clause: str) -> bool:
    """Say whether a clause asks to watch all of the work: «Giao Phòng A theo dõi việc thực hiện Kế hoạch»."""
    _, end = organ_at_start(clause)
    low = plain(clause[end:]).lstrip()
    if _ONLY_WATCHES.fullmatch(low):
        return True
    return _WATCHES.match(low) is not None and _CARRIED_OUT.search(low) is not None


def _is_reported_too(before: str, clause: str) -> bool:
    """Say whether something is sent first, and then told once: «gửi trước 20/4; báo cáo nhanh ... 13/6»."""
    if _PERIODIC_REPORT.match(plain(clause)) or recurrence_of(f"{before}; {clause}"):
        return False
    return _SENT.search(plain(before)) is not None


def _tells_two_reports(before: str, clause: str) -> bool:
    """Say whether both clauses are reports called by their names: «Báo cáo 6 tháng ...; báo cáo năm ...»."""
    both = (before, clause)
    return all(_NAMED_REPORT.match(plain(one)) for one in both)


def _have_two_days(before: str, clause: str) -> bool:
    day = find_due(clause, ANY_YEAR).day
    earlier = find_due(before, ANY_YEAR).day
    if day is None:
        return False
    if earlier is None:
        return False
    return day != earlier
