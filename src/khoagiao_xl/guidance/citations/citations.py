"""Every citation of a numbered document in a piece of text: type, symbol, date, issuer, term and subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from khoagiao_xl.guidance.citations.citation_facts import Facts, read_after, read_before
from khoagiao_xl.guidance.citations.citation_words import type_called
from khoagiao_xl.guidance.citations.issuer_before import maker_before
from khoagiao_xl.guidance.citations.numbers_before import Numbered, numbers_before
from khoagiao_xl.guidance.citations.shared_facts import ReadCitation, with_shared_facts
from khoagiao_xl.guidance.citations.subjects import subject_before, subject_span
from khoagiao_xl.guidance.citations.symbol_forms import FoundSymbol, find_symbols
from khoagiao_xl.vietnamese.running_text import canonical
from khoagiao_xl.vietnamese.symbols import TYPES, Symbol

_ANY_TYPE, _LETTER_TYPE, _LAW_TYPE = "Văn bản", "Công văn", "Luật"
_BY_SEVERAL = ("LT", "PH", "LN")  # how the letters of a type end that several bodies issue together


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
    read: list[ReadCitation] = []
    for found in find_symbols(canon):
        read.extend(_read(text, canon, found))
    return with_shared_facts(canon, read)


def _read(text: str, canon: str, found: FoundSymbol) -> Iterator[ReadCitation]:
    """Yield the citation of a number, and before it those of the numbers that share its letters."""
    numbers = numbers_before(canon, found)
    first = found.start
    if numbers:
        first = numbers[0].start
    symbol = found.symbol
    is_law = _is_law(symbol)
    named, start, front = read_before(canon, first, is_law=is_law)
    facts = Facts()
    is_joint = symbol.type.endswith(_BY_SEVERAL)
    end = read_after(text, canon, found.end, facts, is_joint=is_joint)
    facts.fill_from(front)
    kind = _kind_of(symbol, named)
    _fill_from_maker(canon, start, kind, symbol, facts)
    subject = subject_span(canon, end)
    if subject.first == subject.last and not named:
        subject = subject_before(canon, start)
    words = text[subject.first : subject.last]
    issuer = facts.issuer
    if facts.is_joint:
        issuer = ""
    last = Citation(
        symbol=symbol,
        kind=kind,
        start=start,
        end=max(end, subject.end),
        issued=next(iter(facts.days), None),
        issuer=issuer,
        term=facts.term,
        subject=words.strip(" ,."),
        subject_start=subject.first,
        bad_date=facts.bad_date,
        named=named,
        is_shared=bool(numbers),
    )
    yield from _of_list(canon, found, numbers, last, facts.days)


def _fill_from_maker(canon: str, start: int, kind: str, symbol: Symbol, facts: Facts) -> None:
    """Take issuer and day from who is said to have made the document, where the citation tells none."""
    if facts.issuer:
        return
    if facts.is_joint:
        return
    maker = maker_before(canon, start, kind, symbol.issuer)
    facts.issuer = maker.name
    if maker.issued and not facts.is_dated:
        facts.days = (maker.issued,)


def _of_list(
    canon: str, found: FoundSymbol, numbers: list[Numbered], last: Citation, days: tuple[date, ...]
) -> Iterator[ReadCitation]:
    """Yield a citation for each number of a list, the last with the letters; days behind it go in order."""
    if not numbers:
        yield ReadCitation(last, days)
        return
    members = len(numbers) + 1
    *before, day_of_last = _days_in_order(members, days)
    for one, day in zip(numbers, before, strict=True):
        symbol = found.with_number(one.number, one.letter)
        issued = one.own_day(canon) or day
        member = replace(last, symbol=symbol, issued=issued)
        yield ReadCitation(member)
    last_member = replace(last, issued=day_of_last)
    yield ReadCitation(last_member)


def _days_in_order(count: int, days: tuple[date, ...]) -> tuple[date | None, ...]:
    """Return the day of each member of a list: its own where there are as many, else the first one."""
    if len(days) == count:
        return days
    first = next(iter(days), None)
    return (first,) * count


def _is_law(symbol: Symbol) -> bool:
    return symbol.issuer.startswith(("QH", "UBTVQH"))


def _kind_of(symbol: Symbol, named: str) -> str:
    """Return the type of the document as the citation names it, spelt out, else as its letters say."""
    called = type_called(named)
    if called:
        return called
    names = _names_of(symbol)
    if names:
        return names[0]
    return _ANY_TYPE


def _names_of(symbol: Symbol) -> tuple[str, ...]:
    if symbol.type == "TT":
        return _names_of_tt(symbol)
    if symbol.type:
        return TYPES[symbol.type]
    if _is_law(symbol):
        return (_LAW_TYPE,)
    return (_LETTER_TYPE,)


def _names_of_tt(symbol: Symbol) -> tuple[str, ...]:
    """The Party's is a Thông tri, the state's a Thông tư: 12-TT/TW, 12/2024/TT-BGDĐT."""
    if symbol.is_party:
        return ("Thông tri",)
    return ("Thông tư",)
