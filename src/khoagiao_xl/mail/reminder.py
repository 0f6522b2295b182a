"""What a reminder says to a unit that owes something: what exactly, since when, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.message import Attachment, Draft
from khoagiao_xl.model.records import State
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Duty, Unit
    from khoagiao_xl.office.settings import Settings

# States that leave something to do, and the sentence that says what.
OPEN: Final = {
    State.MISSING: "DD-M1",
    State.EXTENDED: "DD-M2",
    State.RETURNED: "DD-M3",
    State.QUESTIONED: "DD-M4",
}
LISTED: Final = 12  # more lines than this nobody reads in a mail; the attached copy has them all


@dataclass(frozen=True)
class Debt:
    """What one unit owes for one period. `lines`: the open findings, each one sentence with its cell."""

    unit: Unit
    duty: Duty
    due: date
    lines: tuple[str, ...] = ()
    attachment: Attachment | None = None


def draft_reminder(debt: Debt, period: Period, today: date, settings: Settings) -> Draft:
    """Return the draft to the unit of `debt`; its tone says whether the deadline has passed."""
    late = (today - debt.due).days
    facts = {
        "unit": debt.unit.name,
        "period": period.label,
        "due": f"{debt.due:%d/%m/%Y}",
        "when": sentence("DD-LATE" if late > 0 else "DD-SOON", {"days": late}),
        "office": settings.staff,
        "body": settings.body,
    }
    paragraphs = [
        sentence("DD-HELLO", facts),
        sentence(OPEN[debt.duty.state], facts),
        _listing(debt.lines),
        sentence("DD-BYE", facts),
    ]
    return Draft(
        key=f"{debt.unit.code}|{debt.duty.period}|nhac|{debt.duty.state}",
        recipient=debt.unit.email,
        subject=sentence("DD-SUBJECT", facts),
        body="\n\n".join(part for part in paragraphs if part) + "\n",
        attachments=(debt.attachment,) if debt.attachment else (),
    )


def _listing(lines: Sequence[str]) -> str:
    shown = [f"{at}. {line}" for at, line in enumerate(lines[:LISTED], 1)]
    if len(lines) > LISTED:
        shown.append(sentence("DD-MORE", {"count": len(lines) - LISTED}))
    return "\n".join(shown)
