"""What the office is told of one intake: the counts, and each file that needs somebody's hand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.receipts import of_the_original
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.model.records import REPORTED, Duty, State
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.returning.returned_copies import ReturnedCopy
    from khoagiao_xl.model.periods import Period

UNUSED: Final = frozenset({Verdict.REFUSED, Verdict.AFTER_CLOSING})


def intake_outcome(
    period: Period,
    receipts: Sequence[Receipt],
    duties: Sequence[Duty],
    returned: Sequence[ReturnedCopy],
) -> Outcome:
    """Return the outcome; its status is 1 when a file was not taken in, came back, or lost its original."""
    counts = _counts(receipts, duties)
    counts["returned_copies"] = len(returned)
    facts = {"period": period.title, **counts}
    details = list(_details(receipts, duties))
    has_returned = any(receipt.verdict is Verdict.RETURNED for receipt in receipts)
    return Outcome(
        sentence("TN-OK", facts),
        status=1 if details or has_returned else 0,
        counts=counts,
        paths=tuple(copy.path for copy in returned),
        details=tuple(details),
    )


def _counts(receipts: Sequence[Receipt], duties: Sequence[Duty]) -> dict[str, int]:
    states = Counter(duty.state for duty in duties)
    by_name = {state.name.lower(): states[state] for state in State}
    return {
        "owing": len(duties),
        "reported": sum(states[state] for state in REPORTED),
        **by_name,
        "files": len(receipts),
        "refused": sum(receipt.verdict in UNUSED for receipt in receipts),
    }


def _details(receipts: Sequence[Receipt], duties: Sequence[Duty]) -> Iterator[str]:
    for receipt in receipts:
        if receipt.verdict in UNUSED:
            yield f"«{receipt.name}»: {receipt.reason}"
    yield from _wrong_corrections(receipts, duties)
    yield from _lost_originals(receipts)


def _wrong_corrections(receipts: Sequence[Receipt], duties: Sequence[Duty]) -> Iterator[str]:
    """Yield the returned files of units whose earlier version goes on counting."""
    counting = {duty.unit: duty.file for duty in duties if duty.state in REPORTED}
    for receipt in receipts:
        unit = receipt.unit
        if receipt.verdict is Verdict.RETURNED and unit in counting:
            facts = {
                "unit": unit,
                "file": receipt.name,
                "counting": counting[unit],
            }
            yield sentence("NB-11", facts)


def _lost_originals(receipts: Sequence[Receipt]) -> Iterator[str]:
    """Yield what is said of lost originals of files that are otherwise as they should be."""
    for receipt in receipts:
        if receipt.verdict in UNUSED:
            continue
        for finding in of_the_original(receipt):
            yield finding.message
