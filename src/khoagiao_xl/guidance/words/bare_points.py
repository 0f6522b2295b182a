"""Points of time without words of their own: a month in brackets, a day at the head, an event's own day."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.event_days import context_words, is_of_event
from khoagiao_xl.guidance.words.read_points import Chain
from khoagiao_xl.guidance.words.time_point_patterns import TimeUnit
from khoagiao_xl.guidance.words.time_points import TimePoint
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

CLAUSE_END = re.compile(r"\s*(?:[.,;:)/]|$)")
# «kiểm tra: quý II (các chi bộ khoa), quý IV (các chi bộ phòng)».
_CLAUSE_OR_BRACKET = re.compile(r"\s*(?:[.,;:)/(]|$)")
_SENTENCE_END = re.compile(r"\s*(?:\.(?!\d)|[;)]|$)")
_SENTENCE_HEAD = re.compile(r"(?:^\s*[-+]?\s*|[.;:]\s+)(?:vào\s+|trong\s+)?$")
# Words that only lead to a day: «các ngày 10, 11 và 12/6», «lúc 15 giờ ngày 20/8».
_LEADING = re.compile(r"(?:(?:các|những|lúc|khoảng)\s+)+$")
_BEHIND_HEAD = re.compile(r"\s*[,:]")
# «(ngày 11/4, từ 6 giờ đến 10 giờ)» says when and more.
_OPENS_BRACKET, _CLOSES_BRACKET = re.compile(r"\(\s*$"), re.compile(r"\s*[),;]")
# «(Phòng Quản lý khoa học - quý II/2026)», «(Văn phòng; 17/7/2026)», «(khảo sát tháng 4, đánh giá tháng 11)».
_CLOSES_ATTRIBUTES = re.compile(
    r"\([^()]*?(?:[,;:]\s*|\s-\s+)$|\([^()]*\d[^()\d]*[,;]\s*[^\s,;()\d]+(?:\s[^\s,;()\d]+){0,3}\s$"
)
_BEHIND_COLON, _BEHIND_COMMA = re.compile(r":\s*$"), re.compile(r"(?:,|\s[-–])\s*$")
# «đợt 1 tháng 4, đợt 2 tháng 9».
_OF_A_ROUND = re.compile(
    rf"{WORD_START}(?:đợt|vòng|lần|lớp|khóa|bước|(?<!định )kỳ|giai đoạn)\s+(?:thứ\s+)?"
    r"(?:\d{1,2}|[ivx]+|một|nhất|hai|ba|bốn|cuối)\s*[:(,]?\s*$"
    # «vòng trường ngày 14/11», «cấp xã tháng 7, cấp tỉnh tháng 9».
    rf"|(?:{WORD_START}vòng|(?:^|[,;:(]\s*)cấp)\s+"
    r"(?:cơ sở|toàn quốc|chung kết|sơ khảo|thành phố|[^\W\d]+)\s*[:(]?\s*$"
)
# A named day is remembered: «Ngày Môi trường thế giới (ngày 05/6)».
_REMEMBERS = re.compile(
    rf"{WORD_START}(?:{context_words('kỷ niệm')}|ngày\s+(?!hội)[^\d\s(]\S*){WORD_END}[^;.]{{0,80}}$"
)
# But what is done «nhân Ngày ...» is done on that day.
_OCCASION = rf"{WORD_START}nhân\s+(?!rộng|dân|viên|lực|sự)"
_ON_THE_OCCASION = re.compile(rf"{_OCCASION}[^;.()]{{3,90}}\($")
_ON_THAT_DAY = re.compile(
    rf"{WORD_START}nhân\s+(?:dịp\s+|kỷ niệm\s+|\d+\s+năm\s+)*ngày\s+[^\d\s][^,;.()]{{2,60}}?\s(?:ngày\s+)?$"
)
# «trao quà nhân dịp Quốc tế Phụ nữ 8/3».
_ON_THAT_FEAST = re.compile(rf"{WORD_START}nhân\s+(?:dịp|kỷ niệm)\s+[^\d\s][^,;.()]{{2,60}}?\s(?:ngày\s+)?$")
# «Triển khai Nghị quyết Đại hội ngày 15/5»: the day of what was decided.
_OF_DECISION = re.compile(rf"{WORD_START}{context_words('điều đã quyết')}\s+(?:của\s+)?(?:\w+\s+){{0,2}}$")
_SAYS_DAY = re.compile(rf"{WORD_START}(?:ngày|thứ (?!nhất)\w+|chủ nhật){WORD_END}")
_NOT_OF_WORK = re.compile(rf"{WORD_START}{context_words('ngày đã qua')}{WORD_END}[^,;.]{{0,60}}$")
_NOT_WHEN = re.compile(rf"{WORD_START}{context_words('tháng của báo cáo')}\s+(?:của\s+)?(?:các\s+)?$")
_LONG_UNITS = frozenset({TimeUnit.MONTH, TimeUnit.QUARTER})
_CLAUSE_STOP = re.compile(r"[;:.]\s")
# «Thông báo kết luận tại Hội nghị ngày 15/3» tells of a meeting that was.
_EVENT = re.compile(
    rf"(?<!tại )(?<!theo )(?<!kết luận )(?<!kết quả )(?<!sau ){WORD_START}{context_words('sự kiện')}"
    r"(?:\s[^.;:()\d/]{0,70})?\s$"
)


def is_of_round(low: str, chain: Chain) -> bool:
    """Say whether the points are those of one round of several: «đợt 2 tháng 9», «vòng trường ngày 14/11»."""
    first = chain[0].point
    before = _LEADING.sub("", low[: first.start])
    return _OF_A_ROUND.search(before) is not None


def stands_alone(low: str, chain: Chain) -> bool:
    """Say whether points without words of their own date the work, by their place in the plain text `low`."""
    first = chain[0].point
    end = chain[-1].point.end
    before = _LEADING.sub("", low[: first.start])
    if is_of_event(before, first):
        return True
    if _OPENS_BRACKET.search(before):
        return _dates_in_bracket(low, chain)
    if _SENTENCE_HEAD.search(before):
        return _heads_sentence(low, end)
    if _BEHIND_COLON.search(before):
        return _CLAUSE_OR_BRACKET.match(low, end) is not None
    if first.unit is TimeUnit.DAY and _is_own_day(before, first):
        return True
    if _closes_work(low, chain):
        return True
    # «Gặp mặt trí thức, 18/5 (Phòng A)» is no share.
    if not (first.is_dated or first.is_list or low.startswith(" (", end)):
        return False
    return _closes(low, before, end)


def _closes_work(low: str, chain: Chain) -> bool:
    """Say whether the day or the months of a piece of work end its sentence: «mở phiên ngày 15/5.»."""
    first = chain[0].point
    end = chain[-1].point.end
    if not _SENTENCE_END.match(low, end):
        return False
    before = low[: first.start]
    *_, clause = _CLAUSE_STOP.split(before)
    if first.unit is TimeUnit.DAY:
        if not _SAYS_DAY.search(low, first.start, end):
            return False
        return not _NOT_OF_WORK.search(clause)
    if first.unit not in _LONG_UNITS:
        return False
    if len(chain) == 1 and not first.is_list:
        return False
    return not _NOT_WHEN.search(clause)


def _closes(low: str, before: str, end: int) -> bool:
    """Say whether a point that ends at `end` is the last word of a bracket's attributes or of a sentence."""
    if _CLOSES_ATTRIBUTES.search(before):
        return low.startswith(")", end)
    if not _BEHIND_COMMA.search(before):
        return False
    if low.startswith(" (", end):
        return True
    return _SENTENCE_END.match(low, end) is not None


