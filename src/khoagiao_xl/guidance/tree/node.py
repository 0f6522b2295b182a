"""An item of a guidance: a block in its place, with what stands over it and below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.attribute_records import Attribute, Meaning
from khoagiao_xl.guidance.tree.attributes import line_attributes
from khoagiao_xl.guidance.tree.clause_attributes import clause_attributes
from khoagiao_xl.guidance.tree.lead_ins import Style
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.vietnamese.running_text import plain

PREAMBLE = "Mở đầu"
KINDS_OF_TABLES = frozenset({"header row", "group row", "row"})
_NUMBERED = frozenset({Rank.ARABIC, Rank.DOTTED})
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
        is_of_table = self.block.kind in KINDS_OF_TABLES
        is_in_table = other.block.kind in KINDS_OF_TABLES
        if is_of_table and not is_in_table:
            return False
        return self.depth < other.depth

    def goes_deeper(self, before: str) -> bool:
        """Say whether the label already tells the one before it: «4.2» after «4»."""
        if self.rank is not Rank.DOTTED:
            return False
        return self.label.startswith(f"{before}.")
