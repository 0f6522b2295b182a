"""Doubts about until when a task is to be done: a time left over, several days, a day that is an event's."""

from __future__ import annotations

import re
from itertools import filterfalse
from typing import Final

from khoagiao_xl.guidance.citations.citations import find_citations
from khoagiao_xl.guidance.guidance_records import PlannedTask
from khoagiao_xl.guidance.tasks.cell_kinds import is_when
from khoagiao_xl.guidance.tasks.lead_places import IN_A_COLUMN
from khoagiao_xl.guidance.words.undated_times import names_undated
from khoagiao_xl.vietnamese.running_text import plain
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START

# «báo cáo năm 2026», «sơ kết 6 tháng đầu năm» say which report; a year alone is no time to do anything.
_NAMED_SPAN: Final = re.compile(
    r"(?:0?6|0?9|sáu|chín) tháng (?:đầu|cuối) năm|"
    r"(?<!trong )(?<!hết )(?<!đến )(?<!từ )(?<!trước )(?<!cuối )(?<!đầu )(?<!giữa )năm\s+20\d\d"
)
# The day of every month is said by how often: «vào ngày 25 hằng tháng», «trước ngày 20 của tháng cuối quý».
_OF_EVERY: Final = re.compile(
    r"(?:ngày|tuần|thứ)\s+\S+\s+(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm)|tháng cuối quý)"
)
# «mỗi tháng 01 bài», «18 tiết/năm» are how often.
_EACH: Final = re.compile(r"(?:mỗi|hằng|hàng|/)\s*(?:tuần|tháng|quý|năm|học kỳ)(?:\s+\d{1,2}\s+\w+)?")
_TIME: Final = re.compile(
    rf"\d{{1,2}}\s*/\s*\d{{1,4}}|"
    rf"{WORD_START}(?:(?:ngày|tháng|tuần|đợt|kỳ|hè)\s+\d|quý\s+[iv\d]|kỳ họp|tuần (?:thứ|đầu|giữa|cuối)"
    rf"|trong năm(?!\s*(?:[,;.)]|$))|cuối năm|đầu năm|(?:trong|hết|đến|từ|trước)\s+năm|dịp|mùa"
    rf"|(?:trước|sau) (?:khi|ngày)){WORD_END}?"
)
# Where a task is due on no day, any word of a limit may be one that was not read.
_LIMIT: Final = re.compile(
    rf"{WORD_START}(?:(?:chậm nhất|muộn nhất|thời hạn|hạn chót|đúng hạn|ngay khi|nghỉ hè|năm học|học kỳ"
    rf"|(?:đầu|giữa|cuối)\s+(?:tuần|tháng|quý|năm|kỳ)){WORD_END}"
    r"|trước (?:khi|đợt|kỳ|hội nghị|lễ|cuộc|\d)|kịp (?!thời)|ngay sau)"
)
# «tổng hợp, báo cáo tại giao ban tháng» comes again, though no word says so.
_RHYTHM_OF_MEETINGS: Final = re.compile(
    rf"(?:giao ban|họp|báo cáo|sinh hoạt|hội nghị)\s+(?:tuần|tháng|quý){WORD_END}(?!\s+[\div])"
)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_YEAR_ALONE: Final = re.compile(r"(?:trong |cả )?(?:năm|hè|mùa hè|dịp hè)?\s*20\d\d|(?:trong |cả )năm")
# «sau 05 ngày làm việc kể từ ngày ký», «trong vòng 24 giờ»: counted from a day that has to be known.
_COUNTED: Final = re.compile(r"kể từ|(?:sau|vòng|thời hạn|không quá)\s+\d+\s+(?:ngày|giờ|tuần|tháng)")
_RHYTHM: Final = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)")
_DAY_ALONE: Final = re.compile(r"ngày\s+\d{1,2}$")
_OFTEN: Final = re.compile("thường xuyên")
_DAY: Final = r"(?:ngày\s+)?\d{1,2}\s*/\s*\d"
_NAMED_DAY: Final = r"ngày\s+(?!hội|làm việc)[^\W\d][^\d;.]{2,90}?\s*\(?\s*"
_DAY_ONLY: Final = re.compile(r"(?<![\d/])\d{1,2}\s*/\s*\d{1,2}(?![\d-])|tháng \d|quý [iv]")
_MEETING: Final = r"(?:sinh hoạt|họp|giao ban|hội nghị)(?:\s+[^\s,;.()\d]+){0,6}"
_OF_MEETING: Final = rf"{_MEETING}\s+(?<!trong )(?<!vào )(?<!xong )(?:tháng|quý)\s"
_OF_EVENT: Final = re.compile(rf"{WORD_START}(?:(?:dịp\s+|{_NAMED_DAY}){_DAY}|{_OF_MEETING})")


