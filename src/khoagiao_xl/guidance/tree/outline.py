"""The tree of a guidance: every block is an item with what stands over it, below it, and its section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.appendices import is_appendix
from khoagiao_xl.guidance.tree.attribute_labels import label_alone
from khoagiao_xl.guidance.tree.attribute_records import Attribute, Meaning
from khoagiao_xl.guidance.tree.attributes import line_attributes
from khoagiao_xl.guidance.tree.clause_attributes import clause_attributes
from khoagiao_xl.guidance.tree.headings import stands_as_heading
from khoagiao_xl.guidance.tree.lead_ins import Style, stands_over
from khoagiao_xl.guidance.tree.markers import NO_MARKER, Marker, Rank, marker
from khoagiao_xl.guidance.tree.nested_numbers import nest_number
from khoagiao_xl.guidance.tree.unnumbered import gather_attributes
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.vietnamese.running_text import plain

# How deep the rows of a table stand; its head closes the items of a list above it.
_TABLE = {"header row": 9, "group row": 13, "row": 14}
_NUMBERED = frozenset({Rank.ARABIC, Rank.DOTTED})
_JUST_ABOVE, _ONE_BULLET = 0.5, 0.1
_ONE_LEVEL = 0.02
_MARKS = frozenset({Rank.DASH, Rank.PLUS})
_UPPER_BULLET = "*"  # opens what stands over «-»
_MOST_RANKS = 20
_MOST_WORDS_OF_WORK = 25
PREAMBLE, APPENDIX = "Mở đầu", "Phụ lục"
_MOST_LETTERS_OF_HEADING = 300
_MOST_LETTERS = 40  # of a heading in capitals that stands for the number it has not


@dataclass(eq=False)
class Node:
    """An item: a block in its place, with the items below it.

    text: without its marker; label: of its marker; sign: its bullet; depth: how deep it stands, as ranks do;
    holder: the item over it; style: how it stands over others without a number; opens: it is part of the
    path of a section.
    """

    block: Block
    text: str
    rank: Rank
    label: str = ""
    sign: str = ""
    depth: float = Rank.NONE
    style: Style | None = None
    opens: bool = False
    section: str = PREAMBLE
    holder: Node | None = None
    below: list[Node] = field(default_factory=list)
    is_heading: bool = False

    @cached_property
    def plain(self) -> str:
        """The text in one spelling and in small letters, every letter in its place."""
        return plain(self.text)

    @property
    def number(self) -> int:
        """The number of its block."""
        return self.block.number

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """What the line says of a task, where it says nothing else."""
        if self.block.is_text:
            return line_attributes(self.text) or self._who_below()
        return ()

    def _who_below(self) -> tuple[Attribute, ...]:
        """Return who and when a line without a mark says below an item: «Phòng A chủ trì, xong quý II.»."""
        if self.rank is not Rank.NONE or self.holder is None:
            return ()
        if self.holder.rank < Rank.ARABIC or self.holder.text.endswith(":"):
            return ()
        if is_organ_alone(self.text) or self.text.endswith(":"):
            return ()
        found = clause_attributes(self.text)
        if not found:
            return ()
        first = found[0]
        return found if first.meaning is Meaning.LEAD else ()

    @property
    def holders(self) -> Iterator[Node]:
        """The items over it, the nearest first."""
        holder = self.holder
        while holder:
            yield holder
            holder = holder.holder

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The headings over it, from the outermost inwards."""
        texts = [holder.text for holder in self.holders if holder.opens]
        texts.reverse()
        return tuple(texts)

    @property
    def all_below(self) -> Iterator[Node]:
        """The items below it at any depth, in the order of the document."""
        for node in self.below:
            yield node
            yield from node.all_below

    @property
    def name(self) -> str:
        """What its section is called by: its number, else the beginning of its heading in capitals."""
        if self.label and self.rank is Rank.ARTICLE:
            return f"Điều {self.label}"
        if self.label:
            return self.label
        if self.style is Style.GREAT:
            start = self.text[:_MOST_LETTERS]
            return start.capitalize()
        return ""

    def holds(self, other: Node) -> bool:
        """Say whether the item holds another that follows: 4.1 lies in 4, not in 3."""
        if other.rank is Rank.DOTTED and self.rank in _NUMBERED:
            return other.label.startswith(f"{self.label}.")
        # «- Thời gian: tháng 5.» says all that it has to say.
        if self.attributes and other.rank is Rank.NONE:
            return False
        is_of_table = self.block.kind in _TABLE
        is_in_table = other.block.kind in _TABLE
        if is_of_table and not is_in_table:
            return False
        return self.depth < other.depth

    def goes_deeper(self, before: str) -> bool:
        """Say whether the label already tells the one before it: «4.2» after «4»."""
        if self.rank is not Rank.DOTTED:
            return False
        return self.label.startswith(f"{before}.")


