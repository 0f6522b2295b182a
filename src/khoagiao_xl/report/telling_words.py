"""Which words of units say something in a report of all of them: no empty phrases, none that figures belie.

data/language/empty_words.csv   the words of which a phrase that says nothing is made: «tiếp tục thực hiện
                                kế hoạch công tác khoa giáo năm» has no other
data/report_contradictions.csv  words that stand beside a figure of all units as if it were low, and from
                                which value on it is not: all parts between «;» in one sentence

The office still finds the latter among the words that it may pick (own words, sheet «Lời báo cáo»); picked as
they are, they are left out and the office is told (LB-13).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.folded_words import Opinion, Opinions

CONTRADICTIONS: Final = "report_contradictions.csv"
MAY_BE_EMPTY: Final = frozenset({"nhiem_vu", "uu_diem"})  # of a limit or a proposal each word counts
WORD: Final = re.compile(r"\w+")
SENTENCES: Final = re.compile(r"[.;!?]\s*")


@dataclass(frozen=True)
class BeliedWords:
    """One row of the table. least: from which value of the figure on the words are not told."""

    code: str
    least: float
    words: tuple[str, ...]


def telling(content: ReportContent, opinions: Opinions) -> Opinions:
    """Return the opinions by tag without those that tell nothing in this report."""
    belied = _belied_in(content)
    found: dict[str, list[Opinion]] = {}
    for tag, own in opinions.items():
        kept = [opinion for opinion in own if not _is_belied(opinion.text, belied)]
        found[tag] = without_empty(tag, kept)
    return found


def without_empty(tag: str, opinions: Iterable[Opinion]) -> list[Opinion]:
    """Return the opinions of a tag without empty phrases: nobody need read them, nor pick among them."""
    return [opinion for opinion in opinions if tag not in MAY_BE_EMPTY or not is_empty(opinion.text)]


def are_belied(text: str, content: ReportContent) -> bool:
    """Whether a text of units gives a cause for something low that the figures show to be high."""
    belied = _belied_in(content)
    return _is_belied(text, belied)


def is_empty(text: str) -> bool:
    """Whether a text is made of words that say nothing: no number, no name, no matter."""
    one_spelling = canonical(text)
    words = WORD.findall(one_spelling.casefold())
    return _empty_words().issuperset(words)


def _belied_in(content: ReportContent) -> list[BeliedWords]:
    return [row for row in _contradictions() if _reaches(content, row)]


def _reaches(content: ReportContent, row: BeliedWords) -> bool:
    total = content.by_code.get(row.code)
    if total is None or total.value is None:
        return False
    return total.value >= row.least


def _is_belied(text: str, belied: Iterable[BeliedWords]) -> bool:
    sentences = list(filter(None, SENTENCES.split(text.casefold())))
    if not sentences:
        return False
    return all(_says_any(sentence, belied) for sentence in sentences)


def _says_any(sentence: str, belied: Iterable[BeliedWords]) -> bool:
    return any(_says(sentence, row) for row in belied)


def _says(sentence: str, row: BeliedWords) -> bool:
    return all(words in sentence for words in row.words)


@cache
def _empty_words() -> frozenset[str]:
    found = set()
    for row in language_rows("empty_words"):
        word = canonical(row["Từ"])
        found.add(word.casefold())
    return frozenset(found)


@cache
def _contradictions() -> tuple[BeliedWords, ...]:
    found = []
    for row in shipped_rows(CONTRADICTIONS):
        parts = row["words"].split(";")
        words = map(str.strip, parts)
        least = float(row["from"])
        contradiction = BeliedWords(row["code"], least, tuple(words))
        found.append(contradiction)
    return tuple(found)
