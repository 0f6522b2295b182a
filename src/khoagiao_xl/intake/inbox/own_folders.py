"""The inbox is a folder of its own: never one in which the program keeps its own files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.intake.inbox.far_files import FarFolder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.one_intake import Intake

INBOX: Final = "thu_muc_hop_thu"


def refuse_own_folders(intake: Intake) -> None:
    """Raise WrongRequest (TN-109) for an inbox that holds the master, its archive or a folder it writes to.

    What the program made itself would be taken for what units sent.
    """
    if isinstance(intake.inbox, FarFolder):
        return
    inbox = _real(intake.inbox)
    for own in _own(intake):
        if own == inbox or inbox in own.parents:
            _refuse(intake, own)
    archive = _real(intake.storage.top)
    if archive in inbox.parents:
        _refuse(intake, archive)


def _refuse(intake: Intake, own: Path) -> None:
    raise WrongRequest("TN-109", folder=intake.inbox, inside=own.name)


def _own(intake: Intake) -> Iterator[Path]:
    """Yield what is the program's own: the master, its archive, the folders it writes to."""
    storage = intake.storage
    yield _real(storage.master)
    yield _real(storage.top)
    if intake.out is not None:
        yield _real(intake.out)
    for key, folder in intake.year.settings.folders.items():
        if key != INBOX and folder:
            yield _real(storage.folder(folder, intake.code))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
