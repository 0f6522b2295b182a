"""Work that goes back: the unit's own workbook with marks, or the list alone where that cannot be made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl.forms.naming import returned_name
from khoagiao_xl.intake.judging.settle_findings import for_the_unit
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.intake.reading.secrecy import is_secret
from khoagiao_xl.intake.reading.worker_process import Process, call_result
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.office.changes import NewFile

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


def returned_copies(intake: Intake, receipts: Iterable[Receipt]) -> list[NewFile]:
    """Return the copy that goes back for every returned file."""
    folder = intake.out
    if folder is None:
        return []
    faulty = [receipt for receipt in receipts if receipt.verdict is Verdict.RETURNED]
    sendable = [receipt for receipt in faulty if receipt.original]
    returns = [_return(receipt) for receipt in sendable]
    names = [returned_name(item.unit, intake.code, item.version) for item in sendable]
    contents = make_copies(returns, intake.limits)
    return [NewFile(folder / name, content) for name, content in zip(names, contents, strict=True)]


def _return(receipt: Receipt) -> Return:
    original = receipt.original or b""
    findings = for_the_unit(receipt.findings)
    return Return(original, findings, receipt.name)


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
