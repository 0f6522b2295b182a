"""What was judged, as rows of the master's tables (field -> value)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.judging.fold_findings import cells_of, fold_same
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

WORST_FIRST: Final = {
    severity: at for at, severity in enumerate((Severity.ERROR, Severity.QUESTION, Severity.NOTE))
}
CHANGES_TOLD: Final = 12
REASONS: Final = {Verdict.REPEATED: "NB-05", Verdict.SUPERSEDED: "NB-06"}


def arrival(period: str, receipt: Receipt) -> dict[str, Any]:
    """Return the row of tblTepNhan for one file."""
    return {
        "period": period,
        "file": receipt.name,
        "unit": receipt.unit,
        "verdict": receipt.verdict,
        "received": receipt.received,
        "sha256": receipt.sha256,
        "version": receipt.version or None,
        "reason": _reason(receipt),
    }


def _reason(receipt: Receipt) -> str:
    """Return why a file has its verdict and, of a newer version, what it says otherwise."""
    code = REASONS.get(receipt.verdict)
    said = [sentence(code, {"version": receipt.version}) if code else receipt.reason]
    if receipt.changes:
        more = len(receipt.changes) - CHANGES_TOLD
        told = [*receipt.changes[:CHANGES_TOLD], *([f"và {more} chỗ nữa"] if more > 0 else [])]
        said.append(sentence("NB-13", {"changes": "; ".join(told)}))
    return " ".join(text for text in said if text)


def findings(period: str, receipts: Sequence[Receipt]) -> list[dict[str, Any]]:
    """Return the rows of tblLoi for a period's files, the worst first, the same fault of many cells once."""
    rows = [
        {
            "period": period,
            "unit": receipt.unit,
            "file": receipt.name,
            "sheet": finding.place.sheet,
            "cell": cells_of(finding),
            "rule": finding.code,
            "severity": finding.severity,
            "message": finding.message,
        }
        for receipt in receipts
        for finding in fold_same(receipt.findings)
    ]
    return sorted(rows, key=lambda row: (WORST_FIRST[row["severity"]], row["unit"], row["file"]))


def figures(period: str, receipt: Receipt) -> dict[str, Any]:
    """Return the row of tblSoLieu for the version that counts."""
    return {"period": period, "unit": receipt.unit, **{item.code: item.value for item in receipt.entries}}


def narratives(period: str, receipt: Receipt, texts: set[str]) -> list[dict[str, Any]]:
    """Return the rows of tblThuyetMinh; `texts`: the codes that are answered in words."""
    return [
        {"period": period, "unit": receipt.unit, "code": entry.code, "text": entry.value}
        for entry in receipt.entries
        if entry.code in texts and entry.value
    ]
