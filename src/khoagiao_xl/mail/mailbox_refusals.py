"""What a mailbox may do to one who wants to read it, each with its sentence."""

from __future__ import annotations

import imaplib
import socket
import ssl
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.server_faults import LONGEST_ANSWER, Told, code_of, why_untrusted

if TYPE_CHECKING:
    from collections.abc import Collection

    from khoagiao_xl.office.settings import MailServer

# Of what failed, the first class that fits, and the sentence that says what to do.
_BEFORE: Final[Told] = (
    (ssl.SSLCertVerificationError, "THU-515"),
    (ssl.SSLEOFError, "THU-517"),
    (ssl.SSLError, "THU-516"),
    (ValueError, "THU-516"),  # STARTTLS at the port of TLS
    (socket.gaierror, "THU-511"),
    (ConnectionRefusedError, "THU-512"),
    (TimeoutError, "THU-513"),
    (imaplib.IMAP4.abort, "THU-517"),
    (ConnectionError, "THU-517"),
    (Exception, "THU-514"),
)
_MEANWHILE: Final[Told] = (
    (TimeoutError, "THU-531"),
    (Exception, "THU-532"),
)


class MailboxUnusable(WrongRequest):
    """The mailbox cannot be read, or not on; what was fetched of it stays."""


class NoEncryption(ssl.SSLError):
    """The server has no STARTTLS."""


def refuse_plain(capabilities: Collection[str]) -> None:
    """Raise NoEncryption for a server that has no STARTTLS."""
    if "STARTTLS" not in capabilities:
        raise NoEncryption


def no_line(error: Exception, server: MailServer, seconds: float) -> MailboxUnusable:
    """Return what it means that no line to a server came about; seconds: how long it was waited for."""
    return _refusal(_BEFORE, error, server, seconds)


def line_broken(error: Exception, server: MailServer, seconds: float) -> MailboxUnusable:
    """Return what it means that a line broke while letters were fetched."""
    return _refusal(_MEANWHILE, error, server, seconds)


def _refusal(told: Told, error: Exception, server: MailServer, seconds: float) -> MailboxUnusable:
    if isinstance(error.__context__, TimeoutError):  # imaplib tells silence as a broken line
        error = error.__context__
    return MailboxUnusable(
        code_of(error, told),
        host=server.host,
        port=server.port,
        seconds=seconds,
        why=why_untrusted(error),
        answer=shown_answer(error),
    )


def shown_answer(error: object) -> str:
    """Return what a server or the system said, as a person may read it."""
    words = str(error).split()
    return " ".join(words)[:LONGEST_ANSWER]
