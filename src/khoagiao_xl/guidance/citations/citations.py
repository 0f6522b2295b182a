"""Every citation of a numbered document in a piece of text: type, symbol, date, issuer, term and subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from khoagiao_xl.guidance.citations.citation_facts import read_after, read_before
from khoagiao_xl.guidance.citations.issuers import maker_before
from khoagiao_xl.guidance.citations.subjects import subject_span
from khoagiao_xl.vietnamese.running_text import canonical, plain
from khoagiao_xl.vietnamese.symbols import LAW, LETTER, NAMES, SYMBOL, TYPES, Symbol, symbol_of

_LETTER_BEFORE = re.compile(r"công văn\s+(?:số\s*:?\s*)?$")
_JOINS_LIST = re.compile(r"[\s,;]*(?:và)?\s*")
_NAME_OF = {plain(name): name for name in NAMES}
_Matches = dict[int, re.Match[str]]
_ANY_TYPE, _LETTER_TYPE, _LAW_TYPE = "Văn bản", "Công văn", "Luật"


@dataclass(frozen=True)
class Citation:
    """One citation.

    kind: type of the document; named: the type as the citation writes it, "" where it does not;
    start, end: its span in the text, subject included; bad_date: a date that cannot be;
    is_shared: its issuer and day are those of the next in one list.
    """

    symbol: Symbol
    kind: str
    start: int
    end: int
    issued: date | None = None
    issuer: str = ""
    term: str = ""
    subject: str = ""
    subject_start: int = 0
    bad_date: str = ""
    named: str = ""
    is_shared: bool = False

    def holds(self, other: Citation) -> bool:
        """Say whether `other` is cited inside the subject of this one."""
        if self is other:
            return False
        if not self.subject:
            return False
        return self.subject_start <= other.start < self.end


def find_citations(text: str) -> list[Citation]:
    """Return the citations of `text` in order; one that stands in another's subject follows it."""
    canon = canonical(text)
    citations: list[Citation] = []
    matches = _symbols_in(canon)
    for start in sorted(matches):
        citation = _citation(text, canon, matches[start])
        citations.append(citation)
    return _with_shared_facts(canon, citations)


def _symbols_in(canon: str) -> _Matches:
    """Return the numbers of documents by where they begin."""
    found: _Matches = {}
    for pattern in (SYMBOL, LAW):
        for match in pattern.finditer(canon):
            found[match.start()] = match
    for match in LETTER.finditer(canon):
        start = match.start()
        # «4567/BGDĐT-GDTrH» is a number only where the text calls it one: 12/BYT may be a fraction.
        before = plain(canon[:start])
        if _LETTER_BEFORE.search(before):
            found.setdefault(start, match)
    return found


def _with_shared_facts(canon: str, citations: list[Citation]) -> list[Citation]:
    """Return the citations; in «số 20-NQ/TW và số 21-NQ/TW cùng ngày ... của ...» both have what follows."""
    result: list[Citation] = []
    after: Citation | None = None
    for citation in reversed(citations):
        if after and _goes_on_with(canon, citation, after):
            citation = _sharing(citation, after)  # noqa: PLW2901  # the same citation, made complete
        result.append(citation)
        after = citation
    result.reverse()
    return result


def _goes_on_with(canon: str, one: Citation, other: Citation) -> bool:
    """Say whether two numbers of one list stand beside each other, the first with no facts of its own."""
    if one.issuer:
        return False
    if one.subject:
        return False
    if one.symbol.type != other.symbol.type:
        return False
    if one.symbol.issuer != other.symbol.issuer:
        return False
    between = canon[one.end : other.start]
    return _JOINS_LIST.fullmatch(between) is not None


def _sharing(citation: Citation, after: Citation) -> Citation:
    has_date = citation.issued or citation.bad_date
    return replace(
        citation,
        issued=citation.issued if has_date else after.issued,
        issuer=after.issuer,
        term=citation.term or after.term,
        is_shared=True,
    )


def _citation(text: str, canon: str, match: re.Match[str]) -> Citation:
    symbol = symbol_of(match)
    start, end = match.span()
    named, start, facts = read_before(canon, start)
    end = read_after(text, canon, end, facts)
    kind = _kind_of(symbol, named)
    # A body below the centre issues nothing in the centre's name.
    if not facts.issuer and symbol.issuer != "TW":
        facts.issuer = maker_before(canon, start, kind)
    subject = subject_span(canon, end)
    words = text[subject.first : subject.last]
    return Citation(
        symbol=symbol,
        kind=kind,
        start=start,
        end=subject.end if subject.first < subject.last else end,
        issued=facts.issued,
        issuer=facts.issuer,
        term=facts.term,
        subject=words.strip(" ,."),
        subject_start=subject.first,
        bad_date=facts.bad_date,
        named=named,
    )


def _kind_of(symbol: Symbol, named: str) -> str:
    """Return the type of the document as the citation names it, else as its letters say."""
    known = _NAME_OF.get(plain(named))
    if known:
        return known
    names = _names_of(symbol)
    return names[0] if names else _ANY_TYPE


def _names_of(symbol: Symbol) -> tuple[str, ...]:
    if symbol.type == "TT":
        return _names_of_tt(symbol)
    if symbol.type:
        return TYPES[symbol.type]
    if symbol.issuer.startswith(("QH", "UBTVQH")):
        return (_LAW_TYPE,)
    return (_LETTER_TYPE,)


def _names_of_tt(symbol: Symbol) -> tuple[str, ...]:
    """The Party's is a Thông tri, the state's a Thông tư: 12-TT/TW, 12/2024/TT-BGDĐT."""
    number, _, _ = symbol.text.partition("-")
    return ("Thông tư",) if "/" in number else ("Thông tri",)
