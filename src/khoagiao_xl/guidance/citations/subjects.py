"""What a cited document is about: the words after «về» or between the quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from khoagiao_xl.vietnamese.symbols import NAMED
from khoagiao_xl.vietnamese.word_patterns import WORD_END, any_of

_LEAD = re.compile(r"[\s,:]*")
_QUOTE = re.compile(r"(?:(?:[Vv]ề|VỀ)\s+(?:việc\s+)?)?(?P<open>[“\"])")
_ABOUT = re.compile(
    any_of("[Vv]ề | VỀ | V/v | phê duyệt | ban hành | quy định | hướng dẫn | sửa đổi | thực hiện") + WORD_END
)
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
# Where an unquoted subject ends although its sentence goes on.
_STOP = re.compile(
    rf"[;:|“”]|\.(?=\s|$|/|\.)|/\.|\s*\(\d{{1,2}}\)"
    rf"|,?\s+(?:và|,)\s+(?=(?:sơ kết|tổng kết|(?:{NAMED})\s+(?:số\s+)?\d))"
    rf"|,\s+(?=(?:{NAMED})\s+(?:số\s+)?\d)"
    rf"|,\s+(?={_NEXT_BODY})"
    rf"|,?\s+(?={_WHEN_OR_WHERE})"
    rf"|\s*\((?={_IN_BRACKETS})"
)
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
    start = lead.end() if lead else position
    quote = _QUOTE.match(canon, start)
    if quote:
        return _quoted(canon, position, quote)
    about = _ABOUT.match(canon, start)
    if not about:
        return none
    # «Kế hoạch số 20, ... tổ chức, thực hiện» is no subject: only «về» may follow a comma.
    follows_comma = "," in canon[position:start]
    if follows_comma and not _says_about(about[0]):
        return none
    end = _end(canon, about.end())
    return SubjectSpan(start, end, end)


def _says_about(words: str) -> bool:
    low = words.lower()
    return low.startswith(("về", "v/v"))


def _quoted(canon: str, position: int, quote: re.Match[str]) -> SubjectSpan:
    first = quote.end()
    closing_mark = "”" if quote["open"] == "“" else '"'
    closing = canon.find(closing_mark, first)
    length = closing - first
    if 0 < length <= _MOST_LETTERS:
        return SubjectSpan(first, closing, closing + 1)
    end = _end(canon, first)
    last = end if end > first else position
    return SubjectSpan(first, last, end)


def _end(canon: str, position: int) -> int:
    stop = _STOP.search(canon, position)
    end = len(canon)
    if stop:
        end = stop.start()
        # «phê duyệt Đề án “...”»: the name in quotation marks closes the subject.
        if stop[0] == "“":
            end = _end_of_quotation(canon, end)
    limit = position + _MOST_LETTERS
    return min(end, limit)


def _end_of_quotation(canon: str, opening: int) -> int:
    closing = canon.find("”", opening)
    length = closing - opening
    return closing + 1 if 0 < length <= _MOST_LETTERS else opening
