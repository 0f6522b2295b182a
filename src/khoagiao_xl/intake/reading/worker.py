"""Reading many files in a process that may die: always one answer per file, in the order they came."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.intake.inbox.list_inbox import Arrival
from khoagiao_xl.intake.reading.form_reading import FileReading
from khoagiao_xl.intake.reading.worker_process import Process, at_hand, call_result
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.model.findings import Place, wrong

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from khoagiao_xl.office.issued_forms import IssuedForms

AHEAD = 16  # files handed to the process before their answers are asked for


def read_many(
    files: Iterable[Path | Arrival], limits: Limits | None = None, issued: IssuedForms | None = None
) -> Generator[FileReading]:
    """Yield one FileReading for each of `files`, in their order, whatever is in them.

    A process that dies or takes too long is a finding (TN-25, TN-24) and is replaced for the next file; it is
    only started when there is a file to read. issued: what the forms are held against.
    """
    limits = limits or Limits()
    with Process(limits, issued) as process:
        waiting: deque[_Waiting] = deque()
        for file in files:
            source = file.source if isinstance(file, Arrival) else file
            future = process.start(
                read_file,
                source,
                file.name,
                limits,
            )
            waiting.append(_Waiting(file.name, future))
            if len(waiting) >= AHEAD:
                yield waiting.popleft().answer(limits)
        while waiting:
            yield waiting.popleft().answer(limits)


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
        failed = wrong(code, Place(self.name), **facts)
        return FileReading(self.name, findings=(failed,), is_finished=False)


def read_file(source: Path | bytes, name: str, limits: Limits) -> FileReading:
    """In the process: read one file; of one too big, no more than shows that it is."""
    from khoagiao_xl.intake.reading.read_form import read_form

    if isinstance(source, bytes):
        return read_form(source, name, limits, at_hand())
    with source.open("rb") as stream:
        data = stream.read(limits.file_bytes + 1)
    return read_form(data, name, limits, at_hand())
