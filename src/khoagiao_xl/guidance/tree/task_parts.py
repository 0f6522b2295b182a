"""What stands below a task and only tells more of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from khoagiao_xl.guidance.tree.attribute_labels import opens_detail
from khoagiao_xl.guidance.tree.attribute_lines import (
    asks_here,
    is_attribute,
    is_work_by_attributes,
    stands_alone,
)
from khoagiao_xl.guidance.tree.item_words import is_dated_work_of_a_body, is_one_work
from khoagiao_xl.guidance.tree.leading_over import opens_its_parts
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.vietnamese.running_text import canonical
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

if TYPE_CHECKING:
    from khoagiao_xl.guidance.tree.node import Node

# «Hội trại có 10 đoàn», «Tờ rơi in màu» tell of what the work before them makes.
_TELLS = re.compile(
    r"(?P<name>\w+(?:\s\w+)?)\s(?:\w+\s){0,3}?(?:có|gồm|bao gồm|là|được|diễn ra|kéo dài|dự kiến|sẽ|mang|nêu|"
    rf"phải|cần|do|dài|đạt|mở|in|dành cho|chia){WORD_END}"
)
# «mỗi điểm có:» over what there is to be.
_LISTS = re.compile(r"\s(?:có|gồm|bao gồm|gồm có)\s*:$")
_GROUP = re.compile(rf"(?:đoàn|tổ|nhóm|đội)\s+(?:số\s+)?\d+\s+do{WORD_END}")


def is_part(node: Node, task: Node) -> bool:
    """Say whether an item below a task only tells more of it, and is no task of its own."""
    if not node.block.is_text:
        return False
    if is_attribute(node):
        return False
    if _is_listed(node, task):
        return True
    if node.rank is Rank.PLUS and not leader(node.text):
        return True
    if _tells_of(node, task):
        return True
    lines = [node, *node.all_below]
    if is_work_by_attributes(task) and _is_detail(node, task):
        return True
    if any(map(stands_alone, lines)):
        return False
    if opens_detail(node.text):
        return True
    is_one = is_one_work(task.text) or is_dated_work_of_a_body(task.text)
    if node.rank is not Rank.NONE and is_one:
        return True
    return not any(map(asks_here, lines))


def _is_detail(node: Node, task: Node) -> bool:
    """Say whether what stands beside the attributes of a task tells of it: it has no body and no day."""
    if opens_detail(node.text):
        return leader(node.text) == ""
    lines = [node, *node.all_below]
    if not any(map(stands_alone, lines)):
        return True
    return _takes_up_thing(node, task)


def _takes_up_thing(node: Node, task: Node) -> bool:
    """Say whether a line begins with a thing that the task above makes: «Trạm phục vụ ...» of «Lắp trạm»."""
    thing, _, _ = node.plain.partition(" ")
    named = re.compile(WORD_START + re.escape(thing) + WORD_END)
    work = canonical(task.text)
    return named.search(work) is not None


def _is_listed(node: Node, task: Node) -> bool:
    """Say whether a task opens a list of what it is about, or an item is one group of it."""
    if _LISTS.search(task.plain):
        return True
    if _GROUP.match(node.plain):
        return True
    if not task.text.endswith(":"):
        return False
    return opens_its_parts(task)


def _tells_of(node: Node, task: Node) -> bool:
    """Say whether a line takes up a word of the task above it and tells of it: «Hội trại có 10 đoàn»."""
    if node.below:
        return False
    tells = _TELLS.match(node.plain)
    if not tells:
        return False
    name = tells["name"]
    _, end = organ_at_start(task.text)
    told = task.plain[end:]
    taken_up = re.compile(WORD_START + re.escape(name) + WORD_END)
    return taken_up.search(told) is not None
