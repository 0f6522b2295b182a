"""What a block becomes before it has its place: its text behind the marker, how deep it stands, over what."""

from __future__ import annotations

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tree.attribute_labels import label_alone
from khoagiao_xl.guidance.tree.attributes import line_attributes
from khoagiao_xl.guidance.tree.lead_ins import Style, stands_over
from khoagiao_xl.guidance.tree.markers import Marker, Rank, marker
from khoagiao_xl.guidance.tree.node import Node

# How deep the rows of a table stand; its head closes the items of a list above it.
_DEPTHS = {"header row": 9, "group row": 13, "row": 14}
_MARKS = frozenset({Rank.DASH, Rank.PLUS})
_MOST_RANKS = 20
_MOST_WORDS_OF_WORK = 25
_APPENDIX = "Phụ lục"
JUST_ABOVE = 0.5


def row_node(block: Block) -> Node:
    """Return the item of a row of a table."""
    # A heading between the rows of a table stands over the rows that follow it.
    is_group = block.kind == "group row"
    heading = block.text
    depth: float = _DEPTHS[block.kind]
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


def appendix_node(block: Block) -> Node:
    """Return the item of the heading of an appendix."""
    return Node(
        block=block,
        text=block.text,
        rank=Rank.PART,
        label=_APPENDIX,
        depth=Rank.PART,
        opens=True,
        is_heading=True,
    )


def text_node(block: Block, opening: Marker, following: Block | None) -> Node:
    """Return the item of a paragraph without its marker `opening`; following: the next block, if any."""
    rank = opening.rank
    text = block.text[opening.length :]
    node = Node(
        block=block,
        text=text.strip(),
        rank=rank,
        label=opening.label if rank < Rank.DASH else "",
        sign=opening.label if rank is Rank.DASH else "",
        opens=rank < Rank.DASH,
    )
    node.style = stands_over(block, rank, node.text, following)
    node.depth = _depth(node, following)
    node.opens = node.opens or node.style is not None
    return node


def _depth(node: Node, following: Block | None) -> float:
    if node.style is Style.GREAT:
        return Rank.LETTER_CAPITAL
    if node.style is Style.HEADED:
        return Rank.ROMAN  # until its place among the open ones is known
    if following is None:
        return node.rank
    if node.style is None and not _is_label_over(node, following):
        return node.rank
    below = Rank.DASH
    if following.is_text:
        below = marker(following.text).rank
    return below - JUST_ABOVE


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
