"""Work that goes back: the unit's own workbook with marks, or the list alone where that cannot be made.

A copy that lies there already, made by the same code from the same file and findings, is not made again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import MissingFile
from khoagiao_xl.files import read_bytes, sha256_of
from khoagiao_xl.forms.form_printer import FormPrinter
from khoagiao_xl.forms.naming import returned_name, returned_quick_name
from khoagiao_xl.forms.quick_printer import QuickPrinter
from khoagiao_xl.intake.code_version import marker_version
from khoagiao_xl.intake.judging.settle_findings import for_the_unit
from khoagiao_xl.intake.judging.verdicts import Receipt
from khoagiao_xl.intake.returning.copy_head import CopyHead, copy_head
from khoagiao_xl.intake.returning.fresh_form import FreshForm
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.secrecy import is_secret
from khoagiao_xl.intake.safety.worker_process import Process, call_result
from khoagiao_xl.office.changes import NewFile
from khoagiao_xl.office.kept_readings import MadeCopy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.intake.reading.read_all import ReadFile
    from khoagiao_xl.model.findings import Finding


@dataclass(frozen=True)
class Return:
    """One workbook to send back. original: its path, or its bytes. name: as the unit knows it.

    sha256: of the original. path: where its copy goes. head: what stands above the list.
    """

    original: Path | bytes
    findings: Sequence[Finding]
    name: str
    sha256: str = ""
    path: Path = Path()
    head: CopyHead = field(default_factory=CopyHead)
    unit: str = ""

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all that decides what the copy looks like besides the original's own bytes."""
        version = marker_version()
        told = [(finding, finding.message) for finding in self.findings]
        decisive = (version, self.name, self.head, told)
        text = repr(decisive)
        data = text.encode("utf-8", "surrogatepass")
        return sha256_of(data)


@dataclass(frozen=True)
class ReturnedCopy:
    """A copy that goes back. sha256: of the file it was made of. content: None for one that is there."""

    path: Path
    sha256: str
    made: MadeCopy
    content: bytes | None = None

    @property
    def new_files(self) -> list[NewFile]:
        """What is to be written for it."""
        if self.content is None:
            return []
        return [NewFile(self.path, self.content)]


def returned_copies(
    intake: Intake, receipts: Iterable[Receipt], read: Iterable[ReadFile] = ()
) -> list[ReturnedCopy]:
    """Return the copy that goes back for every returned file, in the order of the files.

    read: what was read of the files, for those that must go back as a fresh form.
    """
    if intake.out is None:
        return []
    returned = filter(_goes_back, receipts)
    returns = [_return(intake, intake.out, receipt) for receipt in returned]
    known = [_known_copy(intake, item) for item in returns]
    pairs = zip(returns, known, strict=True)
    missing = [item for item, copy in pairs if copy is None]
    made = _new_copies(intake, missing, read)
    new = iter(made)
    return [copy or next(new) for copy in known]


def _goes_back(receipt: Receipt) -> bool:
    return receipt.goes_back and bool(receipt.original)


def _return(intake: Intake, folder: Path, receipt: Receipt) -> Return:
    name = _name_of(intake, receipt)
    return Return(
        receipt.original or b"",
        for_the_unit(receipt.findings),
        receipt.name,
        sha256=receipt.sha256,
        path=folder / name,
        head=copy_head(intake, receipt),
        unit=receipt.unit,
    )


def _name_of(intake: Intake, receipt: Receipt) -> str:
    if receipt.is_notice:
        return returned_quick_name(receipt.unit, receipt.sha256)
    return returned_name(receipt.unit, intake.code, receipt.version)


def _new_copies(intake: Intake, returns: Sequence[Return], read: Iterable[ReadFile]) -> list[ReturnedCopy]:
    readings = {item.file.sha256: item.reading for item in read}
    fresh = FreshForms(intake, readings)
    contents = make_copies(returns, intake.limits, fresh)
    return list(map(_new_copy, returns, contents))


def _new_copy(item: Return, content: bytes) -> ReturnedCopy:
    made = MadeCopy(
        item.fingerprint,
        sha256_of(content),
    )
    return ReturnedCopy(
        path=item.path,
        sha256=item.sha256,
        made=made,
        content=content,
    )


