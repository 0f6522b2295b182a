"""What the office is told of one intake: the counts, and each file that needs somebody's hand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.receipts import of_the_original
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.model.records import REPORTED, Duty, State
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.returning.returned_copies import ReturnedCopy
    from khoagiao_xl.model.periods import Period


def intake_outcome(
    period: Period,
    receipts: Sequence[Receipt],
    duties: Sequence[Duty],
    returned: Sequence[ReturnedCopy],
) -> Outcome:
    """Return the outcome; its status is 1 when somebody has to do something about a file.

    One that was not taken in or went back, and that nothing since has settled; or one whose original is lost.
    """
    counts = _counts(receipts, duties)
    counts["returned_copies"] = len(returned)
    facts = {"period": period.title, **counts}
    details = list(_details(receipts))
    return Outcome(
        sentence("TN-OK", facts),
        status=1 if details or counts["open_files"] else 0,
        counts=counts,
        paths=tuple(copy.path for copy in returned),
        details=tuple(details),
    )


def _counts(receipts: Sequence[Receipt], duties: Sequence[Duty]) -> dict[str, int]:
    states = Counter(duty.state for duty in duties)
    by_name = {state.name.lower(): states[state] for state in State}
    return {
        "owing": sum(duty.state is not State.WAIVED for duty in duties),
        "reported": sum(states[state] for state in REPORTED),
        **by_name,
        "files": len(receipts),
        "refused": sum(receipt.is_unused for receipt in receipts),
        "open_files": sum(receipt.is_open for receipt in receipts),
    }


def _details(receipts: Sequence[Receipt]) -> Iterator[str]:
    for receipt in receipts:
        if receipt.is_unused and receipt.is_open:
            yield f"«{receipt.name}»: {receipt.told}"
    yield from _wrong_corrections(receipts)
    yield from _lost_originals(receipts)


def _wrong_corrections(receipts: Sequence[Receipt]) -> Iterator[str]:
    """Yield the returned files of units whose earlier version goes on counting."""
    counting = {receipt.unit: receipt for receipt in receipts if receipt.is_valid}
    for receipt in receipts:
        counted = counting.get(receipt.unit)
        if counted and receipt.verdict is Verdict.RETURNED and receipt.is_open:
            facts = {
                "unit": receipt.unit,
                "file": receipt.name,
                "received": day_text(receipt.received),
                "counting": counted.name,
            }
            code = "NB-11" if receipt.came > counted.came else "NB-37"
            yield sentence(code, facts)


def _lost_originals(receipts: Sequence[Receipt]) -> Iterator[str]:
    """Yield what is said of lost originals of files that are otherwise as they should be."""
    for receipt in receipts:
        if receipt.is_unused:
            continue
        for finding in of_the_original(receipt):
            yield finding.message
