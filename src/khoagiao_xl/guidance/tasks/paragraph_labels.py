"""What a paragraph of work is called in front of its colon: a field, a body, the name of the work."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.tree.item_words import WORK_NAMES
from khoagiao_xl.guidance.tree.lead_ins import group_of_bodies, names_body
from khoagiao_xl.guidance.words.field_words import field_of_label
from khoagiao_xl.guidance.words.organs import is_organ_alone
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.period_headings import names_period
from khoagiao_xl.guidance.words.verbs import first_verb, opening_verb
from khoagiao_xl.vietnamese.running_text import plain, without_quoted
from khoagiao_xl.vietnamese.word_patterns import begins_with

# What stands before a colon without naming the work behind it.
_TOPIC = begins_with("""
    về | đối với | công tác | lĩnh vực | nội dung | nhiệm vụ | giải pháp | tuyên truyền | trọng tâm | cụ thể |
    trong đó | ngoài ra | quý | tháng | phân công | trách nhiệm | tổ chức thực hiện | lưu ý | yêu cầu |
    tên gọi | tên việc | tên hoạt động | một là | hai là | ba là | bốn là | năm là | thứ | kinh phí
""")
_ABOUT = begins_with("về | đối với | lĩnh vực | liên quan đến | liên quan | riêng về | riêng đối với")
LABEL = re.compile(r"[^:;.(]{2,110}(?:\([^()]*\)\s*)?:\s+(?=\S)")
_MOST_WORDS_OF_LABEL = 18


def label_of(text: str) -> tuple[str, int]:
    """Return the label in front of a colon («Lĩnh vực xã hội», an organ) and where the rest begins."""
    match = LABEL.match(text)
    if not match:
        return "", 0
    label = match[0].strip(" :")
    if not _is_label(label):
        return "", 0
    return label, match.end()


def is_topic(label: str) -> bool:
    """Say whether a label tells of which field, of whom or in general what follows is, and names no work."""
    if names_period(label):
        return True
    low = plain(label)
    if WORK_NAMES.match(low):
        return False
    if _TOPIC.match(low) or names_body(label) or group_of_bodies(label):
        return True
    return field_of_label(label) != "" and not opening_verb(label)


def tells_matter(label: str) -> bool:
    """Say whether a topic tells what the work behind it is about: «Về phòng, chống dịch sởi»."""
    low = plain(label)
    if not _ABOUT.match(low):
        return False
    verb = first_verb(label)
    return verb < len(label)


def _is_label(words: str) -> bool:
    if words.count("(") > words.count(")"):
        return False
    if len(words.split()) > _MOST_WORDS_OF_LABEL:
        return False
    if group_of_bodies(words):
        return True
    if opening_verb(words) or leader(words):
        return False
    # «Về phòng, chống dịch sởi: giao Sở Y tế ...»: a verb in it is part of the topic.
    if _ABOUT.match(plain(words)) or field_of_label(words):
        return True
    if is_organ_alone(words):
        return True
    return first_verb(without_quoted(words)) >= len(words)
