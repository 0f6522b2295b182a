"""Take in a period's inbox: every file judged, every duty accounted for, originals kept, faults returned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.inbox.own_folders import refuse_own_folders
from khoagiao_xl.intake.inbox.submissions import list_submissions
from khoagiao_xl.intake.judging.closed_files import close_settled
from khoagiao_xl.intake.judging.intake_outcome import intake_outcome
from khoagiao_xl.intake.judging.intake_tables import intake_tables
from khoagiao_xl.intake.judging.receipts import judge_all
from khoagiao_xl.intake.judging.settle_duties import settle
from khoagiao_xl.intake.one_intake import Intake
from khoagiao_xl.intake.reading.files_to_keep import files_to_keep
from khoagiao_xl.intake.reading.read_all import read_all
from khoagiao_xl.intake.reading.worker_process import Process
from khoagiao_xl.intake.returning.returned_copies import returned_copies
from khoagiao_xl.office.changes import Changes

if TYPE_CHECKING:
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import Year

WRITING: Final = "Ghi kết quả tiếp nhận"


def work(year: Year, job: Job) -> Changes:
    """Judge every file of the inbox `job.source` and return what became of it.

    Running it again gives the same tables: what came earlier is judged anew by what was read of it.
    Returned copies go into the folder `job.out`. Raise NotAFolder when there is no inbox,
    WrongRequest (TN-109) when it is a folder in which the program itself keeps something.
    """
    intake = Intake.of(year, job)
    refuse_own_folders(intake)
    with Process(intake.limits) as process:
        files = list_submissions(intake, process)
        read = read_all(intake, files, process)
    receipts = judge_all(intake, read)
    duties = settle(
        intake.obligations,
        receipts,
        intake.today,
    )
    receipts = close_settled(receipts, duties)
    returned = returned_copies(intake, receipts, read)
    return Changes(
        intake_outcome(intake.period, receipts, duties, returned),
        tables=intake_tables(intake, receipts, duties),
        files=tuple(files_to_keep(intake, read, returned)),
        progress=WRITING,
    )
