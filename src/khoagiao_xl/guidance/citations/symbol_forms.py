"""The forms in which public documents write their numbers, from the table `symbol_forms`, found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from khoagiao_xl.guidance.citations.citation_words import CALLED, either_of, words_for
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.symbols import PARTY, TYPES, Symbol, normal_issuer, normal_type
from khoagiao_xl.vietnamese.word_patterns import WORD_END

_KNOWN = "|".join(sorted(TYPES, key=len, reverse=True))
_USUAL = "(?i:tw|tư|ttg|tu|cp)"  # written in any size of letters
# Letters of a body: capitals, a few small ones between them («TTg», «GDTrH»), figures at the end («BCĐ389»).
_PART = rf"(?:{_USUAL}|[A-ZĐƯ](?:[a-zđư]{{0,2}}\.?[A-ZĐƯ])*[a-zđư]?\d{{0,3}}){WORD_END}"
_JOINS = r"(?:\s?[&@]\s?|-\s?|\s-(?!\s))"
_TOKENS = {
    "số": rf"(?:(?:{_KNOWN})(?=\d))?(?P<number>\d{{1,5}})(?P<letter>[a-zđ]?)",
    "năm": r"(?P<year>(?:19|20)\d\d)",
    "loại": rf"(?P<type>(?i:{_KNOWN}))",
    "chữ": rf"(?P<first>{_PART})",
    "cơ quan": rf"(?P<issuer>{_PART}(?:{_JOINS}{_PART})*)",
    "cấp ủy": rf"(?P<issuer>(?i:tw|tư|tu|hu|đu)){WORD_END}",
    "quốc hội": r"(?P<issuer>(?:UBTV)?QH\d{1,2})" + WORD_END,
    "-": r"\s*-\s*",
    "/": r"\s*/\s*",
    " ": r"\s+",
}
_APART = r"(?:(?<![\w/.])|(?<=số)|(?<=Số))(?<!\d\s/)"
_TEMPLATE = re.compile("|".join(sorted(_TOKENS, key=len, reverse=True)))
_BLANKS = re.compile(r"\s")
# Most paragraphs have no figure that letters follow, and need no search by every form.
_MAY_HOLD_ONE = re.compile(r"\d[a-zđ]?\s*[-/]\s*(?:\d+\s*[-/]\s*)?[^\W\d_]|\d\s+[A-ZĐ]{2}")
_OWN_FIGURES = re.compile(r"^\d+[a-zđ]?")
_BEFORE = 60  # letters in which a number is introduced
_NUMBER_WORD = r"số\s*[:.]?\s*$"
_WITH_NUMBER_WORD = re.compile(rf"(?i:{_NUMBER_WORD})|{CALLED}\s*$")
# «Công văn số», «văn bản chỉ đạo số», «Công văn»; other numbers of one list may stand between.
_WITH_NAME = re.compile(
    rf"(?<![^\W_]){CALLED}(?:\s*|[^;.|\d]{{0,40}}(?<![^\W_])số\s*[:.]?\s*)(?:\d[\d,\s]*(?:và\s*)?(?:số\s*)?)?$"
)
_NO_DOCUMENT = re.compile(rf"(?i:{either_of(words_for('không phải văn bản'))})(?:\s+số)?\s*[:.]?\s*$")
_INTRODUCED = {"": None, "sau «số»": _WITH_NUMBER_WORD, "sau tên loại": _WITH_NAME}


class FoundSymbol(NamedTuple):
    """A number in a text: where it begins and ends, and what stands behind its own figures («-NQ/TW»)."""

    start: int
    end: int
    symbol: Symbol

    def with_number(self, number: int, letter: str) -> Symbol:
        """Return the symbol of another number with the same letters."""
        symbol = self.symbol
        letters = _OWN_FIGURES.sub("", symbol.text)
        figures = f"{number:02d}{letter}"
        text = figures + letters
        return replace(symbol, text=text, number=number)


@dataclass(frozen=True)
class _Form:
    """One row of the table. pattern: of the number; written: its form where blanks stand for signs."""

    pattern: re.Pattern[str]
    written: str
    introduced: re.Pattern[str] | None

    def symbols(self, canon: str) -> Iterator[FoundSymbol]:
        for match in self.pattern.finditer(canon):
            start, end = match.span()
            if not self._is_introduced(canon, start):
                continue
            symbol = _symbol(match, self.written)
            yield FoundSymbol(start, end, symbol)

    def _is_introduced(self, canon: str, start: int) -> bool:
        offset = max(0, start - _BEFORE)
        before = canon[offset:start]
        if _NO_DOCUMENT.search(before):
            return False
        if self.introduced is None:
            return True
        return self.introduced.search(before) is not None


def _form(row: dict[str, str]) -> _Form:
    template = row["Lối viết"]
    tokens = _TEMPLATE.findall(template)
    pattern = "".join(_TOKENS[token] for token in tokens)
    return _Form(
        pattern=re.compile(_APART + pattern),
        written=row["Viết thành"] or template,
        introduced=_INTRODUCED[row["Chỉ khi"]],
    )


_FORMS = [_form(row) for row in language_rows("symbol_forms")]


def find_symbols(canon: str) -> list[FoundSymbol]:
    """Return the numbers of documents in a canonical text, in order; of two that overlap the longer."""
    found: list[FoundSymbol] = []
    if not _MAY_HOLD_ONE.search(canon):
        return found
    for form in _FORMS:
        found.extend(form.symbols(canon))
    found.sort(key=_place)
    apart: list[FoundSymbol] = []
    end = 0
    for one in found:
        if one.start >= end:
            apart.append(one)
            end = one.end
    return apart


def _place(one: FoundSymbol) -> tuple[int, int]:
    return one.start, -one.end


def _symbol(match: re.Match[str], written: str) -> Symbol:
    """Return the symbol as it is written, blanks and dashes closed up."""
    parts = match.groupdict(default="")
    issuer = _issuer(parts.get("issuer", ""))
    kind = normal_type(parts.get("type", ""))
    year = parts.get("year", "")
    number = int(parts["number"])
    values = {
        "số": f"{number:02d}{parts['letter']}",
        "năm": year,
        "loại": kind,
        "chữ": parts.get("first", ""),
        "cơ quan": issuer,
        "cấp ủy": issuer,
        "quốc hội": issuer,
    }
    # A committee's number is the Party's, in whatever order its signs were typed: 45/NQ-TW.
    if kind and not year and PARTY.fullmatch(issuer):
        written = "số-loại/cơ quan"
    text = _TEMPLATE.sub(lambda token: values.get(token[0], token[0]), written)
    letters = parts.get("first", "")
    return Symbol(
        text=text,
        number=number,
        type=kind,
        issuer=f"{letters}-{issuer}" if letters else issuer,
        year=int(year) if year else None,
    )


def _issuer(letters: str) -> str:
    closed = _BLANKS.sub("", letters)
    return normal_issuer(closed)
