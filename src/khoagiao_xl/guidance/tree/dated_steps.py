"""Lists of steps with days of their own: «- Tiến độ:» over «+ Tiếp nhận hồ sơ: đến hết ngày 15/6»."""

from __future__ import annotations

from itertools import filterfalse
from typing import TYPE_CHECKING

from khoagiao_xl.guidance.tree.attribute_labels import label_alone
from khoagiao_xl.guidance.tree.attribute_records import Meaning
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.period_headings import names_period
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.word_patterns import begins_with

if TYPE_CHECKING:
    from khoagiao_xl.guidance.tree.node import Node

_SEVERAL, _COLON = 2, ": "
_STEPS = begins_with("""
    các bước | các mốc | tiến trình | trình tự | các giai đoạn | lộ trình | phân kỳ | cụ thể |
    kế hoạch (?:cụ thể|thực hiện|chi tiết)
""")


def holds_steps(node: Node) -> bool:
    """Say whether below a label of when, or of steps, each line is a step with a day: those are the works."""
    if not node.block.is_text:
        return False
    if label_alone(node.text) is not Meaning.DUE and not _STEPS.match(node.plain):
        return False
    return _are_steps(node.below)


def heads_steps(node: Node) -> bool:
    """Say whether the works of an item are the steps below it: it is only their head."""
    if any(map(holds_steps, node.below)):
        return True
    # «Cuộc thi Sáng tạo trẻ» over «- Chủ trì: ...» and «- Tiếp nhận hồ sơ: đến 15/6».
    if opening_verb(node.text):
        return False
    beside = list(filterfalse(_is_said, node.below))
    if len(beside) == len(node.below):
        return False
    if not all(map(_has_colon, beside)):
        return False
    return _are_steps(beside)


def _is_said(node: Node) -> bool:
    if node.attributes:
        return True
    return label_alone(node.text) is not None


def _has_colon(node: Node) -> bool:
    return _COLON in node.text


def _are_steps(lines: list[Node]) -> bool:
    if len(lines) < _SEVERAL:
        return False
    if not all(map(_is_dated, lines)):
        return False
    return any(map(_is_work, lines))


def _is_dated(node: Node) -> bool:
    before, *others = node.text.split(_COLON)
    words = others[-1] if others else before
    due = find_due(words, ANY_YEAR, is_cell=True)
    if due.day:
        return True
    return names_period(f"{before}:")


def _is_work(node: Node) -> bool:
    """Say whether a step is told by its verb: «Tiếp nhận hồ sơ», not «Vòng sơ khảo»."""
    if opening_verb(node.text):
        return True
    *_, behind = node.text.split(_COLON)
    return opening_verb(behind) != ""
