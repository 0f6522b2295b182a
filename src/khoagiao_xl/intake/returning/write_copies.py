"""Work that goes back: the unit's own workbook with marks, or the list alone where that cannot be made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khoagiao_xl.files import write_atomically
from khoagiao_xl.intake.reading.worker_process import Process, call_result
from khoagiao_xl.intake.safety.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.model.findings import Finding

SECRET = "TN-59"  # noqa: S105  # the code of a finding


@dataclass(frozen=True)
class Return:
    """One workbook to send back. original: its path, or its bytes when it lay inside another file."""

    original: Path | bytes
    findings: Sequence[Finding]
    out: Path


def write_returned_copy(
    original: Path | bytes, findings: Sequence[Finding], out: Path, limits: Limits | None = None
) -> None:
    """Write to `out` (.xlsx) the copy of `original` that shows `findings`; raise CannotWrite.

    For several of them `write_returned_copies` starts its process only once.
    """
    write_returned_copies([Return(original, findings, out)], limits)


def write_returned_copies(returns: Iterable[Return], limits: Limits | None = None) -> None:
    """Write every copy; one that cannot be marked is the list alone. Raise CannotWrite."""
    limits = limits or Limits()
    with Process(limits) as process:
        started = [(item, process.start(make_copy, item, limits)) for item in returns]
        for item, future in started:
            write_atomically(item.out, _content(item, future, limits))


def _content(item: Return, future: Any, limits: Limits) -> bytes:
    code, facts = call_result(future, limits)
    if code == "":
        marked: bytes = facts["value"]
        return marked
    from khoagiao_xl.intake.returning.marking import list_alone

    return list_alone(item.findings, _name(item))


def make_copy(item: Return, limits: Limits) -> bytes:
    """In the process: return the marked copy; the list alone for what is no sound workbook or is secret."""
    from khoagiao_xl.intake.returning.marking import list_alone, mark_copy
    from khoagiao_xl.intake.safety.preflight import preflight

    data = item.original if isinstance(item.original, bytes) else item.original.read_bytes()
    is_secret = any(finding.code == SECRET for finding in item.findings)
    if is_secret or preflight(data, _name(item), limits).refusal:
        return list_alone(item.findings, _name(item))
    return mark_copy(data, item.findings)


def _name(item: Return) -> str:
    named = next((finding.place.file for finding in item.findings if finding.place.file), "")
    return named or (item.original.name if isinstance(item.original, Path) else item.out.name)
