"""Take in a period's inbox: every file judged, every duty accounted for, originals kept, faults returned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from khoagiao_xl.closing.kept_closed import with_ledger_of_intake
from khoagiao_xl.forms.naming import alert_name
from khoagiao_xl.intake.inbox.own_folders import refuse_own_folders
from khoagiao_xl.intake.inbox.submissions import list_submissions
from khoagiao_xl.intake.judging.closed_files import close_settled
from khoagiao_xl.intake.judging.intake_outcome import intake_outcome
from khoagiao_xl.intake.judging.intake_tables import intake_tables
from khoagiao_xl.intake.judging.intake_trial import as_trial
from khoagiao_xl.intake.judging.logged_notices import notice_counts, told_notices, with_their_rows
from khoagiao_xl.intake.judging.quick_notices import is_notice, judge_notices
from khoagiao_xl.intake.judging.receipts import judge_all, judged_answers
from khoagiao_xl.intake.judging.settle_duties import settle
from khoagiao_xl.intake.one_intake import Intake
from khoagiao_xl.intake.reading.files_to_keep import files_to_keep
from khoagiao_xl.intake.reading.read_all import read_all
from khoagiao_xl.intake.reading.worker import reading_process
from khoagiao_xl.intake.returning.returned_copies import returned_copies
from khoagiao_xl.mail.addresses import read_addresses
from khoagiao_xl.mail.message import to_eml
from khoagiao_xl.mail.quick_alert import draft_alert
from khoagiao_xl.office.changes import Changes, NewFile
from khoagiao_xl.planning.issue_log import log_notices
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from khoagiao_xl.intake.judging.verdicts import Receipt
    from khoagiao_xl.intake.reading.read_all import ReadFile
    from khoagiao_xl.model.hot_issues import LoggedNotice
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.model.results import Job, Outcome
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.planning.issue_log import IssueLog

DRAFTS: Final = "thu_muc_thu_nhap"
WRITING: Final = "Ghi kết quả tiếp nhận"


@dataclass(frozen=True)
class Taken:
    """What became of every file and of every duty, and the log of hot issues with the quick forms in it."""

    receipts: list[Receipt]
    duties: list[Duty]
    log: IssueLog


def work(year: Year, job: Job) -> Changes:
    """Judge every file of the inbox `job.source` and return what became of it.

    Running it again gives the same tables: what came earlier is judged anew by what was read of it.
    Returned copies go into the folder `job.out`. Raise NotAFolder when there is no inbox,
    WrongRequest (TN-109) when it is a folder in which the program itself keeps something.
    """
    intake = Intake.of(year, job)
    read = _read(intake)
    taken = _taken(intake, read)
    returned = returned_copies(intake, taken.receipts, read)
    alerts = _alerts(intake, taken.log.logged)
    outcome = intake_outcome(intake.period, taken.receipts, taken.duties, returned)
    told = _with_notices(outcome, taken)
    tables = intake_tables(intake, taken.receipts, taken.duties)
    kept = files_to_keep(intake, read, returned, judged_answers(taken.receipts))
    changes = Changes(
        _with_alerts(told, intake, alerts),
        tables={**tables, **taken.log.tables},
        files=(*kept, *alerts),
        progress=WRITING,
    )
    return with_ledger_of_intake(changes, year, job.now, intake.code)


def try_out(year: Year, job: Job) -> Outcome:
    """Return what `work` would come to, file by file; nothing is to be written. Raise as `work` does."""
    intake = Intake.of(year, job)
    read = _read(intake)
    taken = _taken(intake, read)
    outcome = intake_outcome(intake.period, taken.receipts, taken.duties, returned=())
    told = _with_notices(outcome, taken)
    return as_trial(told, taken.receipts)


def _read(intake: Intake) -> list[ReadFile]:
    refuse_own_folders(intake)
    expected = sum(1 for _ in intake.inbox.iterdir())
    with reading_process(intake.limits, intake.all_issued, expected) as process:
        files = list_submissions(intake, process)
        return read_all(intake, files, process)


def _taken(intake: Intake, read: Sequence[ReadFile]) -> Taken:
    """Judge the quick forms first: the forms of the period are held against the log that they make."""
    quick = [item for item in read if is_notice(item)]
    notices = judge_notices(quick, intake.measures)
    log = log_notices(intake.year, told_notices(notices), intake.today)
    reports = [item for item in read if not is_notice(item)]
    receipts = judge_all(intake, reports, log.issues)
    duties = settle(
        intake.obligations,
        receipts,
        intake.today,
    )
    of_period = close_settled(receipts, duties)
    told = with_their_rows(notices, log.logged)
    return Taken([*of_period, *told], duties, log)


# -- quick forms: at once to the leadership ---------------------------------------------------------------


def _alerts(intake: Intake, logged: Sequence[LoggedNotice]) -> list[NewFile]:
    """Return a draft for each issue that is new or was put right now; none is ever sent by itself."""
    folder = _drafts_folder(intake)
    alerts = []
    for one in logged:
        if one.is_new or one.is_changed:
            name = alert_name(one.code)
            path = folder / name
            content = partial(_eml, intake, one)
            alerts.append(NewFile(path, content))
    return alerts


def _drafts_folder(intake: Intake) -> Path:
    settings = intake.year.settings
    folder = settings.folders.get(DRAFTS, "thu-nhap/{ky}")
    return intake.storage.folder(folder, intake.code)


def _eml(intake: Intake, logged: LoggedNotice) -> bytes:
    settings = intake.year.settings
    unit = logged.notice.issue.unit
    names = intake.year.unit_names
    name = names.get(unit, unit)
    draft = draft_alert(logged, name, settings)
    return to_eml(draft, settings.email, intake.job.now)


def _with_notices(outcome: Outcome, taken: Taken) -> Outcome:
    """Return the outcome with what became of the quick forms, where any came."""
    counts = notice_counts(taken.receipts, taken.log.logged)
    if not counts["notices"]:
        return outcome
    told = sentence("TN-OK-TIN", counts)
    both = dict(outcome.counts)
    both["quick_notices"] = counts["notices"]
    both["new_issues"] = counts["added"]
    return replace(
        outcome,
        sentence=f"{outcome.sentence} {told}",
        counts=both,
    )


def _with_alerts(outcome: Outcome, intake: Intake, alerts: Sequence[NewFile]) -> Outcome:
    """Return the outcome with the drafts; without an address of the leadership somebody has to name one."""
    if not alerts:
        return outcome
    folder = _drafts_folder(intake)
    facts = {"count": len(alerts), "folder": folder.name}
    told = sentence("VD-OK", facts)
    paths = [alert.path for alert in alerts]
    drafted = replace(
        outcome,
        sentence=f"{outcome.sentence} {told}",
        paths=(*outcome.paths, *paths),
    )
    addresses = read_addresses(intake.year.settings.alerted)
    if addresses.sound:
        return drafted
    unaddressed = sentence("VD-29", {})
    return replace(
        drafted,
        status=1,
        details=(*outcome.details, unaddressed),
    )
