"""A mailbox that is only looked at (EXAMINE, BODY.PEEK): nothing is marked read, moved or deleted."""

from __future__ import annotations

import contextlib
import imaplib
import re
import ssl
import time
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.mail.mailbox_refusals import (
    MailboxUnusable,
    line_broken,
    no_line,
    refuse_plain,
    shown_answer,
)
from khoagiao_xl.vietnamese.office_clock import OFFICE_ZONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from imap_tools import BaseMailBox

    from khoagiao_xl.office.settings import MailServer

PATIENCE: Final = 60.0  # seconds that are waited for a line, and for each answer
_FAREWELL: Final = 1.0  # seconds
_MOST_TOLD: Final = 12  # folders that are named
_AT_ONCE: Final = 200  # letters whose sizes one command asks for
_HEADS: Final = "(UID BODY.PEEK[HEADER.FIELDS (FROM SUBJECT MESSAGE-ID)])"
_UID: Final = re.compile(rb"\bUID (\d+)")
_SIZE: Final = re.compile(rb"\bRFC822\.SIZE (\d+)")


@dataclass(frozen=True)
class MailboxDoor:
    """Where letters come in. folder: of the mailbox. password: asked for only when there is a line."""

    server: MailServer
    account: str
    password: Callable[[], str]
    folder: str
    seconds: float = PATIENCE


@dataclass(frozen=True)
class ListedLetter:
    """A letter of the mailbox before it is fetched. size: in bytes. received: by the server, office time."""

    uid: int
    size: int
    received: datetime


class OpenMailbox:
    """A folder of a mailbox that is looked at. validity: the number under which its UIDs hold."""

    def __init__(self, box: BaseMailBox, door: MailboxDoor) -> None:
        self._box = box
        self._door = door
        _, answers = box.client.response("UIDVALIDITY")
        self.validity = int(answers[-1] or 0)

    def since(self, day: date) -> list[int]:
        """Return the UIDs of the letters that came since a day, the oldest first; raise MailboxUnusable."""
        from imap_tools import AND

        with self._answering():
            found = self._box.uids(AND(date_gte=day))
        return sorted(int(uid) for uid in found)

    def listed(self, uids: Sequence[int]) -> list[ListedLetter]:
        """Return size and time of letters, without those that are gone by now; raise MailboxUnusable."""
        found: dict[int, ListedLetter] = {}
        for start in range(0, len(uids), _AT_ONCE):
            some = uids[start : start + _AT_ONCE]
            for line in self._asked(some, "(UID RFC822.SIZE INTERNALDATE)"):
                letter = _listed(line)
                if letter:
                    found[letter.uid] = letter
        return [found[uid] for uid in uids if uid in found]

    def heads(self, uids: Sequence[int]) -> dict[int, bytes]:
        """Return the lines of each letter's head that say what it is; raise MailboxUnusable."""
        found: dict[int, bytes] = {}
        for start in range(0, len(uids), _AT_ONCE):
            some = uids[start : start + _AT_ONCE]
            for line in self._asked(some, _HEADS):
                uid = _UID.search(line[0]) if isinstance(line, tuple) else None
                if uid:
                    found[int(uid[1])] = line[1]
        return found

    def letter(self, uid: int) -> bytes | None:
        """Return a letter, byte for byte; None where the server hands none out. Raise MailboxUnusable."""
        for line in self._asked([uid], "(UID BODY.PEEK[])"):
            if isinstance(line, tuple) and b"BODY[]" in line[0]:
                data: bytes = line[1]
                return data
        return None

    def _asked(self, uids: Sequence[int], what: str) -> list[Any]:
        wanted = ",".join(map(str, uids))
        with self._answering():
            said, lines = self._box.client.uid("FETCH", wanted, what)
        return lines if said == "OK" else []

    @contextlib.contextmanager
    def _answering(self) -> Iterator[None]:
        from imap_tools.errors import ImapToolsError

        try:
            yield
        except (OSError, imaplib.IMAP4.error, ImapToolsError) as error:
            raise line_broken(error, self._door.server, self._door.seconds) from error


@contextlib.contextmanager
def open_mailbox(door: MailboxDoor) -> Iterator[OpenMailbox]:
    """Look at a mailbox; raise MailboxUnusable, and what `door.password` raises."""
    box = _line(door)
    try:
        _log_in(box, door)
        _look_at(box, door)
        yield OpenMailbox(box, door)
    finally:
        # What a server says to a farewell changes nothing; one that does not answer is not waited for again.
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            box.client.sock.settimeout(_FAREWELL)
            box.client.logout()
        with contextlib.suppress(OSError):
            box.client.shutdown()


def _line(door: MailboxDoor) -> BaseMailBox:
    import imap_tools

    class StartTls(imap_tools.MailBoxStartTls):
        """Closes what it opened, where no encryption comes about."""

        def _get_mailbox_client(self) -> imaplib.IMAP4:
            client = imaplib.IMAP4(self._host, self._port, self._timeout)
            try:
                refuse_plain(client.capabilities)
                client.starttls(self._ssl_context)
            except Exception:
                client.shutdown()
                raise
            return client

    server = door.server
    kind = imap_tools.MailBox if server.cipher == "TLS" else StartTls
    context = ssl.create_default_context()
    try:
        return kind(server.host, server.port, timeout=door.seconds, ssl_context=context)
    except (OSError, ValueError, imaplib.IMAP4.error) as error:
        raise no_line(error, server, door.seconds) from error


def _log_in(box: BaseMailBox, door: MailboxDoor) -> None:
    from imap_tools.errors import MailboxLoginError

    password = door.password()
    try:
        box.login(door.account, password, initial_folder=None)
    except (OSError, imaplib.IMAP4.abort) as error:
        raise no_line(error, door.server, door.seconds) from error
    except (MailboxLoginError, imaplib.IMAP4.error, UnicodeError) as error:
        raise MailboxUnusable("THU-521", host=door.server.host, account=door.account) from error


def _look_at(box: BaseMailBox, door: MailboxDoor) -> None:
    from imap_tools.errors import MailboxFolderSelectError

    try:
        box.folder.set(door.folder, readonly=True)
    except MailboxFolderSelectError as error:
        known = ", ".join(_folders(box))
        raise MailboxUnusable("THU-522", folder=door.folder, known=known) from error
    except (OSError, imaplib.IMAP4.error) as error:
        raise no_line(error, door.server, door.seconds) from error


def _folders(box: BaseMailBox) -> list[str]:
    from imap_tools.errors import ImapToolsError

    try:
        found = box.folder.list()
    except (OSError, imaplib.IMAP4.error, ImapToolsError) as error:
        return [shown_answer(error)]
    return [folder.name for folder in found][:_MOST_TOLD]


def _listed(line: Any) -> ListedLetter | None:
    """Return what a line of the server says of a letter; None for one that says something else."""
    head = line[0] if isinstance(line, tuple) else line
    if not isinstance(head, bytes):
        return None
    uid, size = _UID.search(head), _SIZE.search(head)
    received = imaplib.Internaldate2tuple(head)
    if not uid or not size or not received:
        return None
    moment = datetime.fromtimestamp(time.mktime(received), OFFICE_ZONE)
    return ListedLetter(
        int(uid[1]),
        int(size[1]),
        moment.replace(tzinfo=None),
    )
