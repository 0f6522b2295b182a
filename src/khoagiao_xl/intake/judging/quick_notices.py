"""Quick forms among what came: each judged by itself, on whatever day, in whichever period's inbox.

They are no report of a period: they stand in no row of figures, are no version of one and shut nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.naming import form_id, unit_in_quick_name
from khoagiao_xl.forms.quick_layout import (
    CORRECTION,
    KIND,
    QUICK_SHEET,
    QUICK_TICK_CELL,
    QUICK_VERSION,
    WHAT,
)
from khoagiao_xl.intake.judging.foreign_words import foreign_words
from khoagiao_xl.intake.judging.identify import Contradiction
from khoagiao_xl.intake.judging.judge import Judgement
from khoagiao_xl.intake.judging.quick_lines import QuickAnswers
from khoagiao_xl.intake.judging.verdicts import NOTICES, Receipt, Verdict
from khoagiao_xl.intake.judging.whose_figures import Signs, letter_of_another
from khoagiao_xl.model.findings import Finding, Place, Severity, wrong
from khoagiao_xl.model.hot_issues import QUICK, Issue, IssueSource, QuickNotice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.intake.reading.read_all import ReadFile
    from khoagiao_xl.model.records import Unit


def is_notice(item: ReadFile) -> bool:
    """Say whether a file is a quick form: by what was read of it, else as an earlier run knew it."""
    if item.reading.is_quick:
        return True
    row = item.file.row
    return item.is_all_lost and row is not None and row["verdict"] in NOTICES


def judge_notices(read: Sequence[ReadFile], measures: Measures) -> list[Receipt]:
    """Return one receipt for each quick form, in the order they came."""
    receipts = [_receipt(item, measures) for item in read]
    return sorted(receipts, key=lambda receipt: receipt.order)


def _receipt(item: ReadFile, measures: Measures) -> Receipt:
    file = item.file
    if item.is_all_lost and file.row:
        return _as_noted(item, file.row)
    arrived = file.received.date()
    judgement = judge_notice(item.reading, measures, arrived, file.arrival.sender)
    goes_back = judgement.verdict is Verdict.RETURNED_NOTICE
    return replace(
        Receipt.of(file, judgement.verdict),
        unit=judgement.unit,
        findings=judgement.findings,
        reason=judgement.reason,
        original=file.arrival.to_send_back() if goes_back else None,
        notice=_notice(judgement, file),
        words=_words(item.reading) if goes_back else "",
    )


def _words(reading: FileReading) -> str:
    """Return what a quick form says happened, as it stands there."""
    cell = reading.answers.get(WHAT)
    if cell is None:
        return ""
    return str(cell.value or "")


def _as_noted(item: ReadFile, row: Mapping[str, Any]) -> Receipt:
    """Return the receipt of a quick form of which only its line is left."""
    noted = [replace(finding, severity=Severity.NOTE) for finding in item.reading.findings]
    return replace(
        Receipt.of(item.file, Verdict(row["verdict"])),
        unit=row["unit"],
        findings=tuple(noted),
        reason=row["reason"],
        is_gone=True,
    )


def _notice(judgement: Judgement, file: Submission) -> QuickNotice | None:
    if judgement.issue is None or judgement.verdict is not Verdict.NOTICE:
        return None
    return QuickNotice(
        judgement.issue,
        file.name,
        file.sha256,
        is_correction=judgement.is_correction,
    )


# -- one of them ------------------------------------------------------------------------------------------


def judge_notice(reading: FileReading, measures: Measures, arrived: date, sender: str = "") -> Judgement:
    """Return the verdict on a quick form: refused where it is nobody's of ours, else taken or sent back.

    sender: the address of the letter it came in, blank for none.
    """
    unit = _owner_of(reading, measures)
    if isinstance(unit, Finding):
        return Judgement(Verdict.REFUSED, findings=(unit, *reading.findings))
    answers = QuickAnswers(reading, arrived)
    said = answers.read()
    signs = Signs(reading, unit, measures, sender)
    found = [
        *reading.findings,
        *letter_of_another(signs),
        *_secret_untold(reading),
        *answers.findings,
    ]
    found += foreign_words(reading, measures, found)
    if any(finding.is_error for finding in found):
        return Judgement(Verdict.RETURNED_NOTICE, unit.code, tuple(found))
    is_correction = said.pop(KIND) == CORRECTION
    issue = Issue(code="", unit=unit.code, source=IssueSource.NOTICE, reported=arrived, **said)
    return Judgement(
        Verdict.NOTICE,
        unit.code,
        tuple(found),
        issue=issue,
        is_correction=is_correction,
    )


def _secret_untold(reading: FileReading) -> Iterator[Finding]:
    """Yield a finding when the unit does not say that its notice is free of state secrets."""
    if reading.ticks.get(form_layout.TICK_NO_SECRET) is False:
        box = Place(reading.name, QUICK_SHEET, QUICK_TICK_CELL)
        yield wrong("NB-66", box)


# -- whose it is ------------------------------------------------------------------------------------------


def _owner_of(reading: FileReading, measures: Measures) -> Unit | Finding:
    """Return the unit whose quick form this is, or the first reason why it is not one of ours."""
    unit = measures.unit_of(reading)
    for code, check in _CHECKS.items():
        found = check(reading, unit, measures)
        if found:
            return found.told(code, reading.name)
    if unit is None:
        unknown = Contradiction({"found": reading.identity.unit_code})
        return unknown.told("R35-1", reading.name)
    return unit


def _of_another_master(reading: FileReading, _: Unit | None, measures: Measures) -> Contradiction | None:
    found, expected = reading.identity.master_id, measures.master_id
    if found == expected:
        return None
    return Contradiction({"found": found, "expected": expected})


def _of_an_unknown_version(reading: FileReading, _: Unit | None, __: Measures) -> Contradiction | None:
    found = reading.identity.form_version
    if found == QUICK_VERSION:
        return None
    return Contradiction({"found": found, "accepted": QUICK_VERSION})


def _not_as_issued(reading: FileReading, unit: Unit | None, measures: Measures) -> Contradiction | None:
    if unit is None:
        return None
    issued = form_id(measures.master_id, QUICK, unit.code, QUICK_VERSION)
    if reading.identity.form_id == issued:
        return None
    return Contradiction({})


def _named_after_another(reading: FileReading, unit: Unit | None, measures: Measures) -> Contradiction | None:
    named = unit_in_quick_name(reading.name, measures.unit_by_stem)
    if unit is None or named in ("", unit.code):
        return None
    facts = {"named": named, "found": unit.code}
    return Contradiction(facts, sheet="")


_CHECKS: Final[Mapping[str, Callable[[FileReading, Unit | None, Measures], Contradiction | None]]] = {
    "R35-3": _of_another_master,
    "R35-4": _of_an_unknown_version,
    "R35-6": _not_as_issued,
    "NB-69": _named_after_another,
}
