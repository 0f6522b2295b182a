"""What a cited document is about: the words after «về» or between the quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from khoagiao_xl.guidance.citations.citation_words import CALLED, either_of, words_for
from khoagiao_xl.vietnamese.symbols import NAMED
from khoagiao_xl.vietnamese.word_patterns import WORD_END, any_of

_LEAD = re.compile(r"[\s,:]*(?:\((?=về\s|V/v))?")
_QUOTE = re.compile(r"(?:(?:[Vv]ề|VỀ)\s+(?:việc\s+)?)?(?P<open>[“\"])")
_OPENING = either_of(words_for("mở đầu trích yếu"))
_ABOUT = re.compile(rf"(?:[Vv]ề|VỀ|V/v|{_OPENING}){WORD_END}")
# What is about to be done with a document is no subject: «của Bộ Chính trị triển khai đến chi bộ».
_OPENS_WORK = re.compile(rf"{_OPENING}\s+(?:đến|tới|trong|tại|theo|cho|ngay|kịp thời|bằng)\s")
_NEXT_BODY = any_of(r"""
    Đảng ủy | Đảng bộ | Ban\s | Tỉnh ủy | Thành ủy | Huyện ủy | Cấp ủy | Văn phòng | Ủy ban | UBND |
    Sở\s | Hội\s | trong đó | tập trung | gắn với | phù hợp | đồng thời | bảo đảm | góp phần | cụ thể |
    gửi\s | báo cáo |
    hoàn thành | xong | trước ngày | chậm nhất | trong (?:tháng|quý) | tham mưu | sơ kết | tổng kết |
    tổ chức sơ kết | các cấp ủy | cấp ủy | chi bộ | nhất là | trên cơ sở
""")
_WHEN_OR_WHERE = any_of(r"""
    trước ngày | chậm nhất | xong trong | xong trước | hoàn thành (?:trước|trong|xong) |
    trong (?:tháng|quý) [\dIVX] | từ ngày | định kỳ | vào (?:tháng|quý) |
    theo (?:điều kiện|tình hình|kế hoạch|hướng dẫn|chỉ đạo|quy định|chức năng|lộ trình) |
    (?:ở|tại|trong) (?:các\s|từng\s|mỗi\s)?(?:cơ quan|đơn vị|địa phương|chi bộ|đảng bộ)
""")
_IN_BRACKETS = any_of("""
    qua | hoàn thành | trước | trong | báo cáo | gửi | thời gian | xong | chậm nhất | sau đây | nếu | kèm
""")
_ABOVE = re.compile(
    rf"(?i:{CALLED})\s+(?:của\s+[^;:()]*?\s+)?(?:(?P<about>về\s[^;:()]*?)|“(?P<quoted>[^;:()”]*)”)\s*\(\s*(?:(?i:số)\s*[:.]?\s*)?$"
)
# Where an unquoted subject ends although its sentence goes on.
_STOP = re.compile(
    rf"[;:|“”]|\.(?=\s|$|/|\.)|/\.|\s*\(\d{{1,2}}\)"
    rf"|,?\s+(?:và|,)\s+(?=(?:sơ kết|tổng kết|(?:{NAMED})\s+(?:số\s+)?\d))"
    rf"|,\s+(?=(?:{NAMED})\s+(?:số\s+)?\d)"
    rf"|,\s+(?={_NEXT_BODY})"
    rf"|,?\s+(?={_WHEN_OR_WHERE})"
    rf"|\s*\((?={_IN_BRACKETS})"
)
# «phong trào “...” năm 2026»: what says for when or where goes on with the subject.
_STILL_SUBJECT = re.compile(r"\s+(?:năm\s+\d|giai đoạn|đến năm|trên địa bàn)")
_MOST_LETTERS = 420


class SubjectSpan(NamedTuple):
    """Where a subject begins and ends, and where its citation ends: three times one place for none."""

    first: int
    last: int
    end: int


def subject_span(canon: str, position: int) -> SubjectSpan:
    """Return the span of the subject of what is cited up to `position` of the canonical text."""
    none = SubjectSpan(position, position, position)
    lead = _LEAD.match(canon, position)
    start = position
    if lead:
        start = lead.end()
    quote = _QUOTE.match(canon, start)
    if quote:
        return _quoted(canon, position, quote)
    about = _ABOUT.match(canon, start)
    if not about:
        return none
    # «Kế hoạch số 20, ... tổ chức, thực hiện» is no subject: only «về» may follow a comma.
    gap = canon[position:start]
    if "," in gap and not _says_about(about[0]):
        return none
    if _OPENS_WORK.match(canon, start):
        return none
    end = _end(canon, about.end())
    if "(" in gap:
        return _in_brackets(canon, start, end)
    return SubjectSpan(start, end, end)


def _in_brackets(canon: str, start: int, end: int) -> SubjectSpan:
    """Return the span of a subject in brackets: «(về ...)»; they close its citation too."""
    furthest = start + _MOST_LETTERS
    closing = canon.find(")", start)
    if start < closing <= furthest:
        behind = closing + 1
        return SubjectSpan(start, closing, behind)
    return SubjectSpan(start, end, end)


def subject_before(canon: str, position: int) -> SubjectSpan:
    """Return the span of a subject in front of a number in brackets: «Nghị quyết về ... (số 57-NQ/TW)»."""
    none = SubjectSpan(position, position, position)
    offset = max(0, position - _MOST_LETTERS)
    above = _ABOVE.search(canon, offset, position)
    if not above:
        return none
    first, last = above.span("quoted")
    if above["about"]:
        first, last = above.span("about")
    return SubjectSpan(first, last, position)


def _says_about(words: str) -> bool:
    low = words.lower()
    return low.startswith(("về", "v/v"))


def _quoted(canon: str, position: int, quote: re.Match[str]) -> SubjectSpan:
    first = quote.end()
    closing_mark = '"'
    if quote["open"] == "“":
        closing_mark = "”"
    closing = canon.find(closing_mark, first)
    length = closing - first
    if 0 < length <= _MOST_LETTERS:
        return SubjectSpan(first, closing, closing + 1)
    end = _end(canon, first)
    last = position
    if end > first:
        last = end
    return SubjectSpan(first, last, end)


def _end(canon: str, position: int) -> int:
    stop = _STOP.search(canon, position)
    end = len(canon)
    if stop:
        end = stop.start()
        # «phê duyệt Đề án “...”»: the name in quotation marks closes the subject.
        if stop[0] == "“":
            end = _end_of_quotation(canon, end)
            if _STILL_SUBJECT.match(canon, end):
                end = _end(canon, end)
    limit = position + _MOST_LETTERS
    return min(end, limit)


def _end_of_quotation(canon: str, opening: int) -> int:
    closing = canon.find("”", opening)
    length = closing - opening
    if 0 < length <= _MOST_LETTERS:
        return closing + 1
    return opening
