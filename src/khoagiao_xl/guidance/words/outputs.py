"""What a task is expected to leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khoagiao_xl.vietnamese.running_text import plain, without_quoted
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, any_of, holds

_NOUNS = (
    "chương trình hành động", "chương trình", "kế hoạch", "đề án", "nghị quyết", "báo cáo", "hướng dẫn",
    "đề cương", "quy chế", "danh sách", "danh mục", "tài liệu", "dự thảo",
)  # fmt: skip
_NOUN = "|".join(sorted(_NOUNS, key=len, reverse=True))
_MANY = r"(?:(?:các|những|một số|đầy đủ)\s+)?"
_MAKES = any_of(r"""
    xây dựng | ban hành | hoàn thành | lập | dự thảo | biên soạn | trình | nộp | làm | chuẩn bị | gửi |
    tổng hợp | cụ thể hóa(?:\s+[^\s,;.]+){0,8}?\s+(?:thành|bằng)
""")
# «xây dựng chương trình hành động, kế hoạch và các đề án»: what is made, not what is only carried out.
_MADE = re.compile(
    rf"{_MAKES}\s+{_MANY}(?P<made>(?:{_NOUN})(?:\s*(?:,|và|,\s*và)\s*{_MANY}(?:{_NOUN}))*){WORD_END}"
)
_REPORT = holds(r"""
    báo cáo\s+(?:kết quả|tình hình|bằng văn bản|tháng|quý|năm|đột xuất|nhanh|định kỳ|hằng|hàng|6 tháng|về|với|
    ban thường vụ|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|cấp ủy) | chế độ(?: thông tin,?)? báo cáo
""")
_NEWS = holds(r"(?:(?:viết|đăng tải|đưa)\s+(?:các\s+)?|\d{1,3}\s+)tin,? bài")
# What is held, by its own name: «mở 02 lớp bồi dưỡng», «tổ chức ít nhất 01 cuộc hội thảo».
_HELD_NAME = any_of("""
    hội nghị | hội thảo | hội thi | hội diễn | cuộc thi | tọa đàm | diễn đàn | lớp | sinh hoạt chuyên đề |
    gặp mặt | triển lãm | lễ
""")
_HELD = re.compile(
    rf"{WORD_START}(?:tổ chức|mở)\s+"
    r"(?:(?:các|những|ít nhất|tối thiểu|\d{1,3}|một|hai|ba|cuộc|buổi|đợt)\s+)*"
    rf"(?P<held>{_HELD_NAME}){WORD_END}"
)
# «tham mưu Ban Thường vụ sơ kết»: a review of no numbered document, whose product is its report.
_REVIEWED = re.compile(
    r"(?:tham mưu|tiến hành|tổ chức)(?:\s+[^\s,;.:]+){0,6}?\s+(?<!hội nghị )(?<!kế hoạch )(?<!báo cáo )"
    rf"(?<!công tác )(?P<kind>sơ kết(?:\s*(?:,|và)\s*tổng kết)?|tổng kết){WORD_END}"
)
_REVIEW_KIND = re.compile("sơ kết|tổng kết")
_BOTH = re.compile(rf"sơ kết\s*(?:,|và)\s*tổng kết{WORD_END}")


def output_of(text: str, *, is_review: bool) -> str:
    """Return the documents or meetings that `text` asks for, joined by «; »; "" where it names none."""
    said = without_quoted(text)
    low = plain(said)
    if is_review:
        kind = _kind_of_review(low)
        return f"Báo cáo {kind}"
    found = dict.fromkeys(_outputs(low))
    return "; ".join(found)


def _kind_of_review(low: str) -> str:
    if _BOTH.search(low):
        return "sơ kết, tổng kết"
    if "tổng kết" in low:
        return "tổng kết"
    return "sơ kết"


def _outputs(low: str) -> Iterator[str]:
    for made in _MADE.finditer(low):
        words = made["made"]
        for noun in re.findall(_NOUN, words):
            yield noun.capitalize()
    for held in _HELD.finditer(low):
        name = held["held"]
        yield name.capitalize()
    for reviewed in _REVIEWED.finditer(low):
        kinds = _REVIEW_KIND.findall(reviewed["kind"])
        listed = ", ".join(kinds)
        yield f"Báo cáo {listed}"
    if _REPORT.search(low):
        yield "Báo cáo"
    if _NEWS.search(low):
        yield "Tin, bài"
