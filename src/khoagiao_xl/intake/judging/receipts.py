"""From a file and its reading to its receipt: judged, or as the master notes where nothing is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.judge import judge
from khoagiao_xl.intake.judging.moved_lines import issued_words
from khoagiao_xl.intake.judging.verdicts import VALID, Receipt, Verdict
from khoagiao_xl.intake.judging.versions import number_versions, shut_out_late
from khoagiao_xl.intake.reading.read_all import ALL_LOST, CHANGED, LOST
from khoagiao_xl.intake.reading.secrecy import STILL_KEPT
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.model.records import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.intake.reading.read_all import ReadFile

OF_THE_ORIGINAL: Final = frozenset({LOST, ALL_LOST, CHANGED, STILL_KEPT})


def judge_all(intake: Intake, read: Sequence[ReadFile]) -> list[Receipt]:
    """Return one receipt for each file, in the order they came, the versions of each unit counted."""
    readings = [item.reading for item in read]
    issued = issued_words(readings, intake.measures)
    measures = replace(intake.measures, issued=issued)
    judged = [_receipt(intake, item, measures) for item in read]
    in_time = shut_out_late(intake.obligations, judged)
    return number_versions(in_time)


def of_the_original(receipt: Receipt) -> list[Finding]:
    """Return what is said of a file's untouched copy: lost, no longer what came, or not to be kept."""
    return [finding for finding in receipt.findings if finding.code in OF_THE_ORIGINAL]


def _receipt(intake: Intake, item: ReadFile, measures: Measures) -> Receipt:
    if item.file.unit and item.is_all_lost:
        return _as_noted(item, measures)
    receipt = _judged(intake, item, measures)
    told = of_the_original(receipt)
    if told:
        return _with_told(receipt, told, item.file)
    return receipt


def _judged(intake: Intake, item: ReadFile, measures: Measures) -> Receipt:
    file = item.file
    judgement = judge(item.reading, measures, file.received.date(), file.arrival.sender)
    return Receipt(
        name=file.name,
        sha256=file.sha256,
        received=file.received,
        container=_told_container(item),
        rank=file.arrival.rank,
        verdict=judgement.verdict,
        unit=judgement.unit,
        findings=judgement.findings,
        entries=judgement.entries,
        original=_sendable(intake, item) if judgement.verdict is Verdict.RETURNED else None,
        reason=judgement.reason,
    )


def _with_told(receipt: Receipt, told: Sequence[Finding], file: Submission) -> Receipt:
    """Return the receipt with what is said of the untouched copy, also where that decided nothing."""
    reason = receipt.reason
    for finding in told:
        if finding.message not in reason:
            reason = f"{reason} {finding.message}".strip()
    return replace(receipt, reason=reason, unit=receipt.unit or file.unit)


def _told_container(item: ReadFile) -> str:
    """Return the letter or archive it came in; of what a secret came in nothing is told."""
    return "" if item.is_secret else item.file.arrival.container


def _sendable(intake: Intake, item: ReadFile) -> Path | bytes | None:
    """Return the bytes that may go back to the unit, or where they lie."""
    if item.is_secret:
        return None
    if item.file.is_present and not item.file.is_wanted(intake.limits):
        return None
    return item.file.arrival.to_process()


# -- where nothing is left to judge -----------------------------------------------------------------------


def _as_noted(item: ReadFile, measures: Measures) -> Receipt:
    """Return the receipt that the master's own lines tell of: with a file its figures are not lost."""
    (finding,) = item.reading.findings
    file, verdict = item.file, _noted_verdict(item.file)
    entries = _noted_entries(file, measures) if verdict in VALID else ()
    if verdict in VALID and not entries:
        verdict = Verdict.REFUSED
    return Receipt(
        name=file.name,
        sha256=file.sha256,
        received=file.received,
        container=file.arrival.container,
        verdict=verdict,
        unit=file.unit,
        findings=(replace(finding, severity=Severity.NOTE),),
        entries=entries,
        reason=finding.message,
    )


def _noted_verdict(file: Submission) -> Verdict:
    noted = file.row["verdict"] if file.row else ""
    try:
        return Verdict(noted)
    except ValueError:
        return Verdict.REFUSED


def _noted_entries(file: Submission, measures: Measures) -> tuple[Entry, ...]:
    """Return the figures and words of the unit as the master has them."""
    period = measures.period_code
    history = measures.history_of(file.unit)
    answers = history.answers.get(period, {})
    return tuple(
        Entry(
            file.unit,
            period,
            code,
            value,
        )
        for code, value in answers.items()
    )
