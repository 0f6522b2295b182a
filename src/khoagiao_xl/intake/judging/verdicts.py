"""From judged files to honest states: which version of a unit counts, and what became of every duty."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.unit_guess import NO_GUESS, Guess, guess_told
from khoagiao_xl.intake.reading.secrecy import is_secret
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


UNUSED = frozenset({Verdict.REFUSED, Verdict.AFTER_CLOSING})
WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


class Standing(IntEnum):
    """What a file does for its unit: more than any that stands lower."""

    NONE = 0
    BESIDE = 1  # of no use, and no workbook: a letter as PDF goes along with many a form
    UNUSED = 2
    RETURNED = 3
    SOUND = 4


@dataclass(frozen=True)
class Receipt:
    """One file that arrived, judged; `version` counts per unit from 1.

    unit: whose form it is. guess: of a file that is nobody's form for certain, who may have sent it.
    closed: why nobody has to do anything about it any more, blank where somebody has.
    is_gone: whether it left the inbox, and nothing is kept of it but its line.

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
    guess: Guess = NO_GUESS
    closed: str = ""
    is_gone: bool = False

    @property
    def sender(self) -> str:
        """The unit that it is from, known or guessed; blank where nothing tells."""
        return self.unit or self.guess.unit

    @property
    def standing(self) -> Standing:
        """What it does for its unit."""
        if self.is_sound:
            return Standing.SOUND
        if self.verdict is Verdict.RETURNED:
            return Standing.RETURNED
        if not self.is_unused:
            return Standing.NONE
        is_workbook = self.name.casefold().endswith(WORKBOOKS)
        return Standing.UNUSED if is_workbook else Standing.BESIDE

    @property
    def rule(self) -> str:
        """The code of the first thing that decided; blank where nothing was wrong."""
        for finding in self.findings:
            if finding.severity is not Severity.NOTE:
                return finding.code
        return ""

    @property
    def came(self) -> tuple[datetime, int]:
        """When it came, as far as that is known: of two of one moment nothing tells which is newer."""
        return self.received, self.rank

    @property
    def is_unused(self) -> bool:
        """Whether it came and counts for nothing, without anything to put right in it."""
        return self.verdict in UNUSED

    @property
    def is_open(self) -> bool:
        """Whether somebody has to do something about it."""
        is_wrong = self.is_unused or self.verdict is Verdict.RETURNED
        return is_wrong and not self.closed

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
    Who sent something has sent something, be it of no use: that outweighs an extension, not a release.
    """
    by_unit: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        by_unit[receipt.sender].append(receipt)
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
    valid = [item for item in receipts if item.is_valid]
    if valid:
        return _counting(obligations, valid[-1], receipts)
    returned = [item for item in receipts if item.verdict is Verdict.RETURNED]
    if returned:
        return _duty(period, returned[-1], State.RETURNED)
    if obligations.waivers.is_released(unit):
        return Duty(period, unit, State.WAIVED)
    unused = [item for item in receipts if item.is_unused]
    if unused:
        told = max(unused, key=lambda item: (item.standing, item.order))
        return _unusable(period, unit, told)
    state = _state_without_file(obligations, unit, today)
    return Duty(period, unit, state)


def _counting(obligations: Obligations, receipt: Receipt, receipts: Sequence[Receipt]) -> Duty:
    """Return the duty of a unit whose report counts; receipts: all that came of it."""
    first = min(item.received.date() for item in receipts if item.is_sound)
    late = (first - obligations.due(receipt.unit)).days
    duty = _duty(str(obligations.period), receipt, VALID[receipt.verdict])
    return replace(
        duty,
        on_time=late <= 0,
        days_late=late if late > 0 else None,
    )


def _unusable(period: str, unit: str, receipt: Receipt) -> Duty:
    """Return the duty of a unit of which nothing came that can be used; of a secret file no name is told."""
    duty = _duty(period, receipt, State.UNUSABLE)
    if is_secret(receipt.findings):
        return replace(
            duty,
            unit=unit,
            file="",
            sha256="",
        )
    return replace(duty, unit=unit)


def _duty(period: str, receipt: Receipt, state: State) -> Duty:
    reason = [receipt.reason, guess_told(receipt.guess)]
    return Duty(
        period,
        receipt.unit,
        state,
        None,
        receipt.name,
        receipt.sha256,
        receipt.received,
        receipt.version,
        " ".join(filter(None, reason)),
        receipt.rule,
    )


def _state_without_file(obligations: Obligations, unit: str, today: date) -> State:
    extension = obligations.waivers.extension(unit)
    if extension and today <= extension:
        return State.EXTENDED
    return State.MISSING
