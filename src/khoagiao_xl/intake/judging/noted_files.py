"""Files of which nothing is left to judge: their receipts as the master's own lines tell them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.unit_guess import Guess
from khoagiao_xl.intake.judging.verdicts import VALID, Receipt, Verdict
from khoagiao_xl.intake.reading.read_all import ALL_LOST
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Place, Severity, wrong
from khoagiao_xl.model.records import Entry

if TYPE_CHECKING:
    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.intake.reading.read_all import ReadFile


# -- of no use --------------------------------------------------------------------------------------------


def noted_refusal(intake: Intake, file: Submission) -> Receipt:
    """Return the receipt of a file of no use that left the inbox without a copy: a secret, say."""
    reason = _noted(file, "reason")
    rule = _noted_rule(intake, file, reason)
    finding = wrong(rule, Place(file.name))
    return replace(
        Receipt.of(file, Verdict.REFUSED),
        findings=(replace(finding, text=reason),),
        reason=reason,
        guess=noted_guess(file),
        is_gone=True,
    )


def noted_guess(file: Submission) -> Guess:
    """Return who an earlier run guessed to have sent a file."""
    return Guess(_noted(file, "unit"), _noted(file, "guessed_by"))


def _noted_rule(intake: Intake, file: Submission, reason: str) -> str:
    """Return the code of what an earlier run said of a file."""
    for row in intake.year.rows(schema.FINDINGS):
        if row["period"] != intake.code:
            continue
        if row["file"] != file.name:
            continue
        if row["message"].startswith(reason):
            return str(row["rule"])
    return ALL_LOST


def _noted(file: Submission, field: str) -> str:
    if file.row is None:
        return ""
    return str(file.row[field])


# -- a unit's report --------------------------------------------------------------------------------------


def noted_report(item: ReadFile, measures: Measures) -> Receipt:
    """Return the receipt that the master's own lines tell of: with a file its figures are not lost."""
    (finding,) = item.reading.findings
    file, verdict = item.file, _noted_verdict(item.file)
    entries = tuple(_noted_entries(file, measures)) if verdict in VALID else ()
    if verdict in VALID and not entries:
        verdict = Verdict.REFUSED
    return replace(
        Receipt.of(file, verdict),
        unit=file.unit,
        findings=(replace(finding, severity=Severity.NOTE),),
        entries=entries,
        reason=finding.message,
    )


def _noted_verdict(file: Submission) -> Verdict:
    noted = _noted(file, "verdict")
    try:
        return Verdict(noted)
    except ValueError:
        return Verdict.REFUSED


def _noted_entries(file: Submission, measures: Measures) -> Iterator[Entry]:
    """Yield the figures and words of the unit as the master has them."""
    period = measures.period_code
    history = measures.history_of(file.unit)
    answers = history.answers.get(period, {})
    for code, value in answers.items():
        yield Entry(
            file.unit,
            period,
            code,
            value,
        )
