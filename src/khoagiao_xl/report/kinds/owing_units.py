"""The units that a letter urges: what each owes, and what they owe alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.office.open_debts import RECEIVED, Debt, DebtKind
from khoagiao_xl.report.citing import day_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.model.periods import Period

OF_WORK: Final = frozenset({DebtKind.TASK, DebtKind.STEP})


@dataclass(frozen=True)
class OwingUnit:
    """A unit as the letter names it, with all that it owes."""

    name: str
    debts: tuple[Debt, ...]

    @property
    def days(self) -> list[str]:
        """On which days what it owes was due; for an explanation of what came in time nobody set a day."""
        return [day_text(debt.due) for debt in self.debts if debt.due and debt.kind not in RECEIVED]


def what_is_urged(owing: Sequence[OwingUnit]) -> str:
    """Return the phrase of what is urged: the reports alone, or tasks and steps too."""
    kinds = owed_kinds(owing)
    if kinds.keys().isdisjoint(OF_WORK):
        return "che_do_bao_cao"
    return "cong_tac"


def day_of_all_reports(owing: Sequence[OwingUnit]) -> str:
    """Return the day on which all reports that are owed are due; blank where they have several, or tasks."""
    days = set(chain.from_iterable(unit.days for unit in owing))
    if what_is_urged(owing) != "che_do_bao_cao" or len(days) != 1:
        return ""
    (day,) = days
    return day


def period_owed(owing: Sequence[OwingUnit]) -> str:
    """Return the period of the reports with a blank before it; nothing of several that are due on one day."""
    periods: set[Period] = set()
    for unit in owing:
        periods.update(debt.period for debt in unit.debts if debt.period)
    if len(periods) != 1:
        return ""
    (period,) = periods
    return f" {period.label}"


def owed_kinds(owing: Sequence[OwingUnit]) -> Counter[DebtKind]:
    """Return how many units owe each kind of thing."""
    counts: Counter[DebtKind] = Counter()
    for unit in owing:
        own = {debt.kind for debt in unit.debts}
        counts.update(own)
    return counts
