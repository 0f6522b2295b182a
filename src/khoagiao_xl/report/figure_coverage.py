"""Whose sum a figure is: the units behind it, and those that stand in it with their last known answer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import coverage_of
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.keyed_figures import FullerTotal, is_yes_no
from khoagiao_xl.report.sentences import answered, has_answer, number
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from khoagiao_xl.model.records import Total


def is_of_all(total: Total) -> bool:
    """Say whether no owing unit is missing from the figure: each has answered, now or before."""
    return answered(total) >= total.owing


def lacks_to_date(total: Total) -> bool:
    """Say whether a period of the year is unknown of some unit, so that the year to date may be more."""
    known = total.to_date_counted
    return known < total.to_date_owing


def coverage_mark(total: Total) -> str:
    """Return in brackets whose sum a figure is, nothing where every owing unit has answered in the period."""
    if not has_answer(total):
        return ""
    if total.carried_units:
        return carried_mark(total)
    if not total.provisional:
        return ""
    return _coverage_phrase("tam_tinh", total.coverage)


def of_units(total: Total) -> str:
    """Return «(số liệu của 85 đơn vị)»: all that stand behind the figure, now or with what they last said.

    A count of units that say yes names them itself: «42/88 đơn vị».
    """
    if is_yes_no(total):
        return ""
    units = number(answered(total))
    if isinstance(total, FullerTotal) and total.part_units:
        return PHRASES["cua_don_vi_phan"].format(
            units=units,
            in_part=number(total.part_units),
            part=total.part,
        )
    return PHRASES["cua_don_vi"].format(units=units)


def carried_mark(total: Total) -> str:
    """Return «(trong đó 15 đơn vị ... lấy theo số gần nhất: tháng 1: 9 đơn vị; tháng 2: 6 đơn vị)»."""
    mark = _carried_words(total)
    unknown = total.owing - answered(total)
    if unknown > 0:
        mark += PHRASES["chua_tung_bao_cao"].format(units=number(unknown))
    return f"({mark})"


def _carried_words(total: Total) -> str:
    """Return «15 đơn vị lấy theo số tháng 1», or for several periods how many units each stands for."""
    counted = number(total.carried_units)
    if len(total.carried_from) == 1:
        code, _, _ = total.carried_from[0].partition(": ")
        return PHRASES["mang_sang_mot"].format(
            units=counted,
            period=_named(code, total.period),
        )
    sources = [_source("nguon_mang_sang", text, total.period) for text in total.carried_from]
    return PHRASES["mang_sang"].format(
        units=counted,
        sources="; ".join(sources),
    )


def _source(phrase: str, text: str, now: str) -> str:
    """Return «tháng 1: 9 đơn vị» of «2024-M01: 9», in the words of a phrase."""
    code, _, units = text.partition(": ")
    counted = number(int(units))
    return PHRASES[phrase].format(
        period=_named(code, now),
        units=counted,
    )


def _named(code: str, now: str) -> str:
    """Return what an earlier period is called in a report; one of another year is named with it."""
    period = Period.parse(code)
    here = Period.parse(now)
    if period.year == here.year:
        return period.short
    return period.label


def reports_behind(total: Total, last_days: Mapping[str, date]) -> str:
    """Return «theo báo cáo tháng 2»; where silent units stand in it, of how many units each report is.

    last_days: code of a period -> its last day.
    """
    now = Period.parse(total.period)
    if not total.carried_units:
        return PHRASES["theo_bao_cao"].format(period=now.short)
    others = [_source("bao_cao_khac", text, total.period) for text in total.carried_from]
    return PHRASES["theo_cac_bao_cao"].format(
        period=now.short,
        units=number(total.counted),
        others=", ".join(others),
        day=_of_one_day(total, last_days),
    )


def _of_one_day(total: Total, last_days: Mapping[str, date]) -> str:
    """Return the last day that all reports behind a figure share; blank where they share none."""
    ends = {last_days.get(total.period)}
    for text in total.carried_from:
        code, _, _ = text.partition(": ")
        own = last_days.get(code)
        ends.add(own)
    day, *others = ends
    if others or day is None:
        return ""
    return PHRASES["cung_ngay_chot"].format(day=day_text(day))


def usual_carried_mark(totals: Iterable[Total]) -> str:
    """Return the mark of most figures that silent units stand in with their last answer: said at the head.

    Nothing where there are fewer than two of them.
    """
    marks = Counter(carried_mark(total) for total in totals if total.carried_units)
    for mark, times in marks.most_common(1):
        if times > 1:
            return mark
    return ""


def usual_coverage(totals: Iterable[Total]) -> str:
    """Return the coverage that most provisional figures share: «77/92».

    Nothing where fewer than half of the figures share one: each then carries its own mark.
    """
    answered_now = [total for total in totals if total.counted]
    told = [total for total in answered_now if not total.carried_units]
    shared = Counter(total.coverage for total in told if total.provisional)
    if not shared:
        return ""
    (coverage, times), *_ = shared.most_common(1)
    if times * 2 < len(told):
        return ""
    return coverage


def usual_mark(coverage: str) -> str:
    """Return the mark of the figures with the usual coverage, which need not carry it."""
    if not coverage:
        return ""
    return _coverage_phrase("tam_tinh", coverage)


def complete_mark(total: Total) -> str:
    """Return the mark of a figure that is complete where most are not: «(đủ 40/40 đơn vị)»."""
    coverage = coverage_of(total.counted, total.owing)
    return _coverage_phrase("du_don_vi", coverage)


def _coverage_phrase(phrase: str, coverage: str) -> str:
    return PHRASES[phrase].format(coverage=coverage)
