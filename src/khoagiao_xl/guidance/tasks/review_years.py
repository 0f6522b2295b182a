"""After how many years a review is held: in figures or in words, «05 năm», «mười lăm năm»."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.numbers_in_words import number_in_words

_DIGIT = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín"
_LAST = f"{_DIGIT}|mốt|tư|lăm"
# «hai lăm» is hai mươi lăm, as people say it.
COUNT = rf"\d{{1,2}}|(?:mười|(?:{_DIGIT})\s+mươi)(?:\s+(?:{_LAST}))?|(?:{_DIGIT})\s+lăm|{_DIGIT}"
_SAID_SHORT = re.compile(rf"^({_DIGIT})\s+lăm$")


def count_of(words: str) -> int:
    """Return the number that `words` of the pattern COUNT say; 0 for words that say none."""
    if words.isdigit():
        return int(words)
    spoken = _SAID_SHORT.sub(r"\1 mươi lăm", words)
    number = number_in_words(spoken)
    return int(number) if number else 0
