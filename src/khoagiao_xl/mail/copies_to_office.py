"""Every letter once to the office's own mailbox, as its recipients would see it: nothing counts as sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.mail.outgoing_letter import copy_to_office
from khoagiao_xl.mail.ready_drafts import told_of
from khoagiao_xl.mail.smtp_refusals import LetterRefused, LineDropped, MaybeSent
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.mail.sending_list import SendingList
    from khoagiao_xl.mail.sending_round import Clock
    from khoagiao_xl.mail.smtp_sending import SmtpSending
    from khoagiao_xl.model.results import Progress


def send_copies(line: SmtpSending, listed: SendingList, clock: Clock, progress: Progress) -> list[str]:
    """Send the copies; return a sentence for each that did not surely arrive. Raise ServerUnusable."""
    what = sentence("THU-467", {})
    count = len(listed.drafts)
    told = []
    for number, draft in enumerate(listed.drafts):
        progress(what, number, count)
        moment = clock()
        copy = copy_to_office(draft, listed.sender, moment)
        try:
            line.deliver(copy, _note_nothing)
        except (LetterRefused, LineDropped, MaybeSent) as error:
            reason = str(error)
            told.append(told_of(draft.line, "THU-446", reason))
    return told


def _note_nothing() -> None:
    """Note nothing: whether a copy left changes nothing."""
