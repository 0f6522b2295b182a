"""Lines below an item that only say who, when and what comes out, and what they make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from khoagiao_xl.guidance.tree.attribute_labels import label_alone, opens_detail
from khoagiao_xl.guidance.tree.attribute_records import Meaning
from khoagiao_xl.guidance.tree.dated_steps import heads_steps, holds_steps
from khoagiao_xl.guidance.tree.item_words import TOPICS, asks, is_one_work
from khoagiao_xl.guidance.tree.lead_ins import Style, names_body
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.quotations import OTHERS_WORDS
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.roles import LEADS_SURELY
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END

if TYPE_CHECKING:
    from khoagiao_xl.guidance.tree.node import Node

_FEWEST_WORDS_OF_WORK = 4  # of a title over attributes
# «Mỗi chi hội có ít nhất một điểm thu gom» says how the work above is to turn out.
_STATES = re.compile(
    rf"\s*(?:có(?!\s+(?:trách nhiệm|kế hoạch|giải pháp|báo cáo|văn bản))|gồm|bao gồm|là|đạt|"
    r"làm\s+(?:trưởng|phó|tổ trưởng|tổ phó|thành viên|thư ký|ủy viên)|"
    rf"được(?!\s+(?:giao|phân công))){WORD_END}"
)


def lines_beside_attributes(node: Node) -> Iterator[Node]:
    """Yield what stands below an item and says more than who, when and where."""
    for below in node.below:
        if below.block.kind in OTHERS_WORDS:
            continue
        if below.style is Style.MORE:
            continue
        if not is_attribute(below):
            yield below


def is_attribute(node: Node) -> bool:
    """Say whether the item only says something of a task: in its line, or under its label."""
    if node.attributes:
        return True
    if not node.block.is_text:
        return False
    if not node.below:
        return False
    meaning = label_alone(node.text)
    if meaning is None:
        return False
    if meaning is Meaning.NOTE:
        return not any(map(stands_alone, node.all_below))
    # «5. Thời gian nộp báo cáo:» over «Các đơn vị báo cáo ... trước ngày 10/9.»
    if meaning is Meaning.DUE and any(leader(one.text) for one in node.below):
        return False
    if holds_steps(node):
        return False
    # «IV. PHÂN CÔNG THỰC HIỆN» over bodies with their works is a section, not a label with names.
    return not any(map(_holds_work, node.below))


def is_work_by_attributes(node: Node) -> bool:
    """Say whether the lines that say who, when and what comes out make an item a task: what else is detail.

    They do not where they speak of several works below it: each with lines of its own, or under a bare topic.
    """
    said = _said_below(node)
    if not said or heads_steps(node):
        return False
    works = [one for one in lines_beside_attributes(node) if _is_work_itself(one)]
    if any(map(has_attributes, works)):
        return False
    if not works:
        return True
    if len(works) > 1 and len(said) > len(set(said)):
        return False
    if _is_bare_topic(node.text):
        return False
    if is_one_work(f"{node.text.rstrip('.')}."):
        return True
    return len(set(said)) > 1


def _said_below(node: Node) -> list[Meaning]:
    """Return what the attributes directly below an item say of it, but for place, money and the like."""
    said: list[Meaning] = []
    if node.rank <= Rank.ARTICLE:
        return said
    for one in filter(is_attribute, node.below):
        said += said_in(one)
    return [meaning for meaning in said if meaning is not Meaning.NOTE]


def said_in(node: Node) -> list[Meaning]:
    """Return what the attributes of a line say: who leads, who helps, when, what comes out."""
    meanings = [attribute.meaning for attribute in node.attributes]
    alone = label_alone(node.text)
    if alone and not meanings:
        return [alone]
    return meanings


def names_work_of_its_own(node: Node) -> bool:
    """Say whether an item tells more than a word on the one before: of a body or a day, or as no sentence."""
    if not node.text.endswith((".", ";")):
        return True
    return stands_alone(node)


def _is_work_itself(node: Node) -> bool:
    """Say whether what stands beside attributes may be a work of its own, no detail of the one above."""
    if has_attributes(node):
        return True
    return asks_here(node)


def _is_bare_topic(text: str) -> bool:
    """Say whether a title names a field, no work: «1. Xuất bản», «2. Công tác tuyên truyền»."""
    if text.endswith("."):
        return False
    low = plain(text)
    if TOPICS.match(low):
        return True
    return len(low.split()) < _FEWEST_WORDS_OF_WORK


def asks_here(node: Node) -> bool:
    """Say whether the item is work; «+» opens topics of what stands over it unless they say who."""
    if not node.block.is_text:
        return False
    if node.rank is Rank.PLUS or opens_detail(node.text):
        return leader(node.text) != ""
    return asks(node.text)


def _holds_work(node: Node) -> bool:
    """Say whether works stand below an item under a label: it is a body that is asked for them."""
    if any(map(asks_here, node.below)):
        return True
    # «- Chi cục Kiểm lâm: tuần tra rừng» gives work, «- Sở Y tế: chủ trì» only a part in it.
    body, _, work = node.text.partition(": ")
    if not names_body(body) or LEADS_SURELY.match(plain(work)):
        return False
    return opening_verb(work) != ""


def stands_alone(node: Node) -> bool:
    """Say whether an item below another names a body or a day of its own."""
    if not node.block.is_text:
        return False
    if find_due(node.text, ANY_YEAR).day:
        return True
    if not leader(node.text):
        return False
    _, end = organ_at_start(node.text)
    return not _STATES.match(node.plain, end)


def has_attributes(node: Node) -> bool:
    """Say whether attributes stand directly below an item."""
    return any(map(is_attribute, node.below))
