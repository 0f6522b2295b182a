"""What the versions that count say, as files beside a master that keeps no figures of single units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.intake.judging.intake_tables import counting_receipts
from khoagiao_xl.model.detail_lists import is_detail
from khoagiao_xl.office.apart_figures import files_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.judging.verdicts import Receipt
    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.model.history import Answer
    from khoagiao_xl.office.changes import NewFile


def apart_files(intake: Intake, receipts: Sequence[Receipt]) -> Iterator[NewFile]:
    """Yield the files of the dataset that this intake makes anew; none where the sheets hold the figures."""
    if not intake.is_apart:
        return
    counting = counting_receipts(intake, receipts)
    answers = {receipt.unit: _answers(receipt) for receipt in counting}
    yield from files_of(
        intake.storage,
        intake.code,
        answers,
        intake.year.indicators,
    )


def _answers(receipt: Receipt) -> dict[str, Answer]:
    return {entry.code: entry.value for entry in receipt.entries if not is_detail(entry.code)}
