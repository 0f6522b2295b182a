"""Letters that mail servers wrote: of a letter of the office that came back, is late, was read.

They are no report of a unit and no fault of one: nobody is guessed to have sent them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.mail.delivery_reports import TOLD, DeliveryReport
from khoagiao_xl.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.intake.reading.read_all import ReadFile
    from khoagiao_xl.model.findings import Finding


def is_server_letter(item: ReadFile) -> bool:
    """Say whether a file is such a letter: by what is in it, else as an earlier run knew it."""
    if _finding_of(item):
        return True
    row = item.file.row
    is_here = item.file.is_present
    return not is_here and row is not None and row["verdict"] == Verdict.SERVER_LETTER


def judge_server_letters(read: Iterable[ReadFile]) -> list[Receipt]:
    """Return one receipt for each letter of a server."""
    return [_receipt(item) for item in read]


def fresh_reports(read: Iterable[ReadFile]) -> Iterator[DeliveryReport]:
    """Yield what the letters say that no earlier run has taken in."""
    for item in read:
        finding = _finding_of(item)
        if finding and item.file.row is None:
            yield _report_of(finding)


def _report_of(finding: Finding) -> DeliveryReport:
    report = finding.facts["report"]
    assert isinstance(report, DeliveryReport)  # noqa: S101  # no other finding has its code
    return report


def _finding_of(item: ReadFile) -> Finding | None:
    for finding in item.reading.findings:
        if finding.code in TOLD.values() and "report" in finding.facts:
            return finding
    return None


def _receipt(item: ReadFile) -> Receipt:
    receipt = Receipt.of(item.file, Verdict.SERVER_LETTER)
    row = item.file.row
    finding = _finding_of(item)
    if finding is None:
        return replace(receipt, reason=row["reason"] if row else "")
    told = replace(finding, severity=Severity.NOTE)
    return replace(receipt, findings=(told,), reason=told.message)
