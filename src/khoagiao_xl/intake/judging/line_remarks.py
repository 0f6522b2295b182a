"""What is said of the cells of one line while they are read: each remark at its cell, with its weight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.indicators import Indicator

if TYPE_CHECKING:
    from khoagiao_xl.vietnamese.parsed import Repair

ERROR, QUESTION, NOTE = Severity.ERROR, Severity.QUESTION, Severity.NOTE
QUOTED: Final = 80  # characters: enough for a person to find the words again

# What a doubt weighs; every code that is not here is an error.
WEIGHT: Final[Mapping[str, Severity]] = {
    "SL-01": NOTE,
    "SL-02": NOTE,
    "SL-03": QUESTION,
    "SL-07": QUESTION,
    "SL-08": QUESTION,
    "SL-09": NOTE,
    "SL-21": QUESTION,
    "SL-22": QUESTION,
    "SL-24": QUESTION,
    "SL-26": QUESTION,
    "SL-27": NOTE,
    "SL-30": QUESTION,
    "SL-31": QUESTION,
    "SL-36": NOTE,
    "SL-43": QUESTION,
    "SL-44": NOTE,
    "SL-46": QUESTION,
    "SL-49": QUESTION,
    "SL-65": QUESTION,
    "SL-69": QUESTION,
    "SL-73": QUESTION,
    "VB-07": QUESTION,
    "VB-09": NOTE,
    "VB-10": QUESTION,
    "VB-11": NOTE,
    "VB-12": QUESTION,
}


@dataclass
class LineRemarks:
    """What is said of one line of a form: of its value, and of its explanation."""

    reading: FileReading
    indicator: Indicator
    findings: list[Finding] = field(default_factory=list)

    def tell(
        self,
        cell: RawCell,
        code: str,
        found: str | None = None,
        *,
        expected: str | None = None,
        severity: Severity | None = None,
        facts: Mapping[str, object] | None = None,
    ) -> None:
        """Say something of a cell; found: what stands there, expected: what may be meant."""
        weight = severity or WEIGHT.get(code, ERROR)
        self.findings.append(
            Finding(
                code,
                weight,
                self.reading.place(cell),
                facts or {},
                about=(self.indicator.code,),
                found=found,
                expected=expected,
            )
        )

    def tell_doubt(self, cell: RawCell, code: str, said: Mapping[str, object]) -> None:
        """Say what the reading of a typed value says of it: what it found, and what may be meant."""
        facts = dict(said)
        found, meant = facts.pop("found", None), facts.pop("proposal", None)
        self.tell(
            cell,
            code,
            _text(found),
            expected=_text(meant),
            facts=facts,
        )

    def tell_repair(self, cell: RawCell, repair: Repair) -> None:
        """Say that a cell was read otherwise than it stands: a note, unless somebody must confirm it."""
        is_asked = WEIGHT.get(repair.code) is QUESTION
        self.tell(
            cell,
            repair.code,
            short(repair.before),
            severity=QUESTION if is_asked else NOTE,
            facts={"after": short(repair.after)},
        )


def _text(value: object) -> str | None:
    if value is None:
        return None
    return str(value)


def short(text: str) -> str:
    """Return at most as many characters as a sentence quotes."""
    if len(text) <= QUOTED:
        return text
    return text[: QUOTED - 1] + "…"
