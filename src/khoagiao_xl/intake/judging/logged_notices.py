"""What became of quick forms, for people: in the list of files, and in the line that closes an intake."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.model import schema
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.likeness import shared_words
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.model.hot_issues import LoggedNotice, QuickNotice
    from khoagiao_xl.model.results import Outcome

SHEET: Final = schema.ISSUES.sheet
ALIKE: Final = 0.8  # of the words


def told_notices(receipts: Iterable[Receipt]) -> list[QuickNotice]:
    """Return what the quick forms tell that were taken."""
    return [receipt.notice for receipt in receipts if receipt.notice]


def with_their_rows(receipts: Sequence[Receipt], logged: Sequence[LoggedNotice]) -> list[Receipt]:
    """Return the receipts, each saying which row of the log it made or put right.

    logged: of those that were taken, in their order. One that went back and was sent anew since is closed.
    """
    # The same file under two names is one notice, told of at its first coming.
    left = {one.notice.sha256: one for one in reversed(logged)}
    told = []
    for receipt in receipts:
        if receipt.notice:
            one = left.pop(receipt.sha256, None)
            receipt = _with_row(receipt, one)  # noqa: PLW2901  # the same one, told
        told.append(receipt)
    return [_closed(receipt, told) for receipt in told]


def _with_row(receipt: Receipt, logged: LoggedNotice | None) -> Receipt:
    code = _code(logged)
    facts = {
        "sheet": SHEET,
        "code": logged.code if logged else "",
    }
    said = sentence(code, facts)
    reason = f"{said} {receipt.reason}"
    return replace(receipt, reason=reason.strip())


def _code(logged: LoggedNotice | None) -> str:
    """Return the code of the sentence that says what came of a notice."""
    if logged is None:
        return "NB-73"
    if not logged.code:
        return "NB-74"
    return "NB-71" if logged.is_first else "NB-72"


def _closed(receipt: Receipt, others: Iterable[Receipt]) -> Receipt:
    if receipt.verdict is not Verdict.RETURNED_NOTICE:
        return receipt
    for other in others:
        if _mends(other, receipt):
            facts = {"file": f"«{other.name}»", "received": day_text(other.received)}
            return replace(receipt, closed=sentence("NB-75", facts))
    return receipt


def _mends(other: Receipt, receipt: Receipt) -> bool:
    """Say whether a notice tells anew what another one told that went back: the same words."""
    if other.notice is None or other.unit != receipt.unit:
        return False
    if other.came <= receipt.came:
        return False
    if not receipt.words:
        return True
    words = other.notice.issue.text
    return shared_words(words, receipt.words) >= ALIKE


def with_notices(outcome: Outcome, receipts: Iterable[Receipt], logged: Iterable[LoggedNotice]) -> Outcome:
    """Return the outcome of an intake with what became of the quick forms, where any came."""
    notices = [receipt for receipt in receipts if receipt.is_notice]
    if not notices:
        return outcome
    counts = _counts(notices, logged)
    told = sentence("TN-OK-TIN", counts)
    both = dict(outcome.counts)
    both["quick_notices"] = counts["notices"]
    both["new_issues"] = counts["added"]
    return replace(
        outcome,
        sentence=f"{outcome.sentence} {told}",
        counts=both,
    )


def _counts(notices: Sequence[Receipt], logged: Iterable[LoggedNotice]) -> dict[str, int]:
    known = list(logged)
    return {
        "notices": len(notices),
        "added": sum(one.is_new for one in known),
        "changed": sum(one.is_changed for one in known),
        "returned": sum(receipt.goes_back for receipt in notices),
    }
