"""Which items are headings and which are work themselves, by what they say and what stands below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from khoagiao_xl.guidance.tree.attribute_lines import (
    asks_here,
    has_attributes,
    is_attribute,
    is_work_by_attributes,
    lines_beside_attributes,
    stands_alone,
)
from khoagiao_xl.guidance.tree.dated_steps import heads_steps, holds_steps
from khoagiao_xl.guidance.tree.item_words import (
    asks,
    is_dated_work_of_a_body,
    is_one_work,
    is_sentence,
    is_sentence_that_asks,
    is_unlike_a_title,
)
from khoagiao_xl.guidance.tree.lead_ins import Style, is_capitals, names_body
from khoagiao_xl.guidance.tree.leading_over import leads_over
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.period_headings import names_period

if TYPE_CHECKING:
    from khoagiao_xl.guidance.tree.node import Node

_MOST_WORDS_OF_GREAT = 40
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")


def stands_as_heading(node: Node) -> bool:
    """Say whether an item only stands over those below it, and is no work itself."""
    if not node.block.is_text:
        return False
    if not _TWO_LETTERS.search(node.text or node.block.text):
        return node.rank is Rank.PART
    if is_attribute(node):
        return False
    if _is_great(node):
        return True
    if not list(lines_beside_attributes(node)):
        return False
    if holds_steps(node) or heads_steps(node):
        return True
    if is_work_by_attributes(node):
        return False
    if node.style not in {None, Style.INTRO}:
        return True
    if names_period(node.text):
        return True
    return _heads(node)


def _is_great(node: Node) -> bool:
    if node.rank > Rank.ROMAN and node.rank is not Rank.NONE:
        return False
    if node.rank is Rank.NONE and not is_capitals(node.text):
        return False
    if node.text.endswith(";"):
        return False
    length = len(node.text.split())
    return length <= _MOST_WORDS_OF_GREAT


def _heads(node: Node) -> bool:
    """Say whether an item over others is their heading, by the verbs and bodies that each names."""
    text = node.text
    below = list(lines_beside_attributes(node))
    is_asked_below = any(map(asks_here, below))
    if text.endswith(":"):
        return leads_over(node, below)
    ranks = [one.rank for one in below]
    if node.rank >= Rank.DASH and min(ranks) >= Rank.PLUS:
        return names_body(text) != ""
    if is_unlike_a_title(text):
        return _is_long_title(text, below)
    if not is_asked_below:
        return not (has_attributes(node) or is_sentence(text))
    if max(ranks) is min(ranks) is Rank.NONE:
        return not is_sentence_that_asks(text)
    if is_dated_work_of_a_body(text) and not any(map(stands_alone, node.all_below)):
        return False
    if not is_one_work(text) or leader(text):
        return not is_one_work(text)
    return any(map(stands_alone, below))


def _is_long_title(text: str, below: list[Node]) -> bool:
    """Say whether many words name what the items below are for: «4. Kỷ niệm 65 năm Ngày ..., 50 năm ...»."""
    if text.endswith((".", ";", ",", ":")):
        return False
    if asks(text):
        return False
    return all(map(asks_here, below))
