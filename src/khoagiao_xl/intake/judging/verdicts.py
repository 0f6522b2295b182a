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
    """One file that arrived, judged; `version` counts per unit from 1.

    entries: the figures as they count. changes: how it differs from the sound version before it.
    original: its untouched bytes or where they lie, None where nothing of it may be sent back.
    """

    name: str
    sha256: str
    received: datetime
    verdict: Verdict
    unit: str = ""
    findings: tuple[Finding, ...] = ()
    entries: tuple[Entry, ...] = ()
    original: Path | bytes | None = None
    version: int = 0
    reason: str = ""
    container: str = ""  # the letter and archives it came in: Arrival.container
    rank: int = 0  # the order within one second, where it is known: Arrival.rank
    changes: tuple[str, ...] = ()  # «KG110: 5 → 7»

    @property
    def is_valid(self) -> bool:
        """Whether its figures may count."""
        return self.verdict in VALID

    @property
    def is_sound(self) -> bool:
        """Whether its figures may count, or did before a newer version came."""
        return self.is_valid or self.verdict is Verdict.SUPERSEDED

    @property
    def order(self) -> tuple[datetime, int, str]:
        """What decides which of several files came first."""
        return self.received, self.rank, self.name


def verdict_of(findings: Iterable[Finding], *, nothing_to_report: bool) -> Verdict:
    """Return the verdict on a form that is the right one, from what was found in it."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Verdict.RETURNED
    if Severity.QUESTION in severities:
        return Verdict.QUESTIONED
    if nothing_to_report:
        return Verdict.NOTHING
    return Verdict.ACCEPTED


def settle(obligations: Obligations, receipts: Sequence[Receipt], today: date) -> list[Duty]:
    """Return exactly one duty per owing unit, in the order of the office's list.

    The newest valid version counts. On time is judged by the arrival of the first version that was sound:
    a later correction does not make a punctual unit late, and a returned file does not make it punctual.
    """
    by_unit: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        by_unit[receipt.unit].append(receipt)
    return [
        _settle_unit(
            obligations,
            unit.code,
            by_unit[unit.code],
            today,
        )
        for unit in obligations.owing
    ]


def _settle_unit(obligations: Obligations, unit: str, receipts: Sequence[Receipt], today: date) -> Duty:
    period = str(obligations.period)
    for receipt in receipts:
        if receipt.is_valid:
            on_time = _first_sound_day(receipts) <= obligations.due(unit)
            state = VALID[receipt.verdict]
            return _duty(period, receipt, state, on_time=on_time)
    returned = [item for item in receipts if item.verdict is Verdict.RETURNED]
    if returned:
        return _duty(period, returned[-1], State.RETURNED)
    state = _state_without_file(obligations, unit, today)
    return Duty(period, unit, state)


def _duty(period: str, receipt: Receipt, state: State, *, on_time: bool | None = None) -> Duty:
    return Duty(
        period,
        receipt.unit,
        state,
        on_time,
        receipt.name,
        receipt.sha256,
        receipt.received,
        receipt.version,
    )


def _first_sound_day(receipts: Sequence[Receipt]) -> date:
    return min(receipt.received.date() for receipt in receipts if receipt.is_sound)


def _state_without_file(obligations: Obligations, unit: str, today: date) -> State:
    if obligations.waivers.is_released(unit):
        return State.WAIVED
    extension = obligations.waivers.extension(unit)
    if extension and today <= extension:
        return State.EXTENDED
    return State.MISSING
