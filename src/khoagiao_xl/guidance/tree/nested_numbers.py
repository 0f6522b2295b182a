"""Lists that count anew below a number of their own kind: «1. Sở Y tế» over «1. Mở lớp», «2. Rà soát»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.guidance.tree.lead_ins import names_body
from khoagiao_xl.guidance.tree.markers import Rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.guidance.tree.node import Node

_ONE_LEVEL = 0.1
_FIRST = "1"
_ENDS = (".", ";")  # of a work rather than of a title


def nest_number(node: Node, opened: Sequence[Node], before: Sequence[Node]) -> None:
    """Put a number below the one it stands under, where its list counts anew or goes on so.

    opened: the items still open, from the outermost inwards; before: all items so far.
    """
    if node.rank is not Rank.ARABIC:
        return
    numbered = [one for one in opened if one.rank is Rank.ARABIC]
    for outer in numbered[:1]:
        last = numbered[-1]
        if last is outer:
            nests = _is_directly_below(outer, before) and _counts_anew(outer, node)
        else:
            nests = _goes_on(outer, last, node)
        if nests:
            node.depth = outer.depth + _ONE_LEVEL


def _is_directly_below(outer: Node, before: Sequence[Node]) -> bool:
    """Say whether nothing parts a number from the one over it, but a line that leads over to what follows."""
    last = before[-1]
    if last is outer:
        return True
    if last.holder is not outer:
        return False
    if last.rank is not Rank.NONE:
        return False
    return last.text.endswith(":")


def _counts_anew(outer: Node, node: Node) -> bool:
    """Say whether a list begins below `outer`: at one, or in another list of Word's below a body."""
    is_of_another = _is_of_another(outer, node)
    body = names_body(outer.text)
    if node.label == _FIRST:
        return is_of_another or body != "" or _is_title(outer)
    # Word's own list may go on below the next body: «2. Sở Nội vụ» over «3. Giao biên chế».
    if not is_of_another:
        return False
    if names_body(node.text):
        return False
    return body != ""


def _is_title(outer: Node) -> bool:
    """Say whether a later number is a title, below which a list may begin at one."""
    if outer.label == _FIRST:
        return False
    return not outer.text.endswith(_ENDS)


def _goes_on(outer: Node, last: Node, node: Node) -> bool:
    """Say whether a number goes on the list below `outer`, whose last item is `last`."""
    if _is_of_another(outer, last):
        return not _is_of_another(last, node)
    if not _follows(last, node):
        return False
    if not _follows(outer, node):
        return True
    return names_body(node.text) == ""


def _is_of_another(one: Node, other: Node) -> bool:
    return one.block.counted_in != other.block.counted_in


def _follows(before: Node, node: Node) -> bool:
    return int(node.label) == int(before.label) + 1