def _dates_in_bracket(low: str, chain: Chain) -> bool:
    first = chain[0].point
    end = chain[-1].point.end
    before = low[: first.start]
    if _ON_THE_OCCASION.search(before):
        return True
    if not _CLOSES_BRACKET.match(low, end):
        return False
    if first.unit is not TimeUnit.DAY:
        return True
    is_dated = first.is_dated or first.is_list or len(chain) > 1 or _EVENT.search(before.rstrip(" (") + " ")
    if not is_dated:
        return False
    return not _REMEMBERS.search(before)


def _heads_sentence(low: str, end: int) -> bool:
    """Say whether work follows, or nothing: «Tháng 5, ...», «Ngày 26/3 ra quân ...», «Ngày 16/4.»."""
    if _BEHIND_HEAD.match(low, end):
        return True
    if _SENTENCE_END.match(low, end):
        return True
    rest = low[end:]
    return opening_verb(rest.strip()) != ""


def _is_own_day(before: str, point: TimePoint) -> bool:
    """Say whether it is an event's own day: «Hội thi ngày 20/5», «nhân Ngày Gia đình Việt Nam 28/6»."""
    if _ON_THAT_DAY.search(before) or _ON_THAT_FEAST.search(before):
        return True
    if not point.is_dated:
        return False
    if point.has_hour:
        return True
    event = _EVENT.search(before)
    if event is None or _OF_DECISION.search(before[: event.start()]):
        return False
    return not _REMEMBERS.search(event[0])
