"""Readers that do to their machines what the tests are about; each is called in a child of a worker."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.intake.reading import worker

if TYPE_CHECKING:
    from khoagiao_xl.intake.reading.form_reading import FileReading

KILLS_ITS_READER, KILLS_ITS_WORKER, KILLS_THE_SCHEDULER, SLOW = "SYT", "STC", "STP", "BAO"
real = worker.read_file


def done(source: Path) -> Path:
    """Return the folder in which every file that was read leaves a mark."""
    return source.parent.parent / "da-doc"


def eventful(source: Any, name: str, *more: Any) -> FileReading:
    """Read a file; four units have files that are trouble."""
    if name.startswith(KILLS_ITS_READER):
        os.abort()
    if name.startswith(KILLS_ITS_WORKER) and is_first(source):
        os.kill(os.getppid(), signal.SIGKILL)
    if name.startswith(SLOW):
        wait_for_the_others(source)
    reading = real(source, name, *more)
    (done(source) / name).touch()
    return reading


def is_first(source: Path) -> bool:
    """Say whether nobody has come here before, in any process."""
    try:
        (done(source) / "lan-dau").touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def wait_for_the_others(source: Path) -> None:
    """Wait until all other files that can be read have been: whoever waits for this one waits in vain."""
    waited_for = {file.name for file in source.parent.iterdir()}
    waited_for -= {name for name in waited_for if name.startswith((KILLS_ITS_READER, SLOW))}
    while not waited_for <= {mark.name for mark in done(source).iterdir()}:
        time.sleep(0.05)


def kills_the_scheduler(source: Any, name: str, *more: Any) -> FileReading:
    """Read a file; with that of one unit the scheduler is gone."""
    if name.startswith(KILLS_THE_SCHEDULER):
        pid = (source.parent.parent / "scheduler.pid").read_text(encoding="ascii")
        os.kill(int(pid), signal.SIGKILL)
    return real(source, name, *more)
