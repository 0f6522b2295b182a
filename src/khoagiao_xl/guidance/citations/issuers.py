"""Who issued a document: as a citation words it, and under one name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import CAPITAL, SMALL, canonical
from khoagiao_xl.vietnamese.symbols import NAMED
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, any_of

_HEAD = any_of("""
    Hội nghị | Ban Chấp hành | BCH | Trung ương | Bộ Chính trị | Ban Bí thư | Ban Thường vụ | BTV |
    Thường trực | Tỉnh ủy | Thành ủy | Huyện ủy | Thị ủy | Quận ủy | Đảng ủy | Đảng bộ | Ban Tuyên giáo |
    Ban Tổ chức | Ban Dân vận | Ban Nội chính | Văn phòng | Ủy ban | UBND | HĐND | Hội đồng nhân dân |
    Thủ tướng | Chính phủ | Quốc hội | Chủ tịch | Bộ trưởng | Bộ [A-ZĐ] | Sở [A-ZĐ]
""")
_BY = re.compile(rf"(?:của|do)\s+(?=[{CAPITAL}])|(?={_HEAD})")
# Words that are no longer of the name.
_AFTER_NAME = any_of("""
    về | Về | V/v | ngày | khóa | số | phê duyệt | ban hành | quy định | hướng dẫn | sửa đổi | triển khai |
    đối với | trong | tại | đến | theo | là | được | đã | cho | với | để | nhằm | phù hợp | gắn | cùng | như |
    khi | trên | do | trước | sau | từ | bằng | sẽ | có | thực hiện | quán triệt | tới | bảo đảm | yêu cầu |
    đề ra | nêu | đạt | vào | chậm nhất | hoàn thành | xây dựng | tổ chức | báo cáo | phải | cần |
    tăng cường | tiếp tục
""")
_STOP = re.compile(
    rf"\s*[,;:.“”\"()|\n]|\s+{_AFTER_NAME}{WORD_END}"
    rf"|\s+và\s+(?:(?={NAMED})|(?=[{SMALL}])|(?=\d))|\s+-\s+(?=[{SMALL}])|$"
)
_MOST_LETTERS, _MOST_LETTERS_BEFORE = 130, 240
_PLENUM = re.compile(
    r"Hội nghị\s+(?:lần\s+thứ\s+\S+(?:\s+(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười))?|(?=Trung ương))"
    r"\s*(?:của\s+)?"
)
_CENTRAL_NAME = "Ban Chấp hành Trung ương"
_CENTRAL = re.compile(
    r"(?:(?:Ban Chấp hành|BCH)\s+)?Trung ương(?:\s+\d+)?(?:\s+Đảng)?(?:\s+Cộng sản Việt Nam)?"
)
# «Ban Bí thư Trung ương Đảng» is the Ban Bí thư.
_OF_THE_CENTRE = re.compile(r"^(Ban Bí thư|Bộ Chính trị)\s+(?:Ban Chấp hành\s+)?Trung ương.*$")
_SHORT = {
    "BTV": "Ban Thường vụ",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "BCH": "Ban Chấp hành",
}
# What the letters of a symbol say where the citation names nobody; «TW» and «TU» may be one of several.
_BY_SYMBOL = {row["Ký hiệu"]: row["Cơ quan ban hành"] for row in language_rows("issuers")}
_OF_A_PLACE = any_of("""
    Tỉnh ủy | Thành ủy | Huyện ủy | Thị ủy | Quận ủy | Ủy ban nhân dân tỉnh | Hội đồng nhân dân tỉnh
""")
_PROPER = rf"(?:[{CAPITAL}][{SMALL}]*)"
_WITH_PLACE = re.compile(rf"(?P<organ>{_OF_A_PLACE})\s+(?P<place>{_PROPER}(?:\s{_PROPER}){{1,2}})")


def issuer_span(canon: str, position: int) -> tuple[int, int] | None:
    """Return the span of the issuer's name at `position` of canonical text, with or without «của»."""
    by = _BY.match(canon, position)
    if not by:
        return None
    start = by.end()
    stop = _STOP.search(canon, start)
    end = stop.start() if stop else len(canon)
    if end <= start:
        return None
    limit = start + _MOST_LETTERS
    return start, min(end, limit)


def issuer_name(words: str, letters: str) -> str:
    """Return the issuer under one name: a plenum of the Central Committee is Ban Chấp hành Trung ương.

    letters: of the symbol, which tell the issuer where the citation has no words for it.
    """
    name = _PLENUM.sub("", canonical(words))
    name = _written_out(name.strip(" ,"))
    if _CENTRAL.fullmatch(name):
        return _CENTRAL_NAME
    name = _OF_THE_CENTRE.sub(r"\1", name)
    if name == "Thủ tướng":
        return _BY_SYMBOL["TTg"]
    return name or _BY_SYMBOL.get(letters, "")


def _written_out(name: str) -> str:
    for short, long in _SHORT.items():
        word = f"{WORD_START}{short}{WORD_END}"
        name = re.sub(word, long, name)
    return name


def maker_before(canon: str, position: int, kind: str) -> str:
    """Return who made what is cited at `position`, as in «Huyện ủy đã ban hành 02 quyết định (...»."""
    start = max(0, position - _MOST_LETTERS_BEFORE)
    before = canon[start:position]
    stop = max(before.rfind(". "), before.rfind(";"))
    sentence = before[stop + 1 :]
    made = re.search(
        rf"(?P<by>{_HEAD}[^,;:.()]*?)\s+(?:đã\s+)?(?:ký\s+)?ban hành\s+"
        rf"(?:(?:\d{{1,3}}|các|những|một số)\s+)?(?:(?i:{re.escape(kind)})[^.;]*[(:][^.;]*)?$",
        sentence,
    )
    return made["by"] if made else ""


def places(text: str) -> dict[str, str]:
    """Return each local organ's full name where the text has only one: «Tỉnh ủy» is Tỉnh ủy Lào Cai."""
    found: dict[str, set[str]] = {}
    for match in _WITH_PLACE.finditer(canonical(text)):
        organ, place = match.groups()
        named = found.setdefault(organ, set())
        named.add(place)
    full_names: dict[str, str] = {}
    for organ, named in found.items():
        if len(named) == 1:
            (place,) = named
            full_names[organ] = f"{organ} {place}"
    return full_names


def complete(name: str, full_names: Mapping[str, str]) -> str:
    """Return `name` with its place: «Ban Thường vụ Tỉnh ủy» ends in a name that `full_names` completes."""
    for organ, full_name in full_names.items():
        if name.endswith(organ):
            start = name.removesuffix(organ)
            return start + full_name
    return name
