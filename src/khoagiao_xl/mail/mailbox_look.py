"""What would come out of a mailbox, each letter by its head alone: nothing is fetched, nothing remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from khoagiao_xl.mail.letter_reading import head_of, head_text
from khoagiao_xl.mail.letter_sizes import in_megabytes
from khoagiao_xl.mail.mailbox_fetching import MOST_LETTERS, own_id_of
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import date

    from khoagiao_xl.mail.mailbox_connection import ListedLetter, OpenMailbox
    from khoagiao_xl.mail.mailbox_fetching import MailboxFetching


@dataclass(frozen=True)
class SeenLetter:
    """A letter that is not here yet. message_id: as the office knows its own. is_large: it would stay."""

    listed: ListedLetter
    sender: str
    subject: str
    message_id: str
    is_large: bool

    def line(self, number: int) -> str:
        """Return what is told of it in a list."""
        listed = self.listed
        facts = {
            "number": number,
            "moment": f"{listed.received:%H:%M %d/%m/%Y}",
            "sender": self.sender,
            "subject": self.subject or sentence("THU-555", {}),
            "size": in_megabytes(listed.size),
        }
        code = "THU-556" if self.is_large else "THU-554"
        return sentence(code, facts)


@dataclass(frozen=True)
class MailboxLook:
    """What a look into a mailbox shows.

    letters: at most as many as one run fetches. left: how many more. known: how many are here already. own:
    how many are of the office itself.
    """

    letters: tuple[SeenLetter, ...]
    known: int
    own: int
    left: int

    @property
    def coming(self) -> int:
        """How many letters would come."""
        return sum(not letter.is_large for letter in self.letters)

    @property
    def lines(self) -> tuple[str, ...]:
        """A line for each letter."""
        numbered = enumerate(self.letters, 1)
        return tuple(letter.line(number) for number, letter in numbered)


def look_into(mailbox: OpenMailbox, fetching: MailboxFetching, day: date) -> MailboxLook:
    """Return what came since a day and is not here yet; raise MailboxUnusable."""
    came = fetching.came_since(mailbox, day)
    some = came.new[:MOST_LETTERS]
    heads = mailbox.heads(some)
    seen = []
    for listed in mailbox.listed(some):
        head = heads.get(listed.uid, b"")
        seen.append(_seen(listed, head, fetching))
    others = [letter for letter in seen if letter.message_id not in fetching.own_ids]
    return MailboxLook(
        tuple(others),
        known=came.known,
        own=len(seen) - len(others),
        left=len(came.new) - len(some),
    )


def _seen(listed: ListedLetter, head: bytes, fetching: MailboxFetching) -> SeenLetter:
    message = head_of(head)
    return SeenLetter(
        listed,
        sender=head_text(message, "From"),
        subject=head_text(message, "Subject"),
        message_id=own_id_of(head),
        is_large=fetching.is_too_large(listed),
    )
