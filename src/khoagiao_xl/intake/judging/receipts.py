"""From a file and its reading to its receipt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.inbox.submissions import UNDATED
from khoagiao_xl.intake.judging.copied_figures import units_by_figures
from khoagiao_xl.intake.judging.foreign_words import in_common
from khoagiao_xl.intake.judging.issued_lines import issued_lines
from khoagiao_xl.intake.judging.judge import judge
from khoagiao_xl.intake.judging.kept_judgement import Judging, plain_judgement
from khoagiao_xl.intake.judging.noted_files import noted_guess, noted_refusal, noted_report
from khoagiao_xl.intake.judging.unit_guess import guess_unit
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.intake.judging.versions import number_versions, shut_out_late
from khoagiao_xl.intake.judging.whose_figures import names_another
from khoagiao_xl.intake.reading.read_all import ALL_LOST, CHANGED, LOST
from khoagiao_xl.intake.safety.secrecy import STILL_KEPT
from khoagiao_xl.model.findings import Place, noted
from khoagiao_xl.vietnamese.day_texts import day_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.intake.inbox.submissions import Submission
    from khoagiao_xl.intake.judging.measures import Measures
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.intake.reading.read_all import ReadFile
    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.model.hot_issues import Issue
    from khoagiao_xl.office.kept_readings import Judged, KeptPlain

OF_THE_ORIGINAL: Final = frozenset({LOST, ALL_LOST, CHANGED, STILL_KEPT})


def judge_all(intake: Intake, read: Sequence[ReadFile], issues: tuple[Issue, ...] = ()) -> list[Receipt]:
    """Return one receipt for each file, in the order they came, the versions of each unit counted.

    read: without the quick forms. issues: of the log, against which the forms are held.
    """
    measures = replace(_with_what_was_issued(intake.measures, read), issues=issues)
    judging = Judging.of(measures, intake.reader)
    judged = [_receipt(intake, item, measures, judging) for item in read]
    in_time = shut_out_late(intake.obligations, judged, _first_closed(intake))
    return number_versions(in_time)


def _first_closed(intake: Intake) -> datetime | None:
    """Return when the period was closed first, None where it never was."""
    closings = intake.year.closings.of_period(intake.code)
    return closings[0].closed_at if closings else None


def _with_what_was_issued(measures: Measures, read: Sequence[ReadFile]) -> Measures:
    """Return the measures with what the forms say: how they were issued, whose figures are alike."""
    by_unit: dict[str, FileReading] = {}
    for item in read:
        if measures.is_of_the_period(item.reading):
            by_unit[item.reading.identity.unit_code] = item.reading
    forms = list(by_unit.values())
    return replace(
        measures,
        issued=issued_lines(forms, measures),
        issued_otherwise=in_common(forms),
        figures=units_by_figures(_undoubted(by_unit, measures)),
    )


def _undoubted(forms: Mapping[str, FileReading], measures: Measures) -> dict[str, FileReading]:
    """Return the forms, by unit, without those whose figures are another unit's by other signs already."""
    return {unit: form for unit, form in forms.items() if not names_another(form, measures)}


def of_the_original(receipt: Receipt) -> list[Finding]:
    """Return what is said of a file's untouched copy: lost, no longer what came, or not to be kept."""
    return [finding for finding in receipt.findings if finding.code in OF_THE_ORIGINAL]


def judged_answers(receipts: Sequence[Receipt]) -> dict[str, Judged]:
    """Return hash -> indicator -> what the file says, of each that counts, or did until a newer came."""
    found: dict[str, Judged] = {}
    for receipt in receipts:
        if receipt.is_sound:
            found[receipt.sha256] = {entry.code: entry.value for entry in receipt.entries}
    return found


def kept_judgements(receipts: Sequence[Receipt]) -> dict[str, Callable[[], KeptPlain]]:
    """Return hash -> what makes the plain values of the judgement on that file, which are a great deal."""
    found: dict[str, Callable[[], KeptPlain]] = {}
    for receipt in receipts:
        if receipt.judgement is not None:
            found[receipt.sha256] = partial(plain_judgement, receipt.judgement, receipt.name)
    return found


def _receipt(intake: Intake, item: ReadFile, measures: Measures, judging: Judging) -> Receipt:
    file = item.file
    if item.is_all_lost and file.was_guessed:
        return noted_refusal(intake, file)
    if item.is_all_lost and file.unit:
        return noted_report(item, measures)
    receipt = _with_its_day(_judged(intake, item, measures, judging))
    told = of_the_original(receipt)
    if told:
        receipt = _with_told(receipt, told, file)
    return _with_guess(receipt, item, measures)


def _with_guess(receipt: Receipt, item: ReadFile, measures: Measures) -> Receipt:
    """Return the receipt of a file that is nobody's form with who may have sent it.

    What an earlier run guessed holds where the letter that told it is gone.
    """
    if receipt.unit or not receipt.is_unused:
        return receipt
    guess = guess_unit(item.file.arrival, item.reading, measures)
    if not guess.unit and item.file.was_guessed:
        guess = noted_guess(item.file)
    return replace(receipt, guess=guess)


def _judged(intake: Intake, item: ReadFile, measures: Measures, judging: Judging) -> Receipt:
    file = item.file
    arrival = file.arrival
    judgement = judge(
        item.reading,
        measures,
        file.received.date(),
        arrival.sender,
        arrival.letter,
        partial(judging.judged, kept=file.kept),
    )
    return replace(
        Receipt.of(file, judgement.verdict),
        unit=judgement.unit,
        findings=judgement.findings,
        entries=judgement.entries,
        original=_sendable(intake, item) if judgement.verdict is Verdict.RETURNED else None,
        reason=judgement.reason,
        judgement=judgement,
    )


def _with_its_day(receipt: Receipt) -> Receipt:
    """Return the receipt, with a note where the day it came is not known."""
    if receipt.is_dated:
        return receipt
    told = noted(UNDATED, Place(receipt.name), received=day_text(receipt.received))
    reason = f"{receipt.reason} {told.message}".strip()
    return replace(receipt, findings=(*receipt.findings, told), reason=reason)


def _with_told(receipt: Receipt, told: Sequence[Finding], file: Submission) -> Receipt:
    """Return the receipt with what is said of the untouched copy, also where that decided nothing."""
    reason = receipt.reason
    for finding in told:
        if finding.message not in reason:
            reason = f"{reason} {finding.message}".strip()
    return replace(receipt, reason=reason, unit=receipt.unit or file.unit)


def _sendable(intake: Intake, item: ReadFile) -> Path | bytes | None:
    """Return the bytes that may go back to the unit, or where they lie."""
    if item.is_secret:
        return None
    if item.file.is_present and not item.file.is_wanted(intake.limits):
        return None
    return item.file.arrival.to_send_back()
