"""What a step is told, and what it answers: the same for a button, a terminal verb and a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.findings import Place
from khoagiao_xl.model.periods import Period

CANNOT: Final = 2  # the status of what was not done
Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


def in_silence(_what: str, _done: int, _of: int) -> None:
    """Show no progress."""


@dataclass(frozen=True)
class Job:
    """What a step is told besides the book; `source` is the guidance or the inbox, `out` a file or folder.

    kind: which of an action's kinds is asked for; blank for the usual one.
    unit, indicator: codes of what is asked about; to_date: its year to date. selected: the cell that is
    chosen in the open workbook. document: a Word file that is asked about.
    to_office: whether letters go to the office alone, to be looked at. looked_over: the mark of the list of
    letters that a person has agreed to, blank where none was shown.
    profile, tone: what a document is held against: a layout, a placement of tones. mends: put right, too.
    by, reason: who asks for it, and why, where the terminal was told; blank for a click.
    directive, issue: the symbol and the code that a document is about. day: the date it is to bear.
    place: the address of an inbox that is no folder of this machine; blank for `source`.
    scheduler: the address of a cluster that opens the files, blank where this machine does.
    is_sure: whether what the step would ask about is answered with yes already.
    """

    now: datetime
    period: Period | None = None
    source: Path | None = None
    out: Path | None = None
    progress: Progress = in_silence
    kind: str = ""
    unit: str = ""
    indicator: str = ""
    to_date: bool = False
    selected: Place | None = None
    document: Path | None = None
    by: str = ""
    reason: str = ""
    directive: str = ""
    issue: str = ""
    day: date | None = None
    is_sure: bool = False
    profile: str = ""
    tone: str = ""
    mends: bool = False
    to_office: bool = False
    looked_over: str = ""
    place: str = ""
    scheduler: str = ""

    @property
    def asked_period(self) -> Period:
        """The period, where the step cannot do without; raise WrongRequest (KY-03) when none was named."""
        if self.period is None:
            raise WrongRequest("KY-03")
        return self.period


@dataclass(frozen=True)
class Outcome:
    """What came of an action. status: 0 done, 1 done with findings that block, 2 cannot.

    sentence: what the office reads. counts: for the summary. paths: what was written.
    data: more plain values for `--json`. shown: the sheet that is brought up in the open workbook.
    """

    sentence: str
    status: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    paths: tuple[Path, ...] = ()
    details: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    shown: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the outcome as plain values, in the shape `--json` prints."""
        paths = [str(path) for path in self.paths]
        return {
            "ok": self.status == 0,
            "status": self.status,
            "sentence": self.sentence,
            "counts": dict(self.counts),
            "paths": paths,
            "details": list(self.details),
            **self.data,
        }
