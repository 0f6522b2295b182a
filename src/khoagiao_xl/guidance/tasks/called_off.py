"""Rows of a plan that are called off: «Tạm dừng», «(chờ ý kiến ...)» (`called_off_words.csv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.tasks.column_roles import Columns
from khoagiao_xl.guidance.words.column_words import ColumnRole
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import LETTERS_END, any_of, holds


def _words_of(*kinds: str) -> str:
    rows = language_rows("called_off_words")
    words = [row["Lời"] for row in rows if row["Ở đâu"] in kinds]
    words.sort(key=len, reverse=True)
    alternatives = "|".join(words)
    return any_of(alternatives)


_END = r"[\s.;)]*$"
_MOST_WORDS_BEHIND = 4  # «Đã ban hành tháng 01/2026»
# «Không tổ chức tập trung» is how it is done: what follows says why, or until when.
_BEHIND = rf"{LETTERS_END}(?:\s*(?:[^\w\s]|\d|$)|\s+{_words_of('theo sau')}{LETTERS_END})"
_FIRM = rf"{_words_of('mở đầu')}{_BEHIND}|{_words_of('trọn lời')}{_END}"
_WAITING = rf"{_words_of('chờ')}{_BEHIND}"
_DONE = rf"{_words_of('đã xong')}{LETTERS_END}(?:\s+\S+){{0,{_MOST_WORDS_BEHIND}}}\s*$"
_OPENING = r"\s*(?:(?:nay|sẽ|đề nghị|xin|thống nhất)\s+)?"
_CALLED_OFF = re.compile(rf"{_OPENING}(?:{_FIRM}|{_WAITING}|{_DONE})")
_FIRMLY = re.compile(rf"{_OPENING}(?:{_FIRM}|{_DONE})")
# In a column of how far the work is «chưa thực hiện» says that it is still to be done.
_OF_STANDING = holds("tình trạng | trạng thái | tình hình | kết quả | tiến độ")
# What the work is, not whether it is done: «Không tổ chức ở cấp xã».
_OF_WORK = frozenset({ColumnRole.TEXT, ColumnRole.DETAIL, ColumnRole.GROUP})
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_CLAUSE = re.compile(r"[,;.:\n(]|\s-\s")


def is_called_off(block: Block, columns: Columns) -> bool:
    """Say whether a cell of a row says that its work is not done this year, or done already."""
    for cell, role in zip(block.cells, columns.roles, strict=False):
        head, text = cell
        if _calls_off(head, text, role):
            return True
    return False


def _calls_off(head: str, text: str, role: ColumnRole) -> bool:
    pattern = _CALLED_OFF
    if _OF_STANDING.search(plain(head)):
        pattern = _FIRMLY
    return any(map(pattern.match, _sayings(text, role)))


def _sayings(text: str, role: ColumnRole) -> Iterator[str]:
    """Yield the clauses that may call a row off: those of a cell of remarks, else those in brackets."""
    low = plain(text)
    if role not in _OF_WORK:
        yield from _CLAUSE.split(low)
    for bracket in _IN_BRACKETS.findall(low):
        yield from _CLAUSE.split(bracket)
