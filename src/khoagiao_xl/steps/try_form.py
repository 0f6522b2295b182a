"""Check one form without taking it in: by its master, or by what can be known from the form alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.intake.judging.intake_trial import plain_findings
from khoagiao_xl.intake.judging.judge import Judgement, judge
from khoagiao_xl.intake.judging.lone_form import LoneForm, measures_of_quick
from khoagiao_xl.intake.judging.measures import Measures
from khoagiao_xl.intake.judging.quick_notices import judge_notice
from khoagiao_xl.intake.judging.verdicts import GOING_BACK, Verdict
from khoagiao_xl.intake.reading.live_checks import LiveChecks, read_live_checks
from khoagiao_xl.intake.reading.worker import read_many
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.secrecy import marked_around, names_a_secret
from khoagiao_xl.intake.safety.worker_process import Process, call_result
from khoagiao_xl.model.findings import Place, Severity, wrong
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.intake.judging.intake_trial import Plain
    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import Year

COUNTED: Final = {"errors": Severity.ERROR, "questions": Severity.QUESTION, "notes": Severity.NOTE}
NOT_TAKEN: Final = GOING_BACK | {Verdict.REFUSED}


def by_master(year: Year, job: Job) -> Outcome:
    """Return what would become of the form `job.source` if it were taken in now; raise MissingFile."""
    path = _form(job)
    limits = Limits.of(year.settings)
    with Process(limits) as process:
        reading = _read(path, limits, process)
    judgement = _judged_by_master(reading, year, job)
    code = "TN-168"
    if reading.is_quick:
        code = "VD-30"
    return _outcome(code, reading, judgement)


def alone(job: Job) -> Outcome:
    """Return what can be known from the form `job.source` without its master; raise MissingFile."""
    path = _form(job)
    limits = Limits()
    with Process(limits) as process:
        reading = _read(path, limits, process)
        checks = _live_checks(path, limits, process)
    judgement = _judged_alone(reading, checks, job)
    code = "TN-169"
    if reading.is_quick:
        code = "VD-31"
    return _outcome(code, reading, judgement)


# -- reading ----------------------------------------------------------------------------------------------


def _form(job: Job) -> Path:
    path = job.source or Path()
    return files.existing(path)


def _read(path: Path, limits: Limits, process: Process) -> FileReading:
    (reading,) = read_many([path], limits, process)
    return reading


def _live_checks(path: Path, limits: Limits, process: Process) -> LiveChecks:
    future = process.submit(read_live_checks, path, limits)
    code, facts = call_result(future, limits)
    if code:  # whatever is wrong with the file, its reading says
        return LiveChecks()
    checks: LiveChecks = facts["value"]
    return checks


# -- judging ----------------------------------------------------------------------------------------------


def _judged_by_master(reading: FileReading, year: Year, job: Job) -> Judgement:
    refused = _refused(reading)
    if refused:
        return refused
    today = job.now.date()
    if reading.is_quick:
        any_period = next(iter(year.deadlines))
        measures = Measures.of(year, Period.parse(any_period))
        return judge_notice(reading, measures, today)
    period = _period(reading)
    if period is None or str(period) not in year.deadlines:
        return _of_no_period(reading)
    measures = Measures.of(year, period)
    return judge(reading, replace(measures, issues=year.issues), today)


def _judged_alone(reading: FileReading, checks: LiveChecks, job: Job) -> Judgement:
    refused = _refused(reading)
    if refused:
        return refused
    today = job.now.date()
    if reading.is_quick:
        measures = measures_of_quick(reading, today)
        return judge_notice(reading, measures, today)
    period = _period(reading)
    if period is None:
        return _of_no_period(reading)
    profile = load_profile(year=period.year)
    form = LoneForm.of(reading, profile, period)
    judgement = judge(form.reading, form.measures, today)
    own_checks = checks.findings(reading)
    findings = (
        *judgement.findings,
        *_beside(judgement, own_checks),
        *form.told(),
    )
    return Judgement(
        verdict=judgement.verdict,
        unit=judgement.unit,
        findings=findings,
    )


def _beside(judgement: Judgement, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what the form itself says of lines of which nothing is said yet."""
    told = {finding.indicator for finding in judgement.findings}
    for finding in findings:
        if finding.facts.get("indicator") not in told:
            yield finding


def _refused(reading: FileReading) -> Judgement | None:
    """Return the judgement on what is no form, or bears a mark of secrecy in its name; None for a form."""
    if names_a_secret(reading.name):
        secret = marked_around(reading.name)
        return Judgement(Verdict.REFUSED, findings=(secret,))
    if not reading.is_readable:
        return Judgement(Verdict.REFUSED, findings=reading.findings)
    return None


def _of_no_period(reading: FileReading) -> Judgement:
    place = Place(reading.name)
    period = reading.identity.period
    unknown = wrong("TN-167", place, found=period)
    findings = (unknown, *reading.findings)
    return Judgement(Verdict.REFUSED, findings=findings)


def _period(reading: FileReading) -> Period | None:
    try:
        return Period.parse(reading.identity.period)
    except WrongRequest:
        return None


# -- telling ----------------------------------------------------------------------------------------------


def _outcome(code: str, reading: FileReading, judgement: Judgement) -> Outcome:
    said = reading.identity
    told = plain_findings(judgement.findings)
    counted = Counter(finding["severity"] for finding in told)
    counts = {name: counted[severity] for name, severity in COUNTED.items()}
    whose = {
        "file": reading.name,
        "unit": said.unit_code or "?",
        "period": said.period or "?",
        "verdict": judgement.verdict,
    }
    return Outcome(
        sentence(code, {**whose, **counts}),
        status=1 if judgement.verdict in NOT_TAKEN else 0,
        counts=counts,
        details=tuple(map(_line, told)),
        data={**whose, "findings": told},
    )


def _line(finding: Plain) -> str:
    """Return a finding with its weight, its sheet and its cell."""
    where = Place(
        file="",
        sheet=finding["sheet"],
        cell=finding["cell"],
    )
    told = [
        finding["severity"],
        str(where),
        finding["message"],
    ]
    said = filter(None, told)
    return ": ".join(said)
