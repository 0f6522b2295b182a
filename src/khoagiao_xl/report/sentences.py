"""Figures in Vietnamese running text: «05 hội nghị», «1.250 lượt người», «98,5%», and honest comparisons."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import is_provisional
from khoagiao_xl.report.figure_keys import key_of, mark
from khoagiao_xl.vietnamese.figures import format_number
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.records import Total

PERCENT: Final = "%"
UNPADDED: Final = frozenset({PERCENT, "triệu đồng"})  # «5,2%» and «5 triệu đồng», but «05 hội nghị»
YES_NO: Final = "có/không"
SINGLE_DIGITS: Final = frozenset("123456789")


def number(value: float, measure: str = "", *, in_text: bool = True) -> str:
    """Return a figure the Vietnamese way: «1.250», «98,5%»; in running text a count below 10 as «05»."""
    text = format_number(value, decimals=1).removesuffix(",0")
    is_padded = in_text and measure not in UNPADDED
    if is_padded and text in SINGLE_DIGITS:
        text = f"0{text}"
    if measure == PERCENT:
        text += PERCENT
    return text


def figure_of(total: Total) -> float | None:
    """Return the total as a number, None where nobody reported it: a missing figure is never 0."""
    if total.owing and not total.counted:
        return None
    return total.value


def has_answer(total: Total) -> bool:
    """Say whether anybody reported the indicator."""
    return figure_of(total) is not None


def is_yes_no(total: Total) -> bool:
    """Say whether the total counts the units that answered yes."""
    return total.unit_of_measure.startswith(YES_NO)


def counted(total: Total) -> str:
    """Return the bare figure with its key: «05», «98,5%», for yes/no «45/84»."""
    value = figure_of(total)
    if value is None:
        return PHRASES["chua_bao_cao"]
    figure = number(value, total.unit_of_measure)
    key = key_of(total.code, total.period)
    shown = mark(figure, key)
    if is_yes_no(total) and total.counted:
        answered = number(total.counted)
        return f"{shown}/{answered}"
    return shown


def amount(total: Total) -> str:
    """Return the figure with what it counts: «05 hội nghị», «45/84 đơn vị», «98,5%»."""
    shown = counted(total)
    measure = total.unit_of_measure
    if figure_of(total) is None or measure == PERCENT:
        return shown
    if is_yes_no(total):
        measure = PHRASES["don_vi"]
    return f"{shown} {measure}".rstrip()


# -- what is provisional ----------------------------------------------------------------------------------


def provisional_mark(total: Total) -> str:
    """Return «(số liệu tạm tính của 84/92 đơn vị)» for a provisional figure, else nothing."""
    if not total.provisional:
        return ""
    if not has_answer(total):
        return ""
    return _coverage_phrase("tam_tinh", total.counted, total.owing)


def usual_mark(totals: Iterable[Total]) -> tuple[str, str]:
    """Return the provisional mark that most figures share, and the sentence that says it once for all.

    Both are empty where fewer than half of the figures share one: each then carries its own mark.
    """
    answered = [total for total in totals if has_answer(total)]
    shared: Counter[tuple[int, int]] = Counter()
    for total in answered:
        if total.provisional:
            shared[total.counted, total.owing] += 1
    if not shared:
        return "", ""
    (coverage, times), *_ = shared.most_common(1)
    if times * 2 < len(answered):
        return "", ""
    mark = _coverage_phrase("tam_tinh", *coverage)
    remark = _coverage_phrase("tam_tinh_chung", *coverage)
    return mark, remark


def _coverage_phrase(phrase: str, counted: int, owing: int) -> str:
    return PHRASES[phrase].format(
        counted=number(counted),
        owing=number(owing),
    )


# -- comparisons ------------------------------------------------------------------------------------------


def trend(total: Total, period: Period, provisional_below: float = 100) -> str:
    """Return «tăng 12 cuộc (8,3%) so với tháng trước», or nothing where no trend can be honestly stated.

    Nothing without a base, on a base of 0, for per cents and for answers that are not counts; and nothing
    while units are missing on either side: then the difference may only be that of who has reported.
    provisional_below: the share of the owing units (per cent) below which that is so.
    """
    compared = period.kind.facts.compared
    base = getattr(total, compared)
    value = figure_of(total)
    if value is None or not base:
        return ""
    if total.provisional or not _is_count(total):
        return ""
    base_counted = getattr(total, f"{compared}_counted")
    base_owing = getattr(total, f"{compared}_owing")
    if is_provisional(base_counted, base_owing, provisional_below):
        return ""
    return _difference(total, value - base, base, period)


def _is_count(total: Total) -> bool:
    return total.unit_of_measure != PERCENT and not is_yes_no(total)


def _difference(total: Total, difference: float, base: float, period: Period) -> str:
    facts = period.kind.facts
    against = PHRASES[f"so_voi_{facts.compared}"].format(called=facts.called)
    if round(difference, 1) == 0:
        return PHRASES["bang"].format(against=against)
    measure = total.unit_of_measure
    size = abs(difference)
    key = key_of(total.code, period, "tang-giam")
    shown = mark(number(size, measure), key)
    share = size / abs(base) * 100
    direction = "tang" if difference > 0 else "giam"
    return PHRASES[direction].format(
        amount=f"{shown} {measure}",
        share=number(share, PERCENT),
        against=against,
    )


def share_of_plan(done: Total, plan: Total | None) -> str:
    """Return «đạt 60% kế hoạch năm», from the figure since the start of the year; nothing without a plan."""
    if plan is None or done.to_date is None:
        return ""
    planned = figure_of(plan)
    if not planned or done.provisional:
        return ""
    reached = done.to_date / planned * 100
    shown = number(done.to_date)
    key = key_of(done.code, done.period, "luy-ke")
    return PHRASES["ke_hoach"].format(
        reached=number(reached, PERCENT),
        since=mark(shown, key),
        plan=amount(plan),
    )
