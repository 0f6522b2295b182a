"""The general verdict on a period, from figures alone: who reported, in time or not, which way figures went.

The words of the verdict, and from which share on each is true, stand in data/report_verdicts.csv.
"""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.figure_comparisons import bases_of, is_comparable
from khoagiao_xl.report.keyed_figures import change_of
from khoagiao_xl.report.plain_changes import NOTEWORTHY
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_standing import always_on_time, duties_of, periods_so_far
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.report_words import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.keyed_figures import Base
    from khoagiao_xl.report.told_lines import KeyedText

TABLE: Final = "data/report_verdicts.csv"
WHOLE: Final = 100
STOCKS: Final = "dac_diem"  # how many there are tells nothing of what was done
FEWEST: Final = 3  # figures that make a trend
RISEN, FALLEN, EVEN = "risen", "fallen", "even"


def verdict(content: ReportContent) -> Iterator[KeyedText]:
    """Yield the sentences of the verdict, each under a key that stays whatever its figures come to."""
    if content.expected:
        yield "bao_cao", _reporting(content)
    base, *_ = bases_of(content.period)
    counts = _changes(content, base)
    if counts.total() >= FEWEST:
        yield "xu_huong", _trend(content, base, counts)


def _reporting(content: ReportContent) -> str:
    reported, owing = content.reported, content.expected
    told = VERDICTS["bao_cao"].format(
        period=content.period.label, words=_words_of_share("reported", reported, owing)
    )
    if not duties_of(content, content.period):
        return f"{told}."
    on_time = always_on_time(content, _periods_judged(content))
    words = _words_of_share("on_time", len(on_time), owing)
    return told + VERDICTS["dung_han"].format(words=words)


def _periods_judged(content: ReportContent) -> list[Period]:
    """Return the period and those within it that were taken in: the quarter's report alone is no whole."""
    now = content.period
    found = [period for period in periods_so_far(content) if period.first_month >= now.first_month]
    return found or [now]


def _words_of_share(measure: str, part: int, whole: int) -> str:
    share = part / whole * WHOLE
    return verdict_words(measure, share)


def _changes(content: ReportContent, base: Base) -> Counter[str]:
    """Count the compared figures that rose, fell, stayed, over the units that gave them both times."""
    counts: Counter[str] = Counter()
    for total in content.totals:
        if _is_compared(total) and is_comparable(total, base, content.compared_from):
            change = change_of(total, base) or 0
            counts[_way(change)] += 1
    return counts


def _is_compared(total: Total) -> bool:
    table = sentence_table()
    part = table.by_code.get(total.code)
    if part is None or part.tag == STOCKS:
        return False
    return part.is_compared


def _way(change: float) -> str:
    """Return which way a change goes; one that the text calls «xấp xỉ» goes none."""
    if abs(change) < NOTEWORTHY:
        return EVEN
    return RISEN if change > 0 else FALLEN


def _trend(content: ReportContent, base: Base, counts: Counter[str]) -> str:
    facts = content.period.kind.facts
    parts = []
    for way in (RISEN, FALLEN, EVEN):
        if counts[way]:
            count = number(counts[way])
            parts.append(VERDICTS[way].format(count=count))
    return VERDICTS["xu_huong"].format(
        against=PHRASES[f"so_voi_{base.name}"].format(called=facts.called),
        words=_words_of_trend(counts),
        parts=", ".join(parts),
    )


def _words_of_trend(counts: Counter[str]) -> str:
    for way in (RISEN, FALLEN):
        share = counts[way] / counts.total() * WHOLE
        words = verdict_words(way, share)
        if words:
            return words
    return verdict_words(EVEN, WHOLE)


def verdict_words(measure: str, share: float) -> str:
    """Return the words for a share in per cent: of the highest threshold that it reaches, or nothing."""
    for start, words in _thresholds(measure):
        if share >= start:
            return words
    return ""


@cache
def _thresholds(measure: str) -> tuple[tuple[float, str], ...]:
    """Return (share in per cent, words) of a measure, the highest first."""
    package = files("khoagiao_xl")
    text = (package / TABLE).read_text("utf-8")
    lines = text.splitlines()
    found = []
    for row in csv.DictReader(lines):
        if row["measure"] != measure:
            continue
        start = float(row["from"])
        threshold = (start, row["words"])
        found.append(threshold)
    found.sort(reverse=True)
    return tuple(found)
