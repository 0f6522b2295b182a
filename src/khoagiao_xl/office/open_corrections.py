"""The units whose report counts while the correction that they sent after it is of no use yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.office.open_debts import DebtKind, open_debts

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.open_debts import Debt
    from khoagiao_xl.office.year import Year


def units_correcting(year: Year, period: Period, today: date) -> list[str]:
    """Return the codes of the units whose correction of this period could not be used."""
    found = []
    by_unit = open_debts(year, today)
    for code, debts in by_unit.items():
        owed = [debt for debt in debts if _is_correction(debt, period)]
        if owed:
            found.append(code)
    return found


def _is_correction(debt: Debt, period: Period) -> bool:
    if debt.kind is not DebtKind.CORRECTION:
        return False
    return debt.period == period
