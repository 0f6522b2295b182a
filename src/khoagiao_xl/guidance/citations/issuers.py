"""Who issued a document: as a citation words it, and under one name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import CAPITAL, SMALL, canonical
from khoagiao_xl.vietnamese.symbols import Symbol
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, any_of

_PLENUM = re.compile(
    r"Hội nghị\s+(?:lần\s+thứ\s+\S+(?:\s+(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười))?"
    r"|(?=Trung ương|Ban Chấp hành|BCH))\s*(?:của\s+)?"
)
_CENTRAL_NAME = "Ban Chấp hành Trung ương"
_CENTRAL = re.compile(
    r"(?:(?:Ban Chấp hành|BCH)\s+)?Trung ương(?:\s+\d+)?(?:\s+Đảng)?(?:\s+Cộng sản Việt Nam)?"
)
# «Ban Bí thư Trung ương Đảng» is the Ban Bí thư.
_OF_THE_CENTRE = re.compile(r"^(Ban Bí thư|Bộ Chính trị)\s+(?:Ban Chấp hành\s+)?Trung ương(?:\s+Đảng.*)?$")
_SHORT = {
    "BTV": "Ban Thường vụ",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "BCH": "Ban Chấp hành",
    "BCHTW": "Ban Chấp hành Trung ương",
    r"TW|TƯ|T\.Ư": "Trung ương",
    "BCT": "Bộ Chính trị",
    "BBT": "Ban Bí thư",
}
# What the letters of a symbol say where the citation names nobody; «TW» and «TU» may be one of several.
_BY_SYMBOL = {row["Ký hiệu"]: row for row in language_rows("issuers")}
# «Bộ chính trị» is the Bộ Chính trị.
_USUAL_NAMES = (
    "Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư", "Chính phủ", "Thủ tướng Chính phủ", "Quốc hội",
    "Tỉnh ủy", "Thành ủy", "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Thành ủy",
)  # fmt: skip
_USUAL = {name.casefold(): name for name in _USUAL_NAMES}
_OF_THE_STATE = "Nhà nước"  # letters that are another body's in the Party's symbols
_NUMBER_OF_TERM = re.compile(r"\d+$")
_OF_A_PLACE = any_of("""
    Tỉnh ủy | Thành ủy | Huyện ủy | Thị ủy | Quận ủy | Ủy ban nhân dân tỉnh | Hội đồng nhân dân tỉnh
""")
_PROPER = rf"(?:[{CAPITAL}][{SMALL}]*)"
_WITH_PLACE = re.compile(rf"(?P<organ>{_OF_A_PLACE})\s+(?P<place>{_PROPER}(?:\s{_PROPER}){{1,2}})")


def issuer_name(words: str, symbol: Symbol) -> str:
    """Return the issuer under one name: a plenum of the Central Committee is Ban Chấp hành Trung ương.

    symbol: its letters tell the issuer where the citation has no words for it.
    """
    canon = canonical(words)
    session = _PLENUM.sub("", canon)
    bare = session.strip(" ,")
    name = _written_out(bare)
    if _CENTRAL.fullmatch(name):
        return _CENTRAL_NAME
    name = _OF_THE_CENTRE.sub(r"\1", name)
    if name == "Thủ tướng":
        return "Thủ tướng Chính phủ"
    name = _USUAL.get(name.casefold(), name)
    return name or _by_symbol(symbol)


def _by_symbol(symbol: Symbol) -> str:
    letters = _NUMBER_OF_TERM.sub("", symbol.issuer)
    row = _BY_SYMBOL.get(letters)
    if row is None:
        return ""
    if row["Chỉ của"] == _OF_THE_STATE and symbol.is_party:
        return ""
    return row["Cơ quan ban hành"]


def _written_out(name: str) -> str:
    for short, long in _SHORT.items():
        word = f"{WORD_START}(?:{short}){WORD_END}"
        name = re.sub(word, long, name)
    return name


def places(text: str) -> dict[str, str]:
    """Return each local organ's full name where the text has only one: «Tỉnh ủy» is Tỉnh ủy Lào Cai."""
    found: dict[str, set[str]] = {}
    canon = canonical(text)
    for match in _WITH_PLACE.finditer(canon):
        organ, place = match.groups()
        named = found.setdefault(organ, set())
        named.add(place)
    full_names: dict[str, str] = {}
    for organ, named in found.items():
        if len(named) > 1:
            continue
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
