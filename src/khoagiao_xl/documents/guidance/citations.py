"""Every citation of a numbered document in a piece of text: type, symbol, date, issuer, term and subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from khoagiao_xl.documents.guidance.issuers import issuer_span, maker_before
from khoagiao_xl.documents.guidance.subjects import subject_span
from khoagiao_xl.documents.guidance.symbols import LAW, LETTER, NAMES, SYMBOL, TYPES, Symbol, symbol_of
from khoagiao_xl.documents.guidance.terms import term_name
from khoagiao_xl.documents.guidance.text import canonical, plain

_NAME = "|".join(re.escape(name) for name in NAMES)
_DAY = (
    r"(?:(?P<d>\d{1,2})\s*[/.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*(?P<y>(?:19|20)\d\d)(?!\d)"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>(?:19|20)\d\d))"
)
_DATE = re.compile(rf"(?:(?:ban hành|ký)\s+)?(?:cùng\s+)?(?:ngày\s+)?{_DAY}", re.IGNORECASE)
_TERM = re.compile(r"(?:Đảng\s+)?khóa\s+(?P<term>[IVX]{1,5}|\d{1,2})(?![^\W_])", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?P<name>{_NAME})(?P<between>[^;:|]{{0,140}}?)\s*(?:[,(]\s*)?(?:số\s*[:.]?\s*)?$", re.IGNORECASE
)
_NUMBER_WORD = re.compile(r"số\s*[:.]?\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,()]*")
_FILL = re.compile(
    r"hành động|liên tịch|phối hợp|này|trên|nêu trên|của|mới|(?:hội nghị )?trung ương \d+", re.IGNORECASE
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


@dataclass
class _Facts:
    issued: date | None = None
    bad_date: str = ""
    issuer: str = ""
    term: str = ""


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
    symbol, facts = symbol_of(match), _Facts()
    named, start = _before(same, match.start(), facts)
    end = _after(text, same, match.end(), facts)
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


def _before(same: str, position: int, facts: _Facts) -> tuple[str, int]:
    """Return the type's name in front of the symbol and where the citation begins; read what lies between."""
    offset = max(0, position - 190)
    head = same[offset:position]
    # The name nearest to the number is its own: search from the right.
    for start in sorted((match.start() for match in re.finditer(_NAME, head, re.IGNORECASE)), reverse=True):
        match = _NAMED.match(head, start)
        if match and (start == 0 or not head[start - 1].isalnum()):
            trial = _Facts()
            if _is_filled(match["between"], trial):
                facts.issued, facts.bad_date = trial.issued, trial.bad_date
                facts.issuer, facts.term = trial.issuer, trial.term
                return match["name"], offset + start
            break
    number_word = _NUMBER_WORD.search(head)
    return "", offset + number_word.start() if number_word else position


def _is_filled(between: str, facts: _Facts) -> bool:
    """Say whether a citation's own words and nothing else stand between its name and its number."""
    rest = _after(between, between, 0, facts)
    rest_text = between[rest:]
    while rest_text:
        match = _FILL.match(rest_text) or _BETWEEN.match(rest_text)
        if not match or not match.end():
            return False
        rest_text = rest_text[match.end() :]
    return True


def _after(text: str, same: str, position: int, facts: _Facts) -> int:
    """Read date, issuer and term after the number, in any order; return where they end."""
    for _ in range(6):
        start = _skip(same, position)
        if not facts.issued and not facts.bad_date and (found := _DATE.match(same, start)):
            _read_date(found, facts)
            position = found.end()
        elif not facts.term and (found := _TERM.match(same, start)):
            facts.term = term_name(found["term"])
            position = found.end()
        elif not facts.issuer and (span := issuer_span(same, start)):
            facts.issuer = text[span[0] : span[1]].strip(" ,")
            position = span[1]
        else:
            break
    return position + 1 if same[position : position + 1] == ")" else position


def _skip(same: str, position: int) -> int:
    match = _BETWEEN.match(same, position)
    return match.end() if match else position


def _read_date(found: re.Match[str], facts: _Facts) -> None:
    day, month, year = (int(found[name] or found[f"{name}2"]) for name in "dmy")
    try:
        facts.issued = date(year, month, day)
    except ValueError:
        facts.bad_date = found[0]
