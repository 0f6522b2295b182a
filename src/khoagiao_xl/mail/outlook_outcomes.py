"""What the office is told of drafts that went into Outlook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterState
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.mail.sending_list import SendingList
    from khoagiao_xl.mail.sending_round import SentRound


def put_in_outlook(done: SentRound, listed: SendingList) -> Outcome:
    """Return what is said of drafts that were put into Outlook one by one."""
    put = done.count(LetterState.IN_OUTLOOK)
    sent = done.count(LetterState.SENT)
    left = len(listed.drafts) - len(done.lines)
    details = [*done.told, *listed.held, *listed.unknown]
    if done.stopped:
        facts = {"reason": done.stopped, "left": left}
        details.insert(0, sentence("THU-613", facts))
    status = 1 if details else 0
    if sent:
        details.append(sentence("THU-612", {"count": sent}))
    counts = {
        "in_outlook": put,
        "sent": sent,
        "refused": done.count(LetterState.REFUSED),
        "held": len(listed.held),
        "left": left,
    }
    facts = {"put": put, "count": len(listed.drafts)}
    return Outcome(
        sentence("THU-611", facts),
        status=status,
        counts=counts,
        details=tuple(details),
        shown=schema.LETTERS.sheet,
    )


def listed_for_outlook(listed: SendingList) -> Outcome:
    """Return what would be put into Outlook; nobody is asked, as nothing leaves by it."""
    count = len(listed.drafts)
    details = (*listed.lines, *listed.held)
    return Outcome(
        sentence("THU-614", {"count": count}),
        status=1 if listed.held else 0,
        counts={"letters": count},
        details=details,
    )
