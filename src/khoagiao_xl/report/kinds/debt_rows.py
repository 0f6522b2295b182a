"""The list that goes with a letter: a row for each unit with all that it owes, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.office.open_debts import Debt, DebtKind
from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.kinds.asked_figures import asked_of
from khoagiao_xl.report.kinds.kind_tags import saying
from khoagiao_xl.report.kinds.owing_units import OwingUnit, day_of_all_reports
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.report.units_list import cause_told
from khoagiao_xl.wording.told_kinds import LETTER_TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.report.kinds.asked_figures import Asked
    from khoagiao_xl.report.kinds.kind_tags import Row

say = saying(LETTER_TEXTS)


def debt_rows(owing: Sequence[OwingUnit], asked: Asked) -> list[Row]:
    """Return a row for each unit, without the day of all, which the text tells."""
    day_of_all = day_of_all_reports(owing)
    rows = []
    for index, unit in enumerate(owing, 1):
        works = [_work_of(debt, asked) for debt in unit.debts]
        row = {
            "stt": str(index),
            "don_vi": unit.name,
            "han": NONE if day_of_all else _days_of(unit),
            "viec": capital("; ".join(works)),
        }
        rows.append(row)
    return rows


def _days_of(unit: OwingUnit) -> str:
    days = dict.fromkeys(unit.days)
    return "; ".join(days) or NONE


def _work_of(debt: Debt, asked: Asked) -> str:
    period = debt.period.label if debt.period else ""
    text = clean_line(debt.text)
    return say(
        f"viec_{debt.kind}",
        period=period,
        text=text,
        title=debt.title,
        why=_why(debt),
        received=_received(debt),
        asked=_asked(debt, asked),
    )


def _received(debt: Debt) -> str:
    """Return «, nhận ngày 17/01/2024» of a report that is with the office."""
    received = debt.duty.received if debt.duty else None
    if received is None:
        return ""
    day = day_text(received)
    return say("nhan_ngay", day=day)


def _asked(debt: Debt, asked: Asked) -> str:
    """Return which figures are to be explained."""
    told = asked_of(debt.duty, asked)
    return f": {told}" if told else ""


def _why(debt: Debt) -> str:
    """Return «: gửi nhầm biểu của đơn vị khác» of a file that nobody could use; nothing for no such file."""
    if debt.kind is not DebtKind.UNUSABLE:
        return ""
    cause = cause_told(debt.duty)
    return f": {cause}" if cause else ""
