"""The versions of a unit's report: counted as they came, repeats and late ones marked, differences told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict
from khoagiao_xl.model.findings import Place, Severity, asked, wrong
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.figures import value_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from khoagiao_xl.office.obligations import Obligations

TOO_LATE: Final = "NB-12"
AS_NEW: Final = "NB-14"  # two versions of one second: nothing tells which of them came later
LONGEST: Final = 40  # characters of a value in a difference


def shut_out_late(
    obligations: Obligations, receipts: Sequence[Receipt], first_closed: datetime | None = None
) -> list[Receipt]:
    """Return the receipts, marked those with sound files that came too late to be in the period's report.

    first_closed: when the office closed the period first, if it did. What came after that is a correction:
    it counts, and is told beside what was frozen. Whatever has counted goes on when the period is reopened.
    """
    found = []
    for receipt in receipts:
        is_correction = first_closed is not None and receipt.received >= first_closed
        found.append(receipt if is_correction else _shut_out(obligations, receipt))
    return found


def _shut_out(obligations: Obligations, receipt: Receipt) -> Receipt:
    closes = obligations.closes(receipt.unit)
    if not receipt.is_valid or not receipt.is_dated or receipt.received.date() <= closes:
        return receipt
    facts = {"received": day_text(receipt.received), "closes": day_text(closes)}
    late = wrong(TOO_LATE, Place(receipt.name), **facts)
    noted = [item for item in receipt.findings if item.severity is Severity.NOTE]
    return replace(
        receipt,
        verdict=Verdict.AFTER_CLOSING,
        findings=(late, *noted),
        entries=(),
        reason=late.message,
    )


def number_versions(receipts: Sequence[Receipt]) -> list[Receipt]:
    """Return the receipts in the order of arrival: versions counted per unit, repeats marked.

    Each sound one tells its differences from the one before; only the newest sound one of a unit counts.
    """
    counted = _counted(sorted(receipts, key=lambda item: item.order))
    compared = _compared(counted)
    return _doubted(_superseded(compared))


def _counted(receipts: Sequence[Receipt]) -> list[Receipt]:
    counted: list[Receipt] = []
    seen: dict[str, list[str]] = defaultdict(list)
    for receipt in receipts:
        versions = seen[receipt.unit]
        if receipt.unit and _is_repeated(receipt, versions):
            counted.append(_repeated(receipt, len(versions)))
            continue
        versions.append(receipt.sha256)
        version = len(versions) if receipt.unit else 0
        counted.append(replace(receipt, version=version))
    return counted


def _is_repeated(receipt: Receipt, versions: Sequence[str]) -> bool:
    """Only the newest can be repeated: who sends A, B and A again has A as the last word."""
    if not versions:
        return False
    newest = versions[-1]
    return newest == receipt.sha256


def _repeated(receipt: Receipt, version: int) -> Receipt:
    return replace(
        receipt,
        verdict=Verdict.REPEATED,
        version=version,
        findings=(),
        entries=(),
    )


def _compared(receipts: list[Receipt]) -> list[Receipt]:
    """Return the receipts, each sound one with its differences from the sound one before it."""
    last: dict[str, Receipt] = {}
    compared = []
    for receipt in receipts:
        changes: tuple[str, ...] = ()
        if receipt.is_valid:
            before = last.get(receipt.unit)
            changes = differences(before, receipt) if before else ()
            last[receipt.unit] = receipt
        compared.append(replace(receipt, changes=changes))
    return compared


def differences(before: Receipt, after: Receipt) -> tuple[str, ...]:
    """Return what `after` says otherwise than `before`, line by line: «KG110: 5 → 7»."""
    old = {entry.code: entry.value for entry in before.entries}
    changes = []
    for entry in after.entries:
        then, now = old.get(entry.code), entry.value
        if then == now:
            continue
        change = f"{entry.code}: {_shown(then)} → {_shown(now)}"
        changes.append(change)
    return tuple(changes)


def _shown(value: float | str | None) -> str:
    if value is None:
        return "trống"
    words = value_text(value).split()
    text = " ".join(words)
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - 1]}…"


def _newest(receipts: Sequence[Receipt]) -> dict[str, Receipt]:
    """Return unit -> its sound version that came last."""
    return {receipt.unit: receipt for receipt in receipts if receipt.is_valid}


def _superseded(receipts: list[Receipt]) -> list[Receipt]:
    newest = _newest(receipts)
    found = []
    for receipt in receipts:
        is_older = receipt.is_valid and newest[receipt.unit] is not receipt
        found.append(replace(receipt, verdict=Verdict.SUPERSEDED) if is_older else receipt)
    return found


def _doubted(receipts: list[Receipt]) -> list[Receipt]:
    """Return the receipts; one that counts by its name alone over another of its second is asked about."""
    counting = _newest(receipts)
    alike: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        last = counting.get(receipt.unit)
        if last and _is_as_new(receipt, last):
            alike[receipt.unit].append(receipt)
    found = []
    for receipt in receipts:
        others = alike[receipt.unit]
        if receipt.is_valid and others:
            found.append(_asked(receipt, [*others, receipt]))
        else:
            found.append(receipt)
    return found


def _is_as_new(one: Receipt, last: Receipt) -> bool:
    """Whether nothing tells which of two sound versions with other figures came later."""
    if one.verdict is not Verdict.SUPERSEDED:
        return False
    if one.received != last.received or one.rank != last.rank:
        return False
    return bool(differences(one, last))


def _asked(receipt: Receipt, alike: Sequence[Receipt]) -> Receipt:
    files = ", ".join(f"«{item.name}»" for item in alike)
    facts = {"files": files, "counting": receipt.name}
    question = asked(AS_NEW, Place(receipt.name), **facts)
    return replace(
        receipt,
        verdict=Verdict.QUESTIONED,
        findings=(*receipt.findings, question),
        reason=f"{receipt.reason} {question.message}".strip(),
    )
