"""What was raised, as an outcome: a sentence for the office, and a log for whoever mends the program."""

from __future__ import annotations

import contextlib
import platform
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import khoagiao_xl
from khoagiao_xl import files
from khoagiao_xl.errors import CannotWrite, KhoaGiaoError, WrongRequest
from khoagiao_xl.files import refusals
from khoagiao_xl.model.results import CANNOT, Outcome
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime


def answered(what: str, master: Path, now: datetime, work: Callable[[], Outcome]) -> Outcome:
    """Return the outcome of `work`, or the one that says in a sentence why there is none."""
    try:
        return work()
    except KhoaGiaoError as error:
        return Outcome(str(error), CANNOT)
    except Exception as error:  # noqa: BLE001  # the one place that catches what nobody foresaw
        refused = _refused(error)
        if refused:
            return Outcome(str(refused), CANNOT)
        return unforeseen(what, master, now)


def _refused(error: Exception) -> KhoaGiaoError | None:
    """Return what the machine would not do, for which nobody's program is to blame; None for all else."""
    if isinstance(error, BrokenPipeError):
        return WrongRequest("TEP-21")
    if isinstance(error, UnicodeEncodeError) and sys.getfilesystemencoding() != "utf-8":
        return WrongRequest("TEP-22")
    if isinstance(error, OSError):
        return refusals.refusal(error)
    return None


def unforeseen(what: str, master: Path, now: datetime) -> Outcome:
    """Return the outcome of an error that nobody foresaw; called where it is caught."""
    log = _write_log(what, master, now)
    code = "TEP-09" if log else "TEP-23"
    told = sentence(code, {"log": log})
    return Outcome(told, CANNOT)


def _write_log(what: str, master: Path, now: datetime) -> Path | None:
    """Write versions and traceback where the office can send them from; return the place, if there is one."""
    lines = [_versions(), f"{what} {master.name}", "", traceback.format_exc()]
    text = "\n".join(lines)
    data = text.encode("utf-8", "replace")
    name = f"loi.{now:%Y%m%d-%H%M%S}.txt"
    for folder in _log_folders(master):
        log = folder / name
        with contextlib.suppress(CannotWrite):
            files.write_atomically(log, data)
            return log
    return None


def _versions() -> str:
    ours = khoagiao_xl.__version__
    system = platform.platform()
    return f"khoagiao_xl {ours}, Python {sys.version}, {system}"


def _log_folders(master: Path) -> Iterator[Path]:
    yield Storage(master).logs
    # The master's own folder may be what failed; so may every other.
    with contextlib.suppress(OSError):
        passing = tempfile.gettempdir()
        yield Path(passing)
