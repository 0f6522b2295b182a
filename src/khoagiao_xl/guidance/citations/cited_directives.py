"""All citations of a guidance as its directives: one each, with its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from khoagiao_xl.guidance.citations.citations import Citation, find_citations
from khoagiao_xl.guidance.citations.directive_rows import with_columns
from khoagiao_xl.guidance.citations.issuers import complete, issuer_name
from khoagiao_xl.guidance.citations.known_directives import Known, Register, look_up
from khoagiao_xl.guidance.citations.party_terms import share_term
from khoagiao_xl.guidance.guidance_records import CitedDirective, Mention, Sure
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.model.records import Directive
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.symbols import first_symbol

_ONE_YEAR = 366
_CENTRE = "TW"  # several bodies issue in its name, in one row of numbers


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

    def may_be(self, citation: Citation) -> bool:
        """Say whether a citation of this number may mean the same document."""
        issued = citation.issued
        if issued is None:
            return True
        if self.issued is None:
            return True
        if issued == self.issued:
            return True
        if self._is_of_another(citation):
            return False
        if not self.first.symbol.is_party:
            return issued.year == self.issued.year
        if share_term(issued, self.issued):
            return True
        apart = issued - self.issued
        return abs(apart.days) < _ONE_YEAR

    def _is_of_another(self, citation: Citation) -> bool:
        """Say whether it names another issuer: each province, each commune has its own 45/KH-UBND."""
        if not self.issuer_words:
            return False
        if not citation.issuer:
            return False
        if citation.symbol.issuer == _CENTRE:
            return False
        return plain(citation.issuer) != plain(self.issuer_words)


def cite(nodes: Iterable[Node], own: str) -> Iterator[Cited]:
    """Yield every citation of the nodes but those of the document's `own` number, however that is written."""
    known = first_symbol(own)
    own_key = own
    if known:
        own_key = known.key
    for node in nodes:
        found = find_citations(node.block.text)
        for citation in with_columns(node.block, found):
            if citation.symbol.key != own_key:
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
        if group.may_be(citation):
            return group
    return None


def _new_key(citation: Citation, same_number: list[CitedTogether]) -> str:
    key = citation.symbol.key
    if not same_number:
        return key
    if not citation.issued:
        return key
    of_year = f"{key}|{citation.issued.year}"
    taken = {group.key for group in same_number}
    if of_year in taken:
        day = citation.issued.isoformat()
        return f"{key}|{day}"
    return of_year


def directive_of(group: CitedTogether, full_names: Mapping[str, str], known: Known | None) -> CitedDirective:
    """Return the one directive behind the citations; what only the register knows is not filled in.

    full_names: of local organs; known: what the register says of it.
    """
    record = _record(group, full_names, known)
    official_title = ""
    later = ""
    if known:
        official_title = known.official_title
        later = known.later
    return CitedDirective(
        key=group.key,
        record=record,
        term=group.term,
        places=tuple(_mentions(group)),
        official_title=official_title,
        later=later,
        confidence=_confidence(group),
    )


def _record(group: CitedTogether, full_names: Mapping[str, str], known: Known | None) -> Directive:
    symbol = group.first.symbol
    issuer = issuer_name(group.issuer_words, symbol)
    note = ""
    if known and known.later:
        note = f"Văn bản mới hơn: {known.later}"
    return Directive(
        symbol=symbol.text,
        kind=group.kind,
        issued=group.issued,
        issuer=complete(issuer, full_names),
        subject=group.subject,
        section="; ".join(_sections(group)),
        note=note,
    )


def _sections(group: CitedTogether) -> Iterable[str]:
    """Return the sections that cite it, each once."""
    return dict.fromkeys(one.node.section for one in group.cited)


def _mentions(group: CitedTogether) -> Iterator[Mention]:
    for one in group.cited:
        section = one.node.section
        yield Mention(section, one.quote)


def _confidence(group: CitedTogether) -> Sure:
    day = group.issued
    issuer = group.issuer_words
    if not day and not issuer:
        return Sure.LOOK
    if group.is_shared:
        return Sure.FAIRLY
    if day and issuer:
        return Sure.CERTAIN
    return Sure.FAIRLY
