"""What the cell of a table reads as, and what most cells of a column read as."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from khoagiao_xl.guidance.words.counted_terms import counted_terms
from khoagiao_xl.guidance.words.due_words import ANY_YEAR
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.read_points import read_points
from khoagiao_xl.guidance.words.recurrence import recurrence_of
from khoagiao_xl.guidance.words.undated_times import undated_times
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain, squash
from khoagiao_xl.vietnamese.symbols import SYMBOL
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, any_of


class CellKind(Enum):
    """What a cell reads as."""

    EMPTY = auto()
    NUMBER = auto()
    MARK = auto()
    FIGURE = auto()
    DAY = auto()
    BODY = auto()
    SYMBOL = auto()
    LONG = auto()
    SHORT = auto()


_MARKS = {row["Dấu"]: row["Nghĩa"] for row in language_rows("table_marks")}
_NUMBER = re.compile(r"\W*(?:[ivx]{1,5}|[a-zđ]|\d{1,3}(?:\.\d{1,2})*)\W*")
_UNIT = any_of("% | đ | đồng | triệu | tr | tỷ | người | đ/c | cuộc | lớp | bài | km | m2")
_FIGURE = re.compile(rf"[~<>≥≤]?\s*\d[\d.,\s]*{_UNIT}?(?:\s*đồng)?")
# What a cell says of a body beside its name: that it leads or helps, not what it does.
_SHARES = re.compile(
    r"(?:chủ trì|phụ trách|thực hiện|tham mưu|theo dõi)\s*(?:[,;:.)]|$)|"
    rf"phối hợp(?:\s+(?:với|cùng){WORD_END}|\s*[:;)]|$)"
)
_ANY_MONTH = "tháng 1"  # «Tuần 2», «ngày 15» are times too, though another column says of which month
_WORDS_BESIDE_DAY = 1
# What a cell says beside its day that makes it no work.
_BESIDE = any_of(r"""
    hoàn thành | xong | dự kiến | trong | vào | khoảng | ngày | năm | thực hiện | từ | đến | là | và |
    lúc | giờ | tuần \w+ | đợt \w+
""")
_WITH_DAY = re.compile(rf"{WORD_START}{_BESIDE}{WORD_END}|\W+")
_FEWEST_OF_LONG = 5  # words of a cell that says what is to be done
_MOST_OF_BODY = 40
_MOST = 0.6  # the share of cells that decides for a column


def kind_of(cell: str) -> CellKind:
    """Return what a cell reads as; its lines are parted by line ends."""
    low = plain(cell).strip()
    if meaning_of_mark(cell) == "có":
        return CellKind.MARK
    if not squash(cell):
        return CellKind.EMPTY
    if _NUMBER.fullmatch(low):
        return CellKind.NUMBER
    if _FIGURE.fullmatch(low):
        return CellKind.FIGURE
    return _kind_of_words(cell)


def _kind_of_words(cell: str) -> CellKind:
    words = " ".join(cell.split())
    if is_when(words):
        return CellKind.DAY
    if is_who(words):
        return CellKind.BODY
    length = len(words.split())
    if SYMBOL.search(words) and not opening_verb(words):
        return CellKind.SYMBOL
    if length >= _FEWEST_OF_LONG or opening_verb(words):
        return CellKind.LONG
    return CellKind.SHORT


def is_when(words: str) -> bool:
    """Say whether a cell says when, and hardly more: «Trước 15/3», «Quý II», «Thường xuyên»."""
    organ, _ = organ_at_start(words)
    if organ:
        return False
    low = plain(words)
    rest = _without_times(low)
    if rest == low:
        return False
    beside = _WITH_DAY.sub(" ", rest)
    return len(beside.split()) <= _WORDS_BESIDE_DAY


def names_time(words: str) -> bool:
    """Say whether a cell names a time among other words: «8h00 ngày 15/3, tại Hội trường A»."""
    if recurrence_of(words):
        return True
    low = plain(words)
    return _without_times(low) != low


def _without_times(low: str) -> str:
    """Return the words with those blanked that say when or how often."""
    rest = low
    for start, end in _times_in(low):
        blanks = " " * (end - start)
        rest = rest[:start] + blanks + rest[end:]
    again = plain(recurrence_of(low))
    if again:
        return rest.replace(again, " ")
    return rest


def _times_in(low: str) -> Iterator[tuple[int, int]]:
    for chain in read_points(low, ANY_YEAR, is_cell=True, within=_ANY_MONTH):
        yield chain[0].lead.start, chain[-1].point.end
    for term in counted_terms(low, ANY_YEAR):
        yield term.start, term.end
    yield from undated_times(low)


def is_who(words: str) -> bool:
    """Say whether a cell says who: it begins with the name of a body and asks for nothing."""
    bare = words.lstrip("-+•* ")
    organ, end = organ_at_start(bare)
    if not organ:
        return False
    if len(words.split()) > _MOST_OF_BODY:
        return False
    behind = plain(bare[end:])
    rest = behind.strip(" ,;:.()/\n")
    if not rest:
        return True
    if _SHARES.match(rest):
        return True
    return not opening_verb(rest)


def are_marks(cells: Iterable[str]) -> bool:
    """Say whether all filled cells of a column are marks: x, CT, PH."""
    filled = filter(str.strip, cells)
    meanings = list(map(meaning_of_mark, filled))
    if not meanings:
        return False
    return all(meanings)


def meaning_of_mark(cell: str) -> str:
    """Return what a mark means: that it is so, that a body leads or helps; "" where the cell is none."""
    mark = plain(cell).strip()
    return _MARKS.get(mark, "")


def kind_of_column(cells: Iterable[str]) -> CellKind | None:
    """Return what most of the filled cells of a column read as, None where they differ."""
    kinds = Counter(map(kind_of, cells))
    empty = kinds.pop(CellKind.EMPTY, 0)
    if kinds:
        return _most_common(kinds)
    if empty:
        return CellKind.EMPTY
    return None


def _most_common(kinds: Counter[CellKind]) -> CellKind | None:
    most = kinds.most_common(1)
    kind, count = most[0]
    if count < _MOST * kinds.total():
        return None
    return kind
