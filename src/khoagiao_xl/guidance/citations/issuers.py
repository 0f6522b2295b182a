"""Who issued a document: as a citation words it, and under one name."""

from __future__ import annotations

import re
from collections import Counter

from khoagiao_xl.vietnamese.running_text import CAPITAL, SMALL, canonical
from khoagiao_xl.vietnamese.symbols import NAMES

ISSUER_HEAD = (
    r"(?:Hội nghị|Ban Chấp hành|BCH|Trung ương|Bộ Chính trị|Ban Bí thư|Ban Thường vụ|BTV|Thường trực|"
    r"Tỉnh ủy|Thành ủy|"
    r"Huyện ủy|Thị ủy|Quận ủy|Đảng ủy|Đảng bộ|Ban Tuyên giáo|Ban Tổ chức|Ban Dân vận|Ban Nội chính|Văn phòng|"
    r"Ủy ban|UBND|HĐND|Hội đồng nhân dân|Thủ tướng|Chính phủ|Quốc hội|Chủ tịch|Bộ trưởng|Bộ [A-ZĐ]|Sở [A-ZĐ])"
)
_NAME = "|".join(re.escape(name) for name in NAMES)
_BY = re.compile(rf"(?:của|do)\s+(?=[{CAPITAL}])|(?={ISSUER_HEAD})")
_STOP = re.compile(
    r"\s*[,;:.“”\"()|\n]|\s+(?:về|Về|V/v|ngày|khóa|số|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|"
    r"triển khai|"
    r"đối với|trong|tại|đến|theo|là|được|đã|cho|với|để|nhằm|phù hợp|gắn|cùng|như|khi|trên|do|trước|sau|"
    r"từ|bằng|sẽ|có|"
    r"thực hiện|quán triệt|tới|bảo đảm|yêu cầu|đề ra|nêu|đạt|vào|chậm nhất|hoàn thành|xây dựng|tổ chức|"
    r"báo cáo|phải|cần|"
    rf"tăng cường|tiếp tục)(?![^\W_])|\s+và\s+(?:(?={_NAME})|(?=[{SMALL}])|(?=\d))|\s+-\s+(?=["
    + SMALL
    + r"])|$"
)
_PLENUM = re.compile(
    r"Hội nghị\s+(?:lần\s+thứ\s+\S+(?:\s+(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười))?|(?=Trung "
    r"ương))\s*(?:của\s+)?"
)
_CENTRAL = re.compile(
    r"(?:(?:Ban Chấp hành|BCH)\s+)?Trung ương(?:\s+\d+)?(?:\s+Đảng)?(?:\s+Cộng sản Việt Nam)?"
)
_SHORT = {
    "BTV": "Ban Thường vụ",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "BCH": "Ban Chấp hành",
}
# What the letters of a symbol say where the citation names nobody; «TW» and «TU» may be one of several.
BY_SYMBOL = {
    "TTg": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "NĐ-CP": "Chính phủ",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "BTGDVTW": "Ban Tuyên giáo và Dân vận Trung ương",
    "BTGTU": "Ban Tuyên giáo Tỉnh ủy",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BYT": "Bộ Y tế",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "VPTW": "Văn phòng Trung ương Đảng",
}
_OF_A_PLACE = r"(?:Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Quận ủy|Ủy ban nhân dân tỉnh|Hội đồng nhân dân tỉnh)"
_PROPER = rf"(?:[{CAPITAL}][{SMALL}]*)"


def issuer_span(same: str, position: int) -> tuple[int, int] | None:
    """Return the span of the issuer's name at `position` of canonical text, with or without «của»."""
    start = _BY.match(same, position)
    if not start:
        return None
    stop = _STOP.search(same, start.end())
    end = min(stop.start() if stop else len(same), start.end() + 130)
    return (start.end(), end) if end > start.end() else None


def issuer_name(words: str, letters: str) -> str:
    """Return the issuer under one name: a plenum of the Central Committee is Ban Chấp hành Trung ương."""
    name = _PLENUM.sub("", canonical(words)).strip(" ,")
    for short, long in _SHORT.items():
        name = re.sub(rf"(?<![^\W_]){short}(?![^\W_])", long, name)
    if _CENTRAL.fullmatch(name):
        return "Ban Chấp hành Trung ương"
    # «Ban Bí thư Trung ương Đảng» is the Ban Bí thư.
    name = re.sub(r"^(Ban Bí thư|Bộ Chính trị)\s+(?:Ban Chấp hành\s+)?Trung ương.*$", r"\1", name)
    if name == "Thủ tướng":
        return BY_SYMBOL["TTg"]
    return name or BY_SYMBOL.get(letters, "")


def maker_before(same: str, position: int, kind: str) -> str:
    """Return who made what is cited at `position`, as in «Huyện ủy đã ban hành 02 quyết định (...»."""
    head = same[max(0, position - 240) : position]
    head = head[max(head.rfind(". "), head.rfind(";")) + 1 :]
    made = re.search(
        rf"(?P<by>{ISSUER_HEAD}[^,;:.()]*?)\s+(?:đã\s+)?(?:ký\s+)?ban hành\s+"
        rf"(?:(?:\d{{1,3}}|các|những|một số)\s+)?(?:(?i:{re.escape(kind)})[^.;]*[(:][^.;]*)?$",
        head,
    )
    return made["by"] if made else ""


def places(text: str) -> dict[str, str]:
    """Return each local organ's full name where the text has only one: «Tỉnh ủy» is Tỉnh ủy Lào Cai."""
    found: dict[str, Counter[str]] = {}
    for match in re.finditer(rf"({_OF_A_PLACE})\s+({_PROPER}(?:\s{_PROPER}){{1,2}})", canonical(text)):
        found.setdefault(match[1], Counter())[match[2]] += 1
    return {organ: f"{organ} {next(iter(names))}" for organ, names in found.items() if len(names) == 1}


def complete(name: str, known: dict[str, str]) -> str:
    """Return `name` with its place: «Ban Thường vụ Tỉnh ủy» ends in a name that `known` completes."""
    for organ, full in known.items():
        if name.endswith(organ):
            return name[: -len(organ)] + full
    return name
