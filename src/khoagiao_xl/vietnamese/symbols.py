"""Numbers of documents, of the Party (45-NQ/TW) and of the state (2071/QĐ-BGDĐT), in one spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.word_patterns import WORD_END

_NAMES_BY_LETTERS = {row["Ký hiệu"]: listed(row["Tên loại"]) for row in language_rows("document_types")}
# Letters of a type, and the names it goes by; the first name is the one the office writes.
TYPES = {letters: names for letters, names in _NAMES_BY_LETTERS.items() if letters}
# Every name of a type, also of those without letters; the longest first, as a search must try them.
NAMES = sorted(set(chain.from_iterable(_NAMES_BY_LETTERS.values())), key=len, reverse=True)
NAMED = "|".join(re.escape(name) for name in NAMES)
_LETTERS = {letters.casefold(): letters for letters in TYPES}
# «TƯ» is an old way to write Trung ương; TTg is written with small letters.
_ISSUERS = {"tư": "TW", "tw": "TW", "tu": "TU", "ttg": "TTg", "cp": "CP"}
PARTY = re.compile(
    r"(?:TW|TU|HU|QU|ThU|ĐU|ĐUK|CB|ĐB|[A-ZĐ]*(?:BTG|BTC|BDV|BNC|UBKT|VP|BTGDV)(?:TW|TU|HU|ĐU|ĐUK)?)"
)

_KNOWN = "|".join(sorted(TYPES, key=len, reverse=True))
_GAP = r"\s*[-/]\s*"
_APART = r"(?<![\w/.])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ISSUER = rf"(?P<issuer>[^\W\d_]{{1,14}}(?:[-&][^\W\d_]{{2,10}})*\d{{0,2}}){WORD_END}"
# A number, its type, its issuer: 45-NQ/TW, 100 - KL/TW, 09/2019/NĐ-CP, 2071/QĐ-BGDĐT.
SYMBOL = re.compile(
    rf"{_APART}(?P<number>\d{{1,5}})(?:\s*/\s*{_YEAR})?{_GAP}(?P<type>{_KNOWN}){_GAP}{_ISSUER}",
    re.IGNORECASE,
)
# Laws carry no type (43/2019/QH14); official letters carry the office instead (4567/BGDĐT-GDTrH).
LAW = re.compile(
    rf"{_APART}(?P<number>\d{{1,3}})\s*/\s*{_YEAR}\s*/\s*(?P<issuer>QH\d{{1,2}}|UBTVQH\d{{1,2}})"
)
_OFFICE = r"[A-ZĐ][A-Za-zĐđ&]{2,12}(?:\s?-\s?[A-ZĐ][A-Za-zĐđ&]{0,10})?"
LETTER = re.compile(rf"{_APART}(?P<number>\d{{1,5}})\s*/\s*(?P<issuer>{_OFFICE}){WORD_END}")


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
        middle = self.type or str(self.year or "")
        return f"{self.number}|{middle}|{self.issuer}"


def symbol_of(match: re.Match[str]) -> Symbol:
    """Return the symbol of a match of SYMBOL, LAW or LETTER, normalised."""
    written = match.groupdict()
    number = int(written["number"])
    year = int(written["year"]) if written.get("year") else None
    type_ = _type_of(written)
    issuer = normal_issuer(re.sub(r"\s", "", written["issuer"]))
    if type_ and is_party(issuer, match[0], type_):
        return Symbol(f"{number:02d}-{type_}/{issuer}", number, type_, issuer)
    middle = f"{year}/" if year else ""
    tail = f"{type_}-{issuer}" if type_ else issuer
    return Symbol(f"{number:02d}/{middle}{tail}", number, type_, issuer, year)


def first_symbol(text: str) -> Symbol | None:
    """Return the first number of a directive in `text`, else of a law; None where there is none."""
    match = SYMBOL.search(text) or LAW.search(text)
    return symbol_of(match) if match else None


def _type_of(written: dict[str, str | None]) -> str:
    letters = written.get("type") or ""
    return _LETTERS.get(letters.casefold(), "")


def normal_issuer(letters: str) -> str:
    """Return the issuer's letters as the office writes them: TƯ is TW, ttg is TTg."""
    usual = _ISSUERS.get(letters.casefold())
    if usual:
        return usual
    return letters.upper() if letters.islower() else letters


def is_party(issuer: str, written: str, letters: str) -> bool:
    """Say whether a symbol is in the Party's style: by its issuer, else by where the slash stands."""
    if PARTY.fullmatch(issuer):
        return True
    return re.search(rf"{letters}\s*/", written, re.IGNORECASE) is not None
