"""Figures in Vietnamese running text: «05 hội nghị», «1.250 lượt người», «98,5%», «36/74 đơn vị»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.figure_keys import key_of, mark
from khoagiao_xl.report.keyed_figures import PERCENT, PLAN_SHARE, is_yes_no, keyed_figure, own_key, plan_share
from khoagiao_xl.vietnamese.figures import format_number
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.model.records import Total

UNPADDED: Final = frozenset({PERCENT, "triệu đồng"})  # «5,2%» and «5 triệu đồng», but «05 hội nghị»
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


def fraction(part: str, whole: float) -> str:
    """Return «3/8»: never «03/08», which reads as a day."""
    shown = number(whole, in_text=False)
    return f"{part}/{shown}"


def keyed(total: Total, what: str, measure: str = "", *, in_text: bool = True) -> str:
    """Return one figure of a total under its key, as running text or a table writes it; it must be there."""
    value = keyed_figure(total, what)
    shown = number(
        value or 0,
        measure,
        in_text=in_text,
    )
    key = key_of(total.code, total.period, what or own_key(total))
    return mark(shown, key)


# -- what the units answered ------------------------------------------------------------------------------


def answered(total: Total) -> int:
    """Return how many units stand behind the figure, those with their last known answer among them."""
    return total.counted + total.carried_units


def figure_of(total: Total) -> float | None:
    """Return the total as a number, None where nobody reported it: a missing figure is never 0."""
    if is_unanswered(total):
        return None
    return total.value


def is_unanswered(total: Total) -> bool:
    """Say whether units owe the figure and none has ever given it."""
    if total.owing <= 0:
        return False
    return not answered(total)


def has_answer(total: Total) -> bool:
    """Say whether there is a figure."""
    return figure_of(total) is not None


def counted(total: Total) -> str:
    """Return the bare figure with its key: «05», «98,5%», for yes/no «45/84»."""
    if not has_answer(total):
        return PHRASES["chua_bao_cao"]
    if is_yes_no(total) and answered(total):
        units = keyed(total, "", in_text=False)
        return fraction(units, answered(total))
    return keyed(total, "", total.unit_of_measure)


def amount(total: Total) -> str:
    """Return the figure with what it counts: «05 hội nghị», «45/84 đơn vị», «98,5%»."""
    shown = counted(total)
    if not has_answer(total):
        return shown
    return shown + measure_behind(total)


def measure_of(total: Total) -> str:
    """Return what is counted, in words behind a number; nothing for a rate: «%» stands at the number."""
    if total.unit_of_measure == PERCENT:
        return ""
    if is_yes_no(total):
        return PHRASES["don_vi"]
    return total.unit_of_measure


def measure_behind(total: Total) -> str:
    """Return what is counted with the blank before it: « cuộc»; nothing for a rate."""
    measure = measure_of(total)
    return f" {measure}".rstrip()


def is_outside_every_scope(total: Total) -> bool:
    """Say whether every unit that was asked answered «không thuộc»."""
    if total.not_applicable <= 0:
        return False
    return not total.owing


def out_of_scope(total: Total) -> str:
    """Return «02 đơn vị không thuộc phạm vi», or nothing."""
    if not total.not_applicable:
        return ""
    units = number(total.not_applicable)
    return PHRASES["khong_thuoc"].format(units=units)


# -- the year -----------------------------------------------------------------------------------------------


def year_to_date(total: Total) -> str:
    """Return «lũy kế từ đầu năm 571 cuộc», or nothing where it is the figure of the period itself."""
    through = total.to_date
    if through is None or through == total.value:
        return ""
    shown = keyed(total, "luy-ke", total.unit_of_measure)
    measure = measure_behind(total)
    return PHRASES["luy_ke"].format(amount=shown + measure)


def has_plan_share(total: Total) -> bool:
    """Whether it is known how much of the year's plan is done."""
    return plan_share(total) is not None


def planning_units(total: Total) -> str:
    """Return how many units have a plan for the year."""
    return keyed(total, "don-vi-ke-hoach")


def done_of_plan(total: Total) -> str:
    """Return «116/304 cuộc»: what is done of the year's plan."""
    done = keyed(total, "lam-ke-hoach", in_text=False)
    planned = keyed(total, "ke-hoach", in_text=False)
    return f"{done}/{planned}{measure_behind(total)}"


def left_of_plan(total: Total) -> str:
    """Return «281/340 cuộc»: what of the year's plan is not done."""
    left = (total.plan_value or 0) - (total.plan_done or 0)
    planned = keyed(total, "ke-hoach", in_text=False)
    return f"{number(left, in_text=False)}/{planned}{measure_behind(total)}"


def whole_plan(total: Total) -> str:
    """Return «170 cuộc»: the year's plan of the units that gave one."""
    return keyed(total, "ke-hoach") + measure_behind(total)


def reached_of_plan(total: Total) -> str:
    """Return «38,2%»: how much of the year's plan is done."""
    return keyed(total, PLAN_SHARE, PERCENT)
