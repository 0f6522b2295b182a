"""Every citation of a numbered document in a piece of text: type, symbol, date, issuer, term and subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from khoagiao_xl.guidance.citations.citation_facts import Facts, read_after, read_before
from khoagiao_xl.guidance.citations.issuers import maker_before
from khoagiao_xl.guidance.citations.subjects import subject_span
from khoagiao_xl.vietnamese.running_text import canonical, plain
from khoagiao_xl.vietnamese.symbols import (
    LAW,
    LETTER,
    NAMES,
    SYMBOL,
    TYPES,
    Symbol,
    symbol_of,
)


@dataclass(frozen=True)
class Citation:
    """One citation. start, end: its span in the text, subject included; bad_date: a date that cannot be."""

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
        return self is not other and bool(self.subject) and self.subject_start <= other.start < self.end


def find_citations(text: str) -> list[Citation]:
    """Return the citations of `text` in order; one that stands in another's subject follows it."""
    same = canonical(text)
    found = {match.start(): match for match in (*SYMBOL.finditer(same), *LAW.finditer(same))}
    for match in LETTER.finditer(same):
        # «4567/BGDĐT-GDTrH» is a number only where the text calls it one: 12/BYT may be a fraction.
        if match.start() not in found and re.search(
            r"công văn\s+(?:số\s*:?\s*)?$", plain(same[: match.start()])
        ):
            found[match.start()] = match
    return _shared(same, [_citation(text, same, match) for _, match in sorted(found.items())])


def _shared(same: str, citations: list[Citation]) -> list[Citation]:
    """Return the citations; in «số 20-NQ/TW và số 21-NQ/TW cùng ngày ... của ...» both have what follows."""
    result: list[Citation] = []
    for citation in reversed(citations):
        after = result[-1] if result else None
        bare = not (citation.issuer or citation.subject)
        if after and bare and _is_same_list(same, citation, after):
            own_date = citation.issued or citation.bad_date
            result.append(
                replace(
                    citation, issued=citation.issued if own_date else after.issued, issuer=after.issuer,
                    term=citation.term or after.term, is_shared=True,
                )
            )  # fmt: skip
        else:
            result.append(citation)
    return result[::-1]


def _is_same_list(same: str, one: Citation, other: Citation) -> bool:
    alike = (one.symbol.type, one.symbol.issuer) == (other.symbol.type, other.symbol.issuer)
    return alike and bool(re.fullmatch(r"[\s,;]*(?:và)?\s*", same[one.end : other.start]))


def _citation(text: str, same: str, match: re.Match[str]) -> Citation:
    symbol, facts = symbol_of(match), Facts()
    named, start = read_before(same, match.start(), facts)
    end = read_after(text, same, match.end(), facts)
    first, last, closed = subject_span(same, end)
    names = _names_of(symbol)
    kind = next((name for name in NAMES if plain(name) == plain(named)), "") or (
        names[0] if names else "Văn bản"
    )
    # A body below the centre issues nothing in the centre's name.
    if not facts.issuer and symbol.issuer != "TW":
        facts.issuer = maker_before(same, start, kind)
    return Citation(
        symbol, kind, start, closed if first < last else end, facts.issued, facts.issuer, facts.term,
        text[first:last].strip(" ,."), first, facts.bad_date, named,
    )  # fmt: skip


def _names_of(symbol: Symbol) -> tuple[str, ...]:
    if symbol.type == "TT":
        return ("Thông tri",) if "/" not in symbol.text.split("-")[0] else ("Thông tư",)
    if symbol.type:
        return TYPES[symbol.type]
    return ("Luật",) if symbol.issuer.startswith(("QH", "UBTVQH")) else ("Công văn",)
