"""A shortcut on the desktop that opens the small window on one master: no macro, no admin rights."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable


def place_shortcut(master: Path, folder: Path | None = None) -> Path:
    """Write the shortcut into `folder`, the desktop if None, and return it; raise CannotWrite or CS-14."""
    write, ending = _WRITERS[sys.platform == "win32"]
    path = (folder or desktop()) / f"Khoa giáo - {master.stem}{ending}"
    write_atomically(path, write(master).encode("utf-8"))
    if sys.platform != "win32":
        path.chmod(0o755)
    return path


def desktop() -> Path:
    """Return the user's desktop, wherever the system or OneDrive has put it.

    Raise WrongRequest (CS-14) for a user who has no home.
    """
    from platformdirs import user_desktop_path

    try:
        path = user_desktop_path()
    except RuntimeError as error:
        raise WrongRequest("CS-14") from error
    if not path.is_absolute():  # «~/Desktop» of nobody
        raise WrongRequest("CS-14")
    return path


def _for_windows(master: Path) -> str:
    """A command file; the code page of UTF-8 first, or a name with marks would not be found."""
    python = Path(sys.executable).with_name("pythonw.exe")
    start = f'start "" "{python}" -m khoagiao_xl.doors.window "{_doubled(master)}"'
    return f"@echo off\r\nchcp 65001 >nul\r\n{start}\r\n"


def _doubled(master: Path) -> str:
    # In a command file a single % begins a variable.
    return str(master).replace("%", "%%")


def _for_others(master: Path) -> str:
    quoted = str(master).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    command = f'"{sys.executable}" -m khoagiao_xl.doors.window "{quoted}"'
    facts = {
        "Type": "Application",
        "Name": f"Khoa giáo - {master.stem}",
        "Exec": command,
        "Terminal": "false",
    }
    return "".join(["[Desktop Entry]\n", *(f"{key}={value}\n" for key, value in facts.items())])


_WRITERS: dict[bool, tuple[Callable[[Path], str], str]] = {
    True: (_for_windows, ".cmd"),
    False: (_for_others, ".desktop"),
}
