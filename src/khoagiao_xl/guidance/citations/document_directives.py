"""The directives of one document: which of them a citation means, a block cites, a task serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from khoagiao_xl.guidance.citations.citations import Citation
from khoagiao_xl.guidance.citations.cited_directives import Cited, CitedTogether, directive_of, gather
from khoagiao_xl.guidance.citations.directive_questions import question_directive
from khoagiao_xl.guidance.citations.known_directives import Known, Register
from khoagiao_xl.guidance.guidance_records import CitedDirective
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.model.findings import Finding

_TELLING = 25  # letters at the beginning of a citation, by which it is found again in the words of a task


class Served(NamedTuple):
    """The symbols of the directives that a task serves, and what they are about, in one text."""

    symbols: tuple[str, ...]
    subjects: str


class DocumentDirectives:
    """The directives that a document cites.

    cited: its citations in order; full_names: of local organs; register: the known directives.
    """

    def __init__(self, cited: Sequence[Cited], full_names: Mapping[str, str], register: Register) -> None:
        self._by_block = by_block(cited)
        self._in_heading = [one for one in cited if one.node.is_heading]
        entries = _entries(cited, full_names, register)
        self._entries = list(entries)
        by_citation = _by_citation(self._entries)
        self._by_citation = dict(by_citation)

    @property
    def all(self) -> list[CitedDirective]:
        """The directives in the order in which the document first cites them."""
        return [entry.directive for entry in self._entries]

    def of(self, citation: Citation) -> CitedDirective:
        """Return the directive that one of the document's citations means."""
        return self._by_citation[id(citation)]

    def in_block(self, node: Node) -> list[Cited]:
        """Return the citations of the node's block."""
        number = node.block.number
        return self._by_block.get(number, [])

    def served(self, node: Node, words: str) -> Served:
        """Return what a task serves: the directives that its own words cite, else those of its headings."""
        cited = list(self._in_words(node, words))
        if not cited:
            cited = list(self._in_headings(node))
        symbols: dict[str, None] = {}
        subjects: list[str] = []
        for one in cited:
            directive = self.of(one.citation)
            symbol = directive.record.symbol
            symbols[symbol] = None
            subject = _subject(directive)
            subjects.append(subject)
        each_once = tuple(symbols)
        return Served(each_once, " ".join(subjects))

    def _in_words(self, node: Node, words: str) -> Iterator[Cited]:
        for one in self.in_block(node):
            start = one.quote[:_TELLING]
            if start in words:
                yield one

    def _in_headings(self, node: Node) -> Iterator[Cited]:
        for one in self._in_heading:
            if one.node.text in node.above:
                yield one

    def questions(self, year: int) -> Iterator[Finding]:
        """Yield what a person should look at in the directives of the plan for `year`."""
        for entry in self._entries:
            yield from question_directive(
                entry.directive,
                entry.cited,
                year,
                entry.known,
            )


@dataclass(frozen=True)
class _Entry:
    directive: CitedDirective
    cited: CitedTogether
    known: Known | None


def _entries(cited: Iterable[Cited], full_names: Mapping[str, str], register: Register) -> Iterator[_Entry]:
    for group in gather(cited):
        known = group.known(register)
        directive = directive_of(group, full_names, known)
        yield _Entry(directive, group, known)


def _by_citation(entries: Iterable[_Entry]) -> Iterator[tuple[int, CitedDirective]]:
    for entry in entries:
        for citation in entry.cited:
            yield id(citation), entry.directive


def _subject(directive: CitedDirective) -> str:
    return directive.official_title or directive.record.subject


def by_block(cited: Iterable[Cited]) -> dict[int, list[Cited]]:
    """Return the citations by the number of the block they stand in."""
    groups: dict[int, list[Cited]] = {}
    for one in cited:
        number = one.node.block.number
        group = groups.setdefault(number, [])
        group.append(one)
    return groups
