"""Running an action on a master, the same for every door: lock, read, decide, back up, write, save."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS, Action
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.doors.error_outcomes import answered
from khoagiao_xl.files import backups, locks
from khoagiao_xl.mail.sent_by_hand import with_letters, with_moments_of_sending
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office import written_files
from khoagiao_xl.office.changes import Changes, write, write_files
from khoagiao_xl.office.rows import to_row
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.office.year import Year, read_year
from khoagiao_xl.vietnamese.office_clock import office_now

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Book, Row
    from khoagiao_xl.books.office_program.live_book import LiveBook
    from khoagiao_xl.model.results import Progress


def run_action(action_id: str, master: Path, job: Job, live: LiveBook | None = None) -> Outcome:
    """Run one action and return what came of it; raises nothing but KeyboardInterrupt.

    live: the master as it stands open; without it the action works on the closed file. Either way the master
    is the old one until the very end, and then the new one; a copy of the old one is kept first.
    """
    action = ACTIONS[action_id]

    def work() -> Outcome:
        if live is None:
            return _run_closed(action, master, job)
        with locks.only_writer(master):
            return _run_live(action, live, job)

    return answered(action_id, master, job.now, work)


def try_action(action_id: str, master: Path, job: Job) -> Outcome:
    """Return what an action would do to the master as it was saved last; nothing is written or held."""
    action = ACTIONS[action_id]

    def work() -> Outcome:
        year = read_year(master)
        asked = _with_folders(job, action, year)
        try_out = action.load_trial()
        outcome: Outcome = try_out(year, asked)
        return _with_unread(outcome, year)

    return answered(action_id, master, job.now, work)


def run_by_file(action: Action, job: Job) -> Outcome:
    """Return what the action makes of the Word file `job.document`; the files it decided on are written."""
    document = job.document or Path()

    def work() -> Outcome:
        step = action.load_by_file()
        changes: Changes = step(job)
        return write_files(changes, job.now)

    return answered(action.id, document, job.now, work)


def _run_closed(action: Action, master: Path, job: Job) -> Outcome:
    locks.refuse_if_open(master)
    files.existing(master)
    with locks.only_writer(master):
        if action.whole_file:
            return _run_on_file(action, master, job)
        book = FileBook(master)
        return _run_in(book, action, job)


def _run_on_file(action: Action, master: Path, job: Job) -> Outcome:
    step = action.load()
    storage = Storage(master)
    outcome: Outcome = step(storage, job)
    return outcome


def _run_live(action: Action, live: LiveBook, job: Job) -> Outcome:
    """Run in the open workbook; what was typed is stored first, so that the copy made before holds it."""
    files.existing(live.path)  # it may have been moved away since it was opened
    live.store_typed()
    with live.showing_progress() as progress:
        progress(action.label, 0, 0)
        both = _both(job.progress, progress)
        shown = replace(job, progress=both)
        return _run_in(live, action, shown)


def _both(one: Progress, other: Progress) -> Progress:
    def report(what: str, done: int, of: int) -> None:
        one(what, done, of)
        other(what, done, of)

    return report


def _run_in(book: Book, action: Action, job: Job) -> Outcome:
    """Read the year, let the step decide, write what it decided."""
    read = Year.read(book)
    year = with_moments_of_sending(read, job.now)
    asked = _with_folders(job, action, year)
    step = action.load()
    decided: Changes = step(year, asked)
    changes = with_letters(
        decided,
        read=read,
        seen=year,
    )
    outcome = _write(changes, book, action, job, year)
    if changes.tells_unread:
        return outcome
    return _with_unread(outcome, year)


def _with_folders(job: Job, action: Action, year: Year) -> Job:
    """Return the job with the folders of tblCauHinh where no path was named."""
    source = job.source or _folder(action.source_setting, job, year)
    out = job.out or _folder(action.out_setting, job, year)
    return replace(job, source=source, out=out)


def _folder(setting: str, job: Job, year: Year) -> Path | None:
    if not setting:
        return None
    period = str(job.period or "")
    folder = year.settings.folder(setting)
    return year.storage.folder(folder, period)


def _write(changes: Changes, book: Book, action: Action, job: Job, year: Year) -> Outcome:
    """Keep a copy, write files and tables, add a line to the journal, save; or leave the master as it was."""
    journal = year.raw(schema.JOURNAL)
    # Files alone, or nothing at all, are no change that somebody would want to go back from.
    is_change = changes.is_logged and changes.tables
    backup = _back_up(action, job, year) if is_change else None
    try:
        outcome = write(changes, book, job.now, job.progress)
        _keep_names(changes, backup, year)
        if changes.is_logged:
            line = _journal_line(action, job, outcome, backup)
            lines = [line, *journal]  # the dashboard shows the top lines
            book.write(schema.JOURNAL.name, lines)
        if changes.is_logged or changes.tables:
            _save(book, job)
    except Exception:
        _forget(backup, year)
        raise
    return outcome


def _save(book: Book, job: Job) -> None:
    """Save, and in a closed file what its formulas show: a preview, a telephone compute nothing."""
    if isinstance(book, FileBook):
        book.compute(job.now)
    book.save()


def _back_up(action: Action, job: Job, year: Year) -> Path:
    storage = year.storage
    return backups.back_up(
        path=storage.master,
        folder=storage.backups,
        moment=job.now,
        reason=action.id,
    )


def _keep_names(changes: Changes, backup: Path | None, year: Year) -> None:
    """Keep the names of the files that were written: going back does not take them back."""
    if backup is None:
        return
    made = [new.path for new in changes.files]
    written_files.keep(year.storage, backup, [*made, *changes.moved.values()])


def _forget(backup: Path | None, year: Year) -> None:
    """Remove the copy made before an action that came to nothing: going back to it would be no way back."""
    master = year.storage.master
    if backup is None or not master.is_file():
        return
    if backup.read_bytes() == master.read_bytes():
        backups.remove(backup)


def _journal_line(action: Action, job: Job, outcome: Outcome, backup: Path | None) -> Row:
    line = {
        "moment": job.now.replace(microsecond=0),
        "action": action.label,
        "period": str(job.period) if job.period else None,
        "result": outcome.sentence,
        "backup": backup.name if backup else None,
    }
    return to_row(line, schema.JOURNAL)


def _with_unread(outcome: Outcome, year: Year) -> Outcome:
    """Return the outcome with a line for every row typed below a table: no step has seen it."""
    unread = [str(finding) for finding in year.unread]
    if not unread:
        return outcome
    details = (*outcome.details, *unread)
    status = max(outcome.status, 1)
    return replace(outcome, status=status, details=details)


def clock() -> datetime:
    """Return the moment now by the office's clock, without a zone, as Excel keeps it."""
    return office_now()
