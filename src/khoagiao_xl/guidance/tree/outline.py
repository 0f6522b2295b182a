"""The tree of a guidance: every block knows its section («II.4.2») and the headings above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.headings import is_appendix, opens_section
from khoagiao_xl.guidance.tree.markers import NO_MARKER, Marker, Rank, marker
from khoagiao_xl.vietnamese.running_text import plain

_ROWS = frozenset({"header row", "group row", "row"})
_NUMBERED = frozenset({Rank.ARABIC, Rank.DOTTED})
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
        if self.label and self.rank is Rank.ARTICLE:
            return f"Điều {self.label}"
        if self.label:
            return self.label
        if self.rank is Rank.LETTER_CAPITAL:
            start = self.text[:_MOST_LETTERS]
            return start.capitalize()
        return ""

    def holds(self, rank: Rank, label: str) -> bool:
        """Say whether the open section still holds a block of `rank`: 4.1 lies in 4, not in 3."""
        if rank is Rank.DOTTED and self.rank in _NUMBERED:
            return label.startswith(f"{self.label}.")
        return self.rank < rank

    def goes_deeper(self, before: str) -> bool:
        """Say whether the label already tells the one before it: «4.2» after «4»."""
        if self.rank is not Rank.DOTTED:
            return False
        return self.label.startswith(f"{before}.")


def outline(blocks: Iterable[Block]) -> list[Node]:
    """Return the blocks of the body as nodes, each with its section."""
    tree = _Outline()
    every = list(blocks)
    for block, following in zip_longest(every, every[1:]):
        tree.take(block, following)
    return tree.nodes


class _Outline:
    """The nodes so far, the sections that are open, and the heading between the rows of a table."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._open: list[_OpenSection] = []
        self._group: tuple[str, ...] = ()

    def take(self, block: Block, following: Block | None) -> None:
        """Add one block; following: the next one, which shows whether this one is a heading."""
        if block.kind in _ROWS:
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
        if block.kind == "header row":
            self._group = ()
        node = Node(
            block=block,
            text=block.text,
            rank=Rank.NONE,
            section=_path(self._open),
            above=self._headings() + self._group,
        )
        # A heading between the rows of a table stands above the rows that follow it, and counts as its own.
        if block.kind == "group row":
            _, heading = block.cells[0]
            self._group = (heading,)
            above = self._headings() + self._group
            node = replace(node, above=above, is_heading=True)
        self.nodes.append(node)

    def _take_appendix(self, block: Block) -> None:
        section = _OpenSection(
            rank=Rank.PART,
            label=APPENDIX,
            text=block.text,
        )
        self._open = [section]
        self._add_heading(block, section, ())

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
        heading = self._open.pop()
        text = f"{heading.text} {block.text}"
        longer = replace(heading, text=text.strip())
        above = self._headings()
        self._open.append(longer)
        self._add_heading(block, longer, above)

    def _take_text(self, block: Block, opening: Marker, following: Block | None) -> None:
        rank = opening.rank
        text = block.text[opening.length :]
        text = text.strip()
        is_heading = opens_section(block, rank, text, following)
        if rank < Rank.DASH or is_heading:
            section = _OpenSection(
                rank=_rank_of_section(block, rank),
                label=opening.label,
                text=text,
            )
            self._close_for(section)
            above = self._headings()
            self._open.append(section)
            self._add_heading(block, section, above, is_heading=is_heading)
            return
        node = Node(
            block=block,
            text=text,
            rank=rank,
            section=_path(self._open),
            above=self._headings(),
        )
        self.nodes.append(node)

    def _close_for(self, section: _OpenSection) -> None:
        """Close the open sections that do not hold the new one."""
        rank, label = section.rank, section.label
        self._open = [outer for outer in self._open if outer.holds(rank, label)]

    def _headings(self) -> tuple[str, ...]:
        return tuple(section.text for section in self._open)

    def _add_heading(
        self, block: Block, section: _OpenSection, above: tuple[str, ...], *, is_heading: bool = True
    ) -> None:
        """Add the block that opens a section; is_heading: it only stands over what follows."""
        node = Node(
            block=block,
            text=section.text,
            rank=section.rank,
            section=_path(self._open),
            above=above,
            is_heading=is_heading,
        )
        self.nodes.append(node)


def _rank_of_section(block: Block, rank: Rank) -> Rank:
    if rank is not Rank.NONE:
        return rank
    if block.text.isupper():
        return Rank.LETTER_CAPITAL
    return Rank.LETTER


def _path(sections: Iterable[_OpenSection]) -> str:
    """Return the section's name from its open parts: II, 4 and 4.2 make «II.4.2»."""
    names: list[str] = []
    for section in sections:
        if names and section.goes_deeper(names[-1]):
            names.pop()
        if section.name:
            names.append(section.name)
    return ".".join(names) or PREAMBLE
