"""Opening a file in the office program that the machine uses for it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import files
from khoagiao_xl.books.package.mending import mend
from khoagiao_xl.errors import CannotWrite, ChangedMeanwhile, NotAWorkbook, OpenElsewhere
from khoagiao_xl.files import locks

if TYPE_CHECKING:
    from pathlib import Path

OFFICES: Final = ("soffice", "libreoffice", "xdg-open")  # whatever of these there is, outside Windows
QUIET: Final[dict[str, Any]] = {
    "stdin": subprocess.DEVNULL,
    "stdout": subprocess.DEVNULL,
    "stderr": subprocess.DEVNULL,
}


# What cannot be mended is opened as it is: read-only, say, or no workbook at all.
_UNMENDED: Final = (CannotWrite, ChangedMeanwhile, NotAWorkbook, OSError)


def open_master(master: Path) -> bool:
    """Open a master with its buttons whole; say whether there was a program for it.

    Raise MissingFile, or Busy while an action works on the closed file. One that is open already comes to
    the front.
    """
    files.existing(master)
    with contextlib.suppress(OpenElsewhere):
        locks.refuse_if_open(master)
        with locks.only_writer(master), contextlib.suppress(*_UNMENDED):
            mend(master)
    return open_file(master)


def open_file(path: Path) -> bool:
    """Open `path` as a double click would; say whether there was a program for it."""
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606
            return True
        office = _office_program()
        if office:
            command = [office, str(path)]
            subprocess.Popen(command, **QUIET, **detached())  # noqa: S603
    except OSError:  # nothing is registered for such files
        return False
    return bool(office)


def _office_program() -> str:
    for name in OFFICES:
        found = shutil.which(name)
        if found:
            return found
    return ""


def detached() -> dict[str, Any]:
    """Return what makes a started program live on without us."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}
