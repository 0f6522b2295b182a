"""From judged files to honest states: which version of a unit counts, and what became of every duty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.verdicts import VALID, Receipt, Standing, Verdict
from khoagiao_xl.intake.safety.secrecy import is_secret
from khoagiao_xl.model.records import REPORTED, Duty, State

if TYPE_CHECKING:
    from khoagiao_xl.office.obligations import Obligations

Receipts = Sequence[Receipt]


def settle(obligations: Obligations, receipts: Receipts, today: date) -> list[Duty]:
    """Return exactly one duty per owing unit, in the order of the office's list.

    The newest valid version counts. On time is judged by the arrival of the first version that was sound:
    a later correction does not make a punctual unit late, and a returned file does not make it punctual.
    Who sent something has sent something, be it of no use: that outweighs an extension, not a release.
    """
    settling = _Settling(obligations, today)
    by_unit: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        by_unit[receipt.sender].append(receipt)
    duties = []
    for unit in obligations.owing:
        code = unit.code
        duty = settling.duty(code, by_unit[code])
        duties.append(duty)
    return duties


@dataclass(frozen=True)
class _Settling:
    """The duties of one period."""

    obligations: Obligations
    today: date

    def duty(self, unit: str, receipts: Receipts) -> Duty:
        """Return what became of the duty of a unit; receipts: all that came of it."""
        waivers = self.obligations.waivers
        for receipt in receipts:
            if receipt.is_valid:
                return self._counting(receipt, receipts)
        returned = [item for item in receipts if item.verdict is Verdict.RETURNED]
        if returned:
            return self._told_of(returned[-1], State.RETURNED)
        if waivers.is_released(unit):
            return self._without_file(unit, State.WAIVED)
        unused = [item for item in receipts if item.is_unused]
        if unused:
            return self._unusable(unit, unused)
        extension = waivers.extension(unit)
        if extension and self.today <= extension:
            return self._without_file(unit, State.EXTENDED)
        return self._without_file(unit, State.MISSING)

    def _counting(self, receipt: Receipt, receipts: Receipts) -> Duty:
        due = self.obligations.due(receipt.unit)
        first = _first_sound(receipts)
        late = (first.received.date() - due).days
        duty = self._told_of(receipt, VALID[receipt.verdict])
        if late > 0 and not first.is_dated:
            return duty  # it may have come in time: nothing tells
        return replace(
            duty,
            on_time=late <= 0,
            days_late=late if late > 0 else None,
        )

    def _unusable(self, unit: str, unused: Receipts) -> Duty:
        """Return the duty of a unit of which nothing came that can be used; a secret is not named."""
        receipt = max(unused, key=_weight)
        duty = self._told_of(receipt, State.UNUSABLE)
        if is_secret(receipt.findings):
            duty = replace(duty, file="", sha256="")
        return replace(duty, unit=unit)

    def _told_of(self, receipt: Receipt, state: State) -> Duty:
        return Duty(
            period=self._period,
            unit=receipt.unit,
            state=state,
            file=receipt.name,
            sha256=receipt.sha256,
            received=receipt.received,
            version=receipt.version,
            reason=receipt.told,
            rule=receipt.rule,
            waived=receipt.waived if state in REPORTED else (),
        )

    def _without_file(self, unit: str, state: State) -> Duty:
        return Duty(self._period, unit, state)

    @property
    def _period(self) -> str:
        return str(self.obligations.period)


def _first_sound(receipts: Receipts) -> Receipt:
    sound = [receipt for receipt in receipts if receipt.is_sound]
    return min(sound, key=lambda receipt: receipt.received)


def _weight(receipt: Receipt) -> tuple[Standing, tuple[datetime, int, str]]:
    return receipt.standing, receipt.order
