"""The versions of a unit's report: counted as they came, repeats and late ones marked, differences told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.vietnamese.numbers import format_number
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.office.obligations import Obligations

AS_NEW: Final = "NB-14"  # two versions of one second: also how a later run knows that they were
LONGEST: Final = 40  # characters of a value in a difference


def shut_out_late(register: Obligations, receipts: Sequence[Receipt]) -> list[Receipt]:
    """Return the receipts with sound files that came after their unit's period was closed marked as such."""
    return [_shut_out(register, receipt) for receipt in receipts]


def _shut_out(register: Obligations, receipt: Receipt) -> Receipt:
    closes = register.closes(receipt.unit)
    if not receipt.is_valid or receipt.received.date() <= closes:
        return receipt
    facts = {"received": f"{receipt.received:%d/%m/%Y}", "closes": f"{closes:%d/%m/%Y}"}
    return replace(receipt, verdict=Verdict.AFTER_CLOSING, entries=(), reason=sentence("NB-12", facts))


def number_versions(receipts: Sequence[Receipt]) -> list[Receipt]:
    """Return the receipts in the order of arrival: versions counted per unit, repeats marked."""
    numbered: list[Receipt] = []
    seen: dict[str, list[str]] = defaultdict(list)
    for receipt in sorted(receipts, key=lambda item: (item.received, item.rank, item.name)):
        versions = seen[receipt.unit]
        # Only the newest can be repeated: who sends A, B and A again has A as the last word.
        if receipt.unit and versions[-1:] == [receipt.sha256]:
            numbered.append(
                replace(receipt, verdict=Verdict.REPEATED, version=len(versions), findings=(), entries=())
            )
            continue
        versions.append(receipt.sha256)
        numbered.append(replace(receipt, version=len(versions) if receipt.unit else 0))
    return _doubted(_superseded(_compared(numbered)))


def _compared(receipts: list[Receipt]) -> list[Receipt]:
    """Return the receipts, each sound one with its differences from the sound one before it."""
    last: dict[str, Receipt] = {}
    compared = []
    for receipt in receipts:
        before = last.get(receipt.unit)
        if receipt.is_valid:
            last[receipt.unit] = receipt
        changes = differences(before, receipt) if before and receipt.is_valid else ()
        compared.append(replace(receipt, changes=changes))
    return compared


def differences(before: Receipt, after: Receipt) -> tuple[str, ...]:
    """Return what `after` says otherwise than `before`, line by line: «KG110: 5 → 7»."""
    old = {entry.code: entry.value for entry in before.entries}
    return tuple(
        f"{entry.code}: {_shown(old.get(entry.code))} → {_shown(entry.value)}"
        for entry in after.entries
        if old.get(entry.code) != entry.value
    )


def _shown(value: float | str | None) -> str:
    if value is None:
        return "trống"
    text = format_number(value) if isinstance(value, int | float) else " ".join(value.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _superseded(receipts: list[Receipt]) -> list[Receipt]:
    newest = {receipt.unit: receipt for receipt in receipts if receipt.is_valid}
    return [
        replace(receipt, verdict=Verdict.SUPERSEDED)
        if receipt.is_valid and newest[receipt.unit] is not receipt
        else receipt
        for receipt in receipts
    ]


def _doubted(receipts: list[Receipt]) -> list[Receipt]:
    """Return the receipts; one that counts by its name alone over another of its second is asked about."""
    counting = {receipt.unit: receipt for receipt in receipts if receipt.is_valid}
    alike: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        last = counting.get(receipt.unit)
        if last and receipt.verdict is Verdict.SUPERSEDED and _is_as_new(receipt, last):
            alike[receipt.unit].append(receipt)
    return [
        _asked(receipt, [*alike[receipt.unit], counting[receipt.unit]])
        if receipt is counting.get(receipt.unit) and alike[receipt.unit]
        else receipt
        for receipt in receipts
    ]


def _is_as_new(one: Receipt, last: Receipt) -> bool:
    """Whether nothing tells which of two sound versions with other figures came later."""
    return (one.received, one.rank) == (last.received, last.rank) and bool(differences(one, last))


def _asked(receipt: Receipt, alike: Sequence[Receipt]) -> Receipt:
    facts = {"files": ", ".join(f"«{item.name}»" for item in alike), "counting": receipt.name}
    question = Finding(AS_NEW, Severity.QUESTION, Place(receipt.name), facts)
    reason = " ".join(filter(None, (receipt.reason, question.message)))
    findings = (*receipt.findings, question)
    return replace(receipt, verdict=Verdict.QUESTIONED, findings=findings, reason=reason)
