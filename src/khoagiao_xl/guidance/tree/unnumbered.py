"""Items without a number and the lines behind them that say who and when, put below them in the tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from khoagiao_xl.guidance.tree.attribute_lines import is_attribute, names_work_of_its_own, said_in
from khoagiao_xl.guidance.tree.attribute_records import Meaning
from khoagiao_xl.guidance.tree.markers import Rank

if TYPE_CHECKING:
    from khoagiao_xl.guidance.tree.node import Node


@dataclass
class _Group:
    """Items in a row, and the attributes that follow them before the next item."""

    works: list[Node] = field(default_factory=list)
    attributes: list[Node] = field(default_factory=list)

    @property
    def said(self) -> set[Meaning]:
        """What the attributes say."""
        meanings: set[Meaning] = set()
        for one in self.attributes:
            meanings.update(said_in(one))
        return meanings - {Meaning.NOTE}


def gather_attributes(nodes: Iterable[Node]) -> None:
    """Put the attributes behind items of their own rank, or without a mark, below the item they speak of."""
    for holder in nodes:
        if len(holder.below) > 1:
            _gather(holder)


def _gather(holder: Node) -> None:
    groups = _groups(holder)
    told = [group for group in groups if group.said]
    is_section = holder.rank <= Rank.ROMAN
    if len(told) > 1 and (is_section or _repeat(told)):
        for group in told:
            head = _head(group) or group.works[-1]
            _put_below(head, group)
    elif len(told) == 1 and is_section:
        # One line behind several items speaks of them all; behind a title and its words, of that title.
        for head in filter(None, map(_head, told)):
            _put_below(head, told[0])


def _groups(holder: Node) -> list[_Group]:
    """Return the groups below a holder; none where marks show what belongs to what."""
    groups: list[_Group] = []
    for node in holder.below:
        if not node.block.is_text or node.rank < Rank.DASH:
            return []
        if is_attribute(node):
            # Those before the first item speak of the whole section.
            for group in groups[-1:]:
                group.attributes.append(node)
            continue
        if not groups or groups[-1].attributes:
            groups.append(_Group())
        groups[-1].works.append(node)
    return groups


def _repeat(groups: list[_Group]) -> bool:
    """Say whether two groups beside each other say the same of their items: each has its own lead or day."""
    return any(before.said & after.said for before, after in pairwise(groups))


def _head(group: _Group) -> Node | None:
    """Return the item without a mark of which all that follows tells, None where several stand alone."""
    first, *others = group.works
    if first.rank is not Rank.NONE:
        return None
    if not others:
        return first
    if first.text.endswith("."):
        return None
    if any(map(names_work_of_its_own, others)):
        return None
    return first


def _put_below(head: Node, group: _Group) -> None:
    holder = head.holder
    if holder is None:
        return
    start = group.works.index(head)
    for node in (*group.works[start + 1 :], *group.attributes):
        holder.below.remove(node)
        head.below.append(node)
        node.holder = head
