"""Take in a period's inbox: every file judged, every duty accounted for, originals kept, faults returned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.closing.kept_closed import with_ledger_of_intake
from khoagiao_xl.correspondence.alert_drafts import AlertDesk
from khoagiao_xl.correspondence.bounced_letters import BouncedLetters
from khoagiao_xl.intake.inbox.own_folders import refuse_own_folders
from khoagiao_xl.intake.inbox.submissions import list_submissions
from khoagiao_xl.intake.judging.apart_files import apart_files
from khoagiao_xl.intake.judging.closed_files import close_settled
from khoagiao_xl.intake.judging.intake_outcome import intake_outcome
from khoagiao_xl.intake.judging.intake_tables import intake_tables
from khoagiao_xl.intake.judging.intake_trial import as_trial
from khoagiao_xl.intake.judging.logged_notices import told_notices, with_notices, with_their_rows
from khoagiao_xl.intake.judging.quick_notices import is_notice, judge_notices
from khoagiao_xl.intake.judging.receipts import judge_all, judged_answers, kept_judgements
from khoagiao_xl.intake.judging.server_letters import fresh_reports, is_server_letter, judge_server_letters
from khoagiao_xl.intake.judging.settle_duties import settle
from khoagiao_xl.intake.one_intake import Intake
from khoagiao_xl.intake.readers import readers_of
from khoagiao_xl.intake.reading.files_to_keep import files_to_keep
from khoagiao_xl.intake.reading.read_all import read_all
from khoagiao_xl.intake.returning.returned_copies import returned_copies
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.collector_at_rest import collector_at_rest
from khoagiao_xl.planning.issue_log import log_notices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.intake.judging.verdicts import Receipt
    from khoagiao_xl.intake.reading.read_all import ReadFile
    from khoagiao_xl.intake.returning.returned_copies import ReturnedCopy
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.model.results import Job, Outcome
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.planning.issue_log import IssueLog

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
    with collector_at_rest():
        return _work(year, job)


def _work(year: Year, job: Job) -> Changes:
    intake = Intake.of(year, job)
    read = _read(intake)
    taken = _taken(intake, read)
    returned = returned_copies(intake, taken.receipts, read)
    tables = intake_tables(intake, taken.receipts, taken.duties)
    answers = judged_answers(taken.receipts)
    judgements = kept_judgements(taken.receipts)
    kept = files_to_keep(intake, read, returned, answers, judgements)
    changes = Changes(
        _outcome(intake, taken, returned),
        tables={**tables, **taken.log.tables},
        files=(*kept, *apart_files(intake, taken.receipts)),
        progress=WRITING,
    )
    bounced = BouncedLetters.of(
        year,
        fresh_reports(read),
        intake.today,
    )
    desk = AlertDesk(
        bounced.year_now,
        intake.code,
        job.now,
    )
    alerted = desk.with_alerts(
        bounced.told_in(changes),
        taken.log.logged,
        taken.log.issues,
    )
    return with_ledger_of_intake(alerted, year, job.now, intake.code)


def try_out(year: Year, job: Job) -> Outcome:
    """Return what `work` would come to, file by file; nothing is to be written. Raise as `work` does."""
    intake = Intake.of(year, job)
    read = _read(intake)
    taken = _taken(intake, read)
    outcome = _outcome(intake, taken)
    return as_trial(outcome, taken.receipts)


def _outcome(intake: Intake, taken: Taken, returned: Sequence[ReturnedCopy] = ()) -> Outcome:
    outcome = intake_outcome(
        intake.period,
        taken.receipts,
        taken.duties,
        returned,
    )
    return with_notices(outcome, taken.receipts, taken.log.logged)


def _read(intake: Intake) -> list[ReadFile]:
    refuse_own_folders(intake)
    with readers_of(intake) as readers:
        files = list_submissions(intake, readers)
        return read_all(intake, files, readers)


def _taken(intake: Intake, read: Sequence[ReadFile]) -> Taken:
    """Judge the quick forms first: the forms of the period are held against the log that they make."""
    letters = [item for item in read if is_server_letter(item)]
    quick = [item for item in read if is_notice(item)]
    notices = judge_notices(quick, intake.measures)
    told = told_notices(notices)
    log = log_notices(intake.year, told, intake.today)
    reports = [item for item in read if not (is_notice(item) or is_server_letter(item))]
    receipts = judge_all(intake, reports, log.issues)
    duties = settle(
        intake.obligations,
        receipts,
        intake.today,
    )
    of_period = close_settled(receipts, duties)
    of_issues = with_their_rows(notices, log.logged)
    by_servers = judge_server_letters(letters)
    return Taken([*of_period, *of_issues, *by_servers], duties, log)
