"""Running an action on a master, the same for every door: lock, run, back up, save, catch once, log."""

from __future__ import annotations

import contextlib
import platform
import sys
import tempfile
import traceback
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import khoagiao_xl
from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS, Action
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.errors import CannotWrite, KhoaGiaoError, WrongRequest
from khoagiao_xl.files import backups, locks, refusals
from khoagiao_xl.model import schema
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office import tables
from khoagiao_xl.office.changes import Changes, write
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.office.year import Year
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.books.live_book import LiveBook
    from khoagiao_xl.model.results import Progress

CANNOT = 2


def run_action(action_id: str, master: Path, job: Job, live: LiveBook | None = None) -> Outcome:
    """Run one action and return what came of it; raises nothing but KeyboardInterrupt.

    live: the master as it stands open; without it the action works on the closed file. Either way the master
    is the old one until the very end, and then the new one; a copy of the old one is kept first.
    """
    action = ACTIONS[action_id]

    def work() -> Outcome:
        with locks.only_writer(master if live else _closed(master)):
            return _run_live(action, live, job) if live else _run_closed(action, master, job)

    return answered(action_id, master, job.now, work)


def answered(what: str, master: Path, now: datetime, work: Callable[[], Outcome]) -> Outcome:
    """Return the outcome of `work`, or the one that says in a sentence why there is none."""
    try:
        return work()
    except KhoaGiaoError as error:
        return Outcome(str(error), CANNOT)
    except Exception as error:  # noqa: BLE001  # the one place that catches what nobody foresaw
        refused = _refused(error)
        return Outcome(str(refused), CANNOT) if refused else unforeseen(what, master, now)


def _refused(error: Exception) -> KhoaGiaoError | None:
    """Return what the machine would not do, for which nobody's program is to blame; None for all else."""
    if isinstance(error, BrokenPipeError):
        return WrongRequest("TEP-21")
    if isinstance(error, UnicodeEncodeError) and sys.getfilesystemencoding() != "utf-8":
        return WrongRequest("TEP-22")
    return refusals.refusal(error) if isinstance(error, OSError) else None


def _closed(master: Path) -> Path:
    locks.refuse_if_open(master)
    return files.existing(master)


def _run_closed(action: Action, master: Path, job: Job) -> Outcome:
    if action.whole_file:
        outcome: Outcome = action.load()(Storage(master), job)
        return outcome
    return _run_in(FileBook(master), action, job)


def _run_live(action: Action, live: LiveBook, job: Job) -> Outcome:
    """Run in the open workbook; what was typed is stored first, so that the copy made before holds it."""
    files.existing(live.path)  # it may have been moved away since it was opened
    live.store_typed()
    with live.showing_progress() as progress:
        progress(action.label, 0, 0)
        return _run_in(live, action, replace(job, progress=_both(job.progress, progress)))


def _both(one: Progress, other: Progress) -> Progress:
    def report(what: str, done: int, of: int) -> None:
        one(what, done, of)
        other(what, done, of)

    return report


def _run_in(book: Book, action: Action, job: Job) -> Outcome:
    """Read the year, let the step decide, write what it decided."""
    if action.step.endswith(":run"):  # a step that is not yet one of `work(year, job) -> Changes`
        outcome: Outcome = action.load()(book, _with_folders(book, action, job))
    else:
        year = Year.read(book)
        changes: Changes = action.load()(year, _with_folders_of(year, action, job))
        outcome = _with_unread(write(changes, book, job.now, job.progress), year)
    if book.is_changed or outcome.paths:
        # A line in the journal alone is no change that somebody would want to go back from.
        backup = _back_up(book.path, job, action) if book.is_changed else None
        try:
            _note(book, action, job, outcome, backup)
            book.save()
        except Exception:
            _forget(backup, book.path)
            raise
    return outcome


def _back_up(master: Path, job: Job, action: Action) -> Path:
    storage = Storage(master)
    return backups.back_up(storage.master, storage.backups, job.now, action.id)


def _forget(backup: Path | None, master: Path) -> None:
    """Remove the copy made before an action that came to nothing: going back to it would be no way back."""
    if backup and master.is_file() and backup.read_bytes() == master.read_bytes():
        backup.unlink()


def _note(book: Book, action: Action, job: Job, outcome: Outcome, backup: Path | None) -> None:
    """Add a line to tblNhatKy, newest first: the dashboard shows the top lines."""
    line = {
        "moment": job.now.replace(microsecond=0),
        "action": action.label,
        "period": str(job.period) if job.period else None,
        "result": outcome.sentence,
        "backup": backup.name if backup else None,
    }
    rows = [tables.to_row(line, schema.JOURNAL), *book.read(schema.JOURNAL.name)]
    book.write(schema.JOURNAL.name, rows)


def unforeseen(what: str, master: Path, now: datetime) -> Outcome:
    """Return the outcome of an error that nobody foresaw; called where it is caught."""
    log = _write_log(what, master, now)
    if log:
        return Outcome(sentence("TEP-09", {"log": log}), CANNOT)
    return Outcome(sentence("TEP-23", {}), CANNOT)


def _write_log(what: str, master: Path, now: datetime) -> Path | None:
    """Write versions and traceback where the office can send them from; return the place, if there is one."""
    versions = f"khoagiao_xl {khoagiao_xl.__version__}, Python {sys.version}, {platform.platform()}"
    text = f"{versions}\n{what} {master.name}\n\n{traceback.format_exc()}".encode("utf-8", "replace")
    for folder in _log_folders(master):
        log = folder / f"loi.{now:%Y%m%d-%H%M%S}.txt"
        with contextlib.suppress(CannotWrite):
            files.write_atomically(log, text)
            return log
    return None


def _log_folders(master: Path) -> Iterator[Path]:
    yield Storage(master).logs
    # The master's own folder may be what failed; so may every other.
    with contextlib.suppress(OSError):
        yield Path(tempfile.gettempdir())


def _with_unread(outcome: Outcome, year: Year) -> Outcome:
    """Return the outcome with a line for every row typed below a table: no step has seen it."""
    told = tuple(str(finding) for finding in year.unread)
    if not told:
        return outcome
    return replace(outcome, status=max(outcome.status, 1), details=(*outcome.details, *told))


def _with_folders_of(year: Year, action: Action, job: Job) -> Job:
    """Return the job with the folders of tblCauHinh where no path was named."""
    period = str(job.period) if job.period else ""

    def folder(setting: str) -> Path | None:
        return year.storage.folder(year.settings.folder(setting), period) if setting else None

    source = job.source or folder(action.source_setting)
    return replace(job, source=source, out=job.out or folder(action.out_setting))


def clock() -> datetime:
    """Return the moment now in the office's own time, without a zone, as Excel keeps it."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005


def _with_folders(book: Book, action: Action, job: Job) -> Job:
    """Return the job with the folders of tblCauHinh where no path was named."""
    period = str(job.period) if job.period else ""

    def folder(setting: str) -> Path | None:
        if not setting:
            return None
        return Storage(book.path).folder(tables.read_settings(book).folder(setting), period)

    source = job.source or folder(action.source_setting)
    return replace(job, source=source, out=job.out or folder(action.out_setting))
