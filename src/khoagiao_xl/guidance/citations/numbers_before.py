"""Numbers that share the letters of the next one: «số 57, 59 và 66-NQ/TW» are three symbols."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from khoagiao_xl.guidance.citations.citation_words import CALLED
from khoagiao_xl.guidance.citations.issue_days import DAY, issue_days
from khoagiao_xl.guidance.citations.symbol_forms import FoundSymbol

_MOST_LETTERS = 160  # that the rest of a list may take before the number with the letters
_FACTS = rf"(?:\s*[,(]?\s*(?i:ngày)\s+(?:{DAY})\s*\)?)?"
# A number of the list, with or without a hanging sign («71-, 72-NQ/TW»), a day of its own, the word for it.
_ITEM = re.compile(
    rf"(?<![\w/.-])(?P<number>\d{{1,5}})(?P<letter>[a-zđ]?)\s?[-/]?{_FACTS}"
    rf"\s*(?:,|;|&|\+|,?\s*và|,?\s*cùng)\s*(?:(?i:{CALLED})\s+)?(?:(?i:số)\s*[:.]?\s*)?$"
)
_FIGURES = re.compile(r"\d+[a-zđ]?\s?[-/]?[\s,(]*")
_INTRODUCED = re.compile(rf"(?:(?i:số)\s*[:.]?|(?<![^\W_]){CALLED})\s*$")


@dataclass(frozen=True)
class Numbered:
    """One number of a list. start, end: of its figures and of what stands behind them for it alone."""

    start: int
    end: int
    number: int
    letter: str

    def own_day(self, canon: str) -> date | None:
        """Return the day that stands behind this number for it alone; None for none."""
        behind = _FIGURES.match(canon, self.start)
        place = self.start
        if behind:
            place = behind.end()
        found = issue_days(canon, place)
        if not found:
            return None
        if found.end > self.end:
            return None
        return next(iter(found.days), None)


def numbers_before(canon: str, found: FoundSymbol) -> list[Numbered]:
    """Return the numbers before `found` that share its letters; none where nothing says it is a list."""
    numbers: list[Numbered] = []
    offset = max(0, found.start - _MOST_LETTERS)
    end = found.start
    while True:
        head = canon[offset:end]
        item = _ITEM.search(head)
        if not item:
            break
        start = offset + item.start()
        one = Numbered(
            start=start,
            end=offset + item.end(),
            number=int(item["number"]),
            letter=item["letter"],
        )
        numbers.insert(0, one)
        end = start
    if _is_introduced(canon, end):
        return numbers
    return []


def _is_introduced(canon: str, start: int) -> bool:
    """Say whether a list of numbers begins with «số» or with what its documents are called."""
    offset = max(0, start - _MOST_LETTERS)
    before = canon[offset:start]
    return _INTRODUCED.search(before) is not None
