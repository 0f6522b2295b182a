"""One file that came, judged: its verdict, whose it is, what it does for its unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.unit_guess import NO_GUESS, Guess, guess_told
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.hot_issues import QuickNotice
from khoagiao_xl.model.records import Entry, State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.judging.judge import Judgement


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
    NOTICE = "tin nhanh"
    RETURNED_NOTICE = "tin nhanh, trả lại"
    SERVER_LETTER = "thư máy chủ báo"


VALID = {
    Verdict.ACCEPTED: State.ACCEPTED,
    Verdict.QUESTIONED: State.QUESTIONED,
    Verdict.NOTHING: State.NOTHING,
}
NOTICES: Final = frozenset({Verdict.NOTICE, Verdict.RETURNED_NOTICE})
GOING_BACK: Final = frozenset({Verdict.RETURNED, Verdict.RETURNED_NOTICE})
UNUSED: Final = frozenset({Verdict.REFUSED, Verdict.AFTER_CLOSING})
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
    notice: what a quick form tells that was taken; of any other file None.
    words: what a quick form says happened that goes back.
    judgement: of a period's form, before it was held against its other versions.
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
    is_dated: bool = True  # whether the day it came is known: Arrival.is_dated
    is_gone: bool = False
    notice: QuickNotice | None = None
    words: str = ""
    judgement: Judgement | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, file: Submission, verdict: Verdict) -> Receipt:
        """Return the receipt of a file, with all that is known of it before anything is found in it."""
        arrival = file.arrival
        return cls(
            name=file.name,
            sha256=file.sha256,
            received=file.received,
            verdict=verdict,
            container=arrival.container,
            rank=arrival.rank,
            is_dated=arrival.is_dated,
        )

    @property
    def sender(self) -> str:
        """The unit that it is from, known or guessed; blank where nothing tells."""
        return self.unit or self.guess.unit

    @property
    def told(self) -> str:
        """Why it has its verdict and, where that is a guess, of whom it may be."""
        told = f"{self.reason} {guess_told(self.guess)}"
        return told.strip()

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
    def waived(self) -> tuple[str, ...]:
        """What a waiver was used for, each once: «R01 KG108»."""
        used = dict.fromkeys(finding.waived for finding in self.findings)
        used.pop("", None)
        return tuple(used)

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
        if self.closed:
            return False
        return self.is_unused or self.goes_back

    @property
    def goes_back(self) -> bool:
        """Whether it is to be put right by who sent it."""
        return self.verdict in GOING_BACK

    @property
    def is_notice(self) -> bool:
        """Whether it is a quick form, which is no report of a period."""
        return self.verdict in NOTICES

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
