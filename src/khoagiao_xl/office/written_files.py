"""The files that an action wrote into the office's folders, kept beside the master's copy from before it.

Going back takes back what the action wrote into the master; its files stay where they are, and are named.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.errors import MissingFile
from khoagiao_xl.files import backups

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from khoagiao_xl.office.storage import Storage


def keep(storage: Storage, backup: Path, written: Iterable[Path]) -> None:
    """Keep which files, but for those of the storage, the action wrote that `backup` was made before."""
    names = []
    for path in written:
        whole = path.absolute()
        if not _is_within(storage.top, whole):
            name = _name(storage, whole)
            names.append(name)
    if not names:
        return
    note = backups.note_of(backup)
    told = json.dumps(names, ensure_ascii=False, indent=1)
    data = told.encode("utf-8")
    files.write_atomically(note, data)


def still_there(storage: Storage, backup: Path) -> list[Path]:
    """Return the files kept for a backup that lie where they were written, in that order."""
    note = backups.note_of(backup)
    try:
        data = files.read_bytes(note)
        names = json.loads(data)
    except (MissingFile, ValueError):
        return []
    found = []
    for name in names:
        path = storage.master.parent / name
        if path.is_file():
            found.append(path)
    return found


def _name(storage: Storage, path: Path) -> str:
    """Return where a file lies, seen from the master where that can be: the whole folder may be moved."""
    folder = storage.master.parent.absolute()
    if _is_within(folder, path):
        path = path.relative_to(folder)
    return str(path)


def _is_within(folder: Path, path: Path) -> bool:
    whole = folder.absolute()
    return whole in path.parents
