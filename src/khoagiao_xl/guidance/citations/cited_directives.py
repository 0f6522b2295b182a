"""All citations of a guidance as its directives: one each, with its places and what to ask about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from khoagiao_xl.guidance.citations.citations import Citation, find_citations
from khoagiao_xl.guidance.citations.issuers import complete, issuer_name
from khoagiao_xl.guidance.citations.known_directives import Known, Register, look_up, same_title
from khoagiao_xl.guidance.citations.terms import terms_of
from khoagiao_xl.guidance.guidance_records import CitedDirective, Mention, Sure
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.records import Directive
from khoagiao_xl.vietnamese.symbols import TYPES


@dataclass(frozen=True)
class Cited:
    """A citation and the node it stands in."""

    citation: Citation
    node: Node

    @property
    def quote(self) -> str:
        """The words of the citation, as they stand in the document."""
        return self.node.block.text[self.citation.start : self.citation.end].strip(" ,;")


@dataclass
class _Gathered:
    key: str
    cited: list[Cited] = field(default_factory=list)

    def first(self, name: str) -> object:
        return next((found for one in self.cited if (found := getattr(one.citation, name))), None)


def cite(nodes: Iterable[Node], own: str) -> list[Cited]:
    """Return every citation of the nodes but those of the document's `own` number."""
    return [
        Cited(citation, node)
        for node in nodes
        for citation in find_citations(node.block.text)
        if citation.symbol.text != own
    ]


def gather(cited: list[Cited]) -> dict[str, list[Cited]]:
    """Return the citations by key; dates of different terms make one symbol two documents."""
    groups: dict[str, _Gathered] = {}
    for one in cited:
        symbol, issued = one.citation.symbol, one.citation.issued
        homes = [group for group in groups.values() if group.cited[0].citation.symbol.key == symbol.key]
        home = next((group for group in homes if _same_document(group, issued)), None)
        if home is None:
            key = f"{symbol.key}|{issued.year}" if homes and issued else symbol.key
            home = groups.setdefault(key, _Gathered(key))
        home.cited.append(one)
    return {group.key: group.cited for group in groups.values()}


def _same_document(group: _Gathered, issued: date | None) -> bool:
    other = group.first("issued")
    if issued is None or not isinstance(other, date):
        return True
    return bool(set(terms_of(issued)) & set(terms_of(other))) or abs((issued - other).days) < 366


def directive_of(
    key: str, cited: list[Cited], known_places: Mapping[str, str], register: Register
) -> CitedDirective:
    """Return the one directive behind `cited`; what only the register knows is not filled in."""
    group = _Gathered(key, cited)
    symbol = cited[0].citation.symbol
    issued, words = group.first("issued"), str(group.first("issuer") or "")
    issuer = complete(issuer_name(words, symbol.issuer), dict(known_places))
    known = look_up(symbol.key, issued if isinstance(issued, date) else None, register)
    sections = dict.fromkeys(one.node.section for one in cited)
    record = Directive(
        symbol=symbol.text,
        kind=_kind(cited),
        issued=issued if isinstance(issued, date) else None,
        issuer=issuer,
        subject=str(group.first("subject") or ""),
        section="; ".join(sections),
        note=f"Văn bản mới hơn: {known.later}" if known and known.later else "",
    )
    return CitedDirective(
        key, record, symbol.number, str(group.first("term") or ""), words,
        tuple(Mention(one.node.section, one.quote) for one in cited),
        known.official_title if known else "", known.later if known else "",
        _confidence(record, words, is_shared=all(one.citation.is_shared for one in cited)),
    )  # fmt: skip


def _kind(cited: list[Cited]) -> str:
    named = [one.citation.kind for one in cited if one.citation.named]
    return (named or [cited[0].citation.kind])[0]


def _confidence(record: Directive, words: str, *, is_shared: bool) -> Sure:
    if record.issued and words and not is_shared:
        return Sure.CERTAIN
    return Sure.FAIRLY if record.issued or words else Sure.LOOK


def question_directive(
    directive: CitedDirective, cited: list[Cited], year: int, register: Register
) -> list[Finding]:
    """Return what a person should look at: dates, terms, type, title, later documents."""
    found: list[Finding] = []
    record, symbol = directive.record, directive.record.symbol
    for one in cited:
        found += _question_citation(one, symbol)
    dates = sorted({one.citation.issued for one in cited if one.citation.issued})
    if len(dates) > 1:
        found.append(_ask("KH-25", symbol=symbol, dates=", ".join(map(show, dates))))
    if record.issued and record.issued.year > year:
        found.append(_ask("KH-28", symbol=symbol, date=show(record.issued), year=year))
    known = look_up(cited[0].citation.symbol.key, record.issued, register)
    return found + (_compare(directive, known) if known else [])


def _question_citation(one: Cited, symbol: str) -> list[Finding]:
    citation, found = one.citation, []
    if citation.bad_date:
        found.append(_ask("KH-27", quote=one.quote, section=one.node.section))
    names = TYPES.get(citation.symbol.type, ())
    if citation.named and names and citation.kind not in names:
        found.append(_ask("KH-24", quote=one.quote, section=one.node.section, symbol=symbol))
    if citation.term and citation.issued and citation.symbol.issuer.endswith("TW"):
        terms = terms_of(citation.issued)
        if terms and citation.term not in terms:
            facts = {"symbol": symbol, "date": show(citation.issued), "expected": " hoặc ".join(terms)}
            found.append(_ask("KH-21", **facts, term=citation.term, section=one.node.section))
    return found


def _compare(directive: CitedDirective, known: Known) -> list[Finding]:
    record, found = directive.record, []
    if record.issued and known.issued and record.issued != known.issued:
        facts = {"date": show(record.issued), "official": show(known.issued)}
        found.append(_ask("KH-26", symbol=record.symbol, **facts))
    if not record.issued and known.issued:
        facts = {"symbol": record.symbol, "official": show(known.issued)}
        found.append(Finding("KH-29", Severity.NOTE, facts=facts))
    if record.subject and known.official_title and not same_title(record.subject, known.official_title):
        facts = {"cited": record.subject, "official": known.official_title}
        found.append(Finding("KH-22", Severity.NOTE, facts={"symbol": record.symbol, **facts}))
    if known.later:
        found.append(Finding("KH-23", Severity.NOTE, facts={"symbol": record.symbol, "later": known.later}))
    return found


def show(day: date) -> str:
    """Return a date as the office writes it: 13/4/2007."""
    return f"{day.day:02d}/{day.month}/{day.year}"


def _ask(code: str, **facts: object) -> Finding:
    return Finding(code, Severity.QUESTION, facts=facts)
