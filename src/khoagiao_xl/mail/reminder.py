"""What a reminder says to a unit that owes something: what exactly, since when, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.addresses import Addresses, read_addresses
from khoagiao_xl.mail.letter import Attachment, Letter, Recipient
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.model.records import State
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.running_text import first_sentence
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.mail import FOR_THE_UNIT

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Duty, Unit
    from khoagiao_xl.office.settings import Settings

# States that leave something to do, and the sentence that says what.
OPEN: Final = {
    State.MISSING: "DD-M1",
    State.UNUSABLE: "DD-M5",
    State.EXTENDED: "DD-M2",
    State.RETURNED: "DD-M3",
    State.QUESTIONED: "DD-M4",
}
LISTED: Final = 12  # more lines than this nobody reads in a mail; the attached copy has them all


@dataclass(frozen=True)
class Debt:
    """What one unit owes for one period.

    lines: the open findings, each one sentence with its cell. attachment: the copy that was returned.
    """

    unit: Unit
    duty: Duty
    due: date
    lines: tuple[str, ...] = ()
    attachment: Path | None = None

    @cached_property
    def addresses(self) -> Addresses:
        """Where mail to the unit goes."""
        return read_addresses(self.unit.email)


def draft_reminder(debt: Debt, period: Period, today: date, settings: Settings) -> Letter:
    """Return the draft to the unit of `debt`; its tone says whether the deadline has passed."""
    unit, duty = debt.unit, debt.duty
    facts = {
        **_of_the_file(duty),
        "unit": unit.party_name,
        "period": period.label,
        "due": day_text(debt.due),
        "when": _when(debt, today),
        "office": settings.staff,
        "body": settings.body,
    }
    paragraphs = [
        sentence("DD-HELLO", facts),
        sentence(_opening(duty), facts),
        _listing(debt.lines),
        sentence("DD-BYE", facts),
    ]
    body = "\n\n".join(part for part in paragraphs if part)
    return Letter(
        kind=LetterKind.REMINDER,
        unit=unit.code,
        period=duty.period,
        about=f"{today}",
        to=tuple(map(Recipient, debt.addresses.sound)),
        subject=sentence("DD-SUBJECT", facts),
        body=f"{body}\n",
        attachments=tuple(_attachments(debt)),
    )


def _opening(duty: Duty) -> str:
    """Return the code of the sentence that says what is owed; a file that may not be named is not named."""
    if duty.state is State.UNUSABLE and not duty.file:
        return "DD-M6"
    return OPEN[duty.state]


def _of_the_file(duty: Duty) -> dict[str, str]:
    """Return what a unit is told of its file: the fact alone, for the advice beside it is the office's."""
    return {
        "file": duty.file,
        "received": day_text(duty.received) if duty.received else "",
        "why": FOR_THE_UNIT.get(duty.rule) or first_sentence(duty.reason),
    }


def _when(debt: Debt, today: date) -> str:
    late = (today - debt.due).days
    if late > 0:
        return sentence("DD-LATE", {"days": late})
    return sentence("DD-SOON", {})


def _listing(lines: Sequence[str]) -> str:
    listed = []
    for at, line in enumerate(lines[:LISTED], 1):
        listed.append(f"{at}. {line}")
    more = len(lines) - LISTED
    if more > 0:
        listed.append(sentence("DD-MORE", {"count": more}))
    return "\n".join(listed)


def _attachments(debt: Debt) -> Iterator[Attachment]:
    if debt.attachment:
        yield Attachment.of(debt.attachment)
