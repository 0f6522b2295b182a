"""The words of time with which a sentence begins: «Trước 16 giờ ngày 12/5, Văn phòng ...»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from khoagiao_xl.guidance.words.counted_terms import counted_terms
from khoagiao_xl.guidance.words.read_points import read_points
from khoagiao_xl.guidance.words.undated_times import undated_times
from khoagiao_xl.vietnamese.word_patterns import begins_with

_ANY_YEAR = 2000
# Few sentences begin so; the others need not be searched for days.
_MAY_OPEN = begins_with("""
    trong | trước | sau | từ | kể từ | tính từ | đến | cho đến | chậm nhất | muộn nhất | không quá | vào |
    ngày | tháng | quý | quí | tuần | đầu | giữa | cuối | nửa | sáng | chiều | tối | thời gian | hết |
    dự kiến | ngay | các | thượng | trung | hạ | thứ | rằm | mùng | \\d{1,2}
""")
_BETWEEN = " ,(và"
_BEHIND = re.compile(r"\s*\)?\s*[,:]?\s*")


# The same sentence is asked for its verb and for its body many times.
@lru_cache(maxsize=4096)
def time_opening(low: str) -> int:
    """Return where the text `low` (in plain spelling) goes on behind words of time, 0 where none open it."""
    if not _MAY_OPEN.match(low):
        return 0
    end = 0
    times = _times(low)
    for start, stop in sorted(times):
        between = low[end:start]
        if between.strip(_BETWEEN):
            break
        end = max(end, stop)
    if not end:
        return 0
    behind = _BEHIND.match(low, end)
    if behind:
        return behind.end()
    return end


def _times(low: str) -> Iterator[tuple[int, int]]:
    """Yield the places of all words of time."""
    for term in counted_terms(low, _ANY_YEAR):
        yield term.start, term.end
    for chain in read_points(low, _ANY_YEAR, is_cell=False, within=""):
        first = chain[0]
        last = chain[-1]
        yield first.lead.start, last.point.end
    yield from undated_times(low)
