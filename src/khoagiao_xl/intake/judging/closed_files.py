"""Which files ask for nothing any more: what came of their unit since, or that nobody owes anything now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.intake.safety.secrecy import is_secret
from khoagiao_xl.model.records import REPORTED, Duty, State
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import datetime

ANOTHER_PERIOD: Final = "R35-2"


def close_settled(receipts: Sequence[Receipt], duties: Sequence[Duty]) -> list[Receipt]:
    """Return the receipts, in their order, each that asks for nothing any more with the reason why."""
    settling = _Closing.of(receipts, duties)
    found = []
    for receipt in receipts:
        why = settling.why_closed(receipt)
        found.append(replace(receipt, closed=why))
    return found


@dataclass(frozen=True)
class _Closing:
    """came: unit -> its files that may settle others, as they came. states: what became of each duty."""

    came: Mapping[str, Sequence[Receipt]]
    states: Mapping[str, State]

    @classmethod
    def of(cls, receipts: Sequence[Receipt], duties: Sequence[Duty]) -> _Closing:
        came: dict[str, list[Receipt]] = defaultdict(list)
        for receipt in _as_they_stand(receipts):
            of_sender = came[receipt.sender]
            of_sender.append(receipt)
        states = {duty.unit: duty.state for duty in duties}
        return cls(came, states)

    def why_closed(self, receipt: Receipt) -> str:
        """Return why nobody has to do anything about a file, blank where somebody has."""
        if not receipt.standing or _lies_about(receipt):
            return ""
        if receipt.sender in self.states:
            return self._by_what_came(receipt)
        if receipt.is_unused and self._nobody_owes:
            return sentence("NB-33", {})
        return ""

    def _by_what_came(self, receipt: Receipt) -> str:
        own = self.came[receipt.sender]
        later = [item for item in own if _settles(item, receipt)]
        if later:
            return _told(max(later, key=_weight))
        is_released = self.states[receipt.sender] is State.WAIVED
        if receipt.is_unused and is_released:
            return sentence("NB-32", {})
        return ""

    @property
    def _nobody_owes(self) -> bool:
        states = set(self.states.values())
        return states <= {*REPORTED, State.WAIVED}


def _as_they_stand(receipts: Sequence[Receipt]) -> Iterator[Receipt]:
    """Yield what may settle another file; a file that came again stands as it did the first time."""
    first: dict[tuple[str, str], Verdict] = {}
    for receipt in receipts:
        key = (receipt.sender, receipt.sha256)
        if receipt.verdict is Verdict.REPEATED:
            yield replace(receipt, verdict=first.get(key, receipt.verdict))
        else:
            first[key] = receipt.verdict
            yield receipt


def _lies_about(receipt: Receipt) -> bool:
    """Say whether it is a secret that still lies in the inbox: whatever came since, it must be taken out."""
    return is_secret(receipt.findings) and not receipt.is_gone


def _settles(item: Receipt, receipt: Receipt) -> bool:
    """Say whether a file leaves nothing to be done about another: one as good that came later.

    What came along with a form is settled by it; of two forms of one moment nothing tells the newer one.
    """
    if item.standing < receipt.standing:
        return False
    if item.sha256 == receipt.sha256:
        return False
    if item.came != receipt.came:
        return item.came > receipt.came
    if not receipt.is_unused:
        return False
    if item.standing == receipt.standing:
        return False
    return not _is_of_another_period(receipt)


def _is_of_another_period(receipt: Receipt) -> bool:
    """Say whether it is a form that belongs into another inbox, whatever came along with it."""
    return any(finding.code == ANOTHER_PERIOD for finding in receipt.findings)


def _weight(receipt: Receipt) -> tuple[int, tuple[datetime, int, str]]:
    return receipt.standing, receipt.order


def _told(later: Receipt) -> str:
    code = "NB-30" if later.is_sound else "NB-31"
    name = f"«{later.name}»"
    if is_secret(later.findings):
        name = sentence("NB-36", {})
    return sentence(code, {"file": name, "received": day_text(later.received)})
