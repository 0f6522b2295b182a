"""Go back to the copy made before the last action; the copy gone back from is kept too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.books.package.mending import mend
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import NoBackup
from khoagiao_xl.files import backups
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.office.storage import Storage

REASON = "khoi_phuc"


def run(storage: Storage, job: Job) -> Outcome:
    """Replace the master by its newest backup that an action made; raise NoBackup when there is none.

    The backup is really opened before it is put in place. Going back twice goes back two actions.
    """
    master = storage.master
    copies = [copy for copy in backups.backups_of(master, storage.backups) if f".{REASON}." not in copy.name]
    if not copies:
        raise NoBackup(name=master.name)
    newest = copies[-1]
    data = files.read_bytes(newest)
    Package.parse(data, newest.name)
    kept = backups.back_up(master, storage.backups, job.now, REASON)
    files.write_atomically(master, data)
    mend(master)  # LibreOffice may have stored the copy
    newest.unlink()
    stamp = newest.name.split(".")[-3]
    moment = f"{stamp[9:11]}:{stamp[11:13]}:{stamp[13:15]} ngày {stamp[6:8]}/{stamp[4:6]}/{stamp[:4]}"
    return Outcome(sentence("KP-OK", {"moment": moment, "kept": kept.name}), paths=(master, kept))
