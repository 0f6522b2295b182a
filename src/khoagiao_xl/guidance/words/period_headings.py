"""A line that only names a month, a quarter or another span: what stands below it is due with its end."""

from __future__ import annotations

import re
from itertools import pairwise

from khoagiao_xl.guidance.words.time_point_patterns import TimeUnit
from khoagiao_xl.guidance.words.time_points import TimePoint, points_in
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, any_of

_words = any_of("|".join(row["Từ"] for row in language_rows("period_heading_words")))
# «Đợt 2 (tháng 9)», «Giai đoạn I: từ tháng 3», «Nhiệm vụ trọng tâm quý II».
_BEFORE = re.compile(rf"(?:{_words}{WORD_END}\s*(?:(?:\d{{1,2}}|[ivx]+){WORD_END})?\s*[:,(]?\s*-?\s*)*")
_BETWEEN = re.compile(r"\s*(?:,|và|-|đến|hết|ngày|tháng|\s)*")
_END = re.compile(r"\s*[):;.]*\s*")
_THEME = re.compile(r"\s*[(:,-]\s*(?P<theme>\S.*)")
_SINCE = re.compile(r"(?:từ|trước|chậm nhất|muộn nhất|đến hết|hết|đến)\s+(?:ngày\s+)?$")
_MOST_WORDS_OF_THEME = 12
_ANY_YEAR = 2000


def names_period(text: str) -> bool:
    """Say whether a line only names when: «Tháng 3/2026:», «Quý I, quý II», «Đợt 2 (tháng 9)»."""
    low = plain(text).strip()
    points = _points_of(low)
    if not points:
        return False
    last = points[-1]
    rest = low[last.end :]
    if _END.fullmatch(rest):
        return True
    theme = _THEME.fullmatch(rest)
    if theme is None:
        return False
    return _is_theme(theme["theme"])


def _is_theme(words: str) -> bool:
    # «Tháng 3: Tháng Thanh niên» is a heading; «Tháng 3: tổ chức hội nghị» is work.
    if words.endswith((".", ";")):
        return False
    listed = words.split()
    if len(listed) > _MOST_WORDS_OF_THEME:
        return False
    return not opening_verb(words)


def period_of_heading(heading: str) -> str:
    """Return the span that a heading names, "" where none: of «Quý II: Phong trào» it is «Quý II»."""
    bare = heading.strip()
    low = plain(bare)
    points = _points_of(low)
    if not points:
        return ""
    start = points[0].start
    end = points[-1].end
    before = low[:start]
    # «Từ tháng 3» alone names no end, «Trước ngày 30/4» the day before.
    since = _SINCE.search(before)
    if since:
        start = since.start()
    return bare[start:end]


def _points_of(low: str) -> list[TimePoint]:
    """Return the points at the beginning of a line, with nothing but heading words in front of them."""
    length = len(low)
    whole = (0, length)
    found = points_in(low, _ANY_YEAR, whole)
    points = [point for point in found if point.unit is not TimeUnit.YEAR]
    if not points:
        return []
    first = points[0]
    if not _BEFORE.fullmatch(low, 0, first.start):
        return []
    joined = [first]
    for before, point in pairwise(points):
        if not _BETWEEN.fullmatch(low, before.end, point.start):
            break
        joined.append(point)
    return joined
