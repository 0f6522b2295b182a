"""What an intake or the check of one form would come to, told without anything being taken in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from khoagiao_xl.intake.judging.settle_findings import fold_alike
from khoagiao_xl.intake.judging.verdicts import Receipt
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.model.results import Outcome

Plain = dict[str, Any]


def as_trial(outcome: Outcome, receipts: Sequence[Receipt]) -> Outcome:
    """Return the outcome of an intake as what would come of it, with a line for every file."""
    told = sentence("TN-162", {"told": outcome.sentence})
    counts = dict(outcome.counts)
    counts["returned_copies"] = sum(map(_comes_back, receipts))
    lines = [_line(receipt) for receipt in receipts]
    reasons = [f"«{receipt.name}»: {receipt.told}" for receipt in receipts]
    others = [detail for detail in outcome.details if detail not in reasons]
    return replace(
        outcome,
        sentence=told,
        counts=counts,
        details=(*lines, *others),
        data={"dry_run": True, "verdicts": [_plain(receipt) for receipt in receipts]},
    )


def _comes_back(receipt: Receipt) -> bool:
    return receipt.goes_back and bool(receipt.original)


def _line(receipt: Receipt) -> str:
    facts = {
        "file": receipt.name,
        "verdict": receipt.verdict,
        "unit": f" ({receipt.sender})" if receipt.sender else "",
        "reason": f"{receipt.told} {receipt.closed}".strip(),
    }
    return sentence("TN-163", facts).strip()


def _plain(receipt: Receipt) -> Plain:
    return {
        "file": receipt.name,
        "container": receipt.container,
        "unit": receipt.sender,
        "guessed_by": receipt.guess.by,
        "verdict": receipt.verdict,
        "version": receipt.version,
        "reason": receipt.reason,
        "closed": receipt.closed,
        "findings": plain_findings(receipt.findings),
    }


def plain_findings(findings: Iterable[Finding]) -> list[Plain]:
    """Return what was found as plain values, the worst first, the same of many cells once."""
    folded = fold_alike(findings)
    in_order = sorted(folded, key=_weight)
    return [_plain_finding(finding) for finding in in_order]


def _weight(finding: Finding) -> int:
    return finding.severity.rank


def _plain_finding(finding: Finding) -> Plain:
    return {
        "sheet": finding.place.sheet,
        "cell": finding.all_cells,
        "rule": finding.code,
        "severity": finding.severity,
        "message": finding.message,
    }
