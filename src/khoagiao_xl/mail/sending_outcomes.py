"""What the office is told of sending: what would leave, what left, what did not and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.mail.sending_journal import known_letters
from khoagiao_xl.mail.sending_list import waiting_of
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LetterState
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.mail.sending_list import SendingList
    from khoagiao_xl.mail.sending_round import SentRound
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import Year


def by_hand(year: Year, job: Job, reason: str = "") -> Outcome:
    """Return what is said where the office sends its drafts by its own mail program.

    reason: why the way out that it has chosen is closed.
    """
    letters = known_letters(year)
    folder = job.out or year.path.parent
    count = len(waiting_of(letters, job))
    facts = {
        "folder": folder.name,
        "count": count,
    }
    code = "THU-610" if reason else "THU-451"
    told = sentence(code, {**facts, "reason": reason})
    return Outcome(told, status=_status(reason), counts={"letters": count})


def listed_outcome(listed: SendingList) -> Outcome:
    """Return what would leave; data: the mark by which the list is agreed to."""
    if not listed.drafts:
        return nothing_to_send(listed)
    return Outcome(
        sentence("THU-454", listed.facts),
        status=_status(listed.held),
        counts={"letters": len(listed.drafts)},
        details=(*listed.lines, *listed.held),
        data={"mark": listed.mark},
    )


def nothing_to_send(listed: SendingList) -> Outcome:
    """Return what is said where nothing may leave."""
    details = (*listed.held, *listed.unknown)
    return Outcome(
        sentence("THU-452", {}),
        status=_status(details),
        counts={"letters": 0},
        details=details,
    )


def round_sent(done: SentRound, listed: SendingList) -> Outcome:
    """Return what is said of letters that were sent one by one."""
    sent = done.count(LetterState.SENT)
    left = len(listed.drafts) - done.answered
    details = [*done.told, *listed.held, *listed.unknown]
    if done.stopped:
        facts = {"reason": done.stopped, "left": left}
        details.insert(0, sentence("THU-462", facts))
    counts = {
        "sent": sent,
        "refused": done.count(LetterState.REFUSED),
        "unknown": done.count(LetterState.UNKNOWN),
        "held": len(listed.held),
        "left": left,
    }
    return Outcome(
        sentence("THU-455", {**listed.facts, "sent": sent}),
        status=_status(details),
        counts=counts,
        details=tuple(details),
        shown=schema.LETTERS.sheet,
    )


def copies_sent(listed: SendingList, failed: Sequence[str]) -> Outcome:
    """Return what is said of copies to the office; failed: a sentence for each that did not surely arrive."""
    sent = len(listed.drafts) - len(failed)
    facts = {**listed.facts, "sent": sent}
    details = (*failed, *listed.held)
    return Outcome(
        sentence("THU-461", facts),
        status=_status(details),
        counts={"copies": sent},
        details=details,
    )


def _status(details: Sequence[str]) -> int:
    return 1 if details else 0
