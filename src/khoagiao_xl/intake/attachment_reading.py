"""What goes out with a letter, opened as carefully as what came in: marks, and forms without their tick."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import sha256_of
from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.worker import reading_process
from khoagiao_xl.intake.safety.limits import MEGABYTE
from khoagiao_xl.intake.safety.worker_process import call_result
from khoagiao_xl.mail.outgoing_secrets import InAttachment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
    from khoagiao_xl.intake.safety.limits import Limits

LARGEST: Final = 200 * MEGABYTE  # of a letter with all that is in it; no mail server takes more
UNSEARCHED: Final = frozenset({"TN-14"})  # findings that leave a file unread: it is larger than files may be


class AttachmentReading:
    """A reader of attachments, as a context: one process for all; what was read once is not read again."""

    def __init__(self, limits: Limits) -> None:
        self._limits = replace(limits, file_bytes=LARGEST)
        self._process = reading_process(self._limits)
        self._known: dict[str, InAttachment] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.__exit__()

    def __call__(self, name: str, data: bytes) -> InAttachment:
        """Return what is in an attachment; its name is looked at by whoever asks."""
        sha256 = sha256_of(data)
        if sha256 not in self._known:
            self._known[sha256] = self._read(name, data)
        return self._known[sha256]

    def _read(self, name: str, data: bytes) -> InAttachment:
        future = self._process.submit(found_in, data, name, self._limits)
        code, facts = call_result(future, self._limits)
        if code:
            return InAttachment.UNREADABLE
        found: InAttachment = facts["value"]
        return found


def found_in(data: bytes, name: str, limits: Limits) -> InAttachment:
    """In the process: return what is in a file of any kind."""
    from khoagiao_xl.intake.reading.read_form import read_form
    from khoagiao_xl.intake.safety.file_kind import FileKind, sniff
    from khoagiao_xl.intake.safety.secrecy import is_secret

    if sniff(data) is FileKind.ENCRYPTED:
        return InAttachment.UNREADABLE
    reading = read_form(data, name, limits)
    if is_secret(reading.findings):
        return InAttachment.MARK
    codes = {finding.code for finding in reading.findings}
    if codes & UNSEARCHED:
        return InAttachment.UNREADABLE
    return InAttachment.NO_TICK if _lacks_tick(reading) else InAttachment.NOTHING


def _lacks_tick(reading: FileReading) -> bool:
    is_ticked = reading.ticks.get(form_layout.TICK_NO_SECRET) is True
    if is_ticked or not reading.is_readable:
        return False
    answers = _answers(reading)
    return any(map(_is_typed, answers))


def _answers(reading: FileReading) -> Iterator[RawCell]:
    yield from reading.cells.values()
    yield from reading.explanations.values()
    yield from reading.answers.values()
    for key, cell in reading.details.items():
        if not key.endswith(form_layout.DETAIL_LABEL):
            yield cell


def _is_typed(cell: RawCell) -> bool:
    return cell.formula is None and cell.value not in (None, "")
