"""What the words in front of a point of time make of it: a deadline, a start, or none (`time_words.csv`)."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import Enum
from typing import NamedTuple

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START


class TimeRole(Enum):
    """The value is what the table calls it."""

    BEFORE = "trước"  # the day before is the last one
    UNTIL = "hạn"
    TO = "đến"  # as UNTIL, but «hoàn thành 8/10 chỉ tiêu» is a fraction
    WITHIN = "trong"
    ON = "mốc"  # as WITHIN, of days only: «báo cáo quý II» is no deadline
    RUNS = "chạy từ"  # «đưa vào vận hành từ 01/4»: it is done by then
    FROM = "từ"
    OCCASION = "dịp"  # «nhân dịp 19/5»: the day of the work where it names no other
    NEVER = "không"
    LABEL = "nhãn"  # «Thời gian:»: what follows are points of time
    FILLER = "đệm"
    BARE = ""


class TimeLead(NamedTuple):
    """The words in front of a point: what they make of it, and where they begin."""

    role: TimeRole
    start: int
    words: str = ""


# «trước ngày …»: a gap of a few words, of which none has a role itself.
_GAP = r"(?:\s+(?!(?:trước|chậm|muộn|đến|hết|trong|vào|từ|sau|và|kết thúc)\s)[^\s,;:.()\d]+){1,5}"
_FAR = 70  # letters in which the words stand


def _by_role() -> dict[TimeRole, list[str]]:
    words: dict[TimeRole, list[str]] = defaultdict(list)
    for row in language_rows("time_words"):
        role = TimeRole(row["Vai trò"])
        word = row["Từ"]
        words[role].append(word)
    return words


def _alternatives(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = "|".join(longest_first)
    return alternatives.replace(" …", _GAP)


_WORDS = _by_role()
_FILLER = rf"(?:(?:{_alternatives(_WORDS[TimeRole.FILLER])}){WORD_END}\s*,?\s*)"
_FILLERS = rf"[:(]?\s*{_FILLER}*[(]?\s*"
# «lễ kỷ niệm vào ngày 15/3» is held on that day; «kỷ niệm ngày 15/3» remembers it.
_ONLY_DAY = r"(?:(?:ngày|hết|năm|là)\s+)?"


def _lead_pattern(role: TimeRole, words: list[str]) -> re.Pattern[str]:
    behind = _FILLERS
    if role in {TimeRole.NEVER, TimeRole.OCCASION}:
        behind = _ONLY_DAY
    alternatives = _alternatives(words)
    pattern = rf"{WORD_START}(?:{alternatives}){WORD_END}\s*{behind}$"
    return re.compile(pattern)


_NOT_LEADING = {TimeRole.LABEL, TimeRole.FILLER}
_LEADS = [(role, _lead_pattern(role, words)) for role, words in _WORDS.items() if role not in _NOT_LEADING]
LABEL = re.compile(
    rf"(?:^|[.;(\n]\s*|-\s+){WORD_START}"
    rf"(?:{_alternatives(_WORDS[TimeRole.LABEL])}|thời gian|thời hạn|tiến độ|hạn)\s*:\s*"
)
_CLAUSE_END = re.compile(r"[;\n]|\.(?!\d)|$")


def lead_of(low: str, point: int) -> TimeLead:
    """Return what stands in front of the point that begins at `point`.

    Of several roles the nearest one holds; of one and the same place the longest words.
    """
    before = low[:point]
    found: list[TimeLead] = []
    for role, pattern in _LEADS:
        lead = _lead(role, pattern, before)
        if lead:
            found.append(lead)
    bare = TimeLead(TimeRole.BARE, point)
    return min(found, key=_strength, default=bare)


def _lead(role: TimeRole, pattern: re.Pattern[str], before: str) -> TimeLead | None:
    far = len(before) - _FAR
    start = max(0, far)
    match = pattern.search(before, start)
    if not match:
        return None
    words = match[0].strip()
    place = match.start()
    return TimeLead(role, place, words)


# Words that rule others out, wherever they stand in the run: «dự kiến trước ngày», «trong dịp».
_STRENGTH = (
    TimeRole.NEVER,
    TimeRole.OCCASION,
    TimeRole.BEFORE,
    TimeRole.RUNS,
    TimeRole.FROM,
    TimeRole.UNTIL,
    TimeRole.TO,
    TimeRole.WITHIN,
    TimeRole.ON,
)


def _strength(lead: TimeLead) -> int:
    return _STRENGTH.index(lead.role)


def labelled(low: str) -> list[tuple[int, int]]:
    """Return the spans behind «Thời gian:» and the like, up to the end of the sentence."""
    spans: list[tuple[int, int]] = []
    for label in LABEL.finditer(low):
        start = label.end()
        stop = _CLAUSE_END.search(low, start)
        if stop:
            span = (start, stop.start())
            spans.append(span)
    return spans
