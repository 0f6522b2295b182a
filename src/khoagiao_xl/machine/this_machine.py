"""The machine that is looked at: what the checks ask of it, each thing in a place of its own for a test."""

from __future__ import annotations

import ctypes
import importlib
import importlib.metadata
import importlib.util
import os
import shutil
import struct
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from khoagiao_xl.machine.windows_registry import Registry, WindowsRegistry

WINDOWS: Final = "win32"
MEGABYTE: Final = 1_000_000
_REMOTE: Final = 4  # DRIVE_REMOTE of GetDriveTypeW
_UNKNOWN: Final = (0, 1)  # DRIVE_UNKNOWN, DRIVE_NO_ROOT_DIR
_MOUNTS: Final = Path("/proc/mounts")
_OVER_THE_NETWORK: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "davfs"})


def is_over_network(folder: Path) -> bool | None:
    """Say whether a folder lies on a network drive; None where the system does not tell."""
    if sys.platform == WINDOWS:
        return _is_remote_drive(folder)
    return _is_network_mount(folder)


def _is_remote_drive(folder: Path) -> bool | None:
    if folder.drive.startswith("\\\\"):
        return True
    kernel: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    root = f"{folder.drive}\\"
    kind = kernel.GetDriveTypeW(root)
    if kind in _UNKNOWN:
        return None
    return bool(kind == _REMOTE)


def _is_network_mount(folder: Path) -> bool | None:
    try:
        text = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    kinds = {}
    for line in text.splitlines():
        _, place, kind, *_ = line.split(" ")
        kinds[Path(place)] = kind
    for above in (folder, *folder.parents):
        if above in kinds:
            return kinds[above] in _OVER_THE_NETWORK
    return None


def _version_of(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _place_of(module: str) -> str | None:
    found = importlib.util.find_spec(module)
    return found.origin if found else None


def _zone() -> timedelta:
    here = datetime.now().astimezone()
    return here.utcoffset() or timedelta(0)


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


@dataclass(frozen=True)
class Machine:
    """system: as sys.platform has it. registry: None where there is none. bits: of the Python.

    version_of: package -> its version, None for none. place_of: module -> its file. zone: before UTC.
    short_name: as in_plain_letters takes it. load: imports a module.
    """

    system: str
    python: Path
    bits: int
    environment: Mapping[str, str]
    registry: Registry | None
    passing: Path
    find_program: Callable[[str], str | None] = shutil.which
    version_of: Callable[[str], str | None] = _version_of
    place_of: Callable[[str], str | None] = _place_of
    free_bytes: Callable[[Path], int] = _free_bytes
    is_over_network: Callable[[Path], bool | None] = is_over_network
    zone: Callable[[], timedelta] = _zone
    short_name: Callable[[str], str] | None = None
    load: Callable[[str], object] = importlib.import_module

    @property
    def is_windows(self) -> bool:
        """Whether it runs Windows."""
        return self.system == WINDOWS


def this_machine() -> Machine:
    """Return the machine that runs this."""
    registry = WindowsRegistry() if sys.platform == WINDOWS else None
    return Machine(
        system=sys.platform,
        python=Path(sys.executable),
        bits=struct.calcsize("P") * 8,
        environment=os.environ,
        registry=registry,
        passing=Path(tempfile.gettempdir()),
    )
