"""Copies of a master from before each change: made, listed, thinned out."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files

if TYPE_CHECKING:
    from pathlib import Path

BACKUPS_KEPT: Final = 30
# A copy is called «KhoaGiao-2024.20240320-081500-000000.tiep_nhan.xlsm»: day, time, microseconds; the reason.
_WRITTEN: Final = "%Y%m%d-%H%M%S-%f"
_STAMP: Final = r"\d{8}-\d{6}-\d{6}"


def back_up(path: Path, folder: Path, moment: datetime, reason: str) -> Path:
    """Copy `path` into `folder` under the moment and the reason, and return the copy.

    The newest BACKUPS_KEPT copies stay, and of the older ones the first of each month. Raise CannotWrite;
    then there is no part of a copy.
    """
    stamp = moment.strftime(_WRITTEN)
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


def reason_of(copy: Path) -> str:
    """Return the reason under which a copy was made: the action that came after."""
    _, reason = _stamp_and_reason(copy)
    return reason


def moment_of(copy: Path) -> datetime:
    """Return when a copy was made, by the office's own clock."""
    stamp, _ = _stamp_and_reason(copy)
    return datetime.strptime(stamp, _WRITTEN)  # noqa: DTZ007  # the office's own time


def _stamp_and_reason(copy: Path) -> tuple[str, str]:
    _, stamp, reason, _ = copy.name.rsplit(".", 3)
    return stamp, reason


def note_of(copy: Path) -> Path:
    """Return where that lies which is kept of the action that a copy was made before."""
    return copy.with_suffix(".json")


def remove(copy: Path) -> None:
    """Remove a copy and what is kept of it, which is nothing without the copy."""
    note_of(copy).unlink(missing_ok=True)
    copy.unlink(missing_ok=True)


def _thin_out(copies: list[Path]) -> None:
    months = set()
    for copy in copies[:-BACKUPS_KEPT]:
        stamp, _ = _stamp_and_reason(copy)
        month = stamp[:6]
        if month in months:
            remove(copy)
        months.add(month)
