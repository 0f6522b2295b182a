"""The folder where the work is done: rights, room, OneDrive, network, and signs that break a command."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files.probing import refusal_to_write
from khoagiao_xl.files.refusals import reason_of
from khoagiao_xl.machine.check_result import broken, notice, sound, unseen
from khoagiao_xl.machine.this_machine import MEGABYTE

if TYPE_CHECKING:
    from khoagiao_xl.machine.check_result import Seen
    from khoagiao_xl.machine.check_up import CheckUp

ROOM_WISHED: Final = 1_000  # MB: a year of backups and originals
ROOM_NEEDED: Final = 100  # MB: one action with its backup
ONEDRIVE: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # set by OneDrive itself
# What cmd, or xlwings' own start of Python, takes apart in the path of a master although it stands in quotes.
CUTTING: Final = re.compile(r"[\^;]|%[^%]+%")


def rights(case: CheckUp) -> Seen:
    """Whether a file can be written, locked, renamed and removed there."""
    folder = case.folder
    if not folder.is_dir():
        return broken("MAY-203", folder=folder)
    refusal = refusal_to_write(folder)
    if refusal:
        reason = reason_of(refusal)
        return broken("MAY-202", folder=folder, reason=reason)
    if not _can_lock(folder):
        return broken("MAY-204", folder=folder)
    return sound("MAY-201", folder=folder)


def _can_lock(folder: Path) -> bool:
    from filelock import FileLock, Timeout

    mark = folder / ".khoagiao-thu.lock"
    try:
        with FileLock(mark, timeout=0):
            pass
        mark.unlink(missing_ok=True)
    except (OSError, Timeout, NotImplementedError):
        return False
    return True


def room(case: CheckUp) -> Seen:
    """How much is left for backups and originals."""
    folder = _that_is_there(case.folder)
    try:
        free = case.machine.free_bytes(folder) // MEGABYTE
    except OSError as error:
        return unseen("MAY-004", reason=reason_of(error))
    if free < ROOM_NEEDED:
        return broken("MAY-213", free=free)
    if free < ROOM_WISHED:
        return notice("MAY-212", free=free)
    return sound("MAY-211", free=free)


def _that_is_there(folder: Path) -> Path:
    for above in (folder, *folder.parents):
        if above.is_dir():
            return above
    return folder


def onedrive(case: CheckUp) -> Seen:
    """Whether the folder is one that OneDrive takes to the network."""
    if not case.machine.is_windows:
        return unseen("MAY-001")
    for root in _roots_of_onedrive(case):
        if case.folder.is_relative_to(root):
            return notice("MAY-222", folder=case.folder, root=root)
    return sound("MAY-221", folder=case.folder)


def _roots_of_onedrive(case: CheckUp) -> list[Path]:
    roots: list[Path] = []
    for name in ONEDRIVE:
        place = case.machine.environment.get(name)
        if place:
            roots.append(Path(place))
    above = (case.folder, *case.folder.parents)
    # A folder of that name is one, whoever set it up.
    roots += filter(_is_named_onedrive, above)
    return roots


def _is_named_onedrive(folder: Path) -> bool:
    name = folder.name.lower()
    return name.startswith("onedrive")


def network(case: CheckUp) -> Seen:
    """Whether the folder lies on the machine itself."""
    answer = case.machine.is_over_network(case.folder)
    if answer is None:
        return unseen("MAY-233", folder=case.folder)
    if answer:
        return notice("MAY-232", folder=case.folder)
    return sound("MAY-231", folder=case.folder)


def signs(case: CheckUp) -> Seen:
    """Whether the name of the folder survives the command by which a button starts Python."""
    if not case.machine.is_windows:
        return unseen("MAY-001")
    name = str(case.folder)
    found = CUTTING.findall(name)
    if found:
        signs = " ".join(found)
        return notice("MAY-242", folder=case.folder, signs=signs)
    return sound("MAY-241")
