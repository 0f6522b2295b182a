"""All citations of a guidance as its directives: one each, with its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from khoagiao_xl.guidance.citations.citations import Citation, find_citations
from khoagiao_xl.guidance.citations.issuers import complete, issuer_name
from khoagiao_xl.guidance.citations.known_directives import Known, Register, look_up
from khoagiao_xl.guidance.citations.party_terms import share_term
from khoagiao_xl.guidance.guidance_records import CitedDirective, Mention, Sure
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.model.records import Directive

_ONE_YEAR = 366


@dataclass(frozen=True)
class Cited:
    """A citation and the node it stands in."""

    citation: Citation
    node: Node

    @property
    def quote(self) -> str:
        """The words of the citation, as they stand in the document."""
        citation = self.citation
        text = self.node.block.text
        words = text[citation.start : citation.end]
        return words.strip(" ,;")


@dataclass
class CitedTogether:
    """All citations of one directive; each fact is that of the first citation that tells it."""

    key: str
    cited: list[Cited] = field(default_factory=list)

    def __iter__(self) -> Iterator[Citation]:
        for one in self.cited:
            yield one.citation

    @property
    def first(self) -> Citation:
        """The citation that comes first in the document."""
        return self.cited[0].citation

    @property
    def issued(self) -> date | None:
        """The first day that is told."""
        for one in self:
            if one.issued:
                return one.issued
        return None

    @property
    def issuer_words(self) -> str:
        """The first words for who issued it."""
        for one in self:
            if one.issuer:
                return one.issuer
        return ""

    @property
    def subject(self) -> str:
        """The first words for what it is about."""
        for one in self:
            if one.subject:
                return one.subject
        return ""

    @property
    def term(self) -> str:
        """The first term that is told."""
        for one in self:
            if one.term:
                return one.term
        return ""

    @property
    def kind(self) -> str:
        """The first type that is named; where none is, what the letters say."""
        for one in self:
            if one.named:
                return one.kind
        return self.first.kind

    @property
    def is_shared(self) -> bool:
        """Whether its facts are told only for a whole list of numbers."""
        return all(one.is_shared for one in self)

    def known(self, register: Register) -> Known | None:
        """Return what the register knows of it."""
        key = self.first.symbol.key
        return look_up(key, self.issued, register)

    def may_be(self, issued: date | None) -> bool:
        """Say whether a document of this day may be the same one."""
        if issued is None:
            return True
        if self.issued is None:
            return True
        apart = issued - self.issued
        if share_term(issued, self.issued):
            return True
        return abs(apart.days) < _ONE_YEAR


def cite(nodes: Iterable[Node], own: str) -> Iterator[Cited]:
    """Yield every citation of the nodes but those of the document's `own` number."""
    for node in nodes:
        for citation in find_citations(node.block.text):
            if citation.symbol.text != own:
                yield Cited(citation, node)


def gather(cited: Iterable[Cited]) -> list[CitedTogether]:
    """Return the citations of each directive; dates of different terms make one symbol two documents."""
    groups: dict[str, CitedTogether] = {}
    of_number: dict[str, list[CitedTogether]] = {}
    for one in cited:
        number = one.citation.symbol.key
        same_number = of_number.setdefault(number, [])
        group = _same_document(one.citation, same_number)
        if group is None:
            key = _new_key(one.citation, same_number)
            group = groups.setdefault(key, CitedTogether(key))
            same_number.append(group)
        group.cited.append(one)
    return list(groups.values())


def _same_document(citation: Citation, groups: Iterable[CitedTogether]) -> CitedTogether | None:
    for group in groups:
        if group.may_be(citation.issued):
            return group
    return None


def _new_key(citation: Citation, same_number: list[CitedTogether]) -> str:
    key = citation.symbol.key
    if not same_number or not citation.issued:
        return key
    return f"{key}|{citation.issued.year}"


def directive_of(group: CitedTogether, full_names: Mapping[str, str], known: Known | None) -> CitedDirective:
    """Return the one directive behind the citations; what only the register knows is not filled in.

    full_names: of local organs; known: what the register says of it.
    """
    record = _record(group, full_names, known)
    return CitedDirective(
        key=group.key,
        record=record,
        term=group.term,
        places=tuple(_mentions(group)),
        official_title=known.official_title if known else "",
        later=known.later if known else "",
        confidence=_confidence(group),
    )


def _record(group: CitedTogether, full_names: Mapping[str, str], known: Known | None) -> Directive:
    symbol = group.first.symbol
    issuer = issuer_name(group.issuer_words, symbol.issuer)
    later = known.later if known else ""
    return Directive(
        symbol=symbol.text,
        kind=group.kind,
        issued=group.issued,
        issuer=complete(issuer, full_names),
        subject=group.subject,
        section="; ".join(_sections(group)),
        note=f"Văn bản mới hơn: {later}" if later else "",
    )


def _sections(group: CitedTogether) -> Iterable[str]:
    """Return the sections that cite it, each once."""
    return dict.fromkeys(one.node.section for one in group.cited)


def _mentions(group: CitedTogether) -> Iterator[Mention]:
    for one in group.cited:
        yield Mention(one.node.section, one.quote)


def _confidence(group: CitedTogether) -> Sure:
    if not group.issued and not group.issuer_words:
        return Sure.LOOK
    if group.issued and group.issuer_words and not group.is_shared:
        return Sure.CERTAIN
    return Sure.FAIRLY
