"""Items that end with a colon: which only lead over to the works below, which are work themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from khoagiao_xl.guidance.tree.attribute_lines import asks_here, stands_alone
from khoagiao_xl.guidance.tree.item_words import DIRECTIONS, asks, only_serves, verb_behind_leader
from khoagiao_xl.guidance.tree.lead_ins import announces_list, is_announcement
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.vietnamese.running_text import plain, sentences
from khoagiao_xl.vietnamese.word_patterns import WORD_START

if TYPE_CHECKING:
    from khoagiao_xl.guidance.tree.node import Node

# «Sở Y tế thực hiện:» leads over to several works, as directions do.
_LEADING_OVER = frozenset({"thực hiện", "tổ chức thực hiện", "triển khai", "chủ trì", "phối hợp", "chỉ đạo"})
_LEADS_OVER = re.compile(
    rf"{WORD_START}(?:thực hiện|triển khai|chỉ đạo|chủ trì|phối hợp|tập trung|quan tâm)\s*:$"
)
_SEVERAL = 2
_MOST_OF_A_NUMBER = 4  # words that only count a part: «Cuộc thứ hai»
# «..., thực hiện theo các bước:» over steps with days of their own.
_STEPS = re.compile(r"(?:theo )?(?:các bước|trình tự|quy trình)(?: sau| như sau)?\s*:$")


def leads_over(node: Node, below: list[Node]) -> bool:
    """Say whether an item that ends with a colon only leads over to the works below it."""
    text = node.text
    if only_serves(text):
        return True
    if not asks(text):
        return True
    if opens_its_parts(node):
        return False
    if _is_dated_work(node):
        return False
    if _ends_with_announcement(text):
        return False
    if _LEADS_OVER.search(plain(text)):
        return True
    if not any(map(asks_here, below)):
        return _are_all_dated(below)
    leaders = [leader(one.text) for one in below]
    if all(leaders) and not leader(text):
        return True
    if node.rank < Rank.DASH:
        return True
    return _announces(node)


def _are_all_dated(below: list[Node]) -> bool:
    """Say whether each of several lines has a day of its own: «- Tuyến 4: 07 cầu, xong trong quý II;»."""
    if len(below) < _SEVERAL:
        return False
    return all(_says_more_than_when(one.text) for one in below)


def _says_more_than_when(text: str) -> bool:
    """Say whether beside its day a line names work: not «Cuộc thứ hai vào tháng 9»."""
    due = find_due(text, ANY_YEAR)
    if due.day is None:
        return False
    words = text.split()
    of_day = due.words.split()
    beside = len(words) - len(of_day)
    return beside > _MOST_OF_A_NUMBER


def _announces(node: Node) -> bool:
    # However long: «Tiếp tục đầu tư ...; trong năm thực hiện các phần việc, cụ thể như sau:».
    if node.rank is Rank.NONE and announces_list(node.text):
        return True
    return is_announcement(node.text)


def opens_its_parts(node: Node) -> bool:
    """Say whether one work stands over lines that name no body and no day: «Luân phiên bác sĩ ...:»."""
    if not _names_work(node):
        return False
    return not any(map(stands_alone, node.all_below))


def _is_dated_work(node: Node) -> bool:
    """Say whether an item has a day of its own, beside those below: «Tổ chức Hội thi (tháng 5):»."""
    if not _names_work(node):
        return False
    due = find_due(node.text, ANY_YEAR, is_cell=True)
    return due.day is not None


def _names_work(node: Node) -> bool:
    """Say whether an item asks for one piece of work, and does more than lead over to others."""
    verb = verb_behind_leader(node.text)
    if not verb:
        return False
    if verb in DIRECTIONS:
        return False
    if verb in _LEADING_OVER:
        return False
    if node.rank is Rank.NONE:
        return False
    if _LEADS_OVER.search(node.plain):
        return False
    return not is_announcement(node.text)


def _ends_with_announcement(text: str) -> bool:
    """Say whether work stands before what only leads over: «Tổ chức lễ ngày 30/6. Phân công như sau:»."""
    *_, (start, _) = sentences(text)
    if start == 0:
        low = plain(text)
        return _STEPS.search(low) is not None
    work = text[:start]
    last = text[start:]
    if not asks(work):
        return False
    return is_announcement(last)
