"""What the head of a column says the column holds: work, who, with whom, until when, what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from khoagiao_xl.vietnamese.dates import quarter_number
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START


class ColumnRole(StrEnum):
    """What a column holds; the values are those of the table `column_words`."""

    NUMBER = "số thứ tự"
    TEXT = "việc"
    DETAIL = "chi tiết"
    GROUP = "nhóm"
    LEAD = "chủ trì"
    PARTNER = "phối hợp"
    BOTH = "chủ trì và phối hợp"
    DIRECTS = "chỉ đạo"
    START = "bắt đầu"
    SPAN = "khoảng"
    DUE = "hạn"
    PERIOD = "kỳ"
    MARK = "dấu của đơn vị"
    OUTPUT = "sản phẩm"
    FIGURE = "số liệu"
    PERSON = "người"
    OTHER = "khác"
    UNKNOWN = ""


class _Word(NamedTuple):
    words: re.Pattern[str]
    role: ColumnRole
    rank: (
        int  # 1: decides wherever it stands; 2: the first in the heading decides; 3: where nothing else does
    )


class HeadingPeriod(NamedTuple):
    """A month or a quarter as the head of a column. months: 1 a month, 3 a quarter; number: which."""

    months: int
    number: int

    @property
    def words(self) -> str:
        """The period as deadlines name it."""
        if self.months == 1:
            return f"tháng {self.number}"
        roman = ("I", "II", "III", "IV")[self.number - 1]
        return f"quý {roman}"


# «Đơn vị thực hiện/Phối hợp»: another word than «chủ trì» for who leads, parted from «phối hợp».
_BOTH = re.compile(
    r"(?:thực hiện|phụ trách|đầu mối|tham mưu|soạn thảo)\s*(?:[/,;+&(\-]|và)\s*"
    r"(?:(?:cơ quan|đơn vị|bộ phận|người),?\s*)*phối hợp"
)
_MOST_WORDS = 12  # of a heading
_LAST_DECIDING_RANK = 2
_MANY_IN_HEAD = 2  # cells of a row that speak like heads
_FEWEST_PERIODS = 3  # cells that are months or quarters
_MONTH = re.compile(r"(?:.*\s)?(?:tháng|th|t)\s*\.?\s*(?P<number>1[0-2]|0?[1-9])(?:\s*/\s*\d{4})?")
_QUARTER = re.compile(r"(?:.*\s)?(?:quý|quí|q)\s*\.?\s*(?P<number>iv|i{1,3}|[1-4])(?:\s*/\s*\d{4})?")
_BARE = re.compile(r"(?P<above>.*\s)?(?P<number>1[0-2]|0?[1-9]|iv|i{1,3})")
_ORDINAL = re.compile(r"\W*\d{1,3}(?:\.\d{1,2})*\W*")
_COUNTED = re.compile(r"\W*(?:\d{1,2}|[a-zđ])\W*(?:=.*)?")


def _words() -> Iterator[_Word]:
    for row in language_rows("column_words"):
        words = re.escape(row["Từ đầu cột"])
        pattern = re.compile(WORD_START + words + WORD_END)
        role = ColumnRole(row["Vai"])
        rank = int(row["Bậc"])
        yield _Word(pattern, role, rank)


_WORDS = list(_words())


@lru_cache(maxsize=1024)
def role_of(heading: str) -> ColumnRole:
    """Return what the column under `heading` holds, UNKNOWN where no word of it is known."""
    low = plain(heading)
    roles = _roles_by_weight(low)
    if not roles:
        return ColumnRole.UNKNOWN
    deciding = {role for rank, _, _, role in roles if rank == 1}
    if {ColumnRole.LEAD, ColumnRole.PARTNER} <= deciding:
        return ColumnRole.BOTH
    if _BOTH.search(low):
        return ColumnRole.BOTH
    *_, role = min(roles)
    return role


def is_weak(heading: str) -> bool:
    """Say whether only words that do not decide stand in the heading: «Đơn vị», «Thực hiện»."""
    low = plain(heading)
    roles = _roles_by_weight(low)
    return all(rank > _LAST_DECIDING_RANK for rank, *_ in roles)


def _roles_by_weight(low: str) -> list[tuple[int, int, int, ColumnRole]]:
    """Return (rank, place, -length, role) of every known word: the least is the one that decides."""
    found: list[tuple[int, int, int, ColumnRole]] = []
    for word in _WORDS:
        match = word.words.search(low)
        if match:
            start, end = match.span()
            place = 0
            if word.rank == _LAST_DECIDING_RANK:
                place = start
            weight = (word.rank, place, start - end, word.role)
            found.append(weight)
    return found


def period_of(heading: str) -> HeadingPeriod | None:
    """Return the month or quarter that a heading names by its word: «Tháng 3», «T3», «Quý II»."""
    low = plain(heading).strip(" .:")
    quarter = _QUARTER.fullmatch(low)
    if quarter:
        return _quarter(quarter["number"])
    month = _MONTH.fullmatch(low)
    if month:
        return _month(month["number"])
    return None


def _quarter(written: str) -> HeadingPeriod:
    number = quarter_number(written)
    return HeadingPeriod(3, number)


def _month(written: str) -> HeadingPeriod:
    number = int(written)
    return HeadingPeriod(1, number)


def bare_period_of(heading: str) -> HeadingPeriod | None:
    """Return the month or quarter that a bare figure means in a row of such heads: «1», «Tháng 1», «II»."""
    low = plain(heading)
    bare = low.strip(" .:")
    match = _BARE.fullmatch(bare)
    if not match:
        return None
    number = match["number"]
    above = match["above"] or ""
    is_quarter = "qu" in above if number.isdigit() else "tháng" not in above
    if is_quarter:
        return _quarter(number)
    if number.isdigit():
        return _month(number)
    return None


def speaks_like_head(texts: list[str]) -> bool:
    """Say whether a row of a table reads as its head: most of its cells are words for columns."""
    telling = [text for text in texts if text]
    if not telling:
        return False
    if _ORDINAL.fullmatch(telling[0]):
        return False
    headings = list(filter(_is_heading, telling))
    heads = len(headings) + _count_periods(telling)
    if heads < _MANY_IN_HEAD:
        return False
    is_numbered = role_of(telling[0]) is ColumnRole.NUMBER
    if is_numbered:
        return True
    return 2 * heads > len(telling)


def _count_periods(texts: list[str]) -> int:
    """Return how many cells are months or quarters, 0 where they are too few to be a row of heads."""
    periods = list(filter(period_of, texts))
    count = len(periods)
    if count >= _FEWEST_PERIODS:
        return count
    return 0


def counts_columns(texts: list[str]) -> bool:
    """Say whether a row only counts the columns: (1), (2), (3) or A, B, 1, 2."""
    telling = [text for text in texts if text]
    if len(telling) < _MANY_IN_HEAD:
        return False
    return all(map(_is_count, telling))


def _is_count(text: str) -> bool:
    low = plain(text)
    return _COUNTED.fullmatch(low) is not None


def _is_heading(text: str) -> bool:
    """Say whether a cell is mostly words for columns: «Thời gian thực hiện», not «Tổ chức hội nghị»."""
    words = text.split()
    if len(words) > _MOST_WORDS:
        return False
    if text.endswith((".", ";")):
        return False
    low = plain(text)
    if period_of(low):
        return False
    rest = low
    for word in _WORDS:
        rest = word.words.sub("", rest)
    bare = rest.strip()
    return 2 * len(bare) < len(low)
