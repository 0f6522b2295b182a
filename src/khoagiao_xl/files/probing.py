"""Whether a folder can be worked in: tried with a small file of ours, which is gone afterwards."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

PROBE: Final = ".khoagiao-thu"  # what the file is called, with the number of the process


def refusal_to_write(folder: Path) -> OSError | None:
    """Return why no file can be written, renamed and removed in `folder`; None where that can be done."""
    own = os.getpid()
    first = folder / f"{PROBE}-{own}"
    second = folder / f"{PROBE}-{own}-2"
    try:
        first.write_bytes(b"khoagiao")
        first.replace(second)
        second.unlink()
    except OSError as error:
        _remove(first)
        return error
    return None


def seconds_ahead(folder: Path, now: float) -> int:
    """Return by how many seconds a file that is written in `folder` is ahead of `now`; raise OSError.

    now: seconds since 1970 by the machine's own clock.
    """
    own = os.getpid()
    probe = folder / f"{PROBE}-{own}"
    try:
        probe.write_bytes(b"khoagiao")
        written = probe.stat().st_mtime
    finally:
        _remove(probe)
    return round(written - now)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
