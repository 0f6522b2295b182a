"""Which sections of a guidance ask for work, and which only say why, how, or what has been."""

from __future__ import annotations

import re
from functools import lru_cache

from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.outline import PREAMBLE, Node
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import begins_with, either

_LOOKS_BACK = begins_with("""
    kết quả | đánh giá | tình hình | đặc điểm | thực trạng | ưu điểm | hạn chế | tồn tại | nguyên nhân |
    bài học | bối cảnh | những kết quả | một số kết quả | thuận lợi | khó khăn | kinh nghiệm | mở đầu
""")
_ASKS = re.compile(
    either("""
    nhiệm vụ | nội dung | giải pháp | tổ chức | phân công | thực hiện | phương hướng | công tác |
    trách nhiệm | chế độ | kiểm tra | tuyên truyền
    """)
)
_GROUNDS = re.compile(
    either("""
    mục đích | yêu cầu | (?:phương | định) hướng chung | quan điểm | mục tiêu | phương châm | nguyên tắc |
    căn cứ | phạm vi | đối tượng | ý nghĩa | cơ sở chính trị | những vấn đề chung | sự cần thiết
    """)
)
_MOST_WORDS = 30


def is_operative(node: Node) -> bool:
    """Say whether the node's section asks for work: no heading above it tells why, how or what was."""
    if node.is_heading and not _asks(node.text):
        return False
    return all(map(_asks, node.above))


# The same heading stands above many nodes.
@lru_cache(maxsize=1024)
def _asks(heading: str) -> bool:
    low = plain(heading)
    if _LOOKS_BACK.match(low):
        return False
    ground = _GROUNDS.search(low)
    if not ground:
        return True
    if len(low.split()) > _MOST_WORDS:
        return True
    # «MỤC ĐÍCH, YÊU CẦU THỰC HIỆN» gives grounds; «MỤC TIÊU, NHIỆM VỤ» asks for work.
    asked = _ASKS.search(low)
    if not asked:
        return False
    if "nhiệm vụ" in low:
        return True
    if "nội dung" in low:
        return True
    return asked.start() < ground.start()


def work_nodes(nodes: list[Node]) -> list[Node]:
    """Return the nodes in which work is asked for, headings too; a letter without headings is all body."""
    has_sections = any(map(_opens_section, nodes))
    found: list[Node] = []
    for node in nodes:
        if node.block.kind == "note":
            continue
        if not is_operative(node):
            continue
        is_preamble = has_sections or _opens_list(node)
        if is_preamble and node.section == PREAMBLE:
            continue
        found.append(node)
    return found


def _opens_section(node: Node) -> bool:
    if not node.is_heading:
        return False
    return node.block.is_text


def _opens_list(node: Node) -> bool:
    # «... đề nghị các chi bộ thực hiện một số nội dung sau:» of a letter is no task of its own.
    if node.rank is not Rank.NONE:
        return False
    return node.text.rstrip().endswith(":")
