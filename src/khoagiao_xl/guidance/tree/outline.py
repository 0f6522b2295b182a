"""The tree of a guidance: every block knows its section («II.4.2») and the headings above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.headings import is_appendix, opens_section
from khoagiao_xl.guidance.tree.markers import NO_MARKER, Marker, Rank, marker
from khoagiao_xl.vietnamese.running_text import plain

PREAMBLE, APPENDIX = "Mở đầu", "Phụ lục"
_MOST_LETTERS = 40  # of a heading in capitals that stands for the number it has not


@dataclass(frozen=True)
class Node:
    """A block in its place. `text` is without its marker; `above`: headings from the outermost inwards."""

    block: Block
    text: str
    rank: Rank
    section: str
    above: tuple[str, ...]
    is_heading: bool = False

    @cached_property
    def plain(self) -> str:
        """The text in one spelling and in small letters, every letter in its place."""
        return plain(self.text)


@dataclass(frozen=True)
class _OpenSection:
    rank: Rank
    label: str
    text: str

    @property
    def name(self) -> str:
        """What the section is called by: its number, else the beginning of its heading in capitals."""
        if self.label:
            return f"Điều {self.label}" if self.rank is Rank.ARTICLE else self.label
        if self.rank is Rank.LETTER_CAPITAL:
            start = self.text[:_MOST_LETTERS]
            return start.capitalize()
        return ""

    def holds(self, rank: Rank, label: str) -> bool:
        """Say whether the open section still holds a block of `rank`: 4.1 lies in 4, not in 3."""
        if rank is Rank.DOTTED and Rank.ARABIC <= self.rank <= Rank.DOTTED:
            return self._is_parent_of(label)
        return self.rank < rank

    def goes_deeper(self, before: str) -> bool:
        """Say whether the label already tells the one before it: «4.2» after «4»."""
        if self.rank is not Rank.DOTTED:
            return False
        return self.label.startswith(f"{before}.")

    def _is_parent_of(self, label: str) -> bool:
        return label.startswith(f"{self.label}.")


def outline(blocks: Iterable[Block]) -> list[Node]:
    """Return the blocks of the body as nodes, each with its section."""
    tree = _Outline()
    for block, following in pairwise([*blocks, None]):
        if block:
            tree.take(block, following)
    return tree.nodes


class _Outline:
    """The nodes so far, the sections that are open, and the heading between the rows of a table."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._open: list[_OpenSection] = []
        self._group = ""

    def take(self, block: Block, following: Block | None) -> None:
        """Add one block; following: the next one, which shows whether this one is a heading."""
        if block.kind in {"header row", "group row", "row"}:
            self._take_row(block)
            return
        opening = marker(block.text) if block.is_text else NO_MARKER
        if is_appendix(block):
            self._take_appendix(block)
        elif self._goes_on_heading(block, opening):
            self._lengthen_heading(block)
        else:
            self._take_text(block, opening, following)

    def _take_row(self, block: Block) -> None:
        # A heading between the rows of a table stands above the rows that follow it.
        is_group = block.kind == "group row"
        if is_group:
            self._group = block.cells[0][1]
        elif block.kind == "header row":
            self._group = ""
        above = self._headings()
        if self._group:
            above += (self._group,)
        self._add(block, block.text, Rank.NONE, above, is_heading=is_group)

    def _take_appendix(self, block: Block) -> None:
        self._open = [_OpenSection(Rank.PART, APPENDIX, block.text)]
        self._add(block, block.text, Rank.PART, (), is_heading=True)

    def _goes_on_heading(self, block: Block, opening: Marker) -> bool:
        """Say whether the capitals belong to the heading above: «Phần thứ hai» alone, or one of two lines."""
        if not (self.nodes and self._open):
            return False
        before = self.nodes[-1]
        if not before.is_heading:
            return False
        if opening.rank is not Rank.NONE:
            return False
        is_open = before.text.isupper() or not before.text
        if not is_open:
            return False
        if not block.is_text:
            return False
        return block.text.isupper()

    def _lengthen_heading(self, block: Block) -> None:
        heading = self._open[-1]
        text = f"{heading.text} {block.text}"
        longer = replace(heading, text=text.strip())
        self._open[-1] = longer
        self._add(block, longer.text, longer.rank, self._headings()[:-1], is_heading=True)

    def _take_text(self, block: Block, opening: Marker, following: Block | None) -> None:
        text = block.text[opening.length :].strip()
        is_heading = opens_section(block, opening.rank, text, following)
        if not is_heading and opening.rank >= Rank.DASH:
            self._add(block, text, opening.rank, self._headings())
            return
        rank = _rank_of_section(block, opening.rank)
        self._open = [section for section in self._open if section.holds(rank, opening.label)]
        above = self._headings()
        self._open.append(_OpenSection(rank, opening.label, text))
        self._add(block, text, rank, above, is_heading=is_heading)

    def _headings(self) -> tuple[str, ...]:
        return tuple(section.text for section in self._open)

    def _add(
        self, block: Block, text: str, rank: Rank, above: tuple[str, ...], *, is_heading: bool = False
    ) -> None:
        section = _path(self._open)
        node = Node(block, text, rank, section, above, is_heading)
        self.nodes.append(node)


def _rank_of_section(block: Block, rank: Rank) -> Rank:
    if rank is not Rank.NONE:
        return rank
    return Rank.LETTER_CAPITAL if block.text.isupper() else Rank.LETTER


def _path(sections: Iterable[_OpenSection]) -> str:
    """Return the section's name from its open parts: II, 4 and 4.2 make «II.4.2»."""
    names: list[str] = []
    for section in sections:
        if names and section.goes_deeper(names[-1]):
            names.pop()
        if section.name:
            names.append(section.name)
    return ".".join(names) or PREAMBLE
