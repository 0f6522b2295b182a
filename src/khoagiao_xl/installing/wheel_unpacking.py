"""Wheels laid into the folder of packages: what a wheel says belongs there, and nothing outside it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile, ZipFile

from khoagiao_xl.errors import WrongRequest

if TYPE_CHECKING:
    from collections.abc import Iterable

# Of the parts that a wheel keeps apart, those that are modules; scripts and headers are never used here.
_MODULES: Final = ("purelib", "platlib")
_APART: Final = ".data"
_OF_WINDOWS: Final = frozenset("\\:")  # by which a name would lead elsewhere there


def unpack_wheels(wheels: Iterable[Path], packages: Path) -> int:
    """Lay every wheel into `packages` and return how many files there are; raise WrongRequest (CD-02)."""
    count = 0
    for wheel in wheels:
        try:
            count += _unpack(wheel, packages)
        except (BadZipFile, ValueError) as error:
            raise WrongRequest("CD-02", names=wheel.name) from error
    return count


def _unpack(wheel: Path, packages: Path) -> int:
    count = 0
    with ZipFile(wheel) as archive:
        for name in archive.namelist():
            place = place_in_packages(name)
            if place is None:
                continue
            path = packages / place
            data = archive.read(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            count += 1
    return count


def place_in_packages(name: str) -> PurePosixPath | None:
    """Return where a member of a wheel goes, None for nowhere; raise ValueError for a way out."""
    if name.endswith("/"):
        return None
    path = PurePosixPath(name)
    is_foreign = not _OF_WINDOWS.isdisjoint(name)
    if is_foreign or path.is_absolute() or ".." in path.parts:
        raise ValueError(name)
    first, *rest = path.parts
    if not first.endswith(_APART):
        return path
    kind, *below = rest
    if kind in _MODULES and below:
        return PurePosixPath(*below)
    return None
