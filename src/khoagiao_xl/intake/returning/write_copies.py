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

    from khoagiao_xl.model.findings import Finding


@dataclass(frozen=True)
class Return:
    """One workbook to send back. original: its path, or its bytes. name: as the unit knows it."""

    original: Path | bytes
    findings: Sequence[Finding]
    name: str


def returned_copies(receipts: Iterable[Receipt], period: str, folder: Path, limits: Limits) -> list[NewFile]:
    """Return the copy that goes back for every returned file, to be written into `folder`."""
    faulty = [receipt for receipt in receipts if receipt.verdict is Verdict.RETURNED and receipt.original]
    returns = [_return(receipt) for receipt in faulty]
    copies = []
    for receipt, content in zip(faulty, make_copies(returns, limits), strict=True):
        name = returned_name(receipt.unit, period, receipt.version)
        copies.append(NewFile(folder / name, content))
    return copies


def _return(receipt: Receipt) -> Return:
    original = receipt.original or b""
    return Return(original, for_the_unit(receipt.findings), receipt.name)


def make_copies(returns: Sequence[Return], limits: Limits | None = None) -> list[bytes]:
    """Return every copy, made in a process that may die; one that cannot be marked is the list alone."""
    if not returns:
        return []
    limits = limits or Limits()
    with Process(limits) as process:
        started = [process.start(make_copy, item, limits) for item in returns]
        return [_content(item, future, limits) for item, future in zip(returns, started, strict=True)]


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

    data = item.original if isinstance(item.original, bytes) else item.original.read_bytes()
    is_sound = preflight(data, item.name, limits).refusal is None
    if not is_sound or is_secret(item.findings):
        return list_alone(item.findings, item.name)
    return mark_copy(data, item.findings)
