"""Take in a period's inbox: every file judged, every duty accounted for, originals kept, faults returned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.closing.kept_closed import with_ledger
from khoagiao_xl.intake.inbox.own_folders import refuse_own_folders
from khoagiao_xl.intake.inbox.submissions import list_submissions
from khoagiao_xl.intake.judging.closed_files import close_settled
from khoagiao_xl.intake.judging.intake_outcome import intake_outcome
from khoagiao_xl.intake.judging.intake_tables import intake_tables
from khoagiao_xl.intake.judging.intake_trial import as_trial
from khoagiao_xl.intake.judging.receipts import judge_all
from khoagiao_xl.intake.judging.settle_duties import settle
from khoagiao_xl.intake.one_intake import Intake
from khoagiao_xl.intake.reading.files_to_keep import files_to_keep
from khoagiao_xl.intake.reading.read_all import read_all
from khoagiao_xl.intake.reading.worker import reading_process
from khoagiao_xl.intake.returning.returned_copies import returned_copies
from khoagiao_xl.office.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.intake.judging.verdicts import Receipt
    from khoagiao_xl.intake.reading.read_all import ReadFile
    from khoagiao_xl.model.records import Duty
    from khoagiao_xl.model.results import Job, Outcome
    from khoagiao_xl.office.year import Year

WRITING: Final = "Ghi kết quả tiếp nhận"


def work(year: Year, job: Job) -> Changes:
    """Judge every file of the inbox `job.source` and return what became of it.

    Running it again gives the same tables: what came earlier is judged anew by what was read of it.
    Returned copies go into the folder `job.out`. Raise NotAFolder when there is no inbox,
    WrongRequest (TN-109) when it is a folder in which the program itself keeps something.
    """
    intake = Intake.of(year, job)
    read = _read(intake)
    receipts, duties = _judged(intake, read)
    returned = returned_copies(intake, receipts, read)
    changes = Changes(
        intake_outcome(intake.period, receipts, duties, returned),
        tables=intake_tables(intake, receipts, duties),
        files=tuple(files_to_keep(intake, read, returned)),
        progress=WRITING,
    )
    is_closed = year.closing_of(intake.period)
    return with_ledger(changes, year, job.now, intake.code if is_closed else "")


def try_out(year: Year, job: Job) -> Outcome:
    """Return what `work` would come to, file by file; nothing is to be written. Raise as `work` does."""
    intake = Intake.of(year, job)
    read = _read(intake)
    receipts, duties = _judged(intake, read)
    outcome = intake_outcome(intake.period, receipts, duties, returned=())
    return as_trial(outcome, receipts)


def _read(intake: Intake) -> list[ReadFile]:
    refuse_own_folders(intake)
    expected = sum(1 for _ in intake.inbox.iterdir())
    with reading_process(intake.limits, intake.issued, expected) as process:
        files = list_submissions(intake, process)
        return read_all(intake, files, process)


def _judged(intake: Intake, read: Sequence[ReadFile]) -> tuple[list[Receipt], list[Duty]]:
    """Return what became of every file and of every duty."""
    receipts = judge_all(intake, read)
    duties = settle(
        intake.obligations,
        receipts,
        intake.today,
    )
    return close_settled(receipts, duties), duties
