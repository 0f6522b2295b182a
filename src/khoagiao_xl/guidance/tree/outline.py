"""The tree of a guidance: every block is put below the item that holds it, and has its section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.appendices import is_appendix
from khoagiao_xl.guidance.tree.headings import stands_as_heading
from khoagiao_xl.guidance.tree.lead_ins import Style
from khoagiao_xl.guidance.tree.markers import NO_MARKER, Marker, Rank, marker
from khoagiao_xl.guidance.tree.nested_numbers import nest_number
from khoagiao_xl.guidance.tree.new_nodes import JUST_ABOVE, appendix_node, row_node, text_node
from khoagiao_xl.guidance.tree.node import KINDS_OF_TABLES, PREAMBLE, Node
from khoagiao_xl.guidance.tree.unnumbered import gather_attributes

_ONE_BULLET = 0.1
_ONE_LEVEL = 0.02
_UPPER_BULLET = "*"  # opens what stands over «-»
_MOST_LETTERS_OF_HEADING = 300


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
        if block.kind in KINDS_OF_TABLES:
            self._place(row_node(block))
            return
        opening = NO_MARKER
        if block.is_text:
            opening = marker(block.text)
        if is_appendix(block):
            self._open.clear()
            appendix = appendix_node(block)
            self._place(appendix)
        elif self._goes_on_heading(block, opening):
            self._lengthen_heading(block)
        else:
            node = text_node(block, opening, following)
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
            return Rank.ROMAN - JUST_ABOVE + below
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
