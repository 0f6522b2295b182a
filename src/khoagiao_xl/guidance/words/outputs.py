"""What a task is expected to leave behind, and how often it comes again."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.running_text import plain, without_quoted

_NOUNS = {
    noun: noun.capitalize()
    for noun in (
        "chương trình hành động", "chương trình", "kế hoạch", "đề án", "nghị quyết", "báo cáo", "hướng dẫn",
        "đề cương", "quy chế", "danh sách", "danh mục", "tài liệu", "dự thảo",
    )
}  # fmt: skip
_NOUN = "|".join(sorted(_NOUNS, key=len, reverse=True))
_MANY = r"(?:(?:các|những|một số|đầy đủ)\s+)?"
# «xây dựng chương trình hành động, kế hoạch và các đề án»: what is made, not what is only carried out.
_MADE = re.compile(
    rf"(?:xây dựng|ban hành|hoàn thành|lập|dự thảo|biên soạn|trình|nộp|làm|chuẩn bị|gửi|tổng hợp|"
    rf"cụ thể hóa(?:\s+[^\s,;.]+){{0,8}}?\s+(?:thành|bằng))\s+"
    rf"{_MANY}(?P<made>(?:{_NOUN})(?:\s*(?:,|và|,\s*và)\s*{_MANY}(?:{_NOUN}))*)(?![^\W_])"
)
_OUTPUTS: list[tuple[str, str]] = [
    (
        (
            r"báo cáo\s+(?:kết quả|tình hình|bằng văn bản|tháng|quý|năm|đột xuất|nhanh|"
            r"định kỳ|hằng|hàng|6 tháng|về|với|"
            r"ban thường vụ|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|cấp ủy)|chế độ(?: thông tin,?)? báo cáo"
        ),
        "Báo cáo",
    ),
    (r"(?:(?:viết|đăng tải|đưa)\s+(?:các\s+)?|\d{1,3}\s+)tin,? bài", "Tin, bài"),
]
# What is held, by its own name: «mở 02 lớp bồi dưỡng», «tổ chức ít nhất 01 cuộc hội thảo».
_HELD = re.compile(
    r"(?<![^\W_])(?:tổ chức|mở)\s+"
    r"(?:(?:các|những|ít nhất|tối thiểu|\d{1,3}|một|hai|ba|cuộc|buổi|đợt)\s+)*"
    r"(?P<held>hội nghị|hội thảo|hội thi|hội diễn|cuộc thi|tọa đàm|diễn đàn|lớp|sinh hoạt chuyên đề|gặp mặt|"
    r"triển lãm|lễ)(?![^\W_])"
)
# «tham mưu Ban Thường vụ sơ kết»: a review of no numbered document, whose product is its report.
_REVIEWED = re.compile(
    r"(?:tham mưu|tiến hành|tổ chức)(?:\s+[^\s,;.:]+){0,6}?\s+(?<!hội nghị )(?<!kế hoạch )(?<!báo cáo )"
    r"(?<!công tác )(?P<kind>sơ kết(?:\s*(?:,|và)\s*tổng kết)?|tổng kết)(?![^\W_])"
)
_BOTH = re.compile(r"sơ kết\s*(?:,|và)\s*tổng kết(?![^\W_])")
_AGAIN = re.compile(
    r"thường xuyên|(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm)(?:\s*,\s*(?:tháng|quý|0?6 tháng|(?:hàng |"
    r"hằng |cuối )?năm))*|(?<!khỏe )"
    r"định kỳ(?!\s*,)(?:\s+(?:(?:hằng|hàng|mỗi|\d+|sáu)\s+\S+|tuần|tháng|quý|năm))?"
)


def output_of(text: str, *, is_review: bool) -> str:
    """Return the documents or meetings that `text` asks for, joined by «; »; "" where it names none."""
    low = plain(without_quoted(text))
    if is_review and _BOTH.search(low):
        return "Báo cáo sơ kết, tổng kết"
    if is_review:
        return "Báo cáo tổng kết" if "tổng kết" in low else "Báo cáo sơ kết"
    made = [_NOUNS[noun] for match in _MADE.finditer(low) for noun in re.findall(_NOUN, match["made"])]
    made += [match["held"].capitalize() for match in _HELD.finditer(low)]
    made += [f"Báo cáo {_listed(match['kind'])}" for match in _REVIEWED.finditer(low)]
    made += [name for pattern, name in _OUTPUTS if re.search(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", low)]
    return "; ".join(dict.fromkeys(made))


def _listed(kinds: str) -> str:
    return ", ".join(re.findall(r"sơ kết|tổng kết", kinds))


def recurrence_of(text: str) -> str:
    """Return how often the task comes again, as written: «thường xuyên», «hằng quý»; "" for once."""
    match = _AGAIN.search(plain(without_quoted(text)))
    return text[match.start() : match.end()].strip(" ,.").lower() if match else ""
