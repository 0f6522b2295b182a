"""From which day work is done: «từ ngày 10/3 đến ngày 15/4», «Từ tháng 3», «bắt đầu từ 10/4»."""

from __future__ import annotations

import re
from datetime import date

from khoagiao_xl.guidance.words.days_again import comes_again
from khoagiao_xl.guidance.words.no_deadlines import is_no_deadline
from khoagiao_xl.guidance.words.read_points import Chain, read_points
from khoagiao_xl.guidance.words.time_point_patterns import TimeUnit
from khoagiao_xl.guidance.words.time_roles import TimeRole
from khoagiao_xl.vietnamese.running_text import plain, without_quoted
from khoagiao_xl.vietnamese.word_patterns import begins_with

_SINCE = begins_with("từ | kể từ | tính từ | bắt đầu | triển khai từ | thực hiện từ")
_NO_START = begins_with("từ nay | từ sau")
_RANGE = re.compile(r"[\div]\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:ngày\s+|tháng\s+|quý\s+|t)?[\di]")
_FIRST_MONTH_BEFORE = 10  # from which work of a year may begin in the year before


def start_of(text: str, year: int, *, is_cell: bool = False, within: str = "") -> date | None:
    """Return from which day `text` says that work is done, for a plan of `year`."""
    low = plain(without_quoted(text))
    for chain in read_points(low, year, is_cell=is_cell, within=plain(within)):
        start = _start_of(low, chain, year)
        if start and start >= date(year - 1, _FIRST_MONTH_BEFORE, 1):
            return start
    return None


def first_day(text: str, year: int, within: str = "") -> date | None:
    """Return the first day that a cell of a column of beginnings names."""
    low = plain(text)
    for chain in read_points(low, year, is_cell=True, within=plain(within)):
        span = chain[0].point.span
        if span:
            return span.first
    return None


def _start_of(low: str, chain: Chain, year: int) -> date | None:
    first = chain[0]
    if first.point.span is None or first.point.is_lunar:
        return None
    if first.point.unit is TimeUnit.YEAR or comes_again(low, chain):
        return None
    if is_no_deadline(low, first, year):
        return None
    if _begins(chain) or _is_range(low, chain):
        return first.point.span.first
    return None


def _begins(chain: Chain) -> bool:
    """Say whether words in front of a point make it a beginning."""
    lead = chain[0].lead
    if lead.role is not TimeRole.FROM:
        return False
    # «Từ 7h00 đến 9h00 ngày 22/3» begins at an hour.
    if len(chain) == 1 and chain[0].point.has_hour:
        return False
    if _NO_START.match(lead.words):
        return False
    return _SINCE.match(lead.words) is not None


def _is_range(low: str, chain: Chain) -> bool:
    """Say whether a chain runs from one day to another where days are expected: «28/3 - 5/4», «10-15/3»."""
    first = chain[0]
    if not first.is_expected or first.lead.role not in {TimeRole.BARE, TimeRole.WITHIN}:
        return False
    if _last_of(chain) <= _first_of(chain):
        return False
    words = low[first.start : chain[-1].point.end]
    return _RANGE.search(words) is not None


def _first_of(chain: Chain) -> date:
    span = chain[0].point.span
    if span:
        return span.first
    return date.max


def _last_of(chain: Chain) -> date:
    span = chain[-1].point.span
    if span:
        return span.last
    return date.min
