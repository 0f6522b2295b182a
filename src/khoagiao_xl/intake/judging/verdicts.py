"""From judged files to honest states: which version of a unit counts, and what became of every duty."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.records import Duty, Entry, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from khoagiao_xl.office.obligations import Obligations


class Verdict(StrEnum):
    """What became of one file; the values are what tblTepNhan shows."""

    ACCEPTED = "đã nhận"
    QUESTIONED = "đã nhận, chờ giải trình"
    NOTHING = "không phát sinh"
    RETURNED = "trả lại"
    REFUSED = "không dùng được"
    REPEATED = "trùng tệp đã nhận"
    SUPERSEDED = "đã có bản mới hơn"
    AFTER_CLOSING = "đến sau khi khóa kỳ"


VALID = {
    Verdict.ACCEPTED: State.ACCEPTED,
    Verdict.QUESTIONED: State.QUESTIONED,
    Verdict.NOTHING: State.NOTHING,
}


@dataclass(frozen=True)
class Receipt:
    """One file that arrived, judged. `stored`: its untouched copy; `version` counts per unit from 1."""

    name: str
    sha256: str
    received: datetime
    verdict: Verdict
    unit: str = ""
    findings: tuple[Finding, ...] = ()
    entries: tuple[Entry, ...] = ()
    stored: Path | None = None
    version: int = 0
    reason: str = ""
    rank: int = 0  # the order within one second, where it is known: Arrival.rank
    changes: tuple[str, ...] = ()  # «KG110: 5 → 7»: how it differs from the sound version before it

    @property
    def is_valid(self) -> bool:
        """Whether its figures may count."""
        return self.verdict in VALID


def verdict_of(findings: Iterable[Finding], *, nothing_to_report: bool) -> Verdict:
    """Return the verdict on a form that is the right one, from what was found in it."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Verdict.RETURNED
    if Severity.QUESTION in severities:
        return Verdict.QUESTIONED
    return Verdict.NOTHING if nothing_to_report else Verdict.ACCEPTED


def settle(register: Obligations, receipts: Sequence[Receipt], today: date) -> list[Duty]:
    """Return exactly one duty per owing unit, in the order of the register.

    The newest valid version counts. On time is judged by the arrival of the first version that was sound:
    a later correction does not make a punctual unit late, and a returned file does not make it punctual.
    """
    by_unit: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        by_unit[receipt.unit].append(receipt)
    return [_settle_unit(register, unit.code, by_unit[unit.code], today) for unit in register.owing]


def _settle_unit(register: Obligations, unit: str, receipts: Sequence[Receipt], today: date) -> Duty:
    period = str(register.period)
    counting = next((item for item in receipts if item.is_valid), None)
    if counting:
        sound = [item for item in receipts if item.is_valid or item.verdict is Verdict.SUPERSEDED]
        on_time = min(item.received.date() for item in sound) <= register.due(unit)
        state = VALID[counting.verdict]
        return Duty(
            period, unit, state, on_time, counting.name, counting.sha256, counting.received, counting.version
        )
    returned = [item for item in receipts if item.verdict is Verdict.RETURNED]
    if returned:
        last = returned[-1]
        return Duty(period, unit, State.RETURNED, None, last.name, last.sha256, last.received, last.version)
    return Duty(period, unit, _state_without_file(register, unit, today))


def _state_without_file(register: Obligations, unit: str, today: date) -> State:
    if register.waivers.is_released(unit):
        return State.WAIVED
    extension = register.waivers.extension(unit)
    return State.EXTENDED if extension and today <= extension else State.MISSING
