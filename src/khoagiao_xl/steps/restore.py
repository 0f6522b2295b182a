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
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.office.storage import Storage

REASON: Final = "khoi_phuc"
_STAMP: Final = "%Y%m%d-%H%M%S-%f"  # in the name of a copy


def work(storage: Storage, job: Job) -> Outcome:
    """Replace the master by its newest backup that an action made; raise NoBackup when there is none.

    Going back twice goes back two actions.
    """
    master = storage.master
    newest = _newest_of_an_action(storage)
    data = _sound_bytes(newest)
    kept = backups.back_up(
        master,
        storage.backups,
        job.now,
        REASON,
    )
    files.write_atomically(master, data)
    newest.unlink()
    facts = {
        "moment": _moment_of(newest),
        "kept": kept.name,
    }
    return Outcome(
        sentence("KP-OK", facts),
        paths=(master, kept),
    )


def _newest_of_an_action(storage: Storage) -> Path:
    master = storage.master
    own = f".{REASON}."  # made when an earlier copy was gone back to
    copies = backups.backups_of(master, storage.backups)
    for copy in reversed(copies):
        if own not in copy.name:
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


def _moment_of(copy: Path) -> str:
    *_, stamp, _, _ = copy.name.split(".")
    moment = datetime.strptime(stamp, _STAMP)  # noqa: DTZ007  # the office's own time
    time = f"{moment:%H:%M:%S}"
    day = day_text(moment)
    return f"{time} ngày {day}"
