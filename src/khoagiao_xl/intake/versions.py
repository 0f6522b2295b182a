"""The versions of a unit's report: counted as they came, repeats and late ones marked, differences told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.verdicts import Receipt, Verdict
from khoagiao_xl.vietnamese.numbers import format_number
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.duties import Register

LONGEST: Final = 40  # characters of a value in a difference


def shut_out_late(register: Register, receipts: Sequence[Receipt]) -> list[Receipt]:
    """Return the receipts with sound files that came after their unit's period was closed marked as such."""
    return [_shut_out(register, receipt) for receipt in receipts]


def _shut_out(register: Register, receipt: Receipt) -> Receipt:
    closes = register.closes(receipt.unit)
    if not receipt.is_valid or receipt.received.date() <= closes:
        return receipt
    facts = {"received": f"{receipt.received:%d/%m/%Y}", "closes": f"{closes:%d/%m/%Y}"}
    return replace(receipt, verdict=Verdict.AFTER_CLOSING, entries=(), reason=sentence("NB-12", facts))


def number_versions(receipts: Sequence[Receipt]) -> list[Receipt]:
    """Return the receipts in the order of arrival: versions counted per unit, repeats marked."""
    numbered: list[Receipt] = []
    seen: dict[str, list[str]] = defaultdict(list)
    for receipt in sorted(receipts, key=lambda item: (item.received, item.name)):
        versions = seen[receipt.unit]
        if receipt.unit and receipt.sha256 in versions:
            version = versions.index(receipt.sha256) + 1
            numbered.append(
                replace(receipt, verdict=Verdict.REPEATED, version=version, findings=(), entries=())
            )
            continue
        versions.append(receipt.sha256)
        numbered.append(replace(receipt, version=len(versions) if receipt.unit else 0))
    return _superseded(_compared(numbered))


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
