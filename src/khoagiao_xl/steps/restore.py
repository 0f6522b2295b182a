"""Go back to the copy made before the last action; the copy gone back from is kept too."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.books.package.mending import mend_package
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import NoBackup
from khoagiao_xl.files import backups
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.office.storage import Storage

REASON: Final = "khoi_phuc"


def work(storage: Storage, job: Job) -> Outcome:
    """Replace the master by its newest backup that an action made; raise NoBackup when there is none.

    Going back twice goes back two actions.
    """
    master = storage.master
    newest = _newest_of_an_action(storage)
    data = _sound_bytes(newest)
    kept = backups.back_up(master, storage.backups, job.now, REASON)
    files.write_atomically(master, data)
    newest.unlink()
    facts = {
        "moment": _moment_of(newest),
        "kept": kept.name,
    }
    return Outcome(sentence("KP-OK", facts), paths=(master, kept))


def _newest_of_an_action(storage: Storage) -> Path:
    copies = backups.backups_of(storage.master, storage.backups)
    of_actions = [copy for copy in copies if f".{REASON}." not in copy.name]
    if not of_actions:
        raise NoBackup(name=storage.master.name)
    return of_actions[-1]


def _sound_bytes(copy: Path) -> bytes:
    """Return what stands in a copy, really opened, and given back what LibreOffice may have taken."""
    data = files.read_bytes(copy)
    package = Package.parse(data, copy.name)
    was_incomplete = mend_package(package)
    return package.to_bytes() if was_incomplete else data


def _moment_of(copy: Path) -> str:
    stamp = copy.name.split(".")[-3]
    moment = datetime.strptime(stamp, "%Y%m%d-%H%M%S-%f")  # noqa: DTZ007  # the office's own time
    return f"{moment:%H:%M:%S} ngày {moment:%d/%m/%Y}"
