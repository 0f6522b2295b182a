"""What a directive is about, and whether another text is about the same (data/language/directive_topics.csv).

A topic is known by the words that name it: of the subject of a directive, the label of an indicator, the
theme of what a unit told, the subject of a document of the office. A field of work is no topic: sports and
health insurance share one, and say nothing of each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.vietnamese.language_tables import language_rows, listed
from khoagiao_xl.vietnamese.typed_symbols import named_symbols
from khoagiao_xl.wording.told_kinds import REVIEW_TEXTS

TABLE: Final = "directive_topics"
REVIEWS: Final = (REVIEW_TEXTS["so_ket"], REVIEW_TEXTS["tong_ket"])
BRACKETS: Final = re.compile(r"\([^)]*\)")


@cache
def topic_words() -> Mapping[str, tuple[str, ...]]:
    """Return topic -> the words that name it, in small letters."""
    found = {}
    for row in language_rows(TABLE):
        words = listed(row["Từ"].casefold())
        found[row["Chủ đề"]] = words
    return found


def topics_of(text: str) -> frozenset[str]:
    """Return the topics that a text names."""
    said = clean_line(text).casefold()
    found = set()
    for topic, words in topic_words().items():
        if any(word in said for word in words):
            found.add(topic)
    return frozenset(found)


def without_parts(label: str) -> str:
    """Return the label of an indicator without what stands in brackets: the parts of a field of work."""
    return BRACKETS.sub("", label)


def names(text: str, symbol: str) -> bool:
    """Whether a text names the directive, however it is typed."""
    return symbol in named_symbols(text)


def is_review_of_another(text: str, symbol: str) -> bool:
    """Whether a text is of a review of named directives, this one not among them, whatever its topic."""
    named = named_symbols(text)
    said = clean_line(text).casefold()
    return said.startswith(REVIEWS) and bool(named) and symbol not in named


def is_about(text: str, symbol: str, topics: frozenset[str]) -> bool:
    """Whether a text names the directive, or is about one of its topics."""
    if names(text, symbol):
        return True
    return bool(topics & topics_of(text))
