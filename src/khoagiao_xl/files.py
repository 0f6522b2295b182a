"""Files that are never half written: hashes, atomic replacement, backups, locks, safe names."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import Busy, CannotWrite, ChangedMeanwhile, MissingFile, NotAFolder, OpenElsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

# A scanner, an indexer or OneDrive may hold a file for a moment on Windows (WinError 5, 32, 33).
RETRY_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
BACKUPS_KEPT: Final = 30
OLDER: Final = "ban-cu"  # beside a file that was written anew: what stood there before
_RESERVED = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of `data` as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: Path) -> bytes:
    """Return the file's content; raise MissingFile when there is none."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError) as error:
        raise MissingFile(path=path) from error


def existing(path: Path) -> Path:
    """Return `path` if it is a file; raise MissingFile otherwise."""
    if not path.is_file():
        raise MissingFile(path=path)
    return path


def existing_folder(path: Path) -> Path:
    """Return `path` if it is a folder; raise NotAFolder otherwise."""
    if not path.is_dir():
        raise NotAFolder(path=path)
    return path


def write_atomically(path: Path, data: bytes, modified_ns: int | None = None) -> None:
    """Write `data` beside `path` and put it in its place: a reader sees the old file or the new one.

    modified_ns: the time of change, in nanoseconds, that the file there has and the new one is given; when it
    has another by now, ChangedMeanwhile is raised.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if modified_ns is not None:
            os.utime(temporary, ns=(modified_ns, modified_ns))
            if path.stat().st_mtime_ns != modified_ns:
                raise ChangedMeanwhile(name=path.name)
        _replace_with_patience(temporary, path)
    except OSError as error:
        raise CannotWrite(name=path.name, reason=error.strerror or error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def write_beside_older(path: Path, data: bytes, moment: datetime) -> bool:
    """Write `data` to `path`; what stood there and was different goes into a folder of its own first.

    A person may have worked in it, so it is never overwritten. Return whether there was such a file.
    """
    is_other = path.is_file() and path.read_bytes() != data
    if is_other:
        put_aside(path, moment)
    write_atomically(path, data)
    return is_other


def put_aside(path: Path, moment: datetime) -> bool:
    """Move a file into the folder of older ones beside it; return whether there was one."""
    if not path.is_file():
        return False
    aside = path.parent / OLDER / f"{moment:%Y%m%d-%H%M%S}" / path.name
    try:
        aside.parent.mkdir(parents=True, exist_ok=True)
        _replace_with_patience(path, aside)
    except OSError as error:
        raise CannotWrite(name=path.name, reason=error.strerror or error) from error
    return True


def _replace_with_patience(temporary: Path, path: Path) -> None:
    for pause in RETRY_PAUSES:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temporary.replace(path)


@contextlib.contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the master for one run; raise Busy at once when another run holds it."""
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    try:
        with lock:
            yield
    except Timeout as error:
        raise Busy(name=path.name) from error


def refuse_if_open(path: Path) -> None:
    """Raise OpenElsewhere when Excel or LibreOffice has left the mark of an open file beside `path`."""
    for sign in (f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(sign).exists():
            raise OpenElsewhere(name=path.name, sign=sign)


def back_up(path: Path, folder: Path, moment: datetime, reason: str) -> Path:
    """Copy `path` into `folder` under the moment and the reason, and return the copy.

    The newest BACKUPS_KEPT copies stay, and of the older ones the first of each month.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{path.stem}.{moment:%Y%m%d-%H%M%S-%f}.{reason}{path.suffix}"
    partial = copy.with_name(f".{copy.name}.tmp")
    shutil.copyfile(path, partial)
    partial.replace(copy)
    _thin_out(backups_of(path, folder))
    return copy


def backups_of(path: Path, folder: Path) -> list[Path]:
    """Return the backups of `path`, oldest first."""
    pattern = re.compile(re.escape(path.stem) + r"\.\d{8}-\d{6}-\d{6}\.[a-z_]+" + re.escape(path.suffix))
    found = [copy for copy in folder.iterdir() if pattern.fullmatch(copy.name)] if folder.is_dir() else []
    return sorted(found, key=lambda copy: copy.name)


def _thin_out(copies: list[Path]) -> None:
    months: set[str] = set()
    for copy in copies[:-BACKUPS_KEPT]:
        month = copy.name.split(".")[-3][:6]
        if month in months:
            copy.unlink(missing_ok=True)
        months.add(month)


def safe_name(text: str, limit: int = 80) -> str:
    """Return an ASCII file name for `text` that every system accepts: «Sở Y tế» -> «So-Y-te»."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    plain = plain.encode("ascii", "ignore").decode("ascii")
    plain = re.sub(r"[\s-]+", "-", _RESERVED.sub("-", plain)).strip("-. ")[:limit]
    return f"_{plain}" if not plain or _DEVICES.fullmatch(plain) else plain
