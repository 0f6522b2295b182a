"""Bodies told by the list in which they stand: «17 đảng ủy có tên trong danh sách kèm theo»."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, any_of

_NAMED = any_of(
    "có tên | nêu tên | được nêu tên | được nêu | nêu | được liệt kê | được chọn | được phân công | thuộc"
)
_IN = any_of("nêu tại | nêu trong | trong | tại | ở | theo | trên | thuộc")
_LIST = any_of("bản danh sách | danh sách | phụ lục | biểu | bảng phân công | bảng")
_NUMBER = r"(?:số\s+)?(?:\d{1,2}|[ivx]{1,4}|[a-h])(?:\.\d{1,2})?"
_MORE = any_of("""
    kèm theo | gửi kèm | đính kèm | nêu trên | dưới đây | trên | này | ban hành |
    (?:công văn|kế hoạch|hướng dẫn|thông báo|văn bản|quyết định|chương trình) này
""")
_IN_A_LIST = re.compile(
    rf"(?:{_NAMED}\s+)?{_IN}\s+{_LIST}(?:\s+{_NUMBER}{WORD_END})?(?:\s+(?:{_MORE}{WORD_END}|{_IN}\s+{_LIST}\s+{_NUMBER}{WORD_END}))*"
)
# «Sở Y tế tại Phụ lục 2» is one body, and named by itself.
_SEVERAL = re.compile(rf"{WORD_START}(?:các|những|\d{{1,3}}|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s+\w[^;:.()]*$")


def end_of_list_told(low: str, place: int) -> int:
    """Return where the words end that tell in which list the bodies before `place` stand, 0 where none do."""
    told = _IN_A_LIST.match(low, place)
    if told is None or not _SEVERAL.search(low, 0, place):
        return 0
    return told.end()
