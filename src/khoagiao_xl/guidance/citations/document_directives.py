"""The directives of one document: which of them a citation means, a block cites, a task serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from khoagiao_xl.guidance.citations.citations import Citation
from khoagiao_xl.guidance.citations.cited_directives import Cited, directive_of, gather
from khoagiao_xl.guidance.citations.directive_questions import question_directive
from khoagiao_xl.guidance.citations.known_directives import Register
from khoagiao_xl.guidance.guidance_records import CitedDirective
from khoagiao_xl.guidance.tree.outline import Node
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

    def __init__(self, cited: list[Cited], full_names: Mapping[str, str], register: Register) -> None:
        self._cited = cited
        self._groups = gather(cited)
        self._known = {key: group.known(register) for key, group in self._groups.items()}
        self._by_block = by_block(cited)
        self._by_citation: dict[int, CitedDirective] = {}
        self.all: dict[str, CitedDirective] = {}
        for key, group in self._groups.items():
            directive = directive_of(group, full_names, self._known[key])
            self.all[key] = directive
            for citation in group:
                self._by_citation[id(citation)] = directive

    def of(self, citation: Citation) -> CitedDirective:
        """Return the directive that one of the document's citations means."""
        return self._by_citation[id(citation)]

    def in_block(self, node: Node) -> list[Cited]:
        """Return the citations of the node's block."""
        return self._by_block.get(node.block.number, [])

    def served(self, node: Node, words: str) -> Served:
        """Return what a task serves: the directives that its own words cite, else those of its headings."""
        cited = self._in_words(node, words) or self._in_headings(node)
        directives = [self.of(one.citation) for one in cited]
        symbols = dict.fromkeys(one.record.symbol for one in directives)
        subjects = map(_subject, directives)
        return Served(tuple(symbols), " ".join(subjects))

    def _in_words(self, node: Node, words: str) -> list[Cited]:
        return [one for one in self.in_block(node) if one.quote[:_TELLING] in words]

    def _in_headings(self, node: Node) -> list[Cited]:
        return [one for one in self._cited if _heads(one.node, node)]

    def questions(self, year: int) -> Iterator[Finding]:
        """Yield what a person should look at in the directives of the plan for `year`."""
        for key, directive in self.all.items():
            yield from question_directive(directive, self._groups[key], year, self._known[key])


def _heads(heading: Node, node: Node) -> bool:
    if not heading.is_heading:
        return False
    return heading.text in node.above


def _subject(directive: CitedDirective) -> str:
    return directive.official_title or directive.record.subject


def by_block(cited: Iterable[Cited]) -> dict[int, list[Cited]]:
    """Return the citations by the number of the block they stand in."""
    groups: dict[int, list[Cited]] = {}
    for one in cited:
        group = groups.setdefault(one.node.block.number, [])
        group.append(one)
    return groups
