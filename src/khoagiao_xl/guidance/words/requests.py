"""Whether words ask for work: by a verb of request, or by saying who is to do something."""

from __future__ import annotations

from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.sentence_subjects import beginning
from khoagiao_xl.guidance.words.verbs import opening_verb


def asks_for_work(words: str) -> bool:
    """Say whether a sentence begins with a verb of request or says who is to do something."""
    if opening_verb(words):
        return True
    return leader(words) != ""


def verb_behind_time(words: str) -> str:
    """Return the verb of request behind words of time and ground: «Từ tháng 5, vào ngày 05, báo cáo»."""
    start = beginning(words)
    return opening_verb(words[start:]) or opening_verb(words)
