"""A shortcut on the desktop that opens the small window on one master: no macro, no admin rights."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import write_atomically

_WINDOW: Final = "khoagiao_xl.doors.window"


def place_shortcut(master: Path, folder: Path | None = None) -> Path:
    """Write the shortcut into `folder`, the desktop if None, and return it; raise CannotWrite or CS-14."""
    is_windows = sys.platform == "win32"
    name = f"Khoa giáo - {master.stem}"
    place = folder or desktop()
    if is_windows:
        path = place / f"{name}.cmd"
        content = _for_windows(master)
    else:
        path = place / f"{name}.desktop"
        content = _for_others(master, name)
    write_atomically(path, content.encode("utf-8"))
    if not is_windows:
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
    lines = [
        "@echo off",
        "chcp 65001 >nul",
        f'start "" "{_doubled(python)}" -m {_WINDOW} "{_doubled(master)}"',
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _doubled(path: Path) -> str:
    # In a command file a single % begins a variable, in a desktop entry a field.
    return str(path).replace("%", "%%")


def _for_others(master: Path, name: str) -> str:
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        f"Name={name}",
        f"Exec={_quoted(Path(sys.executable))} -m {_WINDOW} {_quoted(master)}",
        "Terminal=false",
    ]
    return "".join(f"{line}\n" for line in lines)


def _quoted(path: Path) -> str:
    text = _doubled(path)
    for sign in ("\\", '"'):
        text = text.replace(sign, f"\\{sign}")
    return f'"{text}"'
