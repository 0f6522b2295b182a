"""What the office is told of one intake: the counts, and each file that needs somebody's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.receipts import of_the_original
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.model.records import REPORTED, Duty, State
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from khoagiao_xl.model.periods import Period

UNUSED: Final = frozenset({Verdict.REFUSED, Verdict.AFTER_CLOSING})


def intake_outcome(
    period: Period, receipts: Sequence[Receipt], duties: Sequence[Duty], returned: Sequence[Path]
) -> Outcome:
    """Return the outcome; its status is 1 when a file was not taken in, came back, or lost its original."""
    counts = _counts(receipts, duties, returned)
    details = [*_unused(receipts), *_corrections_with_faults(receipts, duties), *_lost(receipts)]
    is_wrong = bool(details) or any(item.verdict is Verdict.RETURNED for item in receipts)
    told = sentence("TN-OK", {"period": period.title, **counts})
    return Outcome(told, int(is_wrong), counts, tuple(returned), tuple(details))


def _counts(
    receipts: Sequence[Receipt], duties: Sequence[Duty], returned: Sequence[Path]
) -> Mapping[str, int]:
    counts = {
        "owing": len(duties),
        "reported": sum(duty.state in REPORTED for duty in duties),
    }
    for state in State:
        counts[state.name.lower()] = sum(duty.state is state for duty in duties)
    counts["files"] = len(receipts)
    counts["refused"] = sum(receipt.verdict in UNUSED for receipt in receipts)
    counts["returned_copies"] = len(returned)
    return counts


def _unused(receipts: Sequence[Receipt]) -> Iterator[str]:
    for receipt in receipts:
        if receipt.verdict in UNUSED:
            yield f"«{receipt.name}»: {receipt.reason}"


def _corrections_with_faults(receipts: Sequence[Receipt], duties: Sequence[Duty]) -> Iterator[str]:
    """Yield the returned files of units whose earlier version goes on counting."""
    counting = {duty.unit: duty.file for duty in duties if duty.state in REPORTED}
    for receipt in receipts:
        if receipt.verdict is Verdict.RETURNED and receipt.unit in counting:
            file = counting[receipt.unit]
            facts = {"unit": receipt.unit, "file": receipt.name, "counting": file}
            yield sentence("NB-11", facts)


def _lost(receipts: Sequence[Receipt]) -> Iterator[str]:
    """Yield what is said of lost originals of files that are otherwise as they should be."""
    for receipt in receipts:
        if receipt.verdict not in UNUSED:
            for finding in of_the_original(receipt):
                yield finding.message
