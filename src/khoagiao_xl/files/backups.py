"""Copies of a master from before each change: made, listed, thinned out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

BACKUPS_KEPT: Final = 30
_STAMP: Final = r"\d{8}-\d{6}-\d{6}"  # day, time, microseconds


def back_up(path: Path, folder: Path, moment: datetime, reason: str) -> Path:
    """Copy `path` into `folder` under the moment and the reason, and return the copy.

    The newest BACKUPS_KEPT copies stay, and of the older ones the first of each month. Raise CannotWrite;
    then there is no part of a copy.
    """
    stamp = f"{moment:%Y%m%d-%H%M%S-%f}"
    name = f"{path.stem}.{stamp}.{reason}{path.suffix}"
    copy = folder / name
    data = files.read_bytes(path)
    files.write_atomically(copy, data, like=path)
    copies = backups_of(path, folder)
    _thin_out(copies)
    return copy


def backups_of(path: Path, folder: Path) -> list[Path]:
    """Return the backups of `path`, oldest first."""
    if not folder.is_dir():
        return []
    stem = re.escape(path.stem)
    suffix = re.escape(path.suffix)
    pattern = re.compile(rf"{stem}\.{_STAMP}\.[a-z_]+{suffix}")
    names = [copy.name for copy in folder.iterdir()]
    ours = filter(pattern.fullmatch, names)
    return [folder / name for name in sorted(ours)]


def _thin_out(copies: list[Path]) -> None:
    months: set[str] = set()
    for copy in copies[:-BACKUPS_KEPT]:
        month = _month_of(copy)
        if month in months:
            copy.unlink(missing_ok=True)
        months.add(month)


def _month_of(copy: Path) -> str:
    name = copy.name
    _, stamp, _, _ = name.rsplit(".", 3)
    return stamp[:6]
