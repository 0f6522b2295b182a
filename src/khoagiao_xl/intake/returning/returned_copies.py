"""Work that goes back: the unit's own workbook with marks, or the list alone where that cannot be made.

A copy that lies there already, made by the same code from the same file and findings, is not made again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.errors import MissingFile
from khoagiao_xl.files import read_bytes, sha256_of
from khoagiao_xl.forms.naming import returned_name
from khoagiao_xl.intake.code_version import marker_version
from khoagiao_xl.intake.judging.settle_findings import for_the_unit
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.intake.reading.secrecy import is_secret
from khoagiao_xl.intake.reading.worker_process import Process, call_result
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.office.changes import NewFile
from khoagiao_xl.office.kept_readings import MadeCopy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.model.findings import Finding


@dataclass(frozen=True)
class Return:
    """One workbook to send back. original: its path, or its bytes. name: as the unit knows it."""

    original: Path | bytes
    findings: Sequence[Finding]
    name: str


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


def returned_copies(intake: Intake, receipts: Iterable[Receipt]) -> list[ReturnedCopy]:
    """Return the copy that goes back for every returned file, in the order of the files."""
    folder = intake.out
    if folder is None:
        return []
    copies: dict[Path, ReturnedCopy] = {}
    wanted: dict[Path, tuple[Receipt, Return, str]] = {}
    for receipt in receipts:
        if receipt.verdict is not Verdict.RETURNED or not receipt.original:
            continue
        path = folder / returned_name(receipt.unit, intake.code, receipt.version)
        item = Return(receipt.original, for_the_unit(receipt.findings), receipt.name)
        source = fingerprint(item)
        known = _known_copy(intake, receipt, path, source)
        if known:
            copies[path] = known
        else:
            wanted[path] = (receipt, item, source)
    contents = make_copies([item for _, item, _ in wanted.values()], intake.limits)
    for (path, (receipt, _, source)), content in zip(wanted.items(), contents, strict=True):
        made = MadeCopy(source, sha256_of(content))
        copies[path] = ReturnedCopy(path, receipt.sha256, made, content)
    return list(copies.values())


def _known_copy(intake: Intake, receipt: Receipt, path: Path, source: str) -> ReturnedCopy | None:
    """Return the copy that an earlier run made of the same, None where it is not there as it was made."""
    kept = intake.storage.kept_reading(receipt.sha256)
    made = kept.copies.get(path.name) if kept else None
    if made is None or made.source != source:
        return None
    try:
        is_as_made = sha256_of(read_bytes(path)) == made.sha256
    except MissingFile:
        return None
    return ReturnedCopy(path, receipt.sha256, made) if is_as_made else None


def fingerprint(item: Return) -> str:
    """Return a hash of all that decides what a copy looks like besides the original's own bytes."""
    digest = hashlib.sha256(marker_version().encode())
    digest.update(item.name.encode("utf-8", "surrogatepass"))
    for finding in item.findings:
        told = repr((finding, finding.message))
        digest.update(told.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def make_copies(returns: Sequence[Return], limits: Limits | None = None) -> list[bytes]:
    """Return every copy, made in a process that may die; one that cannot be marked is the list alone."""
    if not returns:
        return []
    limits = limits or Limits()
    with Process(limits) as process:
        started = [process.start(make_copy, item, limits) for item in returns]
        pairs = zip(returns, started, strict=True)
        return [_content(item, future, limits) for item, future in pairs]


def _content(item: Return, future: object, limits: Limits) -> bytes:
    from khoagiao_xl.intake.returning.marking import list_alone

    code, facts = call_result(future, limits)
    if code:
        return list_alone(item.findings, item.name)
    marked: bytes = facts["value"]
    return marked


def make_copy(item: Return, limits: Limits) -> bytes:
    """In the process: return the marked copy; the list alone for what is no sound workbook or is secret."""
    from khoagiao_xl.intake.returning.marking import list_alone, mark_copy
    from khoagiao_xl.intake.safety.preflight import preflight

    data = item.original
    if isinstance(data, Path):
        data = data.read_bytes()
    checked = preflight(data, item.name, limits)
    if checked.refusal or is_secret(item.findings):
        return list_alone(item.findings, item.name)
    return mark_copy(data, item.findings)
