"""Reading many files in a process that may die: always one answer per file, in the order they came."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.intake.inbox.list_inbox import Arrival
from khoagiao_xl.intake.reading.form_reading import FileReading
from khoagiao_xl.intake.reading.worker_process import Process, call_result
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.model.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

AHEAD = 16  # files handed to the process before their answers are asked for


def read_many(
    files: Iterable[Path | Arrival],
    limits: Limits | None = None,
    on_done: Callable[[FileReading], None] | None = None,
) -> Iterator[FileReading]:
    """Yield one FileReading for each of `files`, in their order, whatever is in them.

    A process that dies or takes too long is a finding (TN-25, TN-24) and is replaced for the next file.
    on_done: told of each reading as it is yielded (a progress bar).
    """
    limits = limits or Limits()
    with Process(limits) as process:
        waiting: deque[tuple[str, Any]] = deque()
        for file in files:
            source = file.source if isinstance(file, Arrival) else file
            waiting.append((file.name, process.start(read_file, source, file.name, limits)))
            if len(waiting) >= AHEAD:
                yield _next_answer(waiting, limits, on_done)
        while waiting:
            yield _next_answer(waiting, limits, on_done)


def _next_answer(
    waiting: deque[tuple[str, Any]], limits: Limits, on_done: Callable[[FileReading], None] | None
) -> FileReading:
    name, future = waiting.popleft()
    code, facts = call_result(future, limits)
    failed = Finding(code, Severity.ERROR, Place(name), facts)
    reading: FileReading = facts["value"] if code == "" else FileReading(name, findings=(failed,))
    if on_done:
        on_done(reading)
    return reading


def read_file(source: Path | bytes, name: str, limits: Limits) -> FileReading:
    """In the process: read one file; of one too big, no more than shows that it is."""
    from khoagiao_xl.intake.reading.read_form import read_form

    if isinstance(source, bytes):
        return read_form(source, name, limits)
    with source.open("rb") as stream:
        return read_form(stream.read(limits.file_bytes + 1), name, limits)