def _known_copy(intake: Intake, item: Return) -> ReturnedCopy | None:
    """Return the copy that an earlier run made of the same, None where it is not there as it was made."""
    kept = intake.storage.kept_reading(item.sha256)
    if kept is None:
        return None
    made = kept.copies.get(item.path.name)
    if made is None or made.source != item.fingerprint:
        return None
    if not _is_as_made(item.path, made):
        return None
    return ReturnedCopy(
        path=item.path,
        sha256=item.sha256,
        made=made,
    )


def _is_as_made(path: Path, made: MadeCopy) -> bool:
    try:
        content = read_bytes(path)
    except MissingFile:
        return False
    return sha256_of(content) == made.sha256


def make_copies(
    returns: Sequence[Return], limits: Limits | None = None, fresh: FreshForms | None = None
) -> list[bytes]:
    """Return every copy, made in a process that may die.

    One that cannot be marked is a fresh form, and where that cannot be either, the list alone; a secret one
    is the list alone.
    """
    if not returns:
        return []
    limits = limits or Limits()
    with Process(limits) as process:
        workshop = _Workshop(process, limits, fresh)
        for item in returns:
            workshop.start(item)
        return [workshop.finished(item) for item in returns]


class _Workshop:
    """Makes copies in a process, each in the best form that can be had."""

    def __init__(self, process: Process, limits: Limits, fresh: FreshForms | None) -> None:
        self._process = process
        self._limits = limits
        self._fresh = fresh
        self._started: dict[int, object] = {}

    def start(self, item: Return) -> None:
        """Begin to mark one, unless nothing of it may be sent around."""
        if is_secret(item.findings):
            return
        started = self._process.submit(make_copy, item, self._limits)
        key = id(item)
        self._started[key] = started

    def finished(self, item: Return) -> bytes:
        """Return one when it is made."""
        from khoagiao_xl.intake.returning.list_alone import list_alone

        copy = None
        key = id(item)
        started = self._started.get(key)
        if started:
            copy = self._result(started) or self._as_fresh_form(item)
        if copy:
            return copy
        return list_alone(item.findings, item.head)

    def _as_fresh_form(self, item: Return) -> bytes | None:
        if self._fresh is None:
            return None
        form = self._fresh.form(item)
        if form is None:
            return None
        started = self._process.submit(make_fresh_copy, form, item)
        return self._result(started)

    def _result(self, future: object) -> bytes | None:
        """Return what the process made, None where it failed."""
        code, facts = call_result(future, self._limits)
        made: bytes | None = None if code else facts["value"]
        return made


@dataclass(frozen=True)
class FreshForms:
    """Fresh forms of an intake, to be filled in as sent. readings: by the hash of the file."""

    intake: Intake
    readings: Mapping[str, FileReading]

    def form(self, item: Return) -> FreshForm | None:
        """Return the form of the unit, None where there is no such form or nothing was read."""
        unit = self.intake.obligations.unit_by_code.get(item.unit)
        sent = self.readings.get(item.sha256)
        if unit is None or sent is None:
            return None
        if not sent.is_readable:
            return None
        printer = self.quick_printer if sent.is_quick else self.printer
        blank = printer.form(unit)
        return FreshForm(blank, sent)

    @cached_property
    def quick_printer(self) -> QuickPrinter:
        """What prints the quick forms."""
        return QuickPrinter(self.intake.year.settings)

    @cached_property
    def printer(self) -> FormPrinter:
        """What prints the forms of the period."""
        return FormPrinter(self.intake.year, self.intake.obligations)


def make_copy(item: Return, limits: Limits) -> bytes | None:
    """In the process: return the marked copy, None for what cannot be marked."""
    from khoagiao_xl.intake.returning.marking import mark_copy

    data = item.original
    if isinstance(data, Path):
        data = data.read_bytes()
    try:
        return mark_copy(data, item.findings, item.head, limits)
    except Exception:  # noqa: BLE001  # whatever is odd about a stranger's file; errors of ours cannot be sent
        return None


def make_fresh_copy(form: FreshForm, item: Return) -> bytes | None:
    """In the process: return the fresh form filled in and marked, None where even that fails."""
    try:
        return form.marked(item.findings, item.head)
    except Exception:  # noqa: BLE001  # the list alone is still there
        return None
