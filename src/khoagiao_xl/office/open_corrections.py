"""The units whose report counts while the correction that they sent after it is of no use yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.office.open_debts import DebtKind, open_debts

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year


def units_correcting(year: Year, period: Period, today: date) -> list[str]:
    """Return the codes of the units whose correction of this period could not be used."""
    found = []
    for code, debts in open_debts(year, today).items():
        if any(debt.kind is DebtKind.CORRECTION and debt.period == period for debt in debts):
            found.append(code)
    return found
