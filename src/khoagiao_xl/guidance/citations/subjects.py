"""What a cited document is about: the words after «về» or between the quotation marks."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.symbols import NAMES

_NAME = "|".join(re.escape(name) for name in NAMES)
_LEAD = re.compile(r"[\s,:]*")
_QUOTE = re.compile(r"(?:(?:[Vv]ề|VỀ)\s+(?:việc\s+)?)?(?P<open>[“\"])")
_ABOUT = re.compile(r"(?:[Vv]ề|VỀ|V/v|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|thực hiện)(?![^\W_])")
# Where an unquoted subject ends although its sentence goes on.
_STOP = re.compile(
    rf"[;:|“”]|\.(?=\s|$|/|\.)|/\.|\s*\(\d{{1,2}}\)"
    rf"|,?\s+(?:và|,)\s+(?=(?:sơ kết|tổng kết|(?:{_NAME})\s+(?:số\s+)?\d))"
    rf"|,\s+(?=(?:{_NAME})\s+(?:số\s+)?\d)"
    r"|,\s+(?=(?:Đảng ủy|Đảng bộ|Ban |Tỉnh ủy|Thành ủy|Huyện ủy|Cấp ủy|Văn phòng|Ủy ban|UBND|Sở |Hội |"
    r"trong đó|tập trung|gắn với|"
    r"phù hợp|đồng thời|bảo đảm|góp phần|cụ thể|gửi |báo cáo|hoàn thành|xong|trước ngày|chậm nhất|"
    r"trong (?:tháng|quý)|tham mưu|"
    r"sơ kết|tổng kết|tổ chức sơ kết|các cấp ủy|cấp ủy|chi bộ|nhất là|trên cơ sở))"
    r"|,?\s+(?=(?:trước ngày|chậm nhất|xong trong|xong trước|hoàn thành (?:trước|trong|xong)|trong "
    r"(?:tháng|quý) [\dIVX]|"
    r"từ ngày|định kỳ|vào (?:tháng|quý)|theo (?:điều kiện|tình hình|kế hoạch|hướng dẫn|chỉ đạo|quy "
    r"định|chức năng|lộ trình)|"
    r"(?:ở|tại|trong) (?:các |từng |mỗi )?(?:cơ quan|đơn vị|địa phương|chi bộ|đảng bộ)))"
    r"|\s*\((?=(?:qua|hoàn thành|trước|trong|báo cáo|gửi|thời gian|xong|chậm nhất|sau đây|nếu|kèm))"
)
_MOST = 420


def subject_span(same: str, position: int) -> tuple[int, int, int]:
    """Return start and end of the subject and the citation's end; three times `position` for none."""
    lead = _LEAD.match(same, position)
    start = lead.end() if lead else position
    quote = _QUOTE.match(same, start)
    if quote:
        closing = same.find("”" if quote["open"] == "“" else '"', quote.end())
        if 0 < closing - quote.end() <= _MOST:
            return quote.end(), closing, closing + 1
        return quote.end(), end if (end := _end(same, quote.end())) > quote.end() else position, end
    about = _ABOUT.match(same, start)
    # «Kế hoạch số 20, ... tổ chức, thực hiện» is no subject: only «về» may follow a comma.
    if not about or ("," in same[position:start] and not about[0].lower().startswith(("về", "v/v"))):
        return position, position, position
    end = _end(same, about.end())
    return start, end, end


def _end(same: str, position: int) -> int:
    stop = _STOP.search(same, position)
    end = stop.start() if stop else len(same)
    # «phê duyệt Đề án “...”»: the name in quotation marks closes the subject.
    if stop and stop[0] == "“" and 0 < (closing := same.find("”", end)) - end <= _MOST:
        end = closing + 1
    return min(end, position + _MOST)
