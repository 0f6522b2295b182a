"""What the operating system refuses, told by its cause."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import CannotWrite, DiskFull, HeldFile, NameTooLong, SystemRefused
from khoagiao_xl.wording.stored_files import REASONS, UNNAMED

if TYPE_CHECKING:
    from khoagiao_xl.errors import KhoaGiaoError

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
# ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL, ERROR_DISK_QUOTA_EXCEEDED
_FULL_ON_WINDOWS: Final = frozenset({39, 112, 1295})
# ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_HELD_ON_WINDOWS: Final = frozenset({32, 33})
_TOO_LONG_ON_WINDOWS: Final = 206  # ERROR_FILENAME_EXCED_RANGE
# What no program can bring about by a slip of its own.
_OF_THE_MACHINE: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.ELOOP})
_SHOWN: Final = 60  # letters of a name that is too long


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """Return the error that says why `path` could not be written."""
    name = path.name
    known = _by_cause(name, error)
    if known:
        return known
    return CannotWrite(name=name, reason=reason_of(error))


def refusal(error: OSError) -> KhoaGiaoError | None:
    """Return the error that says what the machine refused; None for what may be a slip of ours."""
    name = _name_in(error)
    if error.errno in _OF_THE_MACHINE:
        reason = reason_of(error)
        return SystemRefused(name=name, reason=reason)
    return _by_cause(name, error)


def _name_in(error: OSError) -> str:
    named = error.filename
    if isinstance(named, str | bytes):
        return Path(os.fsdecode(named)).name
    return UNNAMED


def _by_cause(name: str, error: OSError) -> CannotWrite | None:
    number = error.errno
    windows = getattr(error, "winerror", None)
    if number in _FULL or windows in _FULL_ON_WINDOWS:
        return DiskFull(name=name)
    if number == errno.EBUSY or windows in _HELD_ON_WINDOWS:
        return HeldFile(name=name)
    if number == errno.ENAMETOOLONG or windows == _TOO_LONG_ON_WINDOWS:
        return NameTooLong(name=_shortened(name))
    return None


def _shortened(name: str) -> str:
    if len(name) <= _SHOWN:
        return name
    return f"{name[:_SHOWN]}…"


def reason_of(error: OSError) -> str:
    """Return in Vietnamese why the system refused, in its own words where we have none."""
    told = error.strerror or str(error)
    number = error.errno
    if number is None:
        return told
    name = errno.errorcode.get(number, "")
    return REASONS.get(name, told)
