"""The general verdict on a period: what was done, the state of minds, what is open; all of it from figures.

Which figures are told, and in which words, stands in data/report_opening.csv:

code      the indicator
frame     its words: {} is the figure with what it counts
compared  x: with how it has changed since the period before

The words of the state of minds, and from which share on each is true, stand in data/report_verdicts.csv.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.figure_comparisons import bases_of, is_told_apart, trends
from khoagiao_xl.report.figure_coverage import coverage_mark, usual_coverage, usual_mark
from khoagiao_xl.report.sentences import amount, answered, figure_of, number
from khoagiao_xl.shipped_tables import shipped_rows
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.report_words import VERDICTS

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_lines import KeyedText

TABLE: Final = "report_verdicts.csv"
FIGURES: Final = "report_opening.csv"
COMPARED: Final = "x"
WHOLE: Final = 100
MOST: Final = 2 / 3  # of the units: of fewer the verdict compares nothing
MINDS: Final = "minds"
SETTLED_MINDS: Final = "KG605"  # how many units say that minds are settled


def verdict(content: ReportContent) -> Iterator[KeyedText]:
    """Yield the sentence of the verdict, under a key that stays whatever its figures come to."""
    work = ", ".join(_work(content))
    told = (
        VERDICTS["da_lam"].format(
            known=_known(content),
            work=work,
        )
        if work
        else ""
    )
    parts = [told, _minds(content), *_issues(content)]
    known = [part for part in parts if part]
    if known:
        yield (
            "cong_viec",
            VERDICTS["cong_viec"].format(
                period=content.period.label,
                parts="; ".join(known),
            ),
        )


def _known(content: ReportContent) -> str:
    """Return «theo số liệu của 60/92 đơn vị, » where units are missing from most figures; else nothing."""
    coverage = usual_coverage(content.totals)
    if not coverage:
        return ""
    known = PHRASES["theo_so_lieu"]
    return known.format(coverage=coverage)


# -- what was done ----------------------------------------------------------------------------------------


def _work(content: ReportContent) -> Iterator[str]:
    """Yield the figures that stand for the work of the period; what is none or unknown the body tells."""
    for row in shipped_rows(FIGURES):
        total = content.by_code.get(row["code"])
        if total and figure_of(total):
            told = row["frame"].replace("{}", amount(total))
            is_compared = row["compared"] == COMPARED
            remarks = _remarks(total, content, is_compared=is_compared)
            yield told + remarks


def _remarks(total: Total, content: ReportContent, *, is_compared: bool) -> str:
    """Return in brackets how a figure has changed, and whose it is where it is not the others'."""
    remarks = list(_changes(total, content)) if is_compared else []
    mark = coverage_mark(total)
    if mark != usual_mark(usual_coverage(content.totals)):
        remarks.append(mark.strip("()"))
    told = "; ".join(remark for remark in remarks if remark)
    if told:
        return f" ({told})"
    return ""


def _changes(total: Total, content: ReportContent) -> Iterator[str]:
    """Yield how a figure has changed, where most units have reported and the annex is not against it."""
    if content.reported < content.expected * MOST:
        return
    if any(is_told_apart(total, base) for base in bases_of(content.period)):
        return
    yield from trends(
        total,
        content.period,
        content.compared_from,
        {},  # it stands before the head, which tells of the usual units
    )


# -- minds and issues -------------------------------------------------------------------------------------


def _minds(content: ReportContent) -> str:
    total = content.by_code.get(SETTLED_MINDS)
    if total is None or not answered(total):
        return ""
    share = (figure_of(total) or 0) / answered(total) * WHOLE
    return verdict_words(MINDS, share)


def _issues(content: ReportContent) -> Iterator[str]:
    """Yield how many issues arose and how many are settled, then how many of earlier periods are open."""
    arisen = [note for note in content.issues if not note.is_earlier]
    settled = [note for note in arisen if note.settled_on]
    if arisen:
        phrase = "van_de_xong" if len(settled) == len(arisen) else "van_de_xong_so"
        state = VERDICTS[phrase] if settled else VERDICTS["van_de_chua"]
        yield VERDICTS["van_de"].format(
            count=number(len(arisen)),
            state=state.format(count=number(len(settled))),
        )
    earlier = [note for note in content.issues if note.is_earlier]
    left = [note for note in earlier if note.settled_on is None]
    if left:
        yield VERDICTS["van_de_cu"].format(count=number(len(left)))


# -- words of a share -------------------------------------------------------------------------------------


def verdict_words(measure: str, share: float) -> str:
    """Return the words for a share in per cent: of the highest threshold that it reaches, or nothing."""
    for start, words in _thresholds(measure):
        if share >= start:
            return words
    return ""


@cache
def _thresholds(measure: str) -> tuple[tuple[float, str], ...]:
    """Return (share in per cent, words) of a measure, the highest first."""
    found = []
    for row in shipped_rows(TABLE):
        if row["measure"] != measure:
            continue
        start = float(row["from"])
        threshold = (start, row["words"])
        found.append(threshold)
    found.sort(reverse=True)
    return tuple(found)
