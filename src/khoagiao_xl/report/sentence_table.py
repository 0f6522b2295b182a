"""The sentences of a report as data: which figure stands in which paragraph, and in which words.

data/report_sentences.csv has a row for each figure, in the order in which the report tells them:

tag        the section, as the templates name it
opening    begins a paragraph; a figure without one joins the last paragraph of its section; {whole} and
           {known} say whose the first figure is, {reports} in which reports all of them were told
otherwise  the opening where the first figure of the paragraph has dropped out; blank keeps the opening
code       the indicator
role       what the figure is there for, see FigureRole
frame      its words: {} is the figure with what it counts («05 hội nghị»), {n} the bare figure («05»),
           {vb} the directive that its label names, cited; {ban} to whom the units tell it; {so} what the
           log of issues knows of it;
           what begins with «với» or «,» goes on without «;»
compared   x: told with its year to date, and against the period before and the same of last year
name       what it is called without a figure, where the frame does not say
of         the indicator that it is a part or a share of: 0 solved of 2 is no good news
none_of    its words where it is 0 and the whole is not; blank says nothing of it then
nothing    its words where it is 0 and no part; blank makes them of the frame («không có hội nghị ...»)

An indicator that has no row is told by its label at the end of its section (model/sections.py), or by the
sentence that the office gave it (own_sentences.py).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Final

from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.wording.report import PHRASES, REPORTED_TO

TABLE: Final = "report_sentences.csv"
DIRECTIVE: Final = "{vb}"
STAFF: Final = "{ban}"


class FigureRole(StrEnum):
    """What a figure is in the report for."""

    PART = ""  # a part of its paragraph; it drops out where nobody has reported it
    OF_WHICH = "of_which"  # a part of the first figure of its paragraph («trong đó»)
    ELSEWHERE = "elsewhere"  # in no sentence of its own: the plan or the base of another figure
    DIRECTIVES = "directives"  # a list of directives, each cited
    WORDS = "words"  # the units' own words
    TASKS = "tasks"  # of the units' words what begins not as a proposal
    PROPOSALS = "proposals"  # of the units' words what does


SENTENCE_ROLES: Final = frozenset({FigureRole.PART, FigureRole.OF_WHICH})
QUOTED_ROLES: Final = frozenset({FigureRole.WORDS, FigureRole.TASKS, FigureRole.PROPOSALS})


@dataclass(frozen=True)
class SentencePart:
    """One row of the table: a figure and its place in a sentence."""

    tag: str
    code: str
    role: FigureRole
    frame: str = ""
    is_compared: bool = False
    name: str = ""
    of: str = ""
    none_of: str = ""
    nothing: str = ""
    opening: str = ""
    otherwise: str = ""
    stands_alone: bool = False

    @classmethod
    def from_row(cls, row: Mapping[str, str]) -> SentencePart:
        """Return the part of a row of the file; raise ValueError for an unknown role."""
        return cls(
            tag=row["tag"],
            code=row["code"],
            role=FigureRole(row["role"]),
            frame=row["frame"],
            is_compared=bool(row["compared"]),
            name=row["name"],
            of=row["of"],
            none_of=row["none_of"],
            nothing=row["nothing"],
            opening=row["opening"],
            otherwise=row["otherwise"],
        )

    def name_without_figure(self, measure: str) -> str:
        """Return what the figure is called where there is none: «số hội nghị quán triệt»."""
        if self.name:
            return self.name
        counted = self.frame.replace("{}", f"số {measure}")
        return counted.replace("{n}", "số")

    def words_for_none(self, measure: str) -> str:
        """Return how a figure of 0 is told: «không có hội nghị quán triệt»."""
        if self.nothing:
            return self.nothing
        what = self.frame.replace("{}", measure)
        what = what.replace("{n} ", "")
        return PHRASES["khong_co_gi"].format(what=what)

    @property
    def names_directive(self) -> bool:
        """Whether its words cite the directive that its indicator is about."""
        return DIRECTIVE in self.frame

    def reported_to(self, staff: str) -> SentencePart:
        """Return the part with the name of whom the units report to, nothing where nobody is named."""
        words = REPORTED_TO.format(staff=staff) if staff else ""
        return replace(self, frame=self.frame.replace(STAFF, words))

    def about(self, directive: str) -> SentencePart:
        """Return the part with the directive written in its words."""
        return replace(
            self,
            frame=self.frame.replace(DIRECTIVE, directive),
            name=self.name.replace(DIRECTIVE, directive),
            nothing=self.nothing.replace(DIRECTIVE, directive),
        )


@dataclass(frozen=True)
class Paragraph:
    """An opening, the parts it joins, and the parts of the first one («trong đó»)."""

    opening: str
    otherwise: str
    parts: tuple[SentencePart, ...]
    of_which: tuple[SentencePart, ...]


@dataclass(frozen=True)
class SentenceTable:
    """The table, by section and by indicator."""

    sections: Mapping[str, tuple[Paragraph, ...]]
    by_code: Mapping[str, SentencePart]
    elsewhere: frozenset[str]
    directives: tuple[SentencePart, ...]
    quoted: tuple[SentencePart, ...]
    rows: tuple[SentencePart, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """The indicators it has a row for."""
        return frozenset(self.by_code)

    def is_elsewhere(self, code: str) -> bool:
        """Say whether the indicator stands in no sentence of its own."""
        return code in self.elsewhere

    @property
    def tags(self) -> tuple[str, ...]:
        """The sections that tell figures, in the order of the report."""
        return tuple(self.sections)

    @property
    def sentence_parts(self) -> tuple[SentencePart, ...]:
        """Every part of every section."""
        found: list[SentencePart] = []
        for tag in self.tags:
            parts = self.parts(tag)
            own = list(parts)
            found.extend(own)
        return tuple(found)

    def with_own(self, own: Iterable[SentencePart]) -> SentenceTable:
        """Return the table with the sentences that the office gave its own indicators."""
        known = list(own)
        if not known:
            return self
        codes = {part.code for part in known}
        rows = [part for part in self.rows if part.code not in codes]
        return make_table([*rows, *known])

    def parts(self, tag: str) -> Iterator[SentencePart]:
        """Yield every part of a section, those of the first figure of a paragraph after its others."""
        for paragraph in self.sections[tag]:
            yield from paragraph.parts
            yield from paragraph.of_which


@cache
def sentence_table() -> SentenceTable:
    """Return the table that came with the tool."""
    rows = shipped_rows(TABLE)
    parts = [SentencePart.from_row(row) for row in rows]
    return make_table(parts)


def make_table(rows: Iterable[SentencePart]) -> SentenceTable:
    """Return the table of `rows`."""
    parts = list(rows)
    by_code: dict[str, SentencePart] = {}
    for part in parts:
        by_code.setdefault(part.code, part)
    elsewhere = {part.code for part in parts if part.role is FigureRole.ELSEWHERE}
    return SentenceTable(
        sections=_sections(parts),
        by_code=by_code,
        elsewhere=frozenset(elsewhere),
        directives=_of_roles(parts, {FigureRole.DIRECTIVES}),
        quoted=_of_roles(parts, QUOTED_ROLES),
        rows=tuple(parts),
    )


def _sections(parts: Iterable[SentencePart]) -> Mapping[str, tuple[Paragraph, ...]]:
    by_tag: dict[str, list[SentencePart]] = {}
    for part in parts:
        if part.role in SENTENCE_ROLES:
            own = by_tag.setdefault(part.tag, [])
            own.append(part)
    sections = {}
    for tag, own in by_tag.items():
        paragraphs = _paragraphs(own)
        sections[tag] = tuple(paragraphs)
    return sections


def _paragraphs(parts: Iterable[SentencePart]) -> Iterator[Paragraph]:
    joined: list[SentencePart] = []
    for part in parts:
        begins = part.opening or part.stands_alone
        if begins and joined:
            yield _paragraph(joined)
            joined = []
        joined.append(part)
    yield _paragraph(joined)


def _paragraph(joined: list[SentencePart]) -> Paragraph:
    first = joined[0]
    return Paragraph(
        opening=first.opening,
        otherwise=first.otherwise,
        parts=_of_roles(joined, {FigureRole.PART}),
        of_which=_of_roles(joined, {FigureRole.OF_WHICH}),
    )


def _of_roles(parts: Iterable[SentencePart], roles: Container[FigureRole]) -> tuple[SentencePart, ...]:
    found = [part for part in parts if part.role in roles]
    return tuple(found)
