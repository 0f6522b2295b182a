"""Which sections of a guidance ask for work, and which only say why, how, or what has been."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.file.guidance_text import plain
from khoagiao_xl.guidance.tree.markers import Rank
from khoagiao_xl.guidance.tree.outline import PREAMBLE, Node

_LOOKS_BACK = re.compile(
    r"(?:kết quả|đánh giá|tình hình|đặc điểm|thực trạng|ưu điểm|hạn chế|tồn tại|nguyên nhân|bài học|"
    r"bối cảnh|những kết quả|"
    r"một số kết quả|thuận lợi|khó khăn|kinh nghiệm|mở đầu)(?![^\W_])"
)
_ASKS = re.compile(
    r"nhiệm vụ|nội dung|giải pháp|tổ chức|phân công|thực hiện|phương hướng|công tác|trách nhiệm|chế độ|"
    r"kiểm tra|tuyên truyền"
)
_GROUNDS = re.compile(
    r"mục đích|yêu cầu|(?:phương|định) hướng chung|"
    r"quan điểm|mục tiêu|phương châm|nguyên tắc|căn cứ|phạm vi|đối tượng|ý nghĩa|cơ "
    r"sở chính trị|những vấn đề chung|"
    r"sự cần thiết"
)


def is_operative(node: Node) -> bool:
    """Say whether the node's section asks for work: no heading above it tells why, how or what was."""
    headings = [*node.above, *([node.text] if node.is_heading else [])]
    return all(_asks(heading) for heading in headings)


def _asks(heading: str) -> bool:
    low = plain(heading)
    if _LOOKS_BACK.match(low):
        return False
    ground, asked = _GROUNDS.search(low), _ASKS.search(low)
    # «MỤC ĐÍCH, YÊU CẦU THỰC HIỆN» gives grounds; «MỤC TIÊU, NHIỆM VỤ» asks for work.
    if not ground or len(low.split()) > 30:
        return True
    if not asked:
        return False
    return asked.start() < ground.start() or "nhiệm vụ" in low or "nội dung" in low


def work_nodes(nodes: list[Node]) -> list[Node]:
    """Return the nodes in which work is asked for, headings too; a letter without headings is all body."""
    has_sections = any(node.is_heading and node.block.kind == "text" for node in nodes)
    return [
        node
        for node in nodes
        if is_operative(node)
        and (node.section != PREAMBLE or not (has_sections or _opens_list(node)))
        and node.block.kind != "note"
    ]


def _opens_list(node: Node) -> bool:
    # «... đề nghị các chi bộ thực hiện một số nội dung sau:» of a letter is no task of its own.
    return node.rank is Rank.NONE and node.text.rstrip().endswith(":")
