"""Reading many files in a process that may die: always one answer per file, in the order they came."""

from __future__ import annotations

import os
from collections import deque
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.files import sha256_of
from khoagiao_xl.intake.inbox.arrival import Arrival
from khoagiao_xl.intake.inbox.far_files import FarFile
from khoagiao_xl.intake.reading.form_reading import FileReading
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.worker_process import Executor, Process, at_hand, call_result
from khoagiao_xl.model.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable


MANY = 300  # files, from which on a second process is worth its start


def read_many(
    files: Iterable[Path | Arrival], limits: Limits | None = None, process: Executor | None = None
) -> Generator[FileReading]:
    """Yield one FileReading for each of `files`, in their order, whatever is in them.

    A process that dies or takes too long is a finding (TN-25, TN-24) and is replaced for the next file; it is
    only started when there is a file to read, unless one is given that runs already.
    """
    limits = limits or Limits()
    with ExitStack() as stack:
        reader: Executor = process or stack.enter_context(reading_process(limits))
        waiting: deque[_Waiting] = deque()
        for file in files:
            future = reader.submit(read_file, *_given(file), limits)
            waiting.append(_Waiting(file.name, future))
            if len(waiting) >= reader.ahead:
                yield waiting.popleft().answer(limits)
        while waiting:
            yield waiting.popleft().answer(limits)


def reading_process(limits: Limits, issued: object = None, files: int = 0) -> Process:
    """Return a process in which files are opened and read.

    issued: what forms are held against. files: how many are expected; many are read by two at a time.
    """
    count = min(2, os.cpu_count() or 1) if files >= MANY else 1
    return Process(limits, import_readers, issued, count)


def import_readers() -> None:
    """In the process: import what reading needs, before its memory is bounded."""
    import python_calamine  # noqa: F401

    import khoagiao_xl.intake.reading.read_form  # noqa: F401


def _given(file: Path | Arrival) -> tuple[Path | bytes | FarFile, str, str]:
    """Return what the process is told of a file: where or what it is, its name, the hash of its bytes."""
    if isinstance(file, Path):
        return file, file.name, ""
    known = file.content.sha256 if file.content else ""
    return file.to_process(), file.name, known


@dataclass(frozen=True)
class _Waiting:
    """A file that was handed to the process."""

    name: str
    future: Any

    def answer(self, limits: Limits) -> FileReading:
        """Return what was read, or the finding that says why nothing was."""
        code, facts = call_result(self.future, limits)
        if code == "":
            reading: FileReading = facts["value"]
            return reading
        return _unread(self.name, code, **facts)


def _unread(name: str, code: str, **facts: object) -> FileReading:
    failed = Finding(code, Severity.ERROR, Place(name), facts)
    return FileReading(name, findings=(failed,), is_finished=False)


def read_file(source: Path | bytes | FarFile, name: str, sha256: str, limits: Limits) -> FileReading:
    """In the process: read one file; of one too big, no more than shows that it is.

    sha256: what its bytes were when they were counted, blank where that is not known; others are not read.
    """
    from khoagiao_xl.intake.reading.read_form import read_form

    if isinstance(source, bytes):
        return read_form(source, name, limits, at_hand())
    with source.open("rb") as stream:
        data = stream.read(limits.file_bytes + 1)
    if sha256 and sha256_of(data) != sha256:
        return _unread(name, "TN-113")
    return read_form(data, name, limits, at_hand())
