"""Go back to the copy made before the last action; the copy gone back from is kept too."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.mending import mend_package
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import KhoaGiaoError, NoBackup
from khoagiao_xl.files import backups
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.model.schema import JOURNAL
from khoagiao_xl.office import written_files
from khoagiao_xl.office.rows import to_row
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from khoagiao_xl.office.storage import Storage

REASON: Final = "khoi_phuc"
_NAMED: Final = 5  # files of one folder that are named one by one


def work(storage: Storage, job: Job) -> Outcome:
    """Replace the master by its newest backup that an action made; raise NoBackup when there is none.

    Going back twice goes back two actions.
    """
    master = storage.master
    newest = _newest_of_an_action(storage)
    plain = _sound_bytes(newest)
    kept = backups.back_up(
        master,
        storage.backups,
        job.now,
        REASON,
    )
    left = sorted(written_files.still_there(storage, newest))
    facts = {
        "action": _action_of(newest),
        "moment": _moment_of(newest),
    }
    told = sentence("KP-OK", facts)
    outcome = _with_left(told, storage, left, (master, kept))
    data, remarks = _with_line(plain, newest, outcome, job)
    files.write_atomically(master, data)  # once: it is the old one, or the one gone back to with its line
    backups.remove(newest)
    return replace(outcome, details=(*outcome.details, *remarks))


def _with_line(plain: bytes, copy: Path, outcome: Outcome, job: Job) -> tuple[bytes, tuple[str, ...]]:
    """Return what stands in a copy with a line in its journal; without one, and why, where that cannot be."""
    line = {
        "moment": job.now.replace(microsecond=0),
        "action": ACTIONS[REASON].label,
        "result": outcome.sentence,
    }
    try:
        book = FileBook(copy, may_be_open=True)
        journal = book.read(JOURNAL.name)
        newest = to_row(line, JOURNAL)
        book.write(JOURNAL.name, [newest, *journal])
        book.compute(job.now)
        data = book.to_bytes()
    except Exception as error:  # noqa: BLE001  # whatever it is, going back is worth more than its line
        reason = type(error).__name__
        if isinstance(error, KhoaGiaoError):
            reason = str(error)
        facts = {"reason": reason}
        return plain, (sentence("KP-04", facts),)
    return data, ()


def _with_left(told: str, storage: Storage, left: Sequence[Path], paths: tuple[Path, ...]) -> Outcome:
    """Return the outcome, which names the files of the action that lie in the office's folders still."""
    if not left:
        return Outcome(told, paths=paths)
    lines = []
    folders = []
    for folder, found in groupby(left, key=lambda path: path.parent):
        names = [path.name for path in found]
        shown = _seen_from(storage.master, folder)
        folders.append(f"«{shown}»")
        lines.append(_told_of(shown, names))
    facts = {
        "told": told,
        "count": len(left),
        "folders": ", ".join(folders),
    }
    return Outcome(
        sentence("KP-01", facts),
        paths=paths,
        details=tuple(lines),
    )


def _seen_from(master: Path, folder: Path) -> str:
    """Return the name of a folder, short where it lies beside the master."""
    if master.parent in folder.parents:
        return str(folder.relative_to(master.parent))
    return str(folder)


def _told_of(folder: str, names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    facts = {
        "folder": folder,
        "count": len(names),
        "names": shown,
        "more": more,
    }
    code = "KP-02"
    if more > 0:
        code = "KP-03"
    return sentence(code, facts)


def _newest_of_an_action(storage: Storage) -> Path:
    master = storage.master
    copies = backups.backups_of(master, storage.backups)
    for copy in reversed(copies):
        is_own = backups.reason_of(copy) == REASON  # made when an earlier copy was gone back to
        if not is_own:
            return copy
    raise NoBackup(name=master.name)


def _sound_bytes(copy: Path) -> bytes:
    """Return what stands in a copy, really opened, and given back what LibreOffice may have taken."""
    data = files.read_bytes(copy)
    package = Package.parse(data, copy.name)
    is_mended = mend_package(package)
    if not is_mended:
        return data
    return package.to_bytes()


def _action_of(copy: Path) -> str:
    """Return what was done after the copy was made, for people."""
    reason = backups.reason_of(copy)
    if reason in ACTIONS:
        return ACTIONS[reason].label
    return sentence("KP-05", {})


def _moment_of(copy: Path) -> str:
    moment = backups.moment_of(copy)
    time = f"{moment:%H:%M:%S}"
    day = day_text(moment)
    return f"{time} ngày {day}"
