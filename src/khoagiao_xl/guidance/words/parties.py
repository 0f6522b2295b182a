"""Who a sentence names for its work: who leads, who helps, who is to be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from khoagiao_xl.guidance.words.organs import (
    MOST_LETTERS,
    NAMED_ORGAN,
    STARTS,
    end_of_organ,
    organ_at_start,
    organ_from,
)
from khoagiao_xl.guidance.words.verbs import VERB, after_opening_words
from khoagiao_xl.vietnamese.running_text import plain

_TOGETHER = re.compile(
    r"(?<!chương trình )(?<!kế hoạch )(?<!trách nhiệm )(?<!quy chế )(?<!công tác )"
    r"phối hợp(?:\s+(?:chặt chẽ|thường xuyên|tốt|hiệu quả))*\s*(?P<with>với|cùng với|cùng)?\s+"
)
# «Đoàn Thanh niên chủ trì, Công đoàn phối hợp tổ chức ...»: named in front of the word.
_LED_BY_ANOTHER = re.compile(r"chủ trì\s*[,;]\s*(?=\S)")
_HELPS = re.compile(r"\s*(?:cùng )?phối hợp(?!\s+(?:với|cùng))")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]")
_GIVEN_TO = re.compile(rf"(?:giao|phân công|do)\s+(?=({NAMED_ORGAN}))")
_ADDRESSED = re.compile(r"(?<![^\W_])(?:chỉ đạo|hướng dẫn|đề nghị|yêu cầu)\s+(?=\S)")


def leader(text: str) -> str:
    """Return the organ that `text` itself says takes the lead, as its subject or by «giao ... chủ trì»."""
    start = after_opening_words(text)
    words = text[start:]
    organ, end = organ_at_start(words)
    if organ and _does_something(words[end:]):
        return organ
    return _given_to(text)


def _does_something(words: str) -> bool:
    low = plain(words)
    for word in _WORD.finditer(low, 0, MOST_LETTERS):
        place = word.start()
        if VERB.match(low, place):
            return True
    return False


def _given_to(text: str) -> str:
    low = plain(text)
    given = _GIVEN_TO.search(low)
    if not given:
        return ""
    start = given.end()
    if low.find("chủ trì", start) < 0:
        return ""
    return organ_from(text, start)


def partners(text: str) -> str:
    """Return who is to work together with the lead, as written; several are joined by «; »."""
    low = plain(text)
    before = _named_before(text, low)
    after = _named_after(text, low)
    once = dict.fromkeys(chain(before, after))
    return "; ".join(once)


def _named_before(text: str, low: str) -> Iterator[str]:
    for led in _LED_BY_ANOTHER.finditer(low):
        start = led.end()
        organ, length = organ_at_start(text[start:])
        end = start + length
        if organ and _HELPS.match(low, end):
            yield organ


def _named_after(text: str, low: str) -> Iterator[str]:
    for together in _TOGETHER.finditer(low):
        start = together.end()
        named = STARTS.match(low, start)
        if named and not named["prefix"]:
            end = end_of_organ(text, named.end())
            name = text[start:end]
            yield name.strip(" ,;")


def addressed_in(text: str) -> Iterator[str]:
    """Yield the organs that are to be told, led or asked: «chỉ đạo các trường học ...»."""
    for addressed in _ADDRESSED.finditer(plain(text)):
        organ = organ_from(text, addressed.end())
        if organ:
            yield organ
