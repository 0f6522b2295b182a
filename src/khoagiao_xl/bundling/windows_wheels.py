"""The wheels that an office's Windows needs: chosen from the lock, fetched by pip, held against their hashes.

pip on another system would take the packages of that system: markers are therefore answered here, as the
Windows Python answers them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.installing.lock_file import plain_name, read_lock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from khoagiao_xl.installing.lock_file import Pin

PLATFORM: Final = "win_amd64"
_WANTED: Final = "danh-sach.txt"


def windows_pins(lock: str, python: str) -> list[Pin]:
    """Return what a lock names for a Windows of 64 bits with `python` («3.12»)."""
    from packaging.markers import Marker

    there = _environment(python)

    def is_meant(pin: Pin) -> bool:
        return not pin.marker or Marker(pin.marker).evaluate(there)

    pins = read_lock(lock)
    return list(filter(is_meant, pins))


def _environment(python: str) -> dict[str, str]:
    return {
        "implementation_name": "cpython",
        "implementation_version": f"{python}.0",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "10.0",
        "python_full_version": f"{python}.10",
        "python_version": python,
        "sys_platform": "win32",
    }


def lock_of(pins: Sequence[Pin]) -> str:
    """Return a lock file of these packages alone, without markers."""
    return "".join(f"{pin.line}\n" for pin in pins)


def fetch_wheels(pins: Sequence[Pin], python: str, folder: Path) -> None:
    """Fetch the wheels of `pins` into `folder`; pip looks at the hashes, too. Raise WrongRequest (CD-32)."""
    wanted = folder / _WANTED
    wanted.write_text(lock_of(pins), encoding="ascii")
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--require-hashes",
        "--no-deps",
        "--only-binary=:all:",
        "--platform",
        PLATFORM,
        "--implementation",
        "cp",
        "--python-version",
        python,
        "--dest",
        str(folder),
        "--requirement",
        str(wanted),
    ]
    quiet = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)  # noqa: S603
    wanted.unlink()
    if done.returncode:
        said = done.stderr.strip()
        last = said.rpartition("\n")[2]
        reason = last.removeprefix("ERROR: ")
        raise WrongRequest("CD-32", reason=reason)


def verified_wheels(pins: Sequence[Pin], folder: Path) -> dict[str, bytes]:
    """Return the wheels in `folder`, one for each pin: name -> content.

    Raise WrongRequest: CD-33 for one whose hash the lock does not name, CD-36 for a pin without a wheel.
    """
    found: dict[str, bytes] = {}
    there = _by_package(folder)
    for pin in pins:
        key = (plain_name(pin.name), pin.version)
        path = there.get(key)
        if path is None:
            raise WrongRequest("CD-36", name=pin.name, version=pin.version)
        data = files.read_bytes(path)
        if files.sha256_of(data) not in pin.hashes:
            raise WrongRequest("CD-33", name=path.name)
        found[path.name] = data
    return dict(sorted(found.items()))


def _by_package(folder: Path) -> Mapping[tuple[str, str], Path]:
    found: dict[tuple[str, str], Path] = {}
    for path in sorted(folder.glob("*.whl")):
        name, version, *_ = path.name.split("-")
        key = (plain_name(name), version)
        found[key] = path
    return found