def has_unread_time(task: PlannedTask) -> bool:
    """Whether the words name a time that is neither the deadline nor the day of a document."""
    rest = _without_citations(_said(task))
    for words in task.due_words.split("; "):
        due = plain(words)
        rest = rest.replace(due, " ", 1)
    rest = _NAMED_SPAN.sub(" ", rest)
    if task.record.recurrence:
        rest = _EACH.sub(" ", _OF_EVERY.sub(" ", rest))
    if _TIME.search(rest):
        return True
    if not task.record.recurrence and _RHYTHM_OF_MEETINGS.search(rest):
        return True
    if task.due_words or task.record.recurrence:
        return False
    return _LIMIT.search(rest) is not None


def has_day_in_parts(task: PlannedTask) -> bool:
    """Whether its product or a part names a day of its own: «Sản phẩm: bài thu hoạch nộp trước 05/4»."""
    told = "; ".join((task.record.output, *task.parts))
    rest = plain(told)
    for words in task.due_words.split("; "):
        rest = rest.replace(plain(words), " ")
    return _DAY_ONLY.search(rest) is not None


def _said(task: PlannedTask) -> str:
    """Return the words of a task, of a row without the cells that only say when."""
    if task.lead_from != IN_A_COLUMN:
        return task.record.source
    cells = task.record.source.split(" | ")
    others = filterfalse(is_when, cells)
    return " | ".join(others)


def _without_citations(text: str) -> str:
    low = plain(text)
    citations = find_citations(text)
    for citation in reversed(citations):
        before = low[: citation.start]
        behind = low[citation.end :]
        low = f"{before} {behind}"
    return low


def has_day_of_no_month(task: PlannedTask) -> bool:
    """Whether its day is one of a month that no word names: «gửi trước ngày 20»."""
    if task.record.due:
        return False
    return _DAY_ALONE.search(plain(task.due_words)) is not None


def is_due_on_no_day(task: PlannedTask) -> bool:
    """Whether it is due at a time that no calendar here counts: «dịp Tết», «trước khai giảng»."""
    if task.record.due is None and _COUNTED.search(plain(task.record.source)):
        return True
    return names_undated(task.due_words)


def is_due_in_a_year(task: PlannedTask) -> bool:
    """Whether a year alone, or a summer, is all that is said: «Năm 2026» may be no deadline."""
    return _YEAR_ALONE.fullmatch(plain(task.due_words)) is not None


def has_several_days(task: PlannedTask) -> bool:
    """Whether several days are named, of which one may be another work's."""
    return "; " in task.due_words


def is_due_and_comes_again(task: PlannedTask) -> bool:
    """Whether a day and how often are both said: one of them may be of another work."""
    if not task.record.due or not task.record.recurrence:
        return False
    return not _OFTEN.fullmatch(task.record.recurrence)


def is_due_on_event(task: PlannedTask) -> bool:
    """Whether its day may be that of what is remembered: «nhân dịp 19/5», «Ngày Gia đình Việt Nam (28/6)»."""
    if task.record.due is None:
        return False
    return _OF_EVENT.search(plain(task.record.source)) is not None


def comes_in_two_rhythms(task: PlannedTask) -> bool:
    """Whether how often may be said of another work: «hằng tháng ...; mỗi quý ...»."""
    if task.record.recurrence and ";" in _BRACKETS.sub("", task.record.text):
        return True
    source = plain(task.record.source)
    rhythms = _RHYTHM.findall(source)
    found = set(map(_period_of, rhythms))
    return len(found) > 1


def _period_of(words: str) -> str:
    *_, period = words.split()
    return period
