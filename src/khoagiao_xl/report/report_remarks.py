"""What holds for the whole report and is said once at its head: whose figures they are, what is not sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from khoagiao_xl.model.records import coverage_of
from khoagiao_xl.report.figure_comparisons import against_of, bases_of
from khoagiao_xl.report.figure_coverage import (
    complete_mark,
    coverage_mark,
    lacks_to_date,
    usual_carried_mark,
)
from khoagiao_xl.report.sentences import has_answer, number, year_to_date
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent


def head_remarks(content: ReportContent, usual: str, told: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield what a reader must know before the figures, each only where it is needed.

    usual: the coverage that most figures share. told: the paragraphs by tag.
    """
    if usual:
        but = _but(content, usual, told)
        yield PHRASES["tam_tinh_chung"].format(coverage=usual, but=but)
    carried = usual_carried_mark(content.totals).strip("()")
    if carried:
        yield PHRASES["mang_sang_chung"].format(carried=carried)
    if any(total.estimated for total in content.totals):
        yield PHRASES["uoc"]
    yield from _compared_over(content, told)


def figure_remarks(content: ReportContent) -> Iterator[str]:
    """Yield how the figures come about, for the notes below their table."""
    yield from _year_to_date(content)
    yield from _breaks(content)


def _compared_over(content: ReportContent, told: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Say over how many units most figures are compared, where that are not all and something is compared."""
    period = content.period
    paragraphs = chain.from_iterable(told.values())
    text = " ".join(paragraphs)
    usual = content.usual_units
    for base in bases_of(period):
        units = usual.get(base.name, content.expected)
        against = against_of(base, period)
        if against in text and units < content.expected:
            shown = number(units)
            phrase = "so_sanh_tren"
            if base.name in content.bases_apart:
                phrase = "so_sanh_khac_chieu"
            yield PHRASES[phrase].format(against=against, units=shown)


def _but(content: ReportContent, usual: str, told: Mapping[str, Sequence[str]]) -> str:
    """Return «, trừ chỗ ghi riêng» where the report has such a place."""
    marks = set(_other_marks(content.totals, usual))
    for paragraphs in told.values():
        text = " ".join(paragraphs)
        if any(mark in text for mark in marks):
            return PHRASES["tru_cho_ghi_rieng"]
    return ""


def _other_marks(totals: Iterable[Total], usual: str) -> Iterator[str]:
    for total in totals:
        if not has_answer(total):
            continue
        if total.carried_units:
            yield coverage_mark(total)
        elif total.coverage != usual:
            yield coverage_mark(total) or complete_mark(total)


# -- the year to date -------------------------------------------------------------------------------------


def _year_to_date(content: ReportContent) -> Iterator[str]:
    """Say how the year to date comes about, where it is told, and of how many units it is whole."""
    told = list(_told_to_date(content))
    if not told:
        return
    known = _known_to_date(told)
    yield PHRASES["luy_ke_cach_tinh"].format(known=known)


def _known_to_date(told: Iterable[Total]) -> str:
    """Return of how many units all is known since the start of the year, nothing where it is of all."""
    coverages = set()
    for total in told:
        known = total.to_date_counted
        owing = total.to_date_owing
        if lacks_to_date(total):
            coverage = coverage_of(known, owing)
            coverages.add(coverage)
    if not coverages:
        return ""
    if len(coverages) > 1:
        return PHRASES["luy_ke_chua_du_it"]
    (coverage,) = coverages
    return PHRASES["luy_ke_chua_du"].format(coverage=coverage)


def _told_to_date(content: ReportContent) -> Iterator[Total]:
    parts = content.sentences.by_code
    for total in content.totals:
        part = parts.get(total.code)
        if part and part.is_compared and year_to_date(total):
            yield total


def _breaks(content: ReportContent) -> Iterator[str]:
    broken = [total for total in content.totals if total.breaks]
    parts = content.period.parts
    if not broken or not parts:
        return
    *_, part = parts
    count = len(broken)
    facts = part.kind.facts
    yield PHRASES["chua_khop"].format(
        count=number(count),
        part=facts.called,
    )
