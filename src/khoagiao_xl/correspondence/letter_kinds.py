"""LETTER_SOURCES: every kind of letter of a period, once; the terminal's `--kind` reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.correspondence.document_letters import notice_letters, report_letters
from khoagiao_xl.correspondence.form_letters import form_letters
from khoagiao_xl.correspondence.receipt_letters import receipt_letters
from khoagiao_xl.correspondence.return_letters import return_letters
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.mail_records import LetterKind

if TYPE_CHECKING:
    from khoagiao_xl.correspondence.period_desk import PeriodDesk
    from khoagiao_xl.mail.covering import Covered


@dataclass(frozen=True)
class LetterSource:
    """One kind of letter of a period, and what finds to whom it is to go, with what."""

    kind: LetterKind
    find: Callable[[PeriodDesk], Iterator[Covered]]


LETTER_SOURCES: Final[Mapping[str, LetterSource]] = {
    "forms": LetterSource(LetterKind.FORMS, form_letters),
    "returns": LetterSource(LetterKind.RETURNS, return_letters),
    "receipts": LetterSource(LetterKind.RECEIPTS, receipt_letters),
    "report": LetterSource(LetterKind.REPORT, report_letters),
    "notice": LetterSource(LetterKind.NOTICE, notice_letters),
}
# What one kind lacks while the others go on: forms, a document, its number, the list of recipients.
NOT_READY: Final = frozenset({"THU-301", "THU-304", "THU-305", "THU-306"})


def sources_of(word: str) -> list[LetterSource]:
    """Return the kinds that a word names, all of them for none."""
    if word:
        return [LETTER_SOURCES[word]]
    return list(LETTER_SOURCES.values())


def covered_by(word: str, desk: PeriodDesk) -> list[Covered]:
    """Return what letters of a kind are to be written for; of all kinds, of those that are ready.

    Raise WrongRequest (NOT_READY) where the one kind that is asked for lacks what it needs.
    """
    found: list[Covered] = []
    for source in sources_of(word):
        try:
            found += list(source.find(desk))
        except WrongRequest as error:
            if word or error.code not in NOT_READY:
                raise
    return found
