"""Reports that fall due every month, quarter, half and year, with the day where the guidance names one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from khoagiao_xl.guidance.guidance_records import PeriodicDuty
from khoagiao_xl.guidance.tasks.no_work import is_refused_or_done
from khoagiao_xl.guidance.tasks.report_days import ReportDay, ReportPlace, day_of_report
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.vietnamese.running_text import plain, sentences
from khoagiao_xl.vietnamese.word_patterns import WORD_END, WORD_START, any_of

NAMES = {kind: kind.facts.called for kind in Kind}
_EVERY = any_of("hằng | hàng | mỗi | từng | định kỳ | cuối | báo cáo | kỳ")
# How a kind of period is named, where it is not a period of its own: «quý», not «quý IV», not «quý báu».
_KINDS: dict[Kind | None, str] = {
    # No kinds of their own, but of a list of them: «quý I, 6 tháng, 9 tháng, năm».
    None: r"(?:0?[39]|ba|chín)\s+tháng(?:\s+đầu năm)?|qu[ýí]\s+(?:iv|i{1,3}|[1-4])(?:/20\d\d)?",
    Kind.HALF: r"(?:0?6|sáu)\s+tháng(?:\s+đầu năm|\s+cuối năm)?",
    Kind.MONTH: r"(?<!6 )(?<!06 )(?<!sáu )(?<!9 )(?<!3 )(?<!ba )(?<!chín )"
    r"tháng(?!\s+\d)(?!\s+(?:đầu|cuối) năm)",
    Kind.QUARTER: rf"qu[ýí](?!\s+(?:báu|trọng|vị|đại|iv|i{{1,3}}|[1-4]){WORD_END})",
    Kind.YEAR: r"(?:cả năm(?!\s+học)|"
    r"(?<!họp )(?<!thường lệ )(?<!hội nghị )(?<!hội nghị tổng kết )cuối năm(?!\s+học)|"
    r"hằng năm|hàng năm|tổng kết năm|báo cáo năm|"
    r"(?<=[,/;] )năm(?!\s*\d)|(?<=và )năm(?!\s*\d)|(?<=, )01 năm|1 năm)",
}
_PATTERNS = {kind: re.compile(WORD_START + words + WORD_END) for kind, words in _KINDS.items()}
# A speaker («báo cáo viên») and a talk («báo cáo chuyên đề») are heard at a meeting; nobody hands them in.
_REPORT = re.compile(rf"(?<!hội nghị )báo cáo(?!\s+(?:viên|chuyên đề){WORD_END})")
_MEETING = re.compile(r"hội nghị báo cáo|báo cáo viên|báo cáo chuyên đề")
_EVERY_BEFORE = re.compile(rf"{_EVERY}(?:\s+(?:sơ kết|tổng kết))?\s*:?\s*(?:hàng |hằng |\()?$")
_EVERY_FIRST = re.compile(any_of("hằng | hàng | cuối | báo cáo | cả | mỗi"))
_LISTED_AFTER = re.compile(
    r"\s*(?:\([^()]*\)|(?:gửi\s+|nộp\s+|xong\s+)?(?:trước|chậm nhất|vào|đến) [^,;()]{0,40})?"
    r"\s*(?:,|và|/|;|hoặc|,\s*và)\s*(?:báo cáo\s+|hàng\s+|hằng\s+)?"
)
_YEARLY = ("hàng năm", "hằng năm")
_LONG = {Kind.HALF, Kind.YEAR}
_AGAIN = re.compile(
    any_of("định kỳ | các năm(?! \\d) | (?:hằng|hàng|mỗi|từng) (?:tháng|quý|năm|0?6 tháng|kỳ)") + WORD_END
)
# «báo cáo 6 tháng trước 15/6, báo cáo năm trước 15/12» is what is sent every year.
_BY_NAME = re.compile(rf"báo cáo\s+(?:(?:0?6|sáu)\s+tháng|năm){WORD_END}")
_YEAR = re.compile(r"20\d\d")
_NEAR, _SAME_CLAUSE = 20, 60  # letters in which «mỗi», in which «báo cáo» is looked for


@dataclass(frozen=True, order=True)
class _Named:
    """The words for a kind of period at one place of a sentence."""

    start: int
    end: int
    kind: Kind | None


def find_duties(node: Node) -> list[PeriodicDuty]:
    """Return the periodic reports of the node, one a kind of period."""
    duties: list[PeriodicDuty] = []
    for first, last in sentences(node.text):
        sentence = node.text[first:last]
        if not _REPORT.search(plain(sentence)):
            continue
        if is_refused_or_done(sentence):
            continue
        duties += _in_sentence(node, sentence)
    return best_of_each_kind(duties)


def best_of_each_kind(duties: Iterable[PeriodicDuty]) -> list[PeriodicDuty]:
    """Return one duty a kind, from month to year: the first that names a day, else the first."""
    best: dict[Kind, PeriodicDuty] = {}
    for duty in duties:
        kind = duty.kind
        known = best.setdefault(kind, duty)
        if duty.is_assumption:
            continue
        if known.is_assumption:
            best[kind] = duty
    return [best[kind] for kind in NAMES if kind in best]


def _in_sentence(node: Node, sentence: str) -> Iterator[PeriodicDuty]:
    low = plain(sentence)
    every = sorted(_named_in(low), key=_place)
    asked = set(_asked(low, every))
    for named, following in zip_longest(every, every[1:]):
        if named.kind is None or named not in asked:
            continue
        day = _day(low, named, named.kind, following)
        end = max(named.end, day.end)
        yield PeriodicDuty(
            kind=named.kind,
            day=day.day,
            month=day.month,
            section=node.section,
            words=sentence[named.start : end],
            source=sentence,
        )


def _place(named: _Named) -> tuple[int, int]:
    return named.start, named.end


def _asked(low: str, every: Iterable[_Named]) -> list[_Named]:
    """Return the kinds of period for which a sentence asks for a report, as they follow each other.

    What is asked once is so again: «6 tháng, năm (6 tháng trước ngày 15/6; năm trước ngày 15/12)».
    """
    asked: list[_Named] = []
    kinds: set[Kind] = set()
    for named in every:
        if named.kind not in kinds and not _is_asked(low, named, asked):
            continue
        asked.append(named)
        if named.kind:
            kinds.add(named.kind)
    return asked


def _named_in(low: str) -> Iterator[_Named]:
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(low):
            start, end = match.span()
            yield _Named(start, end, kind)


def _day(low: str, named: _Named, kind: Kind, following: _Named | None) -> ReportDay:
    place = ReportPlace(
        start=named.start,
        end=named.end,
        stop=following.start if following else len(low),
        kind=kind,
        is_repeated=following is not None and following.kind is kind,
    )
    return day_of_report(low, place)


def _is_asked(low: str, named: _Named, every: Iterable[_Named]) -> bool:
    """Say whether the word for a period stands in a phrase of every period, not in «báo cáo tháng 3»."""
    if _is_meeting(low, named.start):
        return False
    if not _says_every(low, named):
        return _is_listed(low, named, every)
    words = low[named.start : named.end]
    if not words.startswith(_YEARLY):
        return True
    start = max(0, named.start - _SAME_CLAUSE)
    end = named.end + _SAME_CLAUSE
    return "báo cáo" in low[start:end]


def _says_every(low: str, named: _Named) -> bool:
    first, end = named.start, named.end
    if _EVERY_FIRST.match(low, first, end):
        return True
    start = max(0, first - _NEAR)
    before = low[start:first]
    every = _EVERY_BEFORE.search(before)
    return every is not None


def _is_listed(low: str, named: _Named, every: Iterable[_Named]) -> bool:
    """Say whether the word is one of a list: what is listed before it counts, and so does it."""
    for other in every:
        if other.end > named.start:
            continue
        between = low[other.end : named.start]
        if _LISTED_AFTER.fullmatch(between):
            return True
    return False


def _is_meeting(low: str, position: int) -> bool:
    """Say whether the clause at `position` speaks of talks that are held, not of a report handed in."""
    start = low.rfind(";", 0, position) + 1
    clauses = low[start:]
    clause, _, _ = clauses.partition(";")
    if _REPORT.search(clause):
        return False
    return _MEETING.search(clause) is not None


def is_asked_once(source: str, duties: list[PeriodicDuty], period: str) -> bool:
    """Say whether the reports of a half or a whole year are those of this one: «tổng kết năm trước 10/12».

    period: the month or quarter that they are listed under, "" where there is none.
    """
    if not {duty.kind for duty in duties} <= _LONG:
        return False
    low = plain(source)
    if _AGAIN.search(low):
        return False
    if period:
        return True
    first = min((source.find(duty.words) for duty in duties), default=0)
    due = find_due(source[first:], ANY_YEAR)
    if _BY_NAME.search(low) and not _YEAR.search(due.words):
        return False
    return due.day is not None


def before_duties(source: str, duties: list[PeriodicDuty]) -> str:
    """Return the clauses before the first periodic report, whose days belong to the duties."""
    if not duties:
        return source
    places = (source.find(duty.words) for duty in duties)
    first = min(places)
    clause = source.rfind(";", 0, first)
    sentence = source.rfind(". ", 0, first)
    end = max(0, clause, sentence)
    return source[:end]


def question_duty(duty: PeriodicDuty) -> Iterator[Finding]:
    """Yield the note that a duty's day is the office's assumption, where the guidance names none."""
    if not duty.is_assumption:
        return
    facts = {
        "period": NAMES[duty.kind],
        "section": duty.section,
    }
    yield Finding("KH-41", Severity.NOTE, facts=facts)
