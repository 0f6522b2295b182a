"""Bodies that share one work: «Phòng A phụ trách nội dung, Văn phòng phụ trách kỹ thuật»."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.body_kinds import PERSON_HERE
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.vietnamese.running_text import plain, without_quoted
from khoagiao_xl.vietnamese.word_patterns import WORD_END, any_of

# What each of them takes over; «Chuyên viên phụ trách ...» is the office of one person.
_PARTS = any_of("phụ trách | đảm nhiệm | đảm nhận | chịu trách nhiệm(?! trước| nếu| toàn diện) | lo")
_TAKES = re.compile(rf"\s*{_PARTS}{WORD_END}\s+(?=\w)")
_PLACE = re.compile(r"(?:^|[,;:(.]\s*|\svà\s|\s-\s)(?:(?:còn|do|giao)\s+)?(?=[^\W\d_])")
_FEWEST = 2  # that share


def sharers(text: str) -> list[str]:
    """Return the bodies that each take a part of the work, in their order; none where only one does."""
    named = _takers(text)
    if len(named) < _FEWEST:
        return []
    return list(dict.fromkeys(named))


def takes_a_share(text: str) -> bool:
    """Say whether `text` names one body or more with the part of the work that it takes."""
    return _takers(text) != []


def _takers(text: str) -> list[str]:
    low = plain(without_quoted(text))
    found: list[str] = []
    for place in _PLACE.finditer(low):
        start = place.end()
        if PERSON_HERE.match(low, start):
            continue
        organ, length = organ_at_start(text[start:])
        if organ and _TAKES.match(low, start + length):
            found.append(organ)
    return found
