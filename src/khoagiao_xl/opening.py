"""Opening a file in the office program that the machine uses for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

OFFICES: Final = ("soffice", "libreoffice", "xdg-open")  # whatever of these there is, outside Windows
QUIET: Final[dict[str, Any]] = {
    "stdin": subprocess.DEVNULL,
    "stdout": subprocess.DEVNULL,
    "stderr": subprocess.DEVNULL,
}


def open_file(path: Path) -> bool:
    """Open `path` as a double click would; say whether there was a program for it."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606
        return True
    office = next((found for name in OFFICES if (found := shutil.which(name))), None)
    if office:
        subprocess.Popen([office, str(path)], **QUIET, **detached())  # noqa: S603
    return office is not None


def detached() -> dict[str, Any]:
    """Return what makes a started program live on without us."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}
