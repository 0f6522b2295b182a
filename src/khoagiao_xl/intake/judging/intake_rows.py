"""What was judged, as rows of the master's tables (field -> value)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms.form_layout import DETAIL_INPUTS, DETAIL_LABEL
from khoagiao_xl.intake.judging.settle_findings import fold_alike
from khoagiao_xl.intake.judging.unit_guess import guess_told
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.model import schema
from khoagiao_xl.model.detail_lists import CODE_LENGTH, is_detail
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.model.records import Duty

CHANGES_TOLD: Final = 12
_DETAIL_FIELDS: Final = dict(zip((DETAIL_LABEL, *DETAIL_INPUTS), schema.DETAIL_FIELDS, strict=True))
REASONS: Final = {Verdict.REPEATED: "NB-05", Verdict.SUPERSEDED: "NB-06"}


def duties(settled: Sequence[Duty], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the rows of tblTiepNhan; names: code of a unit -> its name."""
    return [_duty(duty, names) for duty in settled]


def _duty(duty: Duty, names: Mapping[str, str]) -> dict[str, Any]:
    name = names.get(duty.unit, "")
    version = duty.version or None  # what was never counted as one has none
    return {**vars(duty), "unit_name": name, "version": version}


def arrivals(period: str, receipts: Sequence[Receipt]) -> list[dict[str, Any]]:
    """Return the rows of tblTepNhan for a period's files."""
    return [_arrival(period, receipt) for receipt in receipts]


def _arrival(period: str, receipt: Receipt) -> dict[str, Any]:
    return {
        "period": period,
        "file": receipt.name,
        "container": receipt.container,
        "unit": receipt.sender,
        "guessed_by": receipt.guess.by,
        "verdict": receipt.verdict,
        "received": receipt.received,
        "sha256": receipt.sha256,
        "version": receipt.version or None,
        "reason": _reason(receipt),
        "closed": receipt.closed,
    }


def _reason(receipt: Receipt) -> str:
    """Return why a file has its verdict and, of a newer version, what it says otherwise."""
    said = f"{receipt.reason} {_likeness(receipt)}".strip()
    code = REASONS.get(receipt.verdict)
    if code:
        said = sentence(code, {"version": receipt.version})
    if receipt.changes:
        changed = sentence("NB-13", {"changes": _listed(receipt.changes)})
        said = f"{said} {changed}".strip()
    return said


def _likeness(receipt: Receipt) -> str:
    """Return whose name that of a file resembles, where nobody's form it is and nothing tells whose."""
    if not receipt.guess.like:
        return ""
    return sentence("NB-35", {"like": receipt.guess.like})


def _listed(changes: Sequence[str]) -> str:
    told = list(changes[:CHANGES_TOLD])
    more = len(changes) - len(told)
    if more:
        told.append(f"và {more} chỗ nữa")
    return "; ".join(told)


def findings(period: str, receipts: Sequence[Receipt]) -> list[dict[str, Any]]:
    """Return the rows of tblLoi for a period's files, the worst first, the same fault of many cells once."""
    rows: list[dict[str, Any]] = []
    for receipt in receipts:
        for finding in fold_alike(receipt.findings):
            weighed = _as_it_stands(finding, receipt)
            row = _finding(period, receipt, weighed)
            rows.append(row)
    return sorted(rows, key=_worst_first)


def _as_it_stands(finding: Finding, receipt: Receipt) -> Finding:
    """Return a finding as it weighs now: of a file that asks for nothing any more as a note that says why."""
    if finding.severity is Severity.NOTE or not receipt.closed:
        return finding
    return replace(
        finding,
        severity=Severity.NOTE,
        settled=receipt.closed,
    )


def _worst_first(row: dict[str, Any]) -> tuple[int, str, str]:
    return row["severity"].rank, row["unit"], row["file"]


def _finding(period: str, receipt: Receipt, finding: Finding) -> dict[str, Any]:
    told = f"{finding.message} {guess_told(receipt.guess)}"
    return {
        "period": period,
        "unit": receipt.sender,
        "file": receipt.name,
        "sheet": finding.place.sheet,
        "cell": finding.all_cells,
        "rule": finding.code,
        "severity": finding.severity,
        "message": told.strip(),
    }


def figures(period: str, receipt: Receipt) -> dict[str, Any]:
    """Return the row of tblSoLieu for the version that counts."""
    row: dict[str, Any] = {"period": period, "unit": receipt.unit}
    for entry in receipt.entries:
        if not is_detail(entry.code):
            row[entry.code] = entry.value
    return row


def details(period: str, receipt: Receipt) -> list[dict[str, Any]]:
    """Return the rows of tblViecCuThe, one for each row of a list in which the unit told something."""
    rows: dict[str, dict[str, Any]] = {}
    for entry in receipt.entries:
        if not is_detail(entry.code):
            continue
        code, _, heading = entry.code.partition(" ")
        place = {"period": period, "unit": receipt.unit, "list": code[:CODE_LENGTH], "line": code}
        row = rows.setdefault(code, place)
        row[_DETAIL_FIELDS[heading]] = entry.value
    return list(rows.values())


def narratives(period: str, receipt: Receipt, texts: set[str]) -> list[dict[str, Any]]:
    """Return the rows of tblThuyetMinh; `texts`: the codes that are answered in words."""
    told = [entry for entry in receipt.entries if entry.value and entry.code in texts]
    place = {"period": period, "unit": receipt.unit}
    return [
        {
            **place,
            "code": entry.code,
            "text": entry.value,
        }
        for entry in told
    ]
