"""What holds for the whole report: at its head what is not sure, below the table how figures come about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from khoagiao_xl.model.records import coverage_of
from khoagiao_xl.report.break_notes import break_count
from khoagiao_xl.report.carried_figures import carried_apart
from khoagiao_xl.report.comparison_remarks import compared_over, comparison_notes, excepted, text_of
from khoagiao_xl.report.figure_coverage import carried_mark, is_of_all, lacks_to_date, usual_carried_mark
from khoagiao_xl.report.figure_marks import is_marked
from khoagiao_xl.report.fuller_notes import fuller_note, stand_ins
from khoagiao_xl.report.less_than_before import less_than_before
from khoagiao_xl.report.sentences import has_answer, number, year_to_date
from khoagiao_xl.wording.report import PHRASES, TABLE_NOTES

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total
    from khoagiao_xl.report.content import ReportContent

ARISEN, SETTLED = "KG221", "KG222"  # the units' own counts of hot issues


def head_remark(content: ReportContent, usual: str, told: Mapping[str, Sequence[str]], appendix: str) -> str:
    """Return what a reader must know before the figures: whose they are, that they are not final.

    usual: the coverage that most figures share. told: the paragraphs by tag. appendix: tells the rest.
    """
    parts = [
        _whose(content, usual, told, appendix),
        _to_date_at_head(content),
        compared_over(content, told),
    ]
    return "".join(parts)


def _whose(content: ReportContent, usual: str, told: Mapping[str, Sequence[str]], appendix: str) -> str:
    is_estimated = any(total.estimated for total in content.totals)
    others = stand_ins(content)
    if is_estimated and others:
        return PHRASES["uoc_va_cong"].format(
            reported=number(content.reported),
            others=number(others),
            of_units=PHRASES["so_don_vi_cong"].format(coverage=usual) if usual else "",
            but=_but(content, told),
            appendix=appendix,
        )
    if usual:
        but = _but(content, told)
        phrase = "uoc_chung" if is_estimated else "tam_tinh_chung"
        return PHRASES[phrase].format(
            of_units=_of_units(usual, content, but),
            but=but,
            appendix=appendix,
        )
    if is_estimated:
        return PHRASES["uoc"]
    return ""


def _of_units(usual: str, content: ReportContent, but: str) -> str:
    """Return of how many units the figures are: blank for those that have reported, if no figure is apart."""
    if usual == coverage_of(content.reported, content.expected) and not but:
        return ""
    return PHRASES["cua_don_vi_nay"].format(coverage=usual)


def method_remarks(content: ReportContent, told: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield how the figures of the text come about, for the notes below the table."""
    carried = usual_carried_mark(content.totals).strip("()")
    if carried:
        apart = carried_apart(content)
        are_all_named = apart and not _has_uncarried(content)
        text = text_of(told)
        but = "" if are_all_named else excepted("cua_don_vi", text)
        yield PHRASES["mang_sang_chung"].format(
            carried=carried,
            but=but,
            apart=apart,
        )
    yield from comparison_notes(content, told)


def _has_uncarried(content: ReportContent) -> bool:
    """Whether a state is told of the units alone that have reported now."""
    known = filter(has_answer, content.totals)
    states = [total for total in known if total.code in content.state_codes]
    uncarried = [total for total in states if not total.carried_units]
    return not all(map(is_of_all, uncarried))


def figure_remarks(content: ReportContent) -> Iterator[str]:
    """Yield how the figures come about, for the notes below their table."""
    yield from _year_to_date(content)
    yield from less_than_before(content)
    yield from break_count(content)
    yield from _issues(content)


def _issues(content: ReportContent) -> Iterator[str]:
    """Say why the issues of the text are not those of the table, where the log knows of others."""
    arisen = [note for note in content.issues if not note.is_earlier]
    settled = [note for note in arisen if note.settled_on]
    if not arisen:
        yield from _issues_left(content)
        return
    if _counts(ARISEN, len(arisen), content) and _counts(SETTLED, len(settled), content):
        return
    phrase = "so_van_de" if settled else "so_van_de_chua"
    yield TABLE_NOTES[phrase].format(
        arisen=number(len(arisen)),
        settled=number(len(settled)),
    )


def _issues_left(content: ReportContent) -> Iterator[str]:
    """Say of a period in which none arose that the log has others open than the table, whose year it is."""
    left = [note for note in content.issues if note.settled_on is None]
    to_date = []
    for code in (ARISEN, SETTLED):
        total = content.by_code.get(code)
        to_date.append(total.to_date if total else None)
    arisen, settled = to_date
    if arisen is None or settled is None:
        return
    if left and arisen - settled != len(left):
        yield TABLE_NOTES["so_van_de_cu"].format(left=number(len(left)))


def _counts(code: str, count: int, content: ReportContent) -> bool:
    """Whether the units' figure is the count of the log, or is not asked or not answered."""
    total = content.by_code.get(code)
    if total is None or not has_answer(total):
        return True
    return total.value == count


def _but(content: ReportContent, told: Mapping[str, Sequence[str]]) -> str:
    """Return «, trừ chỗ ghi riêng» where the report has such a place."""
    text = text_of(told)
    carried = [carried_mark(total) for total in content.totals if total.carried_units]
    if is_marked(text) or any(mark in text for mark in carried):
        return PHRASES["tru_cho_ghi_rieng"]
    return ""


# -- the year to date -------------------------------------------------------------------------------------


def _year_to_date(content: ReportContent) -> Iterator[str]:
    """Say how the year to date comes about, where it is told, and of how many units it is whole.

    Of a period that begins the year it is the figure itself: then the reports that this is made of.
    """
    if content.period.begins_year:
        for note in fuller_note(content):
            yield note + "."
        return
    told = list(_told_to_date(content))
    if not told:
        return
    known = _known_to_date(told)
    yield PHRASES["luy_ke_cach_tinh"].format(known=known)


def _to_date_at_head(content: ReportContent) -> str:
    """Say at the head what the year to date is made of, where it is told and months of units are missing."""
    if content.period.begins_year:
        return ""
    coverages = _coverages_to_date(_told_to_date(content))
    if not coverages:
        return ""
    (coverage, *others) = coverages
    known = PHRASES["luy_ke_dau_du"].format(coverage=coverage)
    return PHRASES["luy_ke_dau"].format(known="" if others else known)


def _coverages_to_date(told: Iterable[Total]) -> set[str]:
    """Return of how many units the figures are whole since the year began, of those that are not of all."""
    coverages = set()
    for total in filter(lacks_to_date, told):
        known = total.to_date_counted
        coverage = coverage_of(known, total.to_date_owing)
        coverages.add(coverage)
    return coverages


def _known_to_date(told: Iterable[Total]) -> str:
    """Return of how many units all is known since the start of the year, nothing where it is of all."""
    coverages = _coverages_to_date(told)
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
