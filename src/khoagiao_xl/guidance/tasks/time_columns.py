"""Which of several columns of times is the deadline, and which the month that its days lie in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khoagiao_xl.guidance.tasks.cell_kinds import CellKind, kind_of
from khoagiao_xl.guidance.words.column_words import ColumnRole, role_of
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import holds

# How wide a span the head of a column speaks of; one that says only «Thời gian» is the narrowest.
_WIDTHS = (holds("ngày | tuần"), holds("tháng"), holds("quý | quí"))
_NAMES_TIME = holds("thời gian | thời hạn | thời điểm | hạn | tiến độ | hoàn thành")
_BARE = re.compile(r"\W*")
_TIMES = frozenset({CellKind.DAY, CellKind.NUMBER})


def deadline_column(heads: Sequence[str], cells: Sequence[Sequence[str]], dues: Sequence[int]) -> int:
    """Return which of the columns `dues` is the deadline: of the narrowest the last that names times."""
    told = []
    for place in dues:
        head = heads[place]
        if role_of(head) is ColumnRole.DUE:
            told.append(place)
    best = told or list(dues)
    timed = [place for place in best if _holds_times(heads[place], cells[place])]
    places = timed or best
    widths = [width_of(heads[place]) for place in places]
    narrowest = min(widths)
    found = [place for place in places if width_of(heads[place]) == narrowest]
    return found[-1]


def width_of(head: str) -> int:
    """Return how wide a span a head speaks of: 0 for a time, 1 day or week, 2 month, 3 quarter."""
    low = plain(head)
    for width, names in enumerate(_WIDTHS, 1):
        rest, count = names.subn("", low)
        if not count:
            continue
        without_time = _NAMES_TIME.sub("", rest)
        if _BARE.fullmatch(without_time):
            return width
    return 0


def _holds_times(head: str, column: Sequence[str]) -> bool:
    """Say whether a column holds days, or the bare figures of days and weeks, in most of its cells."""
    kinds = list(map(kind_of, column))
    times = [kind for kind in kinds if kind in _TIMES]
    if width_of(head):
        return times != []
    filled = len(kinds) - kinds.count(CellKind.EMPTY)
    if CellKind.DAY not in times:
        return False
    return 2 * len(times) > filled
