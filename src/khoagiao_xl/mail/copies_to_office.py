"""Every letter once to the office's own mailbox, as its recipients would see it: nothing counts as sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.mail.outgoing_letter import copy_to_office
from khoagiao_xl.mail.ready_drafts import told_of
from khoagiao_xl.mail.smtp_refusals import LetterRefused, LineDropped, MaybeSent
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.mail.ready_drafts import ReadyDraft
    from khoagiao_xl.mail.sending_round import Clock
    from khoagiao_xl.mail.smtp_sending import SmtpSending
    from khoagiao_xl.model.results import Progress


def send_copies(
    sending: SmtpSending,
    drafts: Sequence[ReadyDraft],
    sender: str,
    clock: Clock,
    progress: Progress,
) -> list[str]:
    """Send the copies; return a sentence for each that did not surely arrive. Raise ServerUnusable."""
    told = []
    for number, draft in enumerate(drafts):
        progress(sentence("THU-467", {}), number, len(drafts))
        copy = copy_to_office(draft, sender, clock())
        try:
            sending.deliver(copy, _nothing_to_note)
        except (LetterRefused, LineDropped, MaybeSent) as error:
            told.append(told_of(draft.line, "THU-446", str(error)))
    return told


def _nothing_to_note() -> None:
    """Note nothing: whether a copy left changes nothing."""
