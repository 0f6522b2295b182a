"""Figures in Vietnamese running text: «05 hội nghị», «1.250 lượt người», «98,5%», and honest comparisons."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.figure_keys import key_of, mark
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total

PERCENT = "%"
UNPADDED = frozenset({PERCENT, "triệu đồng"})  # «5,2%» and «5 triệu đồng», but «05 hội nghị»
YES_NO = "có/không"
SINGLE_DIGIT = 10
_VIETNAMESE_SIGNS = str.maketrans(",.", ".,")

# With what a kind of period is compared: an attribute of Total, and the words for it.
COMPARED = {
    Kind.MONTH: ("previous", "tháng trước"),
    Kind.QUARTER: ("previous", "quý trước"),
    Kind.HALF: ("last_year", "cùng kỳ năm trước"),
    Kind.YEAR: ("previous", "năm trước"),
}


def number(value: float, measure: str = "", *, in_text: bool = True) -> str:
    """Return a figure the Vietnamese way: «1.250», «98,5%»; in running text a count below 10 as «05»."""
    # Half goes up, as people round: 6,25 is 6,3 (binary floats and round() would say 6,2).
    rounded = Decimal(repr(float(value))).quantize(Decimal("0.1"), ROUND_HALF_UP)
    whole = rounded == rounded.to_integral_value()
    text = (f"{rounded:,.0f}" if whole else f"{rounded:,}").translate(_VIETNAMESE_SIGNS)
    if in_text and whole and 0 < rounded < SINGLE_DIGIT and measure not in UNPADDED:
        text = f"0{text}"
    return text + (PERCENT if measure == PERCENT else "")


def figure_of(total: Total) -> float | None:
    """Return the total as a number, None where nobody reported it: a missing figure is never 0."""
    if total.owing and not total.counted:
        return None
    return None if isinstance(total.value, str) or total.value is None else total.value


def has_answer(total: Total) -> bool:
    """Say whether anybody reported the indicator, be it a figure, a list or a text."""
    return figure_of(total) is not None or (isinstance(total.value, str) and bool(total.value.strip()))


def counted(total: Total) -> str:
    """Return the bare figure with its key: «05», «98,5%», for yes/no «45/84»."""
    value = figure_of(total)
    if value is None:
        return PHRASES["chua_bao_cao"]
    shown = mark(number(value, total.unit_of_measure), key_of(total.code, total.period))
    if total.unit_of_measure.startswith(YES_NO) and total.counted:
        return f"{shown}/{number(total.counted)}"
    return shown


def amount(total: Total) -> str:
    """Return the figure with what it counts: «05 hội nghị», «45/84 đơn vị», «98,5%»."""
    shown = counted(total)
    if figure_of(total) is None or total.unit_of_measure == PERCENT:
        return shown
    measure = PHRASES["don_vi"] if total.unit_of_measure.startswith(YES_NO) else total.unit_of_measure
    return f"{shown} {measure}".rstrip()


def provisional_mark(total: Total) -> str:
    """Return «(số liệu tạm tính của 84/92 đơn vị)» for a provisional figure, else nothing."""
    if not total.provisional or figure_of(total) is None:
        return ""
    return PHRASES["tam_tinh"].format(counted=number(total.counted), owing=number(total.owing))


def trend(total: Total, period: Period) -> str:
    """Return «tăng 12 cuộc (8,3%) so với tháng trước», or nothing where no trend can be honestly stated.

    Nothing without a base, on a base of 0, for per cents and for answers that are not counts; and nothing
    while units are missing on either side: then the difference may only be that of who has reported.
    """
    attribute, against = COMPARED[period.kind]
    base, value = getattr(total, attribute), figure_of(total)
    measure = total.unit_of_measure
    if value is None or not base or measure == PERCENT or measure.startswith(YES_NO):
        return ""
    if total.provisional or total.base_is_partial:
        return ""
    difference = value - base
    if round(difference, 1) == 0:
        return PHRASES["bang"].format(against=against)
    share = number(abs(difference) / abs(base) * 100, PERCENT)
    shown = mark(number(abs(difference), measure), key_of(total.code, period, "tang-giam"))
    return PHRASES["tang" if difference > 0 else "giam"].format(
        amount=f"{shown} {measure}", share=share, against=against
    )


def share_of_plan(done: Total | None, plan: Total | None) -> str:
    """Return «đạt 60% kế hoạch năm», from the figure since the start of the year; nothing without a plan."""
    if done is None or plan is None or not figure_of(plan) or done.to_date is None or done.provisional:
        return ""
    reached = number(done.to_date / (figure_of(plan) or 1) * 100, PERCENT)
    since = mark(number(done.to_date), key_of(done.code, done.period, "luy-ke"))
    return PHRASES["ke_hoach"].format(reached=reached, since=since, plan=amount(plan))
