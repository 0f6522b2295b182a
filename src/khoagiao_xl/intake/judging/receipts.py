"""From a file and its reading to its receipt: judged, or as the master notes where nothing is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.judge import judge
from khoagiao_xl.intake.judging.moved_lines import issued_words
from khoagiao_xl.intake.judging.verdicts import VALID, Receipt, Verdict
from khoagiao_xl.intake.reading.read_all import ALL_LOST, CHANGED, LOST
from khoagiao_xl.intake.reading.secrecy import is_secret
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.records import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.intake.safety.limits import Limits

OF_THE_ORIGINAL: Final = frozenset({LOST, ALL_LOST, CHANGED})


def judge_all(
    files: Sequence[Submission], readings: Sequence[FileReading], measures: Measures, limits: Limits
) -> list[Receipt]:
    """Return one receipt for each file, in their order."""
    known = replace(measures, issued=issued_words(readings, measures))
    receipts = []
    for file, reading in zip(files, readings, strict=True):
        if _is_all_lost(file, reading):
            receipts.append(_as_noted(file, reading, known))
        else:
            receipts.append(_judged(file, reading, known, limits))
    return receipts


def of_the_original(receipt: Receipt) -> list[Finding]:
    """Return what is said of a file's untouched copy: lost, or no longer what came."""
    return [finding for finding in receipt.findings if finding.code in OF_THE_ORIGINAL]


def _judged(file: Submission, reading: FileReading, measures: Measures, limits: Limits) -> Receipt:
    judgement = judge(reading, measures, file.arrival.received_at.date())
    receipt = Receipt(
        name=file.name,
        sha256=file.sha256,
        received=file.arrival.received_at,
        rank=file.arrival.rank,
        verdict=judgement.verdict,
        unit=judgement.unit,
        findings=judgement.findings,
        entries=judgement.entries,
        original=_sendable(file, reading, limits),
        reason=judgement.reason,
    )
    return _with_its_original(receipt, file)


def _with_its_original(receipt: Receipt, file: Submission) -> Receipt:
    """Return the receipt with what is said of the untouched copy, also where that decided nothing."""
    told = of_the_original(receipt)
    if not told:
        return receipt
    said = " ".join(finding.message for finding in told)
    reason = receipt.reason if said in receipt.reason else f"{receipt.reason} {said}".strip()
    return replace(receipt, reason=reason, unit=receipt.unit or file.unit)


def _sendable(file: Submission, reading: FileReading, limits: Limits) -> Path | bytes | None:
    """Return the bytes that may go back to the unit, or where they lie."""
    if is_secret(reading.findings):
        return None
    if file.is_wanted(limits):
        return file.data
    return None if file.is_present else file.arrival.source


# -- where nothing is left to judge -----------------------------------------------------------------------


def _is_all_lost(file: Submission, reading: FileReading) -> bool:
    return bool(file.unit) and any(finding.code == ALL_LOST for finding in reading.findings)


def _as_noted(file: Submission, reading: FileReading, measures: Measures) -> Receipt:
    """Return the receipt that the master's own lines tell of: with a file its figures are not lost."""
    (finding,) = reading.findings
    verdict, entries = _noted_verdict(file), _noted_entries(file, measures)
    if verdict in VALID and not entries:
        verdict = Verdict.REFUSED
    return Receipt(
        name=file.name,
        sha256=file.sha256,
        received=file.arrival.received_at,
        verdict=verdict,
        unit=file.unit,
        findings=(replace(finding, severity=Severity.NOTE),),
        entries=entries if verdict in VALID else (),
        reason=finding.message,
    )


def _noted_verdict(file: Submission) -> Verdict:
    try:
        return Verdict(file.row["verdict"] if file.row else "")
    except ValueError:
        return Verdict.REFUSED


def _noted_entries(file: Submission, measures: Measures) -> tuple[Entry, ...]:
    """Return the figures and words of the unit as the master has them."""
    period = measures.period_code
    answers = measures.history_of(file.unit).answers.get(period, {})
    return tuple(Entry(file.unit, period, code, value) for code, value in answers.items())
