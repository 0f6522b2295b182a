"""Files that are never half written: hashes, atomic replacement, safe names."""

from __future__ import annotations

import hashlib
import os
import re
import time
import unicodedata
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import CannotWrite, MissingFile, NotAFolder
from khoagiao_xl.files import refusals
from khoagiao_xl.files.passing_file import PassingFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

# A scanner, an indexer or OneDrive may hold a file for a moment on Windows (WinError 5, 32, 33).
RETRY_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
MOST_TOGETHER: Final = 16  # files laid beside their places at a time: so many a sudden end may leave there
OLDER: Final = "ban-cu"  # beside a file that was written anew: what stood there before
_LONGEST_SAFE: Final = 80  # characters of a name
_RESERVED = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_GAPS = re.compile(r"[\s-]+")
_CROSSED: Final = str.maketrans("đĐ", "dD")  # no letter and a mark, as all the others are
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


def make_folder(path: Path) -> None:
    """Make the folder `path` and those above it, where there are none; raise CannotWrite."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusals.cannot_write(path, error) from error


def behind_link(path: Path) -> Path:
    """Return the file that a symbolic link stands for; any other path as it is."""
    # A full resolution would turn a network drive of Windows into another name.
    return Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114  # raises nothing


def write_atomically(
    path: Path, data: bytes, modified_ns: int | None = None, *, like: Path | None = None
) -> None:
    """Write `data` beside `path` and put it in its place: a reader sees the old file or the new one.

    A link stays a link, and the file keeps the rights of the one that was there; a new one gets those of
    `like`. modified_ns: the time of change, in nanoseconds, that the file there has and the new one is given;
    when it has another by now, ChangedMeanwhile is raised. Raise CannotWrite; no part of a file stays behind.
    """
    with lay_beside(path, data, like) as passing:
        passing.make_sure()
        if modified_ns is not None:
            passing.keep_time(modified_ns)
        put_in_place(passing)


def lay_beside(path: Path, data: bytes, like: Path | None = None) -> PassingFile:
    """Write `data` under a passing name beside `path`, not yet made sure of; `like`: see write_atomically."""
    path = behind_link(path)
    make_folder(path.parent)
    return PassingFile(path, data, path if path.exists() else like)


def make_sure_of(passing: Iterable[PassingFile]) -> None:
    """Return when the disk holds all of these files, of which there are MOST_TOGETHER at most."""
    waiting = list(passing)
    if len(waiting) == 1:
        waiting[0].make_sure()
    elif waiting:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(len(waiting)) as threads:
            done = threads.map(PassingFile.make_sure, waiting)
            list(done)  # raises what one of them raised


def put_in_place(passing: PassingFile) -> None:
    """Give a file that is made sure of its name; raise CannotWrite."""
    with passing.told_refusals():
        _replace_with_patience(passing.temporary, passing.path)


def write_beside_older(path: Path, data: bytes, moment: datetime) -> bool:
    """Write `data` to `path`; what stood there and was different goes into a folder of its own first.

    A person may have worked in it, so it is never overwritten. Return whether there was such a file.
    """
    with lay_beside(path, data) as passing:
        passing.make_sure()
        return put_beside_older(passing, moment)


def put_beside_older(passing: PassingFile, moment: datetime) -> bool:
    """Give a file that is made sure of its name, as `write_beside_older` does; raise CannotWrite."""
    path = passing.path
    is_other = path.is_file() and path.read_bytes() != passing.temporary.read_bytes()
    aside = put_aside(path, moment) if is_other else None
    try:
        put_in_place(passing)
    except CannotWrite:
        if aside:  # what there was is better than nothing
            _replace_with_patience(aside, path)
        raise
    return is_other


def put_aside(path: Path, moment: datetime) -> Path | None:
    """Move a file, if it is there, into the folder of older ones beside it; return where it lies now."""
    if not path.is_file():
        return None
    path = behind_link(path)
    aside = place_aside(path, moment)
    make_folder(aside.parent)
    try:
        _replace_with_patience(path, aside)
    except OSError as error:
        raise refusals.cannot_write(path, error) from error
    return aside


def move(path: Path, place: Path, moment: datetime) -> None:
    """Move a file, if it is there, to `place`; what stood there goes into the folder of older ones beside it.

    Raise CannotWrite.
    """
    if not path.is_file():
        return
    put_aside(place, moment)
    make_folder(place.parent)
    try:
        _replace_with_patience(path, place)
    except OSError as error:
        raise refusals.cannot_write(place, error) from error


def aside_name(moment: datetime) -> str:
    """Return what the folder is called into which files are put at a moment."""
    return f"{moment:%Y%m%d-%H%M%S}"


def place_aside(path: Path, moment: datetime) -> Path:
    """Return where a file is moved to when it is put aside: never where another one lies already."""
    path = behind_link(path)
    second = aside_name(moment)
    place = path.parent / OLDER / second / path.name
    number = 1
    while place.exists():
        number += 1
        place = path.parent / OLDER / f"{second}-{number}" / path.name
    return place


def _replace_with_patience(temporary: Path, path: Path) -> None:
    move_patiently(partial(temporary.replace, path), RETRY_PAUSES)


def move_patiently(move: Callable[[], object], pauses: Iterable[float]) -> None:
    """Move what another program may still look through, again after each pause (seconds); raise OSError."""
    for pause in pauses:
        try:
            move()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    move()


def safe_name(text: str) -> str:
    """Return an ASCII file name for `text` that every system accepts: «Sở Y tế» -> «So-Y-te»."""
    plain = _without_marks(text)
    name = _RESERVED.sub("-", plain)
    name = _GAPS.sub("-", name)
    name = name.strip("-. ")
    name = name[:_LONGEST_SAFE]
    if not name or _DEVICES.fullmatch(name):
        return f"_{name}"
    return name


def _without_marks(text: str) -> str:
    latin = text.translate(_CROSSED)
    parts = unicodedata.normalize("NFD", latin)
    letters = parts.encode("ascii", "ignore")
    return letters.decode("ascii")
