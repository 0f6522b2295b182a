"""Numbers of documents, of the Party (45-NQ/TW) and of the state (2071/QĐ-BGDĐT), in one spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Letters of a type, and the names it goes by; the first name is the one the office writes.
TYPES: dict[str, tuple[str, ...]] = {
    "NQ": ("Nghị quyết",),
    "CT": ("Chỉ thị",),
    "KL": ("Kết luận",),
    "QĐ": ("Quyết định", "Quy định"),
    "QĐi": ("Quy định",),
    "KH": ("Kế hoạch",),
    "HD": ("Hướng dẫn",),
    "ĐA": ("Đề án",),
    "CTr": ("Chương trình", "Chương trình hành động"),
    "CTHĐ": ("Chương trình hành động", "Chương trình"),
    "CTPH": ("Chương trình phối hợp", "Chương trình"),
    "TB": ("Thông báo",),
    "BC": ("Báo cáo",),
    "CV": ("Công văn",),
    "TTr": ("Tờ trình",),
    "TT": ("Thông tư", "Thông tri"),
    "TTLT": ("Thông tư liên tịch",),
    "NĐ": ("Nghị định",),
    "NQLT": ("Nghị quyết liên tịch",),
    "QC": ("Quy chế", "Quy chế phối hợp"),
    "CĐ": ("Công điện",),
    "PA": ("Phương án",),
    "PL": ("Pháp lệnh",),
}
NAMES = sorted(
    {name for names in TYPES.values() for name in names} | {"Luật", "Lệnh", "Tuyên bố", "Bộ luật"},
    key=len,
    reverse=True,
)
_LETTERS = {letters.casefold(): letters for letters in TYPES}
# «TƯ» is an old way to write Trung ương; TTg is written with small letters.
_ISSUERS = {"tư": "TW", "tw": "TW", "tu": "TU", "ttg": "TTg", "cp": "CP"}
PARTY = re.compile(
    r"(?:TW|TU|HU|QU|ThU|ĐU|ĐUK|CB|ĐB|[A-ZĐ]*(?:BTG|BTC|BDV|BNC|UBKT|VP|BTGDV)(?:TW|TU|HU|ĐU|ĐUK)?)"
)

_KNOWN = "|".join(sorted(TYPES, key=len, reverse=True))
_GAP = r"\s*[-/]\s*"
_ISSUER = r"(?P<issuer>[^\W\d_]{1,14}(?:[-&][^\W\d_]{2,10})*\d{0,2})(?![^\W_])"
# A number, its type, its issuer: 45-NQ/TW, 100 - KL/TW, 09/2019/NĐ-CP, 2071/QĐ-BGDĐT.
SYMBOL = re.compile(
    (
        rf"(?<![\w/.])(?P<number>\d{{1,5}})(?:\s*/\s*(?P<year>(?:19|"
        rf"20)\d\d))?{_GAP}(?P<type>{_KNOWN}){_GAP}{_ISSUER}"
    ),
    re.IGNORECASE,
)
# Laws carry no type (43/2019/QH14); official letters carry the office instead (4567/BGDĐT-GDTrH).
LAW = re.compile(
    r"(?<![\w/.])(?P<number>\d{1,3})\s*/\s*(?P<year>(?:19|20)\d\d)\s*/\s*(?P<issuer>QH\d{1,2}|UBTVQH\d{1,2})"
)
LETTER = re.compile(
    r"(?<![\w/.])(?P<number>\d{1,5})\s*/\s*(?P<issuer>[A-ZĐ][A-Za-zĐđ&]{2,12}(?:\s?-\s?[A-ZĐ][A-Za-zĐđ&]{0,10})?)(?![^\W_])"
)


@dataclass(frozen=True)
class Symbol:
    """A document's number. text: «45-NQ/TW»; type: letters such as «NQ», "" for laws and letters."""

    text: str
    number: int
    type: str
    issuer: str
    year: int | None = None

    @property
    def key(self) -> str:
        """Number, type and issuer in one spelling: equal for every way to write the same symbol."""
        return "|".join([str(self.number), self.type or str(self.year or ""), self.issuer])


def symbol_of(match: re.Match[str]) -> Symbol:
    """Return the symbol of a match of SYMBOL, LAW or LETTER, normalised."""
    parts = match.groupdict()
    number, year = int(parts["number"]), int(parts["year"]) if parts.get("year") else None
    letters = _LETTERS.get((parts.get("type") or "").casefold(), "")
    issuer = normal_issuer(re.sub(r"\s", "", parts["issuer"]))
    if not letters:
        middle = f"{year}/" if year else ""
        return Symbol(f"{number:02d}/{middle}{issuer}", number, "", issuer, year)
    if is_party(issuer, match[0], letters):
        return Symbol(f"{number:02d}-{letters}/{issuer}", number, letters, issuer)
    middle = f"{year}/" if year else ""
    return Symbol(f"{number:02d}/{middle}{letters}-{issuer}", number, letters, issuer, year)


def normal_issuer(letters: str) -> str:
    """Return the issuer's letters as the office writes them: TƯ is TW, ttg is TTg."""
    folded = letters.casefold()
    if folded in _ISSUERS:
        return _ISSUERS[folded]
    return letters.upper() if letters.islower() else letters


def is_party(issuer: str, written: str, letters: str) -> bool:
    """Say whether a symbol is in the Party's style: by its issuer, else by where the slash stands."""
    if PARTY.fullmatch(issuer):
        return True
    return re.search(rf"{letters}\s*/", written, re.IGNORECASE) is not None
