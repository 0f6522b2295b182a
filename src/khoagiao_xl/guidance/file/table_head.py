"""The head of a table: which rows it has, whether there is one, and what stands above each column."""

from __future__ import annotations

import re
from itertools import pairwise

from khoagiao_xl.guidance.file.word_grid import GridRow
from khoagiao_xl.guidance.words.column_words import bare_period_of, period_of, speaks_like_head
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.organs import is_organ_alone

ORDINAL = re.compile(r"\W*(?:[IVXivx]{1,5}|[A-ZĐa-zđ]|\d{1,3}(?:\.\d{1,2})*)?\W*")
_MOST_OF_HEAD = 3  # rows
_MOST_WORDS = 4  # of a heading that stands below another


def rows_of_head(rows: list[GridRow]) -> int:
    """Return how many of the first rows are the head: 0 where the first one is work already."""
    if not rows:
        return 0
    if not _opens_with_head(rows[0]):
        return 0
    count = 1
    for before, row in pairwise(rows[:_MOST_OF_HEAD]):
        if not _is_head_too(before, row):
            break
        count += 1
    most = max(1, len(rows) - 1)
    return min(count, most)


def _opens_with_head(row: GridRow) -> bool:
    if row.is_marked:
        return True
    if speaks_like_head(row.drawn):
        return True
    return not _reads_as_work(row.drawn)


def _reads_as_work(texts: list[str]) -> bool:
    """Say whether a first row is no head: it is counted, or a cell of it is a body or a day."""
    first = ""
    if texts:
        first = texts[0]
    if first and ORDINAL.fullmatch(first):
        return True
    return any(map(_is_who_or_when, texts[1:]))


def _is_who_or_when(text: str) -> bool:
    if is_organ_alone(text):
        return " " in text
    due = find_due(text, ANY_YEAR, is_cell=True)
    if due.day is None:
        return False
    return not period_of(text)


def _is_head_too(before: GridRow, row: GridRow) -> bool:
    if row.is_marked:
        return True
    has_wide = _has_wide_cell(before)
    if any(cell.goes_on for cell in row.cells):
        if row.cells[0].goes_on:
            return True
        return has_wide
    telling = filter(None, row.drawn)
    if has_wide and all(map(is_period, telling)):
        return True
    if row.drawn[0]:
        return False
    has_gap = has_wide or "" in before.drawn
    if not has_gap:
        return False
    if speaks_like_head(row.drawn):
        return True
    return _fills_gaps(before, row)


def _has_wide_cell(row: GridRow) -> bool:
    return any(cell.span > 1 for cell in row.cells)


def is_period(text: str) -> bool:
    """Say whether a heading is a month or a quarter."""
    if period_of(text) is not None:
        return True
    return bare_period_of(text) is not None


def _fills_gaps(before: GridRow, row: GridRow) -> bool:
    """Say whether short words stand only below what lies over several columns or is empty."""
    for cell in row.cells:
        words = cell.text.split()
        if len(words) > _MOST_WORDS:
            return False
    return _has_wide_cell(before)


def headings_of(rows: list[GridRow], width: int) -> list[str]:
    """Return the heading of each column: what stands above it, once, from top to bottom."""
    if not rows:
        return [""] * width
    headings: list[str] = []
    places = [row.places for row in rows]
    for column in zip(*places, strict=True):
        texts = once(column)
        words = " ".join(texts)
        heading = words.replace("\n", " ")
        headings.append(heading)
    return headings


def once(texts: tuple[str, ...] | list[str]) -> list[str]:
    """Return the texts that are not empty, each once."""
    found = dict.fromkeys(texts)
    found.pop("", None)
    return list(found)