def outline(blocks: Iterable[Block]) -> list[Node]:
    """Return the blocks of the body as items in the order of the document, each in its place."""
    tree = _Outline()
    every = list(blocks)
    for block, following in zip_longest(every, every[1:]):
        tree.take(block, following)
    gather_attributes(tree.nodes)
    for node in tree.nodes:
        node.is_heading = node.is_heading or stands_as_heading(node)
    return tree.nodes


class _Outline:
    """The items so far, and those that are still open, from the outermost inwards."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._open: list[Node] = []

    def take(self, block: Block, following: Block | None) -> None:
        """Add one block; following: the next one, which shows what this one stands over."""
        if block.kind in _TABLE:
            self._place(_table_node(block))
            return
        opening = NO_MARKER
        if block.is_text:
            opening = marker(block.text)
        if is_appendix(block):
            self._open.clear()
            appendix = _appendix(block)
            self._place(appendix)
        elif self._goes_on_heading(block, opening):
            self._lengthen_heading(block)
        else:
            node = _text_node(block, opening, following)
            self._place(node)

    def _place(self, node: Node) -> None:
        """Put the item below the open one that holds it."""
        is_in_section = any(outer.opens for outer in self._open)
        if node.style is Style.INTRO and not is_in_section:
            # The preamble leads over to the whole document: it stands over no section.
            node.style = None
            node.opens = False
            node.depth = Rank.NONE
        if node.style is Style.HEADED:
            node.depth = self._depth_of_level(node.block.level)
        self._close_for(node)
        for node.holder in self._open[-1:]:
            node.holder.below.append(node)
        self._open.append(node)
        node.section = _path(self._open)
        self.nodes.append(node)

    def _depth_of_level(self, level: int) -> float:
        """Return how deep a heading without a number stands: just below the open one of an outer level."""
        outer = [node for node in self._open if 0 < node.block.level < level]
        below = level * _ONE_LEVEL
        if not outer:
            return Rank.ROMAN - _JUST_ABOVE + below
        nearest = outer[-1]
        return nearest.depth + below

    def _close_for(self, node: Node) -> None:
        """Close the open items that do not hold the new one, nor those of its own style."""
        self._nest_bullet(node)
        nest_number(node, self._open, self.nodes)
        for place, outer in enumerate(self._open):
            is_like = node.style not in {None, Style.HEADED} and outer.style is node.style
            if is_like or not outer.holds(node):
                del self._open[place:]
                return

    def _nest_bullet(self, node: Node) -> None:
        """Put a bullet of another sign one level below the bullets that are open: «-» over «•»."""
        bullets = [outer for outer in self._open if outer.rank is Rank.DASH]
        if node.rank is not Rank.DASH:
            return
        if not bullets:
            return
        if node.sign == _UPPER_BULLET:
            return
        alike = [outer.depth for outer in bullets if outer.sign == node.sign]
        deeper = bullets[-1].depth + _ONE_BULLET
        node.depth = min(alike, default=deeper)

    def _goes_on_heading(self, block: Block, opening: Marker) -> bool:
        """Say whether the capitals belong to the heading above: «Phần thứ hai» alone, or one of two lines."""
        if not self._open:
            return False
        before = self._open[-1]
        if self.nodes[-1] not in (before, *before.below[-1:]):
            return False
        if opening.rank is not Rank.NONE:
            return False
        if not before.opens:
            return False
        if not (block.is_text and block.text.isupper()):
            return False
        if len(before.text) > _MOST_LETTERS_OF_HEADING:
            return False
        if before.text.isupper():
            return True
        return not before.text

    def _lengthen_heading(self, block: Block) -> None:
        heading = self._open[-1]
        text = f"{heading.text} {block.text}"
        heading.text = text.strip()
        more = replace(
            heading,
            block=block,
            style=Style.MORE,
            opens=False,
            holder=heading,
            below=[],
        )
        heading.below.append(more)
        self.nodes.append(more)


def _table_node(block: Block) -> Node:
    # A heading between the rows of a table stands over the rows that follow it.
    is_group = block.kind == "group row"
    heading = block.text
    depth: float = _TABLE[block.kind]
    if is_group:
        label, heading = block.cells[0]
        # «I» stands over «1», both over the rows.
        rank = _rank_of_group(label, heading)
        depth += rank / _MOST_RANKS
    return Node(
        block=block,
        text=heading,
        rank=Rank.NONE,
        depth=depth,
        opens=is_group,
        is_heading=is_group,
    )


def _rank_of_group(label: str, heading: str) -> Rank:
    if not label:
        return marker(heading).rank
    bare = label.strip(" .)")
    return marker(f"{bare}. A").rank


def _appendix(block: Block) -> Node:
    return Node(
        block=block,
        text=block.text,
        rank=Rank.PART,
        label=APPENDIX,
        depth=Rank.PART,
        opens=True,
        is_heading=True,
    )


def _text_node(block: Block, opening: Marker, following: Block | None) -> Node:
    rank = opening.rank
    text = block.text[opening.length :]
    node = Node(
        block=block,
        text=text.strip(),
        rank=rank,
        label=opening.label if rank < Rank.DASH else "",
        sign=opening.label if rank is Rank.DASH else "",
        depth=rank,
        opens=rank < Rank.DASH,
    )
    node.style = stands_over(block, rank, node.text, following)
    if node.style is Style.GREAT:
        node.depth = Rank.LETTER_CAPITAL
    elif node.style is Style.HEADED:
        node.depth = Rank.ROMAN  # until its place among the open ones is known
    elif following and (node.style or _is_label_over(node, following)):
        below = Rank.DASH
        if following.is_text:
            below = marker(following.text).rank
        node.depth = below - _JUST_ABOVE
    node.opens = node.opens or node.style is not None
    return node


def _is_label_over(node: Node, following: Block) -> bool:
    """Say whether a line without a mark is a label, or a work, of which the items below tell: «Chủ trì:»."""
    if node.rank is not Rank.NONE:
        return False
    opening = marker(following.text)
    if opening.rank not in _MARKS:
        return False
    if label_alone(node.text) is not None:
        return True
    # «Hội nghị báo cáo viên» over «- Thời gian: tháng 3».
    if not node.text[-1:].isalpha():
        return False
    if node.block.length > _MOST_WORDS_OF_WORK:
        return False
    below = following.text[opening.length :]
    return line_attributes(below) != ()


def _path(nodes: Iterable[Node]) -> str:
    """Return the section's name from its open parts: II, 4 and 4.2 make «II.4.2»."""
    names: list[str] = []
    for node in nodes:
        if not node.opens:
            continue
        if names and node.goes_deeper(names[-1]):
            names.pop()
        if node.name:
            names.append(node.name)
    return ".".join(names) or PREAMBLE
