"""Who a sentence names for its work: who leads, who is to be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khoagiao_xl.guidance.words.body_kinds import PERSONS
from khoagiao_xl.guidance.words.bracketed_leads import in_brackets
from khoagiao_xl.guidance.words.helpers import together_with
from khoagiao_xl.guidance.words.named_leads import (
    given_to,
    led_by,
    named_at_end,
    named_inside,
    told_to,
)
from khoagiao_xl.guidance.words.organs import organ_from
from khoagiao_xl.guidance.words.sentence_subjects import behind_colon, behind_ground, subject
from khoagiao_xl.guidance.words.shared_work import sharers
from khoagiao_xl.vietnamese.running_text import CAPITAL, plain

_COMRADE = re.compile(rf"(?<![^\W_])(?:[Đđ]ồng chí|[Đđ]/c)\s+(?=[{CAPITAL}])(?=(?i:{PERSONS})\b)")
# «Đoàn công tác làm việc với các xã (Phòng Khoa giáo)»: who sends it out stands behind.
_WORKING_GROUP = re.compile(
    r"(?:các\s+)?(?:đoàn|tổ)\s+(?:công tác|kiểm tra|khảo sát|giám sát|liên ngành)(?![^\W_])"
)
_ADDRESSED = re.compile(r"(?<![^\W_])(?:chỉ đạo|hướng dẫn|đề nghị|yêu cầu)\s+(?=\S)")


def leader(text: str) -> str:
    """Return the organ that `text` itself says takes the lead, "" where it names none."""
    for organ in _leaders(text):
        if organ:
            return organ
    return ""


def _leaders(text: str) -> Iterator[str]:
    """Yield whom each way of naming a lead names, the plainest first."""
    yield from sharers(text)[:1]
    if _WORKING_GROUP.match(plain(text)):
        yield in_brackets(text)
    yield subject(text)
    yield behind_ground(text)
    _, lead = together_with(text)
    yield lead
    yield given_to(text)
    yield told_to(text)
    yield led_by(text)
    yield named_inside(text)
    yield named_at_end(text)
    yield in_brackets(text)
    yield behind_colon(text)


def offices(names: str) -> str:
    """Return the names without the «đồng chí» in front of an office: «đồng chí Bí thư Đảng ủy»."""
    return _COMRADE.sub("", names)


def addressed_in(text: str) -> Iterator[str]:
    """Yield the organs that are to be told, led or asked: «chỉ đạo các trường học ...»."""
    low = plain(text)
    for addressed in _ADDRESSED.finditer(low):
        start = addressed.end()
        organ = organ_from(text, start)
        if organ:
            yield organ
