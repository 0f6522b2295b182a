"""What the columns of times, months and quarters say of one row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tasks.cell_kinds import CellKind, kind_of
from khoagiao_xl.guidance.tasks.column_roles import Columns
from khoagiao_xl.guidance.tasks.row_cells import RowCells, one_line
from khoagiao_xl.guidance.words.column_words import ColumnRole, HeadingPeriod
from khoagiao_xl.guidance.words.recurrence import comes_often, recurrence_of
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import holds

_BARE_MONTHS = re.compile(r"\d{1,2}(?:\s*(?:[,;&\-–+]|và|đến)\s*\d{1,2})*")
_BARE_QUARTERS = re.compile(r"(?:[1-4]|iv|i{1,3})(?:\s*(?:[,;&\-–+]|và|đến)\s*(?:[1-4]|iv|i{1,3}))*")
_BARE_WEEKS = re.compile(r"[1-5](?:\s*(?:[,;&\-–+]|và|đến)\s*[1-5])*")
_DAY_OF_MONTH = re.compile(r"\d{1,2}")
_MONTH, _QUARTER = 1, 3  # months
_REMARKS = holds("ghi chú | lưu ý | chú thích | địa điểm")


def _months_from(first: int, step: int) -> frozenset[HeadingPeriod]:
    return frozenset(HeadingPeriod(_MONTH, number) for number in range(first, 13, step))


_EVERY_MONTH = _months_from(1, _MONTH)
_EVERY_QUARTER = frozenset(HeadingPeriod(_QUARTER, number) for number in range(1, 5))
# «3, 6, 9, 12»: one month of each quarter.
_IN_EVERY_QUARTER = [_months_from(first, _QUARTER) for first in (1, 2, 3)]
_RHYTHMS = {
    _EVERY_MONTH: "hằng tháng",
    **dict.fromkeys([_EVERY_QUARTER, *_IN_EVERY_QUARTER], "hằng quý"),
}


def with_times(row: RowCells, block: Block, columns: Columns) -> RowCells:
    """Return a row with its deadline, beginning and months, by the columns of times and remarks."""
    start = "; ".join(_times(block, columns, ColumnRole.START))
    remark = _remark(block, columns)
    row = replace(row, start=start, remark=remark)
    marked = list(_marked_periods(block, columns))
    if marked:
        return _due_by_marks(row, marked)
    if ColumnRole.DUE not in columns.roles:
        return row
    in_full = "".join(_times(block, columns, ColumnRole.DUE))
    spans = ["", *_times(block, columns, ColumnRole.SPAN)]
    return replace(
        row,
        due=in_full,
        due_words=in_full,
        span=spans[-1],
    )


def _times(block: Block, columns: Columns, role: ColumnRole) -> Iterator[str]:
    """Yield what the filled cells of a role say of when, with what their heads add to it."""
    for place, (_, text) in enumerate(block.cells):
        if columns.roles[place] is not role:
            continue
        written = one_line(text)
        if written:
            yield _in_full(written, columns.heads[place])


def _remark(block: Block, columns: Columns) -> str:
    """Return what the columns of remarks say; «Ngày ban hành», «Tình trạng» are past."""
    said: list[str] = []
    for place, (_, text) in enumerate(block.cells):
        if columns.roles[place] is not ColumnRole.OTHER:
            continue
        if _REMARKS.search(plain(columns.heads[place])):
            said.append(one_line(text))
    return "; ".join(filter(None, said))


def _due_by_marks(row: RowCells, marked: list[tuple[HeadingPeriod, str]]) -> RowCells:
    """Return the row as due in the last of the periods under which something stands."""
    periods = frozenset(period for period, _ in marked)
    again = _RHYTHMS.get(periods, "")
    often = recurrence_of(row.words)
    # What comes each week, month or quarter is not over in its last month.
    if again or comes_often(often):
        return replace(row, again=again)
    words = [words for _, words in marked]
    joined = "; ".join(words)
    return replace(
        row,
        due=words[-1],
        due_words=joined,
    )


def _marked_periods(block: Block, columns: Columns) -> Iterator[tuple[HeadingPeriod, str]]:
    """Yield the months or quarters in which something stands, each with the words that say when."""
    for place, period in columns.periods.items():
        _, text = block.cells[place]
        words = _when(text, period)
        if words:
            yield period, words


def _when(text: str, period: HeadingPeriod) -> str:
    """Return when the cell under a period says: its day, or the period where only a mark stands."""
    kind = kind_of(text)
    if kind is CellKind.EMPTY:
        return ""
    if kind is CellKind.DAY:
        return one_line(text)
    day = text.strip()
    if period.months == 1 and _DAY_OF_MONTH.fullmatch(day):
        return f"ngày {day}/{period.number}"
    return period.words


def _in_full(written: str, head: str) -> str:
    """Return a deadline with the word that only its head says: «3-4» under «Tháng» is «tháng 3-4»."""
    low = plain(written).strip(" .")
    above = plain(head)
    if "tuần" in above and _BARE_WEEKS.fullmatch(low):
        return f"tuần {low}"
    if "ngày" not in above and "tháng" in above and _BARE_MONTHS.fullmatch(low):
        return f"tháng {low}"
    if "qu" in above and _BARE_QUARTERS.fullmatch(low):
        return f"quý {low}"
    if "trước" in above and "trước" not in low:
        return f"trước {written}"
    return written
