"""The body that stands in brackets behind its work: «Mở lớp sơ cứu (Sở Y tế)»."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.helpers import BESIDE_FIRST, first_and_helpers
from khoagiao_xl.guidance.words.named_leads import WITH, behind_doing, only_tells_when
from khoagiao_xl.guidance.words.organs import is_organ_alone, organ_at_start
from khoagiao_xl.guidance.words.recurrence import recurrence_of
from khoagiao_xl.guidance.words.roles import DELIVERS, LEADS_ANYHOW
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_START, any_of

_TIME_BEHIND = r"(?:trong|trước|vào|ngày|tháng|quý|xong|hoàn thành|từ|chậm nhất|đến)\s"
_BRACKETS = re.compile(rf"\((?:giao|do)?\s*(?P<inside>[^():]+)\)(?=\s*(?:[.;,:]|$|/)|\s+{_TIME_BEHIND})")
_TOLD = re.compile(
    WORD_START
    + rf"(?:(?P<to>{any_of('về | qua | trình | báo cáo | là | tới')})|của|thuộc|từ|với|cho|tại|đến)"
    + r"\s+(?=\S)"
)
_FIRST_CLAUSE = re.compile(r"([^,;]*)[,;]\s+(.*)", re.DOTALL)


def in_brackets(text: str) -> str:
    """Return the organ that stands in brackets behind the work, alone, first of several or with its role."""
    for bracket in _BRACKETS.finditer(text):
        inside = _behind_time(bracket["inside"])
        organ, length = organ_at_start(inside)
        if not organ:
            continue
        lead = _before_another(inside)
        if not lead and not _explains(text, bracket.start()):
            rest = plain(inside[length:])
            lead = _leading(organ, rest)
        if lead:
            return lead
    return ""


def _before_another(inside: str) -> str:
    """Return the body behind which another one is named: «(Tỉnh đoàn, | cùng Sở Y tế)»."""
    beside = BESIDE_FIRST.search(inside)
    if beside is None:
        return ""
    first = inside[: beside.start()]
    return first if is_organ_alone(first) else ""


def _leading(organ: str, rest: str) -> str:
    """Return the body that leads by the words `rest` behind `organ`, "" where they say something else."""
    first, _ = first_and_helpers(organ, rest)
    if first:
        return first
    if LEADS_ANYHOW.match(rest) or DELIVERS.match(rest) or WITH.match(rest):
        return organ
    return organ if only_tells_when(rest) else ""


def _behind_time(inside: str) -> str:
    """Return what stands behind a time that opens a bracket: «(tháng 4; | Thư viện tỉnh)»."""
    clause = _FIRST_CLAUSE.match(inside)
    if clause is None:
        return inside
    first, behind = clause.groups()
    words = behind_doing(first)
    if recurrence_of(words) or find_due(words, ANY_YEAR, is_cell=True).day:
        return behind
    return inside


def _explains(text: str, bracket: int) -> bool:
    """Say whether the bracket only says more of a body named before it: «về Ban Tuyên giáo (Phòng A)»."""
    low = plain(text)
    for told in _TOLD.finditer(low, 0, bracket):
        start = told.end()
        organ, length = organ_at_start(text[start:])
        if not organ:
            continue
        end = start + length
        if end < bracket - 1:
            continue
        # «y tế trường học của ngành (Văn phòng Sở)»: who is only called by his kind is not named twice.
        if told["to"]:
            return True
        if organ[0].isupper():
            return True
    return False
