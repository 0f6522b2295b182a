"""A sentence in parts: one task, or several where its parts have days or bodies of their own."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.due_words import find_due
from khoagiao_xl.guidance.words.organs import is_organ_alone, leader, organ_at_start
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain, without_quoted

# What a body does for the task of the clause before it, rather than a task of its own.
_SERVES = re.compile(
    r"\s*(?:là\s+(?:cơ quan|đơn vị|đầu mối)|chủ trì|tham mưu|chịu trách nhiệm|làm đầu mối|chuẩn bị|dự thảo)"
    r"(?![^\W_])"
)
_HELPS = re.compile(r"\s*(?:cùng )?phối hợp(?![^\W_])")
# Telling of the result ends the task; it is no second one.
_REPORTS = re.compile(r"(?:tổng hợp\s*,?\s*)?(?:gửi\s+)?(?:kết quả|báo cáo)|(?:và\s+)?gửi\s")
_WITH = re.compile(r"(?<![^\W_])(?:phối hợp|cùng|với)\s+(?:với\s+)?(?!.*(?<![^\W_])với\s)")
_ANY_YEAR = 2000


def split_clauses(sentence: str) -> list[tuple[int, int]]:
    """Return the spans of the tasks in `sentence`: parted at «;», and only where both sides stand alone.

    «Quán triệt ...; xây dựng kế hoạch ...» is one task, with the plan as its product. It is two where each
    has a day of its own, or where the work is given to two bodies: each is then followed up by itself.
    """
    # After a colon the parts are topics of one task.
    if ":" in sentence:
        return [(0, len(sentence))]
    spans: list[tuple[int, int]] = []
    for first, last in _clauses(sentence):
        if spans and not _stands_alone(sentence[slice(*spans[-1])], sentence[first:last]):
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return spans


def served_by(text: str) -> str:
    """Return the body that a later clause names for the work of the first: «...; Sở Y tế chủ trì»."""
    for first, last in _clauses(text)[1:]:
        organ, end = organ_at_start(text[first:last])
        if organ and _SERVES.match(plain(text[first:last]), end):
            return organ
    return ""


def _clauses(text: str) -> list[tuple[int, int]]:
    """Return the spans between the semicolons of `text` that stand outside brackets and quotation marks."""
    open_text = re.sub(r"\([^()]*\)", lambda match: " " * len(match[0]), without_quoted(text))
    spans, start = [], 0
    for stop in re.finditer(r";\s*", open_text):
        if not _lists_bodies(text[start : stop.start()]):
            spans.append((start, stop.start()))
            start = stop.end()
    return [*spans, (start, len(text))] if start < len(text) else spans


def _lists_bodies(clause: str) -> bool:
    # «phối hợp với các cơ quan tham mưu, giúp việc; các đoàn thể»: one list of those who help.
    named = _WITH.search(plain(clause))
    return named is not None and is_organ_alone(clause[named.end() :])


def _stands_alone(before: str, clause: str) -> bool:
    body = leader(clause)
    if body:
        _, end = organ_at_start(clause)
        return bool(leader(before)) and leader(before) != body and not _HELPS.match(plain(clause), end)
    if not opening_verb(clause) or not (opening_verb(before) or leader(before)):
        return False
    if _REPORTS.match(plain(clause)) or _REPORTS.match(plain(before)):
        return False
    day = find_due(clause, _ANY_YEAR).day
    earlier = find_due(before, _ANY_YEAR).day
    return day is not None and earlier is not None and day != earlier
