"""Reports that fall due every month, quarter, half and year, with the day where the guidance names one."""

from __future__ import annotations

import re

from khoagiao_xl.guidance.guidance_records import PeriodicDuty
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.vietnamese.running_text import plain, sentences

NAMES = {kind: kind.facts.called for kind in Kind}
_EVERY = r"(?:hằng|hàng|mỗi|từng|định kỳ|cuối|báo cáo|kỳ)"
_KINDS: list[tuple[Kind, str]] = [
    (Kind.HALF, r"(?:0?6|sáu)\s+tháng(?:\s+đầu năm|\s+cuối năm)?"),
    (
        Kind.MONTH,
        r"(?<!6 )(?<!06 )(?<!sáu )(?<!9 )(?<!3 )(?<!ba )(?<!chín )tháng(?!\s+\d)(?!\s+(?:đầu|cuối) năm)",
    ),
    (Kind.QUARTER, r"qu[ýí](?!\s+(?:báu|trọng|vị|đại|iv|i{1,3}|[1-4])(?![^\W_]))"),
    (
        Kind.YEAR,
        (
            r"(?:cả năm|cuối năm|hằng năm|hàng năm|tổng kết năm|báo cáo năm|(?<=[,/;] )năm(?!\s*\d)|(?<=và "
            r")năm(?!\s*\d)|(?<=, )01 năm|1 năm)"
        ),
    ),
]
# A speaker («báo cáo viên») and a talk («báo cáo chuyên đề») are heard at a meeting; nobody hands them in.
_REPORT = re.compile(r"(?<!hội nghị )báo cáo(?!\s+(?:viên|chuyên đề)(?![^\W_]))")
_MEETING = re.compile(r"hội nghị báo cáo|báo cáo viên|báo cáo chuyên đề")
_DAY = re.compile(
    r"(?P<how>trước|chậm nhất(?:\s+là)?(?:\s+vào)?|đến|hạn(?:\s+cuối)?|vào|muộn "
    r"nhất(?:\s+là)?)\s+(?:ngày\s+)?(?P<day>\d{1,2})"
    r"(?:\s*[/.]\s*(?P<month>\d{1,2})(?!\d)|\s+tháng\s+(?P<month2>\d{1,2}))?"
)
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find_duties(node: Node) -> list[PeriodicDuty]:
    """Return the periodic reports of the node, one a kind of period."""
    duties: list[PeriodicDuty] = []
    for first, last in sentences(node.text):
        sentence = node.text[first:last]
        if _REPORT.search(plain(sentence)):
            duties += _in_sentence(node, sentence)
    return best_of_each_kind(duties)


def best_of_each_kind(duties: list[PeriodicDuty]) -> list[PeriodicDuty]:
    """Return one duty a kind, from month to year: the first that names a day, else the first."""
    ranked = sorted(duties, key=lambda duty: duty.is_assumption)
    return [
        next(duty for duty in ranked if duty.kind is kind)
        for kind in NAMES
        if any(duty.kind is kind for duty in ranked)
    ]


def _in_sentence(node: Node, sentence: str) -> list[PeriodicDuty]:
    low = plain(sentence)
    named = sorted(
        (match.start(), match.end(), kind)
        for kind, words in _KINDS
        for match in re.finditer(rf"(?<![^\W_]){words}(?![^\W_])", low)
    )
    named = [one for one in named if _is_asked(low, one[0], one[1], named)]
    duties: list[PeriodicDuty] = []
    for index, (start, end, kind) in enumerate(named):
        day, month, until = _day(low, named, index)
        words = sentence[start : max(end, until)]
        duties.append(PeriodicDuty(kind, day, month, node.section, words, sentence))
    return duties


def _is_asked(low: str, start: int, end: int, named: list[tuple[int, int, Kind]]) -> bool:
    """Say whether the word for a period stands in a phrase of every period, not in «báo cáo tháng 3»."""
    if _is_meeting(low, start):
        return False
    before = low[max(0, start - 16) : start]
    if re.search(rf"{_EVERY}\s*:?\s*(?:hàng |hằng |\()?$", before) or re.match(
        r"hằng|hàng|cuối|báo cáo|cả|mỗi", low[start:end]
    ):
        return (
            not low[start:end].startswith(("hàng năm", "hằng năm"))
            or "báo cáo" in low[max(0, start - 60) : end + 60]
        )
    # One of a list: what is listed before it counts, and so does it.
    return any(
        other_end <= start
        and re.fullmatch(
            r"\s*(?:\([^()]*\)|(?:trước|chậm nhất|vào|đến) [^,;()]{0,40})?"
            r"\s*(?:,|và|/|;|hoặc|,\s*và)\s*(?:báo cáo\s+|hàng\s+|hằng\s+)?",
            low[other_end:start],
        )
        for _, other_end, _ in named
    )


def _is_meeting(low: str, position: int) -> bool:
    """Say whether the clause at `position` speaks of talks that are held, not of a report handed in."""
    end = low.find(";", position)
    clause = low[low.rfind(";", 0, position) + 1 : end if end >= 0 else len(low)]
    return _MEETING.search(clause) is not None and _REPORT.search(clause) is None


def _day(low: str, named: list[tuple[int, int, Kind]], index: int) -> tuple[int | None, int | None, int]:
    """Return the day and month named for one kind of period, and where its words end.

    It stands after the period («báo cáo tháng trước ngày 20») or before it («trước ngày 20 hằng tháng»).
    """
    start, end, kind = named[index]
    stop = named[index + 1][0] if index + 1 < len(named) else len(low)
    after = _DAY.search(low, end, stop)
    same_next = index + 1 < len(named) and named[index + 1][2] is kind
    if after and (same_next or not re.match(r"\s+(?:của\s+)?(?:hằng|hàng|mỗi)\s", low[after.end() :])):
        return (*_last_day(after, kind), after.end())
    if before := re.search(
        _DAY.pattern + r"\s+(?:của\s+)?(?:tháng cuối\s+)?(?:hằng |hàng |mỗi )?$", low[:start]
    ):
        return (*_last_day(before, kind), end)
    # «định kỳ tháng, quý (trước ngày 20)»: one day for all that are listed in front of it.
    listed = re.match(r"(?:[\s,/;]|và|hàng|hằng|6 tháng|cuối|cả|quý|tháng|năm)*\(\s*", low[end:])
    shared = _DAY.match(low, end + listed.end()) if listed else None
    return (*_last_day(shared, kind), end) if shared and not shared["month"] else (None, None, end)


def _last_day(match: re.Match[str], kind: Kind) -> tuple[int | None, int | None]:
    day = int(match["day"])
    month = int(match["month"] or match["month2"] or 0) or None
    if not 1 <= day <= 31 or (month or 1) > 12:
        return None, None
    if match["how"] == "trước":
        day -= 1
    if day == 0 and month:
        month = (month - 2) % 12 + 1
        day = _LAST_DAYS[month - 1]
    return day or 31, month if kind in {Kind.HALF, Kind.YEAR} else None


def before_duties(source: str, duties: list[PeriodicDuty]) -> str:
    """Return the clauses before the first periodic report, whose days belong to the duties."""
    if not duties:
        return source
    first = min(source.find(duty.words) for duty in duties)
    return source[: max(0, source.rfind(";", 0, first), source.rfind(". ", 0, first))]


def question_duty(duty: PeriodicDuty) -> list[Finding]:
    """Return the note that a duty's day is the office's assumption, where the guidance names none."""
    facts = {"period": NAMES[duty.kind], "section": duty.section}
    return [Finding("KH-41", Severity.NOTE, facts=facts)] if duty.is_assumption else []
