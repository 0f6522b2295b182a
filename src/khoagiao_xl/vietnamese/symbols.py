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
# Letters of committees, and of their offices where the committee's own follow: BTC alone is also a ministry.
_COMMITTEES = "TW|TU|HU|QU|ThU|ĐU|ĐUK"
PARTY = re.compile(rf"(?:{_COMMITTEES}|[A-ZĐ]*(?:BTG|BTC|BDV|BNC|UBKT|VP|BTGDV|BCĐ)(?:{_COMMITTEES}))")
PARTY_STYLE = re.compile(r"\d+[a-zđ]?-")
_BLANKS = re.compile(r"\s")
_KNOWN = "|".join(sorted(TYPES, key=len, reverse=True))
_GAP = r"\s*[-/]\s*"
_APART = r"(?<![\w/.])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ISSUER = rf"(?P<issuer>[^\W\d_]{{1,14}}(?:[-&][^\W\d_]{{2,10}})*\d{{0,2}}){WORD_END}"
# A number, its type, its issuer: 45-NQ/TW, 100 - KL/TW, 09/2019/NĐ-CP, 2071/QĐ-BGDĐT.
SYMBOL = re.compile(
    rf"{_APART}(?P<number>\d{{1,5}})(?P<letter>[a-zđ]?)(?:\s*/\s*{_YEAR})?{_GAP}(?P<type>{_KNOWN}){_GAP}{_ISSUER}",
    re.IGNORECASE,
)
# Laws carry no type (43/2019/QH14); official letters carry the office instead (4567/BGDĐT-GDTrH).
LAW = re.compile(
    rf"{_APART}(?P<number>\d{{1,4}})\s*/\s*{_YEAR}\s*/\s*(?P<issuer>QH\d{{1,2}}|UBTVQH\d{{1,2}})"
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
        # The state begins with 01 each year: the same number of another year is another document.
        year = str(self.year) if self.year else ""
        number = str(self.number)
        parts = (number, year, self.type, self.issuer)
        known = filter(None, parts)
        return "|".join(known)

    @property
    def is_party(self) -> bool:
        """Whether it is written in the Party's style, whose numbers go on through a whole term."""
        return PARTY_STYLE.match(self.text) is not None


def symbol_of(match: re.Match[str]) -> Symbol:
    """Return the symbol of a match of SYMBOL, LAW or LETTER, normalised."""
    written = match.groupdict()
    type_ = _type_of(written)
    issuer = normal_issuer(_BLANKS.sub("", match["issuer"]))
    year = _year_of(written)
    if type_ and not year and is_party(issuer, match[0], type_):
        rest = f"-{type_}/{issuer}"
    else:
        rest = f"/{year}/" if year else "/"
        rest += f"{type_}-{issuer}" if type_ else issuer
    number = int(match["number"])
    letter = written.get("letter") or ""
    return Symbol(
        text=f"{number:02d}{letter}{rest}",
        number=number,
        type=type_,
        issuer=issuer,
        year=year,
    )


def first_symbol(text: str) -> Symbol | None:
    """Return the first number of a directive in `text`, else of a law; None where there is none."""
    for pattern in (SYMBOL, LAW):
        match = pattern.search(text)
        if match:
            return symbol_of(match)
    return None


def _type_of(written: dict[str, str | None]) -> str:
    letters = written.get("type")
    return normal_type(letters or "")


def normal_type(letters: str) -> str:
    """Return the letters of a type as the office writes them: ctr is CTr; "" for letters of none."""
    return _LETTERS.get(letters.casefold(), "")


def _year_of(written: dict[str, str | None]) -> int | None:
    year = written.get("year")
    if year:
        return int(year)
    return None


def normal_issuer(letters: str) -> str:
    """Return the issuer's letters as the office writes them: TƯ is TW, ttg is TTg."""
    usual = _ISSUERS.get(letters.casefold())
    if usual:
        return usual
    if letters.islower():
        return letters.upper()
    return letters


def is_party(issuer: str, written: str, letters: str) -> bool:
    """Say whether a symbol is in the Party's style: by its issuer, else by where the slash stands."""
    if PARTY.fullmatch(issuer):
        return True
    slash = re.compile(rf"{letters}\s*/", re.IGNORECASE)
    return slash.search(written) is not None
